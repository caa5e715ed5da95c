package import Domain
import People
import Reference
import Store

/// A recommendation as a need cites it.
package struct CitedRecommendation: Hashable, Sendable {
    package var id: RecommendationID
    /// Symbol and paragraph, as far as they are known.
    package var place: String
    package var text: String
    package var language: LanguageTag
}

extension Needs {
    private static let citedMax = 12

    /// A need as it can be stated from these: title, what was recommended with its place, and the gap in the budget where there is
    /// one in one currency.
    package func draft(
        from sources: [NeedSource], language: LanguageTag, _ member: Member
    ) async throws(WorkspaceError) -> NeedDraft {
        try member.require(.stateNeed)
        guard let state = member.workspace.mechanismState else { throw .forbidden }
        let workspace = member.workspace.id
        return try await store.read { connection in
            var draft = NeedDraft()
            draft.language = language
            var cited: [RecommendationID] = []
            for source in sources.prefix(CooperationLimits.sourcesMax) {
                cited += try Self.take(source, state, workspace, &draft, connection)
            }
            var seen: Set<RecommendationID> = []
            cited = cited.filter { seen.insert($0).inserted }
            let records = try RecordLoader(connection).load(cited)
            draft.sources = Self.unique(
                draft.sources + records.map { NeedSource(.recommendation, $0.recommendation.id.value) })
            let lines = records.prefix(Self.citedMax).map { Self.cited($0, language) }
            draft.asked = lines.map { $0.place.isEmpty ? $0.text : "\($0.place): \($0.text)" }.joined(separator: "\n\n")
            if draft.title.isEmpty, let first = lines.first { draft.title = first.text }
            draft.title = Self.short(draft.title)
            var tags: [TagKind: Set<String>] = [:]
            for record in records {
                for tag in record.recommendation.effectiveTags { tags[tag.kind, default: []].insert(tag.code) }
            }
            let (themes, goals) = (tags[.theme] ?? [], tags[.sdg] ?? [])
            draft.themes = reference.themes.map(\.code).filter { themes.contains($0) }
            draft.goals = reference.goals.map(\.code).filter { goals.contains($0) }
            draft.themes = Array(draft.themes.prefix(CooperationLimits.codesMax))
            draft.goals = Array(draft.goals.prefix(CooperationLimits.codesMax))
            return draft
        }
    }

    private static func take(
        _ source: NeedSource, _ state: StateCode, _ workspace: WorkspaceID, _ draft: inout NeedDraft,
        _ connection: any ReadConnection
    ) throws -> [RecommendationID] {
        draft.sources.append(source)
        switch source.kind {
        case .recommendation: return [RecommendationID(source.id)]
        case .document: return []
        case .issue:
            guard let name = try NeedSourceRow.issueName(source.id, state, connection) else {
                throw WorkspaceError.notFound
            }
            if draft.title.isEmpty { draft.title = name }
            return try NeedSourceRow.recommendations(ofIssue: source.id, state, connection)
        case .commitment, .action:
            let work =
                source.kind == .action
                ? try NeedSourceRow.action(source.id, workspace, connection)
                : try NeedSourceRow.commitment(source.id, workspace, connection)
            guard let work else { throw WorkspaceError.notFound }
            if draft.title.isEmpty { draft.title = work.title }
            if draft.missing.isEmpty { draft.missing = work.text }
            draft.institution = draft.institution ?? work.lead
            draft.from = draft.from ?? work.from
            draft.until = draft.until ?? work.until
            if work.gaps.count == 1, let gap = work.gaps.first, draft.cost == nil {
                draft.cost = Money(minor: gap.value, currency: gap.key)
            }
            if source.kind == .action { draft.sources.append(NeedSource(.commitment, work.commitment)) }
            if let issue = work.issue { draft.sources.append(NeedSource(.issue, issue)) }
            return try NeedSourceRow.recommendations(of: work.commitment, workspace, connection)
        }
    }

    /// What a need cites, in the order it names them: the public record alone.
    package func cited(
        _ need: Need, language: LanguageTag
    ) async throws(WorkspaceError) -> [CitedRecommendation] {
        let ids = need.sources.filter { $0.kind == .recommendation }.map { RecommendationID($0.id) }
        return try await store.read { connection in
            try RecordLoader(connection).load(ids).map { Self.cited($0, language) }
        }
    }

    static func cited(_ record: StoredRecord, _ language: LanguageTag) -> CitedRecommendation {
        let texts = record.recommendation.texts
        let chosen = [language, .english].first { texts[$0] != nil } ?? texts.keys.min() ?? language
        let place = [record.document.symbol?.printed, record.recommendation.paragraph?.printed].compactMap(\.self)
        return CitedRecommendation(
            id: record.recommendation.id, place: place.joined(separator: ", "), text: texts[chosen] ?? "",
            language: chosen)
    }

    private static func unique(_ sources: [NeedSource]) -> [NeedSource] {
        var seen: Set<NeedSource> = []
        return Array(sources.filter { seen.insert($0).inserted }.prefix(CooperationLimits.sourcesMax))
    }

    /// At a word's end.
    static func short(_ text: String) -> String {
        let most = CooperationLimits.titleCharactersMax
        let line = CooperationLimits.trimmed(text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "")
        guard line.count > most else { return line }
        let head = line.prefix(most - 1)
        let cut = head.lastIndex { $0.isWhitespace }
        return String(cut.map { head[..<$0] } ?? head) + "…"
    }
}
