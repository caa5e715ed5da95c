import Domain
import Frame
import Practices

/// Adopting what others wrote down.
enum AdoptionRoutes {
    static func all(_ practices: Practices) -> [Route] {
        [
            .workspace(
                "practice-library", "/practices/library", PracticeAsked.filters + [PracticeAsked.after],
                right: .seeCooperation
            ) { visit throws(WebError) in try await PracticeLibraryView.answer(visit, practices) },
            .workspace(
                "practice-adopting", "/practices/library/{id}", [.id, PracticeAsked.version, AdoptView.aim],
                right: .seeCooperation
            ) { visit throws(WebError) in try await AdoptView.answer(visit, practices) },
            form("practice-adopt", "/practices/library/{id}/adopt", practices) { actions throws(WebError) in
                try await actions.adopt()
            },
            form("practice-result", "/practices/adoptions/{id}/result", practices) { actions throws(WebError) in
                try await actions.addResult()
            },
            form("practice-show", "/practices/adoptions/{id}/show", practices) { actions throws(WebError) in
                try await actions.show()
            },
            form("practice-unadopt", "/practices/adoptions/{id}/take-back", practices) { actions throws(WebError) in
                try await actions.takeBack()
            },
        ]
    }

    private static func form(
        _ name: String, _ path: String, _ practices: Practices,
        _ act: @escaping @Sendable (AdoptionActions) async throws(WebError) -> Answer
    ) -> Route {
        .workspaceForm(name, path, [.id], right: .writePractices) { visit, form throws(WebError) in
            try await act(AdoptionActions(visit, form, practices))
        }
    }
}
