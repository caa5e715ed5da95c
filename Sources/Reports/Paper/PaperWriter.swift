import Domain
import FoundationEssentials
package import Locales
package import Programs

/// Writes papers as files. What is written is complete: every paragraph with its number, every footnote, every table, in each format of texts.
package struct PaperWriter: Sendable {
    private let locales: Locales
    private let press: PaperPress
    private let common: String
    private let screen: String
    private let print: String

    /// `resources` is the folder that holds `reports/`. Throws where its styles cannot be read.
    package init(locales: Locales, resources: String, programs: ProgramRunner = ProgramRunner()) throws(PaperError) {
        self.locales = locales
        press = PaperPress(programs: programs, resources: resources)
        common = try Self.read(resources + "/reports/paper.css")
        screen = try Self.read(resources + "/reports/screen.css")
        print = try Self.read(resources + "/reports/print.css")
    }

    /// Whether this machine can write the format at all.
    package func canWrite(_ format: PaperFormat) -> Bool {
        switch format {
        case .pdf: press.canPrint
        case .odt: press.canConvert
        default: true
        }
    }

    package func write(_ paper: Paper, as format: PaperFormat) async throws(PaperError) -> [UInt8] {
        switch format {
        case .html: return html(paper)
        case .docx: return try docx(paper)
        case .pdf: return try await pdf(paper)
        case .odt: return try await press.open(docx(paper))
        case .xlsx: return try PaperSheets(paper: paper, words: words(paper)).workbook()
        case .csv: return try PaperSheets(paper: paper, words: words(paper)).table()
        case .json: return PaperJSON(numbered: NumberedPaper(paper), words: words(paper)).bytes
        }
    }

    /// One page that needs nothing beside itself.
    package func html(_ paper: Paper) -> [UInt8] { page(paper, .reading, common + screen) }

    package func docx(_ paper: Paper) throws(PaperError) -> [UInt8] {
        try WordPaper(numbered: NumberedPaper(paper), words: words(paper)).write()
    }

    package func pdf(_ paper: Paper) async throws(PaperError) -> [UInt8] {
        try await press.print(page(paper, .printing, common + print))
    }

    private func page(_ paper: Paper, _ use: PaperPage.Use, _ style: String) -> [UInt8] {
        PaperPage(numbered: NumberedPaper(paper), words: words(paper), use: use, style: style).write()
    }

    private func words(_ paper: Paper) -> PaperWords {
        PaperWords(
            catalogue: locales.negotiate(asked: paper.language.rawValue, accept: nil), language: paper.language)
    }

    private static func read(_ path: String) throws(PaperError) -> String {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            throw .failed(.html, reason: "\(path) cannot be read")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
