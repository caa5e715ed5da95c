package import Domain
import People
import Store

extension Drafting {
    /// What changed in the record since the report's sentences were drafted.
    package func refresh(_ id: ReportID, _ member: Member) async throws(WorkspaceError) -> ReportRefresh {
        try member.require(.writeReports)
        let workspace = member.workspace.id
        let (report, outline, paragraphs) = try await store.read { connection in
            guard let report = try ReportRow.find(id, workspace, nil, connection),
                let version = try ReportVersionRow.find(id, report.edition, workspace, connection)
            else { throw WorkspaceError.notFound }
            return (
                report, version.outline,
                try ReportParagraphRow.all(id, workspace, nil, connection).map(\.paragraph)
            )
        }
        guard report.isOpen else { throw .invalid("report", "report.closed") }
        let facts = try await facts(report.kind, report.scope, member)
        let sections = try sections(report.kind, report.scope, facts, report.language)
        return ReportRefresh(
            report: report, outline: outline,
            items: ChangeFinder(report, outline, paragraphs, sections, FactIndex(facts)).items())
    }
}

/// Sets a report beside its draft of today.
struct ChangeFinder {
    let report: Report
    let outline: [ReportSection]
    let paragraphs: [ReportParagraph]
    let index: FactIndex
    /// Today's sentences by key, with where they belong.
    private var drafted: [String: ReportSentence] = [:]
    private let sections: [DraftedSection]

    init(
        _ report: Report, _ outline: [ReportSection], _ paragraphs: [ReportParagraph], _ sections: [DraftedSection],
        _ index: FactIndex
    ) {
        self.report = report
        self.outline = outline
        self.paragraphs = paragraphs
        self.sections = sections
        self.index = index
        for paragraph in sections.flatMap(\.paragraphs) {
            for sentence in paragraph.content.sentences {
                if let key = sentence.key { drafted[key] = sentence }
            }
        }
    }

    func items() -> [ReportRefresh.Item] {
        let bySection = Dictionary(grouping: paragraphs, by: \.section)
        let known = Set(paragraphs.flatMap { $0.sentences.compactMap(\.key) })
        let leftOut = Set(report.leftOut.compactMap(\.key))
        return outline.flatMap { section in
            let standing = (bySection[section.key] ?? []).flatMap { changes(in: $0) }
            let draft = sections.first { $0.section.key == section.key }?.paragraphs ?? []
            let new = draft.filter { !leftOut.contains($0.content.key ?? "") }.flatMap { paragraph in
                paragraph.content.sentences.compactMap { sentence in
                    sentence.key.flatMap { known.contains($0) ? nil : fresh(sentence, paragraph.content, section.key) }
                }
            }
            return standing + new
        }
    }

    private func changes(in paragraph: ReportParagraph) -> [ReportRefresh.Item] {
        paragraph.sentences.compactMap { sentence in
            let differing = sentence.sources.filter { source in
                FactIndex.known.contains(source.kind) && index.digest(of: source) != source.digest
            }
            let proposed = sentence.key.flatMap { drafted[$0] }
            let isOther = proposed.map { Self.core($0.text) != Self.core(sentence.drafted ?? sentence.text) } ?? false
            // What was drafted and would not be any more may not be true any more.
            let isOver = sentence.key != nil && proposed == nil
            guard !differing.isEmpty || isOther || isOver else { return nil }
            let isGone = isOver || differing.contains { index[$0.kind, $0.id] == nil }
            return ReportRefresh.Item(
                change: isGone ? .gone : .changed, section: paragraph.section, paragraph: paragraph.id,
                version: paragraph.version, sentence: sentence.id, key: sentence.key, text: sentence.text,
                proposed: proposed, sources: differing.isEmpty && isOver ? sentence.sources : differing,
                isOfPeople: sentence.origin != .drafted)
        }
    }

    /// Without its end: that another entry of a list follows is no change of what an entry says.
    private static func core(_ text: String) -> Substring {
        var core = Substring(text)
        while let last = core.last, last.isPunctuation || last.isWhitespace { core.removeLast() }
        return core
    }

    private func fresh(
        _ sentence: ReportSentence, _ content: ReportParagraphContent, _ section: String
    ) -> ReportRefresh.Item {
        // Where its paragraph stands already, it joins it.
        let home = paragraphs.first { $0.content.key == content.key && $0.section == section }
        return ReportRefresh.Item(
            change: .new, section: section, paragraph: home?.id, version: home?.version ?? 0, sentence: nil,
            key: sentence.key, text: nil, proposed: sentence, sources: sentence.sources, isOfPeople: false,
            home: content.key, headingLevel: content.headingLevel)
    }
}
