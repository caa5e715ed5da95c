import ArgumentParser
import Documents
import Domain
import FoundationEssentials
import Markup
import Reference

struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Shows what is found in a document; no record is opened or changed.",
        discussion: """
            Reads UN documents as PDF, DOCX, ODT, RTF or HTML. With --json one object a line and wording: paragraph, text, states
            (the recommending States), position, kind, page, confidence (below 0.5: look at it), doubts.
            """)

    @Argument(help: "The document.", completion: .file())
    var file: String

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let resources = try ResourceFolder.find(try await global.settings().resources)
        let reference = try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo")
        let result = try await DocumentReader(reference: reference).read(file)
        for finding in result.reading.findings {
            if json { print(json: finding) } else { print(finding) }
        }
    }

    private func print(_ finding: Finding) {
        let mark = finding.isDoubtful ? "? " : "  "
        Terminal.say(
            "\(mark)\(finding.paragraph?.printed ?? "-")  \(finding.text) (\(finding.states.map(\.rawValue).joined(separator: ", ")))"
        )
    }

    /// A line for each wording.
    private func print(json finding: Finding) {
        let wordings =
            finding.wordings.isEmpty
            ? [Finding.Wording(text: finding.text, states: finding.states)] : finding.wordings
        for wording in wordings {
            Terminal.json { writer in
                writer.member("paragraph", finding.paragraph?.printed)
                writer.member("text", wording.text)
                writer.array("states", of: wording.states.map(\.rawValue))
                writer.member("position", finding.position?.rawValue)
                writer.member("kind", finding.kind.rawValue)
                writer.member("page", finding.page)
                writer.member("confidence", finding.confidence)
                writer.array("doubts", of: finding.doubts.map(\.code.rawValue))
            }
        }
    }
}
