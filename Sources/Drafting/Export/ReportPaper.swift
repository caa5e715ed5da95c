import Domain
import Locales
import Reference
package import Reports

extension Drafting {
    /// A report as a paper that can be printed. What nobody approved says so on every page.
    ///
    /// `withSources`: a table of all sentences with what they are drawn from stands in an annex.
    package func paper(_ page: ReportPage, withSources: Bool = false) -> Paper {
        let report = page.report
        let catalogue = locales.negotiate(asked: report.language.rawValue, accept: nil)
        var paper = Paper(
            language: report.language, symbol: report.scope.symbol,
            date: report.approved.flatMap { CalendarDate(String($0.prefix(10))) }, title: report.title,
            subtitle: reference.name(of: report.scope.state, in: report.language))
        if report.approved == nil { paper.mark = catalogue.text("report.paper.draft") }
        for section in page.sections where !section.paragraphs.isEmpty {
            if section.section.isAnnex {
                paper.annexes.append(PaperAnnex(title: section.section.title, blocks: ReportPaper.blocks(section)))
            } else {
                paper.blocks.append(.heading(level: section.section.level, [PaperRun(section.section.title)]))
                paper.blocks += ReportPaper.blocks(section)
            }
        }
        if withSources { paper.annexes.append(ReportPaper.sources(page, catalogue)) }
        return paper
    }
}

/// Sections as blocks of a paper.
enum ReportPaper {
    static func blocks(_ section: ReportPage.Section) -> [PaperBlock] {
        if let columns = section.section.columns {
            return [
                .table(
                    PaperTable(
                        caption: section.section.title, columns: columns.map { PaperTable.Column($0) },
                        rows: section.paragraphs.map { row($0, columns.count) }))
            ]
        }
        return section.paragraphs.map { paragraph in
            if let level = paragraph.content.headingLevel { return .heading(level: level, runs(paragraph.sentences)) }
            let numbering = paragraph.content.number.map { PaperParagraph.Numbering.given($0) } ?? .next
            return .paragraph(PaperParagraph(runs(paragraph.sentences), numbering: numbering))
        }
    }

    static func sources(_ page: ReportPage, _ catalogue: Catalogue) -> PaperAnnex {
        let title = catalogue.text("report.paper.sources")
        let shares = [("section", 2.0), ("sentence", 5), ("origin", 1), ("sources", 3)]
        let columns = shares.map { PaperTable.Column(catalogue.text("report.paper.\($0.0)"), share: $0.1) }
        let rows = page.sections.flatMap { section in
            section.paragraphs.flatMap(\.sentences).map { sentence in
                [
                    section.section.title, sentence.text,
                    catalogue.text("report.origin.\(sentence.origin.rawValue)"),
                    sentence.sources.map { source in
                        catalogue.text("report.source.\(source.kind.rawValue)") + " " + source.label
                    }.joined(separator: "; "),
                ].map { [PaperRun($0)] }
            }
        }
        return PaperAnnex(title: title, blocks: [.table(PaperTable(caption: title, columns: columns, rows: rows))])
    }

    private static func row(_ paragraph: ReportParagraph, _ count: Int) -> [[PaperRun]] {
        (0..<count).map { column in runs(paragraph.sentences.filter { ($0.column ?? 0) == column }) }
    }

    private static func runs(_ sentences: [ReportSentence]) -> [PaperRun] {
        sentences.enumerated().flatMap { place, sentence in
            var runs = [
                PaperRun((place == 0 ? "" : " ") + sentence.text, language: sentence.language)
            ]
            for (number, note) in sentence.footnotes.enumerated() {
                if number == 0 {
                    runs[0].footnote = [PaperRun(note)]
                } else {
                    runs.append(PaperRun("", footnote: [PaperRun(note)]))
                }
            }
            return runs
        }
    }
}
