import Agreements
import CooperationWeb
import Domain
import Frame

/// Agreements: the public ones, and those of a workspace.
enum PactRoutes {
    static let numbered = Parameter(
        name: "number", place: .path, form: .number, summary: "The version's number.")
    static let line = Parameter(name: "line", place: .path, form: .number, summary: "The line's number.")
    private static let introduction = Parameter(
        name: "introduction", form: .number, summary: "The introduction it begins with.")

    static func all(_ agreements: Agreements, _ beside: [PageBeside]) -> [Route] {
        open(agreements) + pages(agreements, beside) + writing(agreements) + carrying(agreements)
    }

    private static func open(_ agreements: Agreements) -> [Route] {
        [
            .page("agreements", "/agreements", [CooperationParameters.after]) { exchange throws(WebError) in
                try await AgreementPublicView.list(exchange, agreements)
            },
            .page("agreement", "/agreements/{id}", [.id]) { exchange throws(WebError) in
                try await AgreementPublicView.one(exchange, agreements)
            },
            .api(
                "getAgreements", "/agreements", [CooperationParameters.after, CooperationParameters.limit],
                "Agreements that all their parties published, the latest first.", "Agreements"
            ) { exchange throws(WebError) in try await AgreementJSON.published(exchange, agreements) },
            .api("getAgreement", "/agreements/{id}", [.id], "An agreement that all its parties published.", "Agreement")
            {
                exchange throws(WebError) in try await AgreementJSON.publishedOne(exchange, agreements)
            },
        ]
    }

    private static func pages(_ agreements: Agreements, _ beside: [PageBeside]) -> [Route] {
        [
            .workspace("own-agreements", "/agreements", right: .seeCooperation) { visit throws(WebError) in
                try await AgreementListView.answer(visit, agreements)
            },
            .workspace("agreement-new", "/agreements/new", [introduction], right: .makeAgreements) {
                visit throws(WebError) in try await AgreementForm.new(visit, agreements)
            },
            .workspace("own-agreement", "/agreements/{id}", [.id], right: .seeCooperation) {
                visit throws(WebError) in try await AgreementView.answer(visit, agreements, beside)
            },
            .workspace(
                "agreement-version", "/agreements/{id}/versions/{number}", [.id, numbered], right: .seeCooperation
            ) { visit throws(WebError) in try await AgreementView.version(visit, agreements) },
            .workspace(
                "agreement-draft", "/agreements/{id}/versions/{number}/edit", [.id, numbered], right: .makeAgreements
            ) { visit throws(WebError) in try await AgreementForm.edit(visit, agreements) },
            .workspaceAPI(
                "api-agreements", "/agreements", right: .seeCooperation,
                "Agreements that the workspace is a party of, own drafts included.", "Agreements"
            ) { visit throws(WebError) in try await AgreementJSON.own(visit, agreements) },
            .workspaceAPI(
                "api-agreement", "/agreements/{id}", [.id], right: .seeCooperation,
                "One agreement with what its parties say of it.", "Agreement"
            ) { visit throws(WebError) in try await AgreementJSON.ownOne(visit, agreements) },
        ]
    }

    private static func writing(_ agreements: Agreements) -> [Route] {
        [
            form("agreement-add", "/agreements", [], agreements) { act throws(WebError) in try await act.add() },
            form("agreement-save", "/agreements/{id}/versions/{number}/edit", [.id, numbered], agreements) {
                act throws(WebError) in try await act.save()
            },
            form("agreement-redraft", "/agreements/{id}/versions", [.id], agreements) { act throws(WebError) in
                try await act.redraft()
            },
            form("agreement-propose", "/agreements/{id}/versions/{number}/propose", [.id, numbered], agreements) {
                act throws(WebError) in try await act.propose()
            },
            form("agreement-drop", "/agreements/{id}/versions/{number}/drop", [.id, numbered], agreements) {
                act throws(WebError) in try await act.drop()
            },
            form("agreement-accept", "/agreements/{id}/versions/{number}/accept", [.id, numbered], agreements) {
                act throws(WebError) in try await act.accept()
            },
            form("agreement-refuse", "/agreements/{id}/versions/{number}/refuse", [.id, numbered], agreements) {
                act throws(WebError) in try await act.refuse()
            },
            form("agreement-publish", "/agreements/{id}/publish", [.id], agreements) { act throws(WebError) in
                try await act.publish()
            },
            form("agreement-close", "/agreements/{id}/close", [.id], agreements) { act throws(WebError) in
                try await act.close()
            },
        ]
    }

    private static func carrying(_ agreements: Agreements) -> [Route] {
        [
            form("agreement-state", "/agreements/{id}/benchmarks/{line}", [.id, line], agreements) {
                act throws(WebError) in try await act.state()
            },
            form("agreement-deliver", "/agreements/{id}/contributions/{line}", [.id, line], agreements) {
                act throws(WebError) in try await act.deliver()
            },
            form("agreement-action", "/agreements/{id}/actions", [.id], agreements) { act throws(WebError) in
                try await act.action()
            },
            form("agreement-evidence", "/agreements/{id}/evidence", [.id], agreements) { act throws(WebError) in
                try await act.evidence()
            },
            form("agreement-programme", "/agreements/{id}/programme", [.id], agreements) { act throws(WebError) in
                try await act.programme()
            },
            form("agreement-invite", "/agreements/{id}/invited", [.id], agreements) { act throws(WebError) in
                try await act.invite()
            },
        ]
    }

    private static func form(
        _ name: String, _ path: String, _ parameters: [Parameter], _ agreements: Agreements,
        _ act: @escaping @Sendable (AgreementActions) async throws(WebError) -> Answer
    ) -> Route {
        .workspaceForm(name, path, parameters, right: .makeAgreements) { visit, form throws(WebError) in
            try await act(AgreementActions(visit, form, agreements))
        }
    }
}
