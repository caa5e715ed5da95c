package import CooperationWeb
import Domain
package import Frame
package import Screening

/// Screening for harm: every address of this room. Which of several rights opens what is asked again in the operations, with the row.
package enum ScreeningRoutes {
    package static func all(_ screenings: Screenings) -> [Route] {
        pages(screenings) + moments(screenings) + forms(screenings) + service(screenings)
    }

    private static let section = Parameter(
        name: "section", form: .text(charactersMax: 40), summary: "A part of the questions.")
    private static let question = Parameter(
        name: "question", form: .text(charactersMax: 60), summary: "A question's key.")
    private static let moment = Parameter(name: "moment", form: .number, summary: "A moment's number.")

    private static func pages(_ screenings: Screenings) -> [Route] {
        [
            .workspace("screenings", "/screenings", right: .seeWorkspace) { visit throws(WebError) in
                try await ScreeningListView.answer(visit, screenings)
            },
            .workspace("screening", "/screenings/{id}", [.id], right: .seeCooperation) { visit throws(WebError) in
                try await ScreeningView.answer(visit, screenings)
            },
            .workspace("screening-compare", "/screenings/{id}/compare", [.id, section], right: .seeCooperation) {
                visit throws(WebError) in try await ComparisonView.answer(visit, screenings)
            },
            .workspace("screening-summary", "/screenings/{id}/summary", [.id, moment], right: .seeCooperation) {
                visit throws(WebError) in try await SummaryView.answer(visit, screenings)
            },
            file("csv", .csv, screenings), file("xlsx", .xlsx, screenings),
            .workspace("screening-risk", "/screenings/risks/{id}", [.id], right: .seeCooperation) {
                visit throws(WebError) in try await RiskView.answer(visit, screenings)
            },
        ]
    }

    private static func file(_ name: String, _ form: ScreeningFile, _ screenings: Screenings) -> Route {
        .workspace(
            "screening-\(name)", "/screenings/{id}/answers.\(name)", [.id], right: .seeCooperation,
            contentType: form.contentType
        ) { visit throws(WebError) in try await form.answer(visit, screenings) }
    }

    private static func moments(_ screenings: Screenings) -> [Route] {
        [
            .workspace(
                "screening-moment", "/screenings/moments/{id}", [.id, section, question], right: .seeCooperation
            ) { visit throws(WebError) in try await MomentView.answer(visit, screenings) },
            .workspace(
                "screening-sheet", "/screenings/moments/{id}/answers", [.id, section], right: .answerScreening
            ) { visit throws(WebError) in try await SheetView.answer(visit, screenings) },
            form("screening-answers", "/screenings/moments/{id}/answers", .answerScreening, screenings) {
                actions throws(WebError) in try await actions.save()
            },
            form("screening-hand-in", "/screenings/moments/{id}/hand-in", .answerScreening, screenings) {
                actions throws(WebError) in try await actions.handIn()
            },
            form("screening-moment-edit", "/screenings/moments/{id}/edit", .screenCooperation, screenings) {
                actions throws(WebError) in try await actions.editMoment()
            },
            form("screening-moment-withdraw", "/screenings/moments/{id}/withdraw", .screenCooperation, screenings) {
                actions throws(WebError) in try await actions.withdrawMoment()
            },
            form("screening-risk-add", "/screenings/moments/{id}/risks", .screenCooperation, screenings) {
                actions throws(WebError) in try await actions.raise()
            },
        ]
    }

    private static func forms(_ screenings: Screenings) -> [Route] {
        [
            .workspaceForm("screening-open", "/screenings", right: .screenCooperation) {
                visit, form throws(WebError) in try await ScreeningActions(visit, form, screenings).open()
            },
            form("screening-ask", "/screenings/{id}/ask", .screenCooperation, screenings) {
                actions throws(WebError) in try await actions.ask()
            },
            form("screening-join", "/screenings/{id}/join", .screenCooperation, screenings) {
                actions throws(WebError) in try await actions.join()
            },
            form("screening-withdraw", "/screenings/{id}/withdraw", .screenCooperation, screenings) {
                actions throws(WebError) in try await actions.withdraw()
            },
            form("screening-moment-add", "/screenings/{id}/moments", .screenCooperation, screenings) {
                actions throws(WebError) in try await actions.addMoment()
            },
            form("screening-invite", "/screenings/{id}/contributors", .screenCooperation, screenings) {
                actions throws(WebError) in try await actions.invite()
            },
            form("screening-uninvite", "/screenings/{id}/contributors/end", .screenCooperation, screenings) {
                actions throws(WebError) in try await actions.endInvitation()
            },
            form("screening-name", "/screenings/{id}/name", .answerScreening, screenings) {
                actions throws(WebError) in try await actions.name()
            },
            form("screening-risk-edit", "/screenings/risks/{id}/edit", .screenCooperation, screenings) {
                actions throws(WebError) in try await actions.editRisk()
            },
            form("screening-risk-state", "/screenings/risks/{id}/state", .answerScreening, screenings) {
                actions throws(WebError) in try await actions.setRisk()
            },
        ]
    }

    private static func form(
        _ name: String, _ path: String, _ right: Right, _ screenings: Screenings,
        _ act: @escaping @Sendable (ScreeningActions) async throws(WebError) -> Answer
    ) -> Route {
        .workspaceForm(name, path, [.id], right: right) { visit, form throws(WebError) in
            try await act(ScreeningActions(visit, form, screenings))
        }
    }

    private static func service(_ screenings: Screenings) -> [Route] {
        [
            .api(
                "api-screening-questions", "/screening-questions", [],
                "The questions of the screening for harm, in all editions, the newest last.", "ScreeningQuestions"
            ) { exchange throws(WebError) in ScreeningJSON.questions(exchange, screenings) },
            .workspaceAPI(
                "api-screenings", "/screenings", right: .seeCooperation,
                "Screenings the workspace takes part in, and how they stand.", "Screenings"
            ) { visit throws(WebError) in try await ScreeningJSON.list(visit, screenings) },
            .workspaceAPI(
                "api-screening", "/screenings/{id}", [.id], right: .seeCooperation,
                "One screening: its sides, moments, answers as they were handed in, and risks.", "Screening"
            ) { visit throws(WebError) in try await ScreeningJSON.one(visit, screenings) },
        ]
    }

    /// How the screening of a programme or agreement stands, for its page in a workspace.
    package static func beside(_ kind: ScreenedSubject.Kind, _ screenings: Screenings) -> PageBeside {
        { (visit: Visit, id: Int64) async throws(WebError) -> (@Sendable (View) -> Void)? in
            guard let line = try await ScreeningLine.load(ScreenedSubject(kind, id), visit, screenings) else {
                return nil
            }
            return { view in line.write(view) }
        }
    }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = ScreeningJSON.schemas
}
