import Domain
import Foundation
import Locales
import Programs
import Reports
import Testing

/// Papers written and opened again by programs that are not ours.
@Suite struct PaperFilesTests {
    private static let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Resources").path
    private static let programs = ProgramRunner(simultaneousMax: 2)

    private func writer() throws -> PaperWriter {
        let locales = try Locales.load(from: Self.resources + "/locales")
        return try PaperWriter(locales: locales, resources: Self.resources, programs: Self.programs)
    }

    /// Whatever breaks lines or marks directions falls away: what stays are the words in their order.
    private func bare(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter {
                    !$0.properties.isWhitespace && $0.properties.generalCategory != .format
                        && $0.properties.generalCategory != .control
                }))
    }

    /// Where each text begins; nil in place of one that is missing or comes before the one before it.
    private func places(of texts: [String], in whole: String) -> [String.Index?] {
        var from = whole.startIndex
        return texts.map { text in
            guard let found = whole.range(of: bare(text), range: from..<whole.endIndex) else { return nil }
            from = found.upperBound
            return found.lowerBound
        }
    }

    private func texts(_ paper: Paper) -> [String] {
        paper.blocks.compactMap { block in
            if case .paragraph(let paragraph) = block { paragraph.runs.map(\.text).joined() } else { nil }
        }
    }

    private func keep(_ bytes: [UInt8], _ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["RAPPORTEUR_KEEP_PAPERS"] else { return }
        try Data(bytes).write(to: URL(filePath: folder + "/" + name))
    }

    @Test("A Word file opens in pandoc with every paragraph, number, footnote and row", arguments: LanguageTag.official)
    func word(_ language: LanguageTag) async throws {
        let paper = SamplePapers.paper(language)
        let bytes = try writer().docx(paper)
        try keep(bytes, "\(language.rawValue).docx")
        let read = try await Self.programs.run(.pandoc, ["-f", "docx", "-t", "json"], input: bytes)
        try keep(read, "\(language.rawValue).json")
        let document = try JSONDecoder().decode(PandocDocument.self, from: Data(read))
        let whole = bare(document.text)
        let isOutOfOrder = places(of: texts(paper), in: whole).contains(nil)
        #expect(!isOutOfOrder)
        #expect(document.headings == [1, 2, 1])
        #expect(document.numbers == Array(1...24))
        #expect(document.footnotes.count == 5)
        #expect(document.rows == 42)
        let lost = [bare(SamplePapers.quotation), "127.14"].filter { !whole.contains($0) }
        #expect(lost == [])
    }

    @Test("A PDF gives back its paragraphs in order, with numbers and footnotes", arguments: LanguageTag.official)
    func pdf(_ language: LanguageTag) async throws {
        let writer = try writer()
        try #require(writer.canWrite(.pdf), "bin/setup installs WeasyPrint")
        let paper = SamplePapers.paper(language, paragraphs: 10, rows: 12)
        let bytes = try await writer.pdf(paper)
        try keep(bytes, "\(language.rawValue).pdf")
        let read = try await Self.programs.run(.pdfToText, ["-", "-"], input: bytes)
        let text = String(decoding: read, as: UTF8.self)
        let whole = letters(text)
        let words = try #require(SamplePapers.all[language])
        var wanted =
            texts(paper).map { String($0.prefix(30)) } + [words.mark, words.annex, words.caption, words.organs[2]]
        wanted += [5, 10].map { words.noteText.replacing("#", with: "\(2_000 + $0)") }
        wanted += [1, 2, 12].map { words.item + " \(4_000 + $0)" } + [words.item + " 5001"]
        let missing = wanted.filter { !whole.contains(letters($0)) }
        #expect(missing == [])
        let isUnread = text.contains("\u{FFFD}")
        #expect(!isUnread)
        let numbers = (1...10).map { letters("\($0)" + words.sentence.prefix(8)) }
        let lost = numbers.filter { !whole.contains($0) }
        #expect(lost == [])
        let disorder = places(of: (1...10).map { "\(1_000 + $0)" }, in: whole).contains(nil)
        #expect(!disorder)
        #expect(text.contains("A/HRC/WG.6/99/XAA/1"))
    }

    /// Letters and figures alone: marks above letters and signs between figures are placed by each reader in its own way.
    private func letters(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
                    $0.properties.isAlphabetic && $0.properties.generalCategory != .nonspacingMark
                        || $0.properties.numericType != nil
                }))
    }
}
