import Domain
import Frame
import Practices

/// Emerging issues: the public ones, and those of a workspace.
enum EmergingRoutes {
    static func all(_ practices: Practices) -> [Route] { open(practices) + work(practices) }

    private static func open(_ practices: Practices) -> [Route] {
        [
            .page("emerging-issues", "/emerging-issues", EmergingViews.filters) { exchange throws(WebError) in
                try await EmergingViews.list(exchange, practices)
            },
            .page("emerging-issue", "/emerging-issues/{id}", [.id]) { exchange throws(WebError) in
                try await EmergingViews.one(exchange, practices)
            },
            .api(
                "getEmergingIssues", "/emerging-issues", EmergingViews.filters + [PracticeAsked.limit],
                "Published emerging issues, the latest first.", "EmergingIssues"
            ) { exchange throws(WebError) in try await EmergingJSON.list(exchange, practices) },
            .api("getEmergingIssue", "/emerging-issues/{id}", [.id], "A published emerging issue.", "EmergingIssue") {
                exchange throws(WebError) in try await EmergingJSON.one(exchange, practices)
            },
        ]
    }

    private static func work(_ practices: Practices) -> [Route] {
        [
            .workspace("own-emerging", "/emerging-issues", right: .seeCooperation) { visit throws(WebError) in
                try await OwnEmergingViews.list(visit, practices)
            },
            .workspaceForm("emerging-add", "/emerging-issues", right: .writePractices) {
                visit, form throws(WebError) in try await EmergingActions(visit, form, practices).add()
            },
            .workspace("emerging-new", "/emerging-issues/new", right: .writePractices) { visit throws(WebError) in
                await OwnEmergingViews.new(visit)
            },
            .workspace("own-emerging-one", "/emerging-issues/{id}", [.id], right: .seeCooperation) {
                visit throws(WebError) in try await OwnEmergingViews.one(visit, practices)
            },
            form("edit", practices) { actions throws(WebError) in try await actions.edit() },
            form("hand-in", practices) { actions throws(WebError) in try await actions.handIn() },
            form("take-back", practices) { actions throws(WebError) in try await actions.takeBack() },
            form("withdraw", practices) { actions throws(WebError) in try await actions.withdraw() },
            form("proponent", practices) { actions throws(WebError) in try await actions.addProponent() },
            form("proponent-remove", practices) { actions throws(WebError) in try await actions.removeProponent() },
            form("draft", practices) { actions throws(WebError) in try await actions.addDraft() },
            form("step", practices) { actions throws(WebError) in try await actions.addStep() },
            form("strike", practices) { actions throws(WebError) in try await actions.strike() },
        ]
    }

    private static func form(
        _ action: String, _ practices: Practices,
        _ act: @escaping @Sendable (EmergingActions) async throws(WebError) -> Answer
    ) -> Route {
        .workspaceForm("emerging-do-\(action)", "/emerging-issues/{id}/\(action)", [.id], right: .writePractices) {
            visit, form throws(WebError) in try await act(EmergingActions(visit, form, practices))
        }
    }
}
