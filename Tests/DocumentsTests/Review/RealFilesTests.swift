import Domain
import Foundation
import Testing

@testable import Documents

/// The invented report as real files: printed by a browser, and as a Word file.
@Suite("Reports as files in six languages", .serialized)
struct RealFilesTests {
    private let reader = DocumentReader(reference: Facts.shared)

    private func check(_ reading: DocumentReading, _ language: LanguageTag) {
        #expect(reading.facts.kind == .reviewReport)
        #expect(reading.facts.language == language)
        #expect(reading.facts.symbol?.printed == "DEMO/HRC/8/3")
        #expect(reading.findings.map { $0.paragraph?.printed } == InventedReport.expected.map(\.paragraph))
        #expect(reading.findings.map { $0.states.map(\.rawValue) } == InventedReport.expected.map(\.states))
        #expect(reading.findings.map(\.position) == InventedReport.expected.map(\.position))
    }

    @Test("A printed report gives the same in every language", arguments: LanguageTag.official)
    func printed(language: LanguageTag) async throws {
        let page = try MadeFile(InventedReport(language).html, name: "report.html")
        try run(
            "chromium",
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                "--user-data-dir=\(page.path).profile",
                "--print-to-pdf=\(page.path).pdf", page.path,
            ])
        check(try await reader.read(page.path + ".pdf").reading, language)
    }

    @Test("A Word file gives the same in every language", arguments: LanguageTag.official)
    func word(language: LanguageTag) async throws {
        let page = try MadeFile(InventedReport(language).html, name: "report.html")
        try run("pandoc", ["-f", "html", "-t", "docx", "-o", page.path + ".docx", page.path])
        check(try await reader.read(page.path + ".docx").reading, language)
    }

    private func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}

extension InventedReport {
    /// With the first page that such reports have in this language.
    var html: String {
        let masthead: [String: [String]] = [
            "en": ["Human Rights Council", "Report of the Working Group on the Universal Periodic Review"],
            "fr": ["Conseil des droits de l’homme", "Rapport du Groupe de travail sur l’Examen périodique universel"],
            "es": ["Consejo de Derechos Humanos", "Informe del Grupo de Trabajo sobre el Examen Periódico Universal"],
            "ru": ["Совет по правам человека", "Доклад Рабочей группы по универсальному периодическому обзору"],
            "ar": ["مجلس حقوق الإنسان", "تقرير الفريق العامل المعني بالاستعراض الدوري الشامل"],
            "zh": ["人权理事会", "普遍定期审议工作组报告"],
        ]
        let state = ["ru": "Альдора", "ar": "ألدورا", "zh": "阿尔多拉"][language.rawValue] ?? "Aldora"
        let lines = ["DEMO/HRC/8/3"] + (masthead[language.rawValue] ?? []) + [state] + paragraphs
        let direction = language == .arabic ? "rtl" : "ltr"
        return "<!doctype html><html lang=\"\(language.rawValue)\" dir=\"\(direction)\"><meta charset=\"utf-8\"><body>"
            + lines.map { "<p>\($0)</p>" }.joined(separator: "\n") + "</body></html>"
    }
}
