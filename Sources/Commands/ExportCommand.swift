import ArgumentParser
import Operations

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the whole record in open formats into a folder.",
        discussion: """
            recommendations.jsonl and documents.jsonl (one object a line), recommendations.csv, assessments, disagreements
            and marks for follow-up, and README.md with the data dictionary. `rapporteur import` reads recommendations.jsonl back.
            """)

    @Option(help: "The folder; made if missing, its files of these names replaced.", completion: .directory)
    var out: String

    @Flag(name: .customLong("public"), help: "Only what everybody may see. All there is at present is public.")
    var isPublic = false

    @Option(help: "The language of the texts in recommendations.csv.")
    var language = "en"

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let record = try await global.open(try await global.settings())
        let line = ProgressLine()
        let count: Int
        do {
            count = try await Exporting(database: record.database)(to: out, language: language) {
                rows, total, seconds in
                line.show(rows: rows, bytesRead: rows, bytesTotal: total, seconds: seconds)
            }
        } catch let error as ExportFailure {
            line.clear()
            throw CommandFailure(error.sentence)
        }
        line.clear()
        Terminal.say("\(ProgressLine.grouped(count)) recommendations written to \(out)")
    }
}
