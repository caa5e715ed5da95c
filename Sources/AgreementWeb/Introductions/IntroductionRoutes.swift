import Agreements
import Domain
import Frame

/// Requests to be introduced.
enum IntroductionRoutes {
    static let about: [Parameter] = [
        number("need", "The need it is about."), number("offer", "The offer it is about."),
        number("call", "The fund's call it is about."), number("programme", "The programme it is about."),
        Parameter(name: "peer", form: .text(charactersMax: 100), summary: "The code of a peer State."),
    ]

    private static let message = Parameter(
        name: "message", place: .path, form: .number, summary: "The message's number.")

    private static func number(_ name: String, _ summary: String) -> Parameter {
        Parameter(name: name, form: .number, summary: summary)
    }

    static func all(_ agreements: Agreements) -> [Route] { pages(agreements) + answers(agreements) }

    private static func pages(_ agreements: Agreements) -> [Route] {
        [
            .workspace("introductions", "/introductions", right: .seeCooperation) { visit throws(WebError) in
                try await IntroductionListView.answer(visit, agreements)
            },
            .workspace("introduction-new", "/introductions/new", about, right: .decideMatches) {
                visit throws(WebError) in try await IntroductionNewView.answer(visit, agreements)
            },
            .workspaceForm("introduction-ask", "/introductions/new", right: .decideMatches) {
                visit, form throws(WebError) in try await IntroductionActions(visit, form, agreements).ask()
            },
            .workspace("introduction", "/introductions/{id}", [.id], right: .seeCooperation) {
                visit throws(WebError) in try await IntroductionView.answer(visit, agreements)
            },
            .workspaceAPI(
                "api-introductions", "/introductions", right: .seeCooperation,
                "Requests to be introduced, sent and received, the latest first.", "Introductions"
            ) { visit throws(WebError) in try await IntroductionJSON.list(visit, agreements) },
            .workspaceAPI(
                "api-introduction", "/introductions/{id}", [.id], right: .seeCooperation,
                "A request to be introduced, with its thread.", "IntroductionThread"
            ) { visit throws(WebError) in try await IntroductionJSON.one(visit, agreements) },
        ]
    }

    private static func answers(_ agreements: Agreements) -> [Route] {
        [
            .workspaceForm("introduction-accept", "/introductions/{id}/accept", [.id], right: .decideMatches) {
                visit, form throws(WebError) in try await IntroductionActions(visit, form, agreements).accept()
            },
            .workspaceForm("introduction-decline", "/introductions/{id}/decline", [.id], right: .decideMatches) {
                visit, form throws(WebError) in try await IntroductionActions(visit, form, agreements).decline()
            },
            .workspaceForm("introduction-withdraw", "/introductions/{id}/withdraw", [.id], right: .decideMatches) {
                visit, form throws(WebError) in try await IntroductionActions(visit, form, agreements).withdraw()
            },
            .workspaceForm("introduction-say", "/introductions/{id}/messages", [.id], right: .decideMatches) {
                visit, form throws(WebError) in try await IntroductionActions(visit, form, agreements).say()
            },
            .workspaceForm(
                "introduction-erase", "/introductions/{id}/messages/{message}/delete", [.id, message],
                right: .decideMatches
            ) { visit, form throws(WebError) in try await IntroductionActions(visit, form, agreements).erase() },
            .workspaceForm("introduction-contact", "/introductions/{id}/contact", [.id], right: .decideMatches) {
                visit, form throws(WebError) in try await IntroductionActions(visit, form, agreements).contact()
            },
        ]
    }
}
