import Domain
import Foundation
import Locales
import Reference
import Testing

@testable import Drafting

@Suite struct OutlinesTests {
    private static let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Resources").path

    private func outlines() throws -> Outlines { try Outlines(directory: Self.resources + "/reference") }

    @Test("Every kind of report has an outline with a guideline, and a limit that the reference list knows")
    func complete() throws {
        let outlines = try outlines()
        let reference = try ReferenceFacts.load(from: Self.resources + "/reference")
        let limits = Set(reference.limits.map(\.code))
        for kind in ReportKind.allCases {
            let outline = try #require(outlines.outline(kind), "\(kind)")
            #expect(!outline.guidelines.isEmpty && !outline.sections.isEmpty)
            #expect(Set(outline.sections.map(\.key)).count == outline.sections.count)
            for limit in [outline.limit, outline.limitJoint].compactMap(\.self) { #expect(limits.contains(limit)) }
        }
        #expect(outlines.outline(.stakeholderSubmission)?.limit(isJoint: true) == "upr-stakeholder-joint")
    }

    @Test("Headings, columns, organs and titles are there in all six languages")
    func words() throws {
        let outlines = try outlines()
        let locales = try Locales.load(from: Self.resources + "/locales")
        let reference = try ReferenceFacts.load(
            from: Self.resources + "/reference", extra: Self.resources + "/demo")
        for language in LanguageTag.official {
            let catalogue = locales.negotiate(asked: language.rawValue, accept: nil)
            for kind in ReportKind.allCases {
                let scope = ReportScope(
                    state: StateCode("XAA"), treaty: kind.needsTreaty ? "icescr" : nil, session: "43")
                let sections = outlines.sections(kind, treaty: scope.treaty, catalogue)
                var words = sections.map(\.title) + sections.flatMap { $0.columns ?? [] }
                words += outlines.organs(kind, scope, reference, catalogue)
                words.append(outlines.title(kind, scope, name: "N", reference, catalogue))
                let missing = words.filter { $0.isEmpty || $0.contains("⟦") }
                #expect(missing == [])
            }
        }
    }

    @Test(
        "A treaty's articles stand below their heading, those of the Convention on the Rights of the Child in clusters")
    func articles() throws {
        let outlines = try outlines()
        let english = try Locales.load(from: Self.resources + "/locales").negotiate(asked: "en", accept: nil)
        let covenant = outlines.sections(.treatyPeriodic, treaty: "icescr", english)
        #expect(covenant.first { $0.key == "article-12" }?.title == "Article 12: Right to health")
        #expect(covenant.first { $0.key == "article-12" }?.level == 2)
        #expect(covenant.count { $0.key.hasPrefix("article-") } == 15)
        let child = outlines.sections(.treatyInitial, treaty: "crc", english)
        #expect(child.contains { $0.title == "Articles 28-31: Education, leisure and cultural activities" })
        #expect(outlines.heading(treaty: "icmw", article: 9, english) == "Article 9")
    }
}
