import Domain
import Frame
import Practices

/// Reviews of what other workspaces handed in.
enum ReviewRoutes {
    static func all(_ practices: Practices) -> [Route] {
        [
            .workspace("practice-reviews", "/practices/reviews", right: .moderatePractices) {
                visit throws(WebError) in try await ReviewListView.answer(visit, practices)
            },
            .workspace(
                "practice-review", "/practices/reviews/{id}", [.id, PracticeAsked.version], right: .moderatePractices
            ) { visit throws(WebError) in try await ReviewView.practice(visit, practices) },
            .workspace(
                "emerging-review", "/practices/reviews/emerging/{id}", [.id], right: .moderatePractices
            ) { visit throws(WebError) in try await ReviewView.emerging(visit, practices) },
            form("practice-take", "/practices/reviews/{id}/take", practices) { actions throws(WebError) in
                try await actions.take()
            },
            form("practice-say", "/practices/reviews/{id}/review", practices) { actions throws(WebError) in
                try await actions.review()
            },
            form("emerging-take", "/practices/reviews/emerging/{id}/take", practices) { actions throws(WebError) in
                try await actions.takeEmerging()
            },
            form("emerging-say", "/practices/reviews/emerging/{id}/review", practices) { actions throws(WebError) in
                try await actions.reviewEmerging()
            },
        ]
    }

    private static func form(
        _ name: String, _ path: String, _ practices: Practices,
        _ act: @escaping @Sendable (ReviewActions) async throws(WebError) -> Answer
    ) -> Route {
        .workspaceForm(name, path, [.id], right: .moderatePractices) { visit, form throws(WebError) in
            try await act(ReviewActions(visit, form, practices))
        }
    }
}
