import Domain
import Frame
import Practices

/// A workspace's own practices.
enum AuthorRoutes {
    static func all(_ practices: Practices) -> [Route] { pages(practices) + forms(practices) }

    private static func pages(_ practices: Practices) -> [Route] {
        [
            .workspace("own-practices", "/practices", right: .seeCooperation) { visit throws(WebError) in
                try await OwnPracticesView.answer(visit, practices)
            },
            .workspace("practice-new", "/practices/new", PracticeFormView.beginnings, right: .writePractices) {
                visit throws(WebError) in try await PracticeFormView.new(visit, practices)
            },
            .workspace("own-practice", "/practices/{id}", [.id, PracticeAsked.version], right: .seeCooperation) {
                visit throws(WebError) in try await OwnPracticeView.answer(visit, practices)
            },
            .workspace("practice-change", "/practices/{id}/edit", [.id], right: .writePractices) {
                visit throws(WebError) in try await PracticeFormView.edit(visit, practices)
            },
            .workspace(
                "practice-version", "/practices/{id}/version", [.id, PracticeAsked.version], right: .writePractices
            ) { visit throws(WebError) in try await PracticeFormView.version(visit, practices) },
            .workspaceAPI(
                "api-own-practices", "/practices", right: .seeCooperation,
                "The workspace's practices, drafts included, by their latest editions.", "OwnPractices"
            ) { visit throws(WebError) in try await PracticeJSON.own(visit, practices) },
        ]
    }

    private static func forms(_ practices: Practices) -> [Route] {
        [
            .workspaceForm("practice-add", "/practices", right: .writePractices) { visit, form throws(WebError) in
                try await PracticeActions(visit, form, practices).add()
            },
            form("edit", practices) { actions throws(WebError) in try await actions.edit() },
            form("version", practices) { actions throws(WebError) in try await actions.putVersion() },
            form("version-remove", practices) { actions throws(WebError) in try await actions.removeVersion() },
            form("link", practices) { actions throws(WebError) in try await actions.link() },
            form("unlink", practices) { actions throws(WebError) in try await actions.unlink() },
            form("hand-in", practices) { actions throws(WebError) in try await actions.handIn() },
            form("take-back", practices) { actions throws(WebError) in try await actions.takeBack() },
            form("revise", practices) { actions throws(WebError) in try await actions.revise() },
            form("withdraw", practices) { actions throws(WebError) in try await actions.withdraw() },
        ]
    }

    private static func form(
        _ action: String, _ practices: Practices,
        _ act: @escaping @Sendable (PracticeActions) async throws(WebError) -> Answer
    ) -> Route {
        .workspaceForm("practice-do-\(action)", "/practices/{id}/\(action)", [.id], right: .writePractices) {
            visit, form throws(WebError) in try await act(PracticeActions(visit, form, practices))
        }
    }
}
