import Domain
import Drafting
import People
import Rounds

/// Reports of the demonstration's workspace: an approved addendum to an earlier review, and a mid-term report in draft.
struct DemonstrationDrafts: Sendable {
    let drafting: Drafting

    /// Once. Without an earlier report whose positions are all decided there is no addendum.
    func make(in workspace: Workspace, by caller: Caller) async throws(WorkspaceError) {
        let keeper = Member.keeper(caller.name, of: workspace)
        guard let state = workspace.mechanismState, try await drafting.all(keeper).isEmpty else { return }
        try await addendum(state, keeper)
        let documents = try await drafting.documents(state).filter { $0.mechanism == .demonstrationReview }
        let id = try await drafting.draft(
            ReportOrder(
                kind: .midTerm, language: workspace.language,
                scope: ReportScope(state: state, document: documents.last?.id)), by: keeper)
        let page = try await drafting.page(id, keeper)
        guard let section = page.sections.first(where: { $0.section.key == "challenges" }) else { return }
        _ = try await drafting.insert(
            "Snow closes the northern road for four months a year. Field offices there are reached by radio.",
            into: section.section.key, of: id, after: section.paragraphs.last?.id, by: keeper)
    }

    private func addendum(_ state: StateCode, _ keeper: Member) async throws(WorkspaceError) {
        let rounds = Rounds(drafting.store)
        guard let decided = try await rounds.documents(keeper).first(where: { $0.pending == 0 && $0.round == nil })
        else { return }
        let round = try await rounds.open(decided.document.id, by: keeper)
        guard try await rounds.troubles(round.id, keeper).isEmpty else { return }
        let freeze = try await rounds.freeze(round.id, version: round.version, by: keeper)
        let id = try await drafting.draft(
            ReportOrder(
                kind: .addendum, language: .english,
                scope: ReportScope(
                    state: state, document: decided.document.id,
                    round: .init(round: round.id.value, freeze: freeze.number))), by: keeper)
        try await drafting.move(id, to: .inReview, version: 1, by: keeper)
        try await drafting.move(id, to: .approved, version: 2, by: keeper)
    }
}
