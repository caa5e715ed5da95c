package import Domain
import People
import Store

/// A recommendation from which a need could be stated, and why it is proposed.
package struct NeedProposal: Hashable, Sendable {
    package var recommendation: CitedRecommendation
    package var position: Position?
    package var rules: [AssistanceRule]
    /// A need of the workspace was stated from it already.
    package var isStated: Bool
}

extension Needs {
    package static let proposalsMax = 300

    /// Recommendations to the State that ask for help, those with no need yet first, then the latest documents first.
    package func proposals(
        language: LanguageTag, _ member: Member
    ) async throws(WorkspaceError) -> [NeedProposal] {
        try member.require(.stateNeed)
        guard let state = member.workspace.mechanismState else { throw .forbidden }
        let workspace = member.workspace.id
        return try await store.read { connection in
            let stated = try NeedSourceRow.stated(workspace, connection)
            let records = try RecordLoader(connection).load(NeedSourceRow.recommendations(to: state, connection))
            let found = records.compactMap { record -> NeedProposal? in
                let rules = AssistanceRule.holding(for: record.recommendation)
                guard !rules.isEmpty else { return nil }
                return NeedProposal(
                    recommendation: Self.cited(record, language), position: record.recommendation.position,
                    rules: rules, isStated: stated.contains(record.recommendation.id))
            }
            return Array((found.filter { !$0.isStated } + found.filter(\.isStated)).prefix(Self.proposalsMax))
        }
    }

    /// Makes a draft of each paragraph of a national report's section, for the coordinator to complete.
    package func add(
        paragraphs: [String], of document: DocumentID?, language: LanguageTag, by member: Member
    ) async throws(WorkspaceError) -> [Need] {
        guard (1...50).contains(paragraphs.count) else { throw .invalid("paragraphs", "need.section.choose") }
        var made: [Need] = []
        for paragraph in paragraphs {
            var draft = NeedDraft()
            draft.title = Self.short(paragraph)
            draft.asked = paragraph
            draft.language = language
            if let document { draft.sources = [NeedSource(.document, document.value)] }
            made.append(try await add(draft, by: member))
        }
        return made
    }
}
