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
            (the recommending States), position, kind, page, confidence (below 0.5: look at it), doubts, and where the document has
            them reason, claim, position_document, tags, follow_up and priority.
            """)

    @Argument(help: "The document.", completion: .file())
    var file: String

    @Flag(help: "One JSON object a line.")
    var json = false

    @Option(help: ArgumentHelp("Its language (default: told by the text).", valueName: "tag"))
    var language: String?

    @OptionGroup var reading: ReadingOptions

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let resources = try ResourceFolder.find(try await global.settings().resources)
        let reference = try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo")
        let options = try reading.options(language: language)
        let result: DocumentReader.Result
        do throws(DocumentError) {
            result = try await DocumentReader(reference: reference).read(file, options)
        } catch { throw CommandFailure(error.message) }
        if json {
            for finding in result.reading.findings { print(json: finding) }
        } else {
            FindingList(reading: result.reading, reference: reference, sentences: DoubtSentences(resources: resources))
                .print()
        }
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
                printMore(finding, writer)
            }
        }
    }

    /// What only some documents have.
    private func printMore(_ finding: Finding, _ writer: JSONWriter) {
        if let reason = finding.reason { writer.member("reason", reason) }
        if let claim = finding.claim {
            writer.member("claim", claim.status.rawValue)
            writer.member("claim_wording", claim.wording)
        }
        if let document = finding.positionDocument { writer.member("position_document", document) }
        if !finding.tags.isEmpty {
            writer.array("tags") {
                for tag in finding.tags {
                    writer.object {
                        writer.member("kind", tag.kind.rawValue)
                        writer.member("code", tag.code)
                        writer.member("label", tag.label)
                    }
                }
            }
        }
        if finding.isForFollowUp { writer.member("follow_up", finding.followUpDue?.description ?? "no date") }
        if finding.isPriority { writer.member("priority", true) }
    }
}
