import Consultations
import Domain
import Frame

/// Consultations inside their workspace: whoever holds them, and whoever takes part.
enum HoldingRoutes {
    private typealias Act = @Sendable (ConsultationActions) async throws(WebError) -> Answer

    private static let said = Parameter(name: "said", form: .text(charactersMax: 40), summary: "What was just done.")
    private static let number = Parameter(
        name: "number", place: .path, form: .number, summary: "The number of a part of it.")

    static func all(_ consultations: Consultations) -> [Route] { pages(consultations) + forms(consultations) }

    private static func pages(_ consultations: Consultations) -> [Route] {
        [
            .workspace("own-consultations", "/consultations", [said], right: .seeConsultations) {
                visit throws(WebError) in try await OwnConsultationsView.list(visit, consultations)
            },
            .workspace("consultation-new", "/consultations/new", right: .manageConsultations) {
                visit throws(WebError) in await OwnConsultationsView.new(visit)
            },
            .workspace("own-consultation", "/consultations/{id}", [.id, said], right: .seeConsultations) {
                visit throws(WebError) in try await OwnConsultationView.answer(visit, consultations)
            },
            .workspace(
                "own-consultation-summary", "/consultations/{id}/summary", [.id, said], right: .manageConsultations
            ) { visit throws(WebError) in try await SummaryEditingView.answer(visit, consultations) },
        ]
    }

    private static func forms(_ consultations: Consultations) -> [Route] {
        func form(
            _ action: String, _ parameters: [Parameter] = [.id], right: Right = .manageConsultations,
            _ act: @escaping Act
        ) -> Route {
            let path = action.replacing(":", with: "/{number}/")
            return .workspaceForm(
                "consultation-do-" + action.replacing(":", with: "-"), "/consultations/{id}/" + path, parameters,
                right: right
            ) { visit, form throws(WebError) in try await act(ConsultationActions(visit, form, consultations)) }
        }
        return [
            .workspaceForm("consultation-add", "/consultations", right: .manageConsultations) {
                visit, form throws(WebError) in
                try await ConsultationActions(visit, form, consultations).add()
            },
            form("edit") { actions throws(WebError) in try await actions.edit() },
            form("publish") { actions throws(WebError) in try await actions.publish() },
            form("unpublish") { actions throws(WebError) in try await actions.unpublish() },
            form("cancel") { actions throws(WebError) in try await actions.cancel() },
            form("session") { actions throws(WebError) in try await actions.addSession() },
            form("speaker") { actions throws(WebError) in try await actions.addSpeaker() },
            form("invite") { actions throws(WebError) in try await actions.invite() },
            form("remove") { actions throws(WebError) in try await actions.remove() },
            form("invitation", right: .contribute) { actions throws(WebError) in
                try await actions.answerInvitation()
            },
            form("contribute", right: .contribute) { actions throws(WebError) in try await actions.contribute() },
            form("take-down") { actions throws(WebError) in try await actions.takeDown() },
            form("contributions:moderate", [.id, number]) { actions throws(WebError) in
                try await actions.moderate()
            },
            form("contributions:answer", [.id, number]) { actions throws(WebError) in
                try await actions.answer()
            },
            form("contributions:withdraw", [.id, number], right: .contribute) { actions throws(WebError) in
                try await actions.withdraw()
            },
            form("part") { actions throws(WebError) in try await actions.addPart() },
            form("parts:edit", [.id, number]) { actions throws(WebError) in try await actions.editPart() },
            form("parts:become", [.id, number]) { actions throws(WebError) in try await actions.become() },
            form("publish-summary") { actions throws(WebError) in try await actions.publishSummary() },
        ]
    }
}
