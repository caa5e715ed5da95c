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
        let organs = outlines.organs(report.kind, report.scope, reference, catalogue)
        let state = reference.name(of: report.scope.state, in: report.language)
        // What goes to no organ stands under the State's own name.
        let isOwn = organs.isEmpty
        let head = report.kind.isOfMechanisms ? state : catalogue.text("report.paper.submission")
        var paper = Paper(
            language: report.language, organs: isOwn ? [head] : organs, symbol: report.scope.symbol,
            date: (report.handedIn ?? report.approved).flatMap { CalendarDate(String($0.prefix(10))) },
            title: report.title, subtitle: isOwn || report.title.contains(state) ? nil : state)
        if !isOwn {
            paper.distribution = catalogue.text("paper.distribution.general")
            paper.original = report.language
        }
        if report.approved == nil { paper.mark = catalogue.text("report.paper.draft") }
        for (place, section) in page.sections.enumerated() {
            let next = place + 1 < page.sections.count ? page.sections[place + 1].section : nil
            // A heading that only holds others is not empty.
            let isHolder = section.paragraphs.isEmpty && (next.map { $0.level > section.section.level } ?? false)
            let blocks = isHolder ? [] : ReportPaper.blocks(section, catalogue)
            if section.section.isAnnex {
                paper.annexes.append(PaperAnnex(title: section.section.title, blocks: blocks))
            } else {
                paper.blocks.append(.heading(level: section.section.level, [PaperRun(section.section.title)]))
                paper.blocks += blocks
            }
        }
        if withSources { paper.annexes.append(ReportPaper.sources(page, catalogue)) }
        return RepeatedNotes(catalogue).shortened(paper)
    }
}

/// Sections as blocks of a paper.
enum ReportPaper {
    /// What stands in a section; where nothing does, that.
    static func blocks(_ section: ReportPage.Section, _ catalogue: Catalogue) -> [PaperBlock] {
        let language = LanguageTag(catalogue.tag)
        if section.paragraphs.isEmpty {
            let words = PaperRun(catalogue.text("report.paper.nothing"), style: .emphasis)
            return [.paragraph(PaperParagraph([words], numbering: .none))]
        }
        if let columns = section.section.columns { return [.table(table(section, columns, catalogue))] }
        let shift = section.section.level - 1
        return section.paragraphs.map { paragraph in
            if let level = paragraph.content.headingLevel {
                return .heading(level: max(level, shift + 2), runs(paragraph.sentences, language))
            }
            let numbering = paragraph.content.number.map { PaperParagraph.Numbering.given($0) } ?? .next
            return .paragraph(PaperParagraph(runs(paragraph.sentences, language), numbering: numbering))
        }
    }

    /// Columns as wide as their words want; a cell that says nothing says so.
    private static func table(
        _ section: ReportPage.Section, _ titles: [String], _ catalogue: Catalogue
    ) -> PaperTable {
        let rows = section.paragraphs.map { row($0, titles.count, catalogue) }
        let columns = titles.enumerated().map { column, title in
            let lengths = rows.map { $0[column].reduce(0) { $0 + $1.text.count } }
            let mean = Double(lengths.reduce(0, +)) / Double(max(1, lengths.count))
            // As wide as the longest word of its title at least.
            let word = title.split(separator: " ").map(\.count).max() ?? 0
            let least = min(2, max(1, Double(word) / 6.5))
            return PaperTable.Column(title, share: min(4, max(least, (mean / 10).squareRoot())))
        }
        return PaperTable(caption: section.section.title, columns: columns, rows: rows)
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

    private static func row(_ paragraph: ReportParagraph, _ count: Int, _ catalogue: Catalogue) -> [[PaperRun]] {
        (0..<count).map { column in
            let found = runs(
                paragraph.sentences.filter { ($0.column ?? 0) == column }, LanguageTag(catalogue.tag))
            return found.isEmpty ? [PaperRun(catalogue.text("report.paper.noCell"), style: .emphasis)] : found
        }
    }

    /// Sentences one after the other. The space between two belongs to the paper's language: within words that run the other way it would
    /// stand at their far end. Chinese has none.
    private static func runs(_ sentences: [ReportSentence], _ language: LanguageTag) -> [PaperRun] {
        sentences.enumerated().flatMap { place, sentence in
            var runs: [PaperRun] = []
            if place > 0, language != .chinese { runs.append(PaperRun(" ")) }
            runs.append(PaperRun(sentence.text, language: sentence.language))
            for (number, note) in sentence.footnotes.enumerated() {
                if number == 0 {
                    runs[runs.count - 1].footnote = [PaperRun(note)]
                } else {
                    runs.append(PaperRun("", footnote: [PaperRun(note)]))
                }
            }
            return runs
        }
    }
}
