import Domain
import Foundation
import Programs
import Testing

@testable import Documents

/// Concluding observations in two languages, as Word and PDF files. Skipped where the shared data is not there.
@Suite("Concluding observations in two languages", .enabled(if: SharedObservations.isThere))
struct SharedObservationsTests {
    @Test("Both languages number alike and select alike, from Word and from PDF", arguments: ["docx", "pdf"])
    func bothLanguages(_ format: String) async throws {
        let english = try await SharedObservations.read("en", format)
        let spanish = try await SharedObservations.read("es", format)
        #expect(english.map(\.paragraph?.printed) == (1...43).map { "\($0)" })
        #expect(spanish.map(\.paragraph?.printed) == english.map(\.paragraph?.printed))
        #expect(spanish.map(\.duties.count) == english.map(\.duties.count))
        for findings in [english, spanish] {
            #expect(findings.filter(\.isForFollowUp).compactMap(\.paragraph?.printed) == ["19", "21"])
            for finding in findings where finding.isForFollowUp {
                #expect(finding.followUpDue == CalendarDate("2017-12-05"))
                #expect(finding.dueComputedFrom != nil, "the document prints a year's span, no date")
            }
            let priorities = findings.filter(\.isPriority)
            #expect(priorities.compactMap(\.paragraph?.printed) == ["11", "23", "32", "34"])
            #expect(priorities.allSatisfy { $0.followUpDue == nil && !$0.isForFollowUp })
        }
        #expect(english.map(\.kind) == spanish.map(\.kind))
    }
}

enum SharedObservations {
    static let folder: String = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder.path + "/../shared/data/concluding-observations"
    }()
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder + "/parsed_docx_en.csv") }

    static func read(_ language: String, _ format: String) async throws -> [Finding] {
        let paragraphs = try paragraphs(language)
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let file = directory.appending(path: "document." + format)
        if format == "pdf" {
            try TinyPDF.data(paragraphs: paragraphs, header: "DEMO/CEP/C/XAA/CO/21-23").write(to: file)
        } else {
            try word(paragraphs, file)
        }
        let options = DocumentReader.Options(kind: .concludingObservations, language: LanguageTag(language))
        return try await DocumentReader(reference: Facts.shared).read(file.path, options).reading.findings
    }

    static func text(_ language: String) async throws -> DocumentText {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".pdf")
        try TinyPDF.data(paragraphs: paragraphs(language), header: "DEMO/CEP/C/XAA/CO/21-23").write(to: file)
        return try await DocumentReader(reference: Facts.shared).read(file.path).text
    }

    /// The columns of the file are parted by `#`, and its quoted fields go over lines.
    private static func paragraphs(_ language: String) throws -> [String] {
        let text = try String(contentsOfFile: folder + "/parsed_docx_\(language).csv", encoding: .utf8)
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var isQuoted = false
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case "#" where !isQuoted:
                row.append(field)
                field = ""
            case "\n" where !isQuoted, "\r\n" where !isQuoted:
                rows.append(row + [field])
                (row, field) = ([], "")
            default: field.append(character)
            }
        }
        rows.append(row + [field])
        var result: [String] = []
        var headings = ["", ""]
        for row in rows.dropFirst() where row.count == 6 {
            for (place, heading) in row[3...4].enumerated() where heading != headings[place] {
                headings[place] = heading
                result.append(heading)
            }
            result.append(row[5])
        }
        return result.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
    }

    /// A Word file through pandoc, paragraph for paragraph.
    private static func word(_ paragraphs: [String], _ file: URL) throws {
        func escaped(_ text: String) -> String {
            text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
        }
        let html = paragraphs.map { "<p>" + escaped($0) + "</p>" }.joined(separator: "\n")
        let source = file.deletingPathExtension().appendingPathExtension("html")
        try Data(("<html><body>" + html + "</body></html>").utf8).write(to: source)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["pandoc", "-f", "html", "-t", "docx", "-o", file.path, source.path]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}
