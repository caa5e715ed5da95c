package import Domain
import FoundationEssentials
import Locales
import People
import Reference
import Rounds
import Store

/// What somebody asks to be drafted.
package struct ReportOrder: Hashable, Sendable {
    package var kind: ReportKind
    package var language: LanguageTag
    /// Empty: the kind's own name with the State's.
    package var title: String
    package var scope: ReportScope
    package var due: CalendarDate?

    package init(
        kind: ReportKind, language: LanguageTag, title: String = "", scope: ReportScope, due: CalendarDate? = nil
    ) {
        self.kind = kind
        self.language = language
        self.title = title
        self.scope = scope
        self.due = due
    }
}

extension Drafting {
    package static let titleCharactersMax = 300

    /// Drafts a report from the record and keeps it. Throws `invalid` where the order does not fit its kind or this workspace.
    package func draft(_ order: ReportOrder, by member: Member) async throws(WorkspaceError) -> ReportID {
        try member.require(.writeReports)
        try check(order, member)
        let facts = try await facts(order.kind, order.scope, member)
        let sections = try sections(order.kind, order.scope, facts, order.language)
        let drafted = Trimming.trimmed(
            sections, to: wordsMax(order.kind, order.scope), count: ReportWords.count)
        var order = order
        if order.scope.symbol == nil { order.scope.symbol = Self.symbol(order.kind, facts) }
        let asked = order
        let id = ReportID(try await store.take(.report).lowerBound)
        let writer = try writer(order.language)
        let title = order.title.isEmpty ? name(order, facts.call, writer) : order.title
        return try await store.change(member) { change in
            let count = try change.connection.count(
                "SELECT COUNT(*) FROM report WHERE workspace_id = $1", [.int(change.workspace.value)])
            guard count < Self.reportsMax else { throw WorkspaceError.invalid("report", "report.reportsMax") }
            let report = Report(
                id: id, workspace: change.workspace, kind: asked.kind, language: asked.language, title: title,
                scope: asked.scope, due: asked.due, status: .draft, edition: 1, leftOut: drafted.leftOut,
                made: change.at, madeBy: member.name, version: 1)
            try ReportRow.insert(report, change.connection)
            var edit = ReportEdit(
                report, edition: 1, outline: drafted.sections.map(\.section), change.connection)
            try Self.fill(&edit, drafted)
            let words = try edit.finish()
            try ReportVersionRow.insert(
                ReportVersion(
                    report: id, number: 1, outline: edit.outline, words: words, action: .draft, by: member.name,
                    at: change.at), change.workspace, change.connection)
            change.field(report.subject, "title", from: nil, to: title)
            change.did("report.draft", report.subject, detail: "{\"kind\":\"\(asked.kind.rawValue)\"}")
            return id
        }
    }

    /// What follows from the document that is answered: an addendum stands under the report's own symbol.
    private static func symbol(_ kind: ReportKind, _ facts: ReportFacts) -> String? {
        guard kind == .addendum, let symbol = facts.round?.document?.symbol?.printed else { return nil }
        return symbol + "/Add.1"
    }

    /// Everything that would be drafted, nothing left out; a paragraph stands once.
    func sections(
        _ kind: ReportKind, _ scope: ReportScope, _ facts: ReportFacts, _ language: LanguageTag
    ) throws(WorkspaceError) -> [DraftedSection] {
        guard let assembler = Assemblers.of(kind) else { throw .invalid("kind", "report.kindUnknown") }
        let writer = try writer(language)
        let items = ItemWriting(facts: facts, writer: writer)
        let texts = assembler.draft(scope, items)
        let outline = outlines.sections(kind, treaty: scope.treaty, writer.catalogue)
        var sections = assembler.sections(outline, items).map { DraftedSection($0, texts[$0.key] ?? []) }
        var seen: Set<String> = []
        for place in sections.indices {
            sections[place].paragraphs.removeAll { paragraph in
                guard let key = paragraph.content.key else { return false }
                return !seen.insert(key).inserted
            }
        }
        guard sections.reduce(0, { $0 + $1.paragraphs.count }) <= Self.paragraphsMax else {
            throw .invalid("scope", "report.tooMuch")
        }
        return sections
    }

    func writer(_ language: LanguageTag) throws(WorkspaceError) -> ReportWriter {
        guard let catalogue = locales[language.rawValue] else { throw .invalid("language", "report.languageUnknown") }
        return ReportWriter(language: language, catalogue: catalogue, reference: reference, outlines: outlines)
    }

    /// As UN documents name this kind.
    func name(_ order: ReportOrder, _ call: FundCall?, _ writer: ReportWriter) -> String {
        outlines.title(order.kind, order.scope, name: call?.title ?? "", reference, writer.catalogue)
    }

    private func check(_ order: ReportOrder, _ member: Member) throws(WorkspaceError) {
        let workspace = member.workspace
        guard Assemblers.kinds(workspace).contains(order.kind) else { throw .invalid("kind", "report.kindUnknown") }
        if let own = workspace.mechanismState, own != order.scope.state {
            throw .invalid("state", "report.otherState")
        }
        guard reference.facts(of: order.scope.state) != nil else { throw .invalid("state", "report.stateUnknown") }
        guard order.title.count <= Self.titleCharactersMax else { throw .invalid("title", "report.titleLength") }
        if order.kind.needsTreaty, order.scope.treaty.flatMap({ reference.treaty($0) }) == nil {
            throw .invalid("treaty", "report.treatyNeeded")
        }
        if order.kind.needsRound, order.scope.round == nil { throw .invalid("round", "report.roundNeeded") }
        guard order.scope.recommendations.count <= SQLSet.sizeMax else {
            throw .invalid("recommendations", "report.tooMuch")
        }
    }

    private static func fill(_ edit: inout ReportEdit, _ drafted: DraftedReport) throws {
        let count = drafted.sections.reduce(0) { $0 + $1.paragraphs.count }
        guard count > 0 else { return }
        var numbers = try edit.numbers(count)
        for section in drafted.sections {
            for (place, paragraph) in section.paragraphs.enumerated() {
                guard let number = numbers.popFirst() else { return }
                edit.add(
                    paragraph.content, id: ReportParagraphID(number), to: section.section.key,
                    at: Int64(place + 1) * ReportEdit.step)
            }
        }
    }
}
