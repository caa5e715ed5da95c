import Domain
import Foundation
package import Locales
package import Reference

/// The outlines of every kind of report, read from `report-outlines.json`.
package struct Outlines: Sendable {
    private let outlines: [ReportKind: Outline]
    private let articles: [String: [OutlineArticle]]

    /// Throws where the file cannot be read, names a kind nobody knows, or leaves one out.
    package init(directory: String) throws {
        let data = try Data(contentsOf: URL(filePath: directory + "/report-outlines.json"))
        let file = try JSONDecoder().decode(File.self, from: data)
        outlines = Dictionary(file.outlines.map { ($0.kind, $0) }) { first, _ in first }
        articles = Dictionary(file.treaties.map { ($0.treaty, $0.articles) }) { first, _ in first }
    }

    package func outline(_ kind: ReportKind) -> Outline? { outlines[kind] }

    /// In the order of the treaty; empty where the treaty is not reported on.
    package func articles(of treaty: String) -> [OutlineArticle] { articles[treaty] ?? [] }

    /// The sections of a report with their headings, those of the treaty's articles below the heading that holds them.
    package func sections(_ kind: ReportKind, treaty: String? = nil, _ catalogue: Catalogue) -> [ReportSection] {
        guard let outline = outlines[kind] else { return [] }
        return outline.sections.flatMap { section -> [ReportSection] in
            var own = ReportSection(
                key: section.key, title: catalogue.text("outline.heading.\(section.key)"), level: section.level,
                isAnnex: section.isAnnex)
            own.columns = section.columns?.map { catalogue.text("outline.column.\($0)") }
            guard section.fill == .articles, let treaty else { return [own] }
            return [own]
                + articles(of: treaty).map { article in
                    ReportSection(
                        key: article.key, title: heading(article, catalogue), level: section.level + 1)
                }
        }
    }

    /// `Article 6: Right to work`; only the number where the treaty's articles have no titles here.
    package func heading(_ article: OutlineArticle, _ catalogue: Catalogue) -> String {
        let number = Argument.text(article.number)
        guard let title = article.title else { return catalogue.text("outline.heading.article", ["number": number]) }
        let isOne = Int(article.number) != nil
        return catalogue.text(
            isOne ? "outline.heading.article.titled" : "outline.heading.articles.titled",
            ["number": number, "title": .text(catalogue.text("outline.article.\(title)"))])
    }

    /// The heading of one article of a treaty by its number.
    package func heading(treaty: String, article: Int, _ catalogue: Catalogue) -> String {
        let found = articles(of: treaty).first { $0.number == String(article) }
        if let found { return heading(found, catalogue) }
        return catalogue.text("outline.heading.article", ["number": .text(String(article))])
    }

    /// The lines above a title: the organs, and the session where one is named.
    package func organs(
        _ kind: ReportKind, _ scope: ReportScope, _ reference: ReferenceFacts, _ catalogue: Catalogue
    ) -> [String] {
        let language = LanguageTag(catalogue.tag)
        let body = scope.treaty.flatMap { reference.treaty($0)?.mechanism } ?? scope.mechanism
        var lines = (outlines[kind]?.organs ?? []).compactMap { organ -> String? in
            guard organ == "committee" else { return catalogue.text("outline.organ.\(organ)") }
            return body.map { reference.name(of: $0, in: language) }
        }
        if let session = scope.session, !lines.isEmpty {
            lines.append(catalogue.text("outline.session.workingGroup", ["number": .text(session)]))
        }
        return lines
    }

    /// The title as UN documents have it for this kind. `name` is of a fund's call.
    package func title(
        _ kind: ReportKind, _ scope: ReportScope, name: String = "", _ reference: ReferenceFacts, _ catalogue: Catalogue
    ) -> String {
        let language = LanguageTag(catalogue.tag)
        let treaty = scope.treaty.flatMap { reference.treaty($0)?.names[language] } ?? ""
        // An application that answers no call yet has no name to end with.
        let isOpen = kind == .fundApplication && name.isEmpty
        return catalogue.text(
            "outline.title.\(outlines[kind]?.title ?? kind.rawValue)" + (isOpen ? ".open" : ""),
            [
                "state": .text(reference.name(of: scope.state, in: language)), "treaty": .text(treaty),
                "name": .text(name),
            ])
    }

    private struct File: Decodable {
        let outlines: [Outline]
        let treaties: [Treaty]

        struct Treaty: Decodable {
            let treaty: String
            let articles: [OutlineArticle]
        }
    }
}
