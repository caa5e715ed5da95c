import Assessments
import Domain
import Frame

/// What a voice in a workspace writes, publishes and takes back. Rows are found by workspace and voice: a coordinator of government
/// reaches the State's own and nobody else's.
enum OwnAssessmentRoutes {
    static let thing = Parameter(
        name: "thing", form: .pattern("^(recommendation|issue):[1-9][0-9]{0,17}$") { AssessedThing($0) != nil },
        summary: "What is assessed.")
    static let statement = Parameter(
        name: "statement", form: .number, summary: "What the State said in its plan, to begin from.")

    static func all(_ assessments: Assessments) -> [Route] { pages(assessments) + forms(assessments) }

    private static func pages(_ assessments: Assessments) -> [Route] {
        [
            .workspace(
                "own-assessments", "/assessments",
                [Parameter(name: "after", form: .number, summary: "The last number of the page before.")],
                right: .assess
            ) { visit throws(WebError) in try await OwnAssessmentsView.answer(visit, assessments) },
            .workspace("assessment-new", "/assessments/new", [thing, statement], right: .assess) {
                visit throws(WebError) in try await AssessmentFormView.new(visit, assessments)
            },
            .workspace("assessment-schemes", "/assessments/schemes", right: .assess) { visit throws(WebError) in
                try await SchemesView.answer(visit, assessments)
            },
            .workspace("own-assessment", "/assessments/{id}", [.id], right: .assess) { visit throws(WebError) in
                try await OwnAssessmentView.answer(visit, assessments)
            },
            .workspace("assessment-change", "/assessments/{id}/edit", [.id], right: .assess) {
                visit throws(WebError) in try await AssessmentFormView.edit(visit, assessments)
            },
            .workspace("assessment-removal", "/assessments/{id}/remove", [.id], right: .removePublished) {
                visit throws(WebError) in try await RemovalView.answer(visit, assessments)
            },
        ]
    }

    private static func forms(_ assessments: Assessments) -> [Route] {
        [
            .workspaceForm("assessment-add", "/assessments", right: .assess) { visit, form throws(WebError) in
                try await AssessmentActions(visit, form, assessments).add()
            },
            .workspaceForm("assessment-setting", "/assessments/setting", right: .assess) {
                visit, form throws(WebError) in try await AssessmentActions(visit, form, assessments).setting()
            },
            .workspaceForm("assessment-scheme-save", "/assessments/schemes", right: .assess) {
                visit, form throws(WebError) in try await SchemeActions(visit, form, assessments).save()
            },
            .workspaceForm("assessment-scheme-close", "/assessments/schemes/{id}/close", [.id], right: .assess) {
                visit, form throws(WebError) in try await SchemeActions(visit, form, assessments).close()
            },
            form("edit", assessments) { actions throws(WebError) in try await actions.edit() },
            form("discard", assessments) { actions throws(WebError) in try await actions.discard() },
            form("check", assessments) { actions throws(WebError) in try await actions.check() },
            form("publish", assessments) { actions throws(WebError) in try await actions.publish() },
            form("take-back", assessments) { actions throws(WebError) in try await actions.takeBack() },
            .workspaceForm("assessment-do-remove", "/assessments/{id}/remove", [.id], right: .removePublished) {
                visit, form throws(WebError) in try await AssessmentActions(visit, form, assessments).remove()
            },
        ]
    }

    private static func form(
        _ action: String, _ assessments: Assessments,
        _ act: @escaping @Sendable (AssessmentActions) async throws(WebError) -> Answer
    ) -> Route {
        .workspaceForm("assessment-do-\(action)", "/assessments/{id}/\(action)", [.id], right: .assess) {
            visit, form throws(WebError) in try await act(AssessmentActions(visit, form, assessments))
        }
    }
}
