import Domain
package import Frame
package import Plans
import Rounds

/// The position round: from the report to the frozen result.
package enum RoundRoutes {
    package static func all(_ plans: Plans) -> [Route] {
        let rounds = plans.rounds
        return pages(rounds) + work(rounds) + RoundAPI.all(rounds)
    }

    /// The API's schemas of this part.
    package static let schemas: [Schema.Named] = RoundAPI.schemas

    static let paragraph = Parameter(
        name: "paragraph", place: .path, form: Parameter.id.form, summary: "The paragraph's number in the store.")

    private static func pages(_ rounds: Rounds) -> [Route] {
        [
            .workspace("rounds", "/round", right: .seeRound) { visit throws(WebError) in
                try await RoundListView.answer(visit, rounds)
            },
            .workspace("round", "/round/{id}", [.id] + RoundQuestion.parameters, right: .seeRound) {
                visit throws(WebError) in try await RoundView.answer(visit, rounds)
            },
            .workspace(
                "round-paragraph", "/round/{id}/paragraphs/{paragraph}", [.id, paragraph], right: .seeRound
            ) { visit throws(WebError) in try await RoundParagraphView.answer(visit, rounds) },
            .workspace("round-check", "/round/{id}/check", [.id], right: .manageRound) { visit throws(WebError) in
                try await RoundCheckView.answer(visit, rounds)
            },
            .workspace("round-report", "/round/{id}/report", [.id, RenumberView.target], right: .manageRound) {
                visit throws(WebError) in try await RenumberView.answer(visit, rounds)
            },
            .workspace("round-result", "/round/{id}/result", [.id, RoundResult.freeze], right: .seeRound) {
                visit throws(WebError) in try await RoundResult.page(visit, rounds)
            },
            .workspace(
                "round-result-csv", "/round/{id}/result.csv", [.id, RoundResult.freeze], right: .seeRound,
                contentType: "text/csv"
            ) { visit throws(WebError) in try await RoundResult.csv(visit, rounds) },
            .workspace(
                "round-result-json", "/round/{id}/result.json", [.id, RoundResult.freeze], right: .seeRound,
                contentType: "application/json"
            ) { visit throws(WebError) in try await RoundResult.json(visit, rounds) },
        ]
    }

    private static func work(_ rounds: Rounds) -> [Route] {
        [
            .workspaceForm("round-open", "/round", right: .manageRound) { visit, form throws(WebError) in
                try await RoundActions(visit, form, rounds).open()
            },
            .workspaceForm("round-work", "/round/{id}/work", [.id], right: .manageRound) {
                visit, form throws(WebError) in try await RoundActions(visit, form, rounds).work()
            },
            .workspaceForm("round-answers", "/round/{id}/answers", [.id], right: .proposePosition) {
                visit, form throws(WebError) in try await RoundActions(visit, form, rounds).answers()
            },
            .workspaceForm("round-edit", "/round/{id}/edit", [.id], right: .manageRound) {
                visit, form throws(WebError) in try await RoundActions(visit, form, rounds).edit()
            },
            .workspaceForm("round-cancel", "/round/{id}/cancel", [.id], right: .manageRound) {
                visit, form throws(WebError) in try await RoundActions(visit, form, rounds).cancel()
            },
            .workspaceForm("round-freeze", "/round/{id}/freeze", [.id], right: .manageRound) {
                visit, form throws(WebError) in try await RoundActions(visit, form, rounds).freeze()
            },
            .workspaceForm("round-reopen", "/round/{id}/reopen", [.id], right: .manageRound) {
                visit, form throws(WebError) in try await RoundActions(visit, form, rounds).reopen()
            },
            .workspaceForm("round-move", "/round/{id}/report", [.id], right: .manageRound) {
                visit, form throws(WebError) in try await RenumberView.move(visit, form, rounds)
            },
            .workspaceForm(
                "round-answer", "/round/{id}/paragraphs/{paragraph}/answer", [.id, paragraph], right: .proposePosition
            ) { visit, form throws(WebError) in try await RoundParagraphActions(visit, form, rounds).answer() },
            .workspaceForm(
                "round-stand", "/round/{id}/paragraphs/{paragraph}/stand", [.id, paragraph], right: .proposePosition
            ) { visit, form throws(WebError) in try await RoundParagraphActions(visit, form, rounds).stand() },
            .workspaceForm(
                "round-resolve", "/round/{id}/paragraphs/{paragraph}/resolve", [.id, paragraph], right: .manageRound
            ) { visit, form throws(WebError) in try await RoundParagraphActions(visit, form, rounds).resolve() },
            .workspaceForm(
                "round-clear", "/round/{id}/paragraphs/{paragraph}/clear", [.id, paragraph], right: .manageRound
            ) { visit, form throws(WebError) in try await RoundParagraphActions(visit, form, rounds).clear() },
        ]
    }
}
