import ArgumentParser
import Foundation
import Operations
import People
import Programmes

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the whole record in open formats into a folder.",
        discussion: """
            recommendations.jsonl and documents.jsonl (one object a line), recommendations.csv, assessments, disagreements
            and marks for follow-up, programmes.iati.xml (every public programme, IATI 2.03), and README.md with the data
            dictionary. `rapporteur import` reads recommendations.jsonl and programmes.iati.xml back.
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
        let programmes = try await ProgrammeFile.write(
            to: out + "/programmes.iati.xml",
            try ProgrammeTaking.open(record, resources: ResourceFolder.find(try await global.settings().resources)))
        line.clear()
        Terminal.say("\(ProgressLine.grouped(count)) recommendations written to \(out)")
        Terminal.say("\(ProgressLine.grouped(programmes.written)) programmes written to \(out)/programmes.iati.xml")
        if programmes.leftOut > 0 {
            Terminal.remark(
                "\(ProgressLine.grouped(programmes.leftOut)) programmes were left out: they lack what the standard needs."
            )
        }
    }
}

/// Programmes as a file of the aid-data standard.
private enum ProgrammeFile {
    static func write(to path: String, _ programmes: Programmes) async throws -> (written: Int, leftOut: Int) {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
        else { throw CommandFailure("\(path) cannot be written: no right or no space.") }
        var export = try ProgrammeExport(programmes, .everybody)
        while let piece = try await export.next() {
            do { try file.write(contentsOf: Data(piece)) } catch {
                throw CommandFailure("\(path) cannot be written: no space is left.")
            }
        }
        return (export.written, export.leftOut)
    }
}
