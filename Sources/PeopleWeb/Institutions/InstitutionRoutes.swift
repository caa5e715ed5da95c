import Domain
import Frame
import People

/// Institutions: everybody of the workspace sees them, coordinators keep them.
enum InstitutionRoutes {
    static let all: [Route] = [
        .workspace("institutions", "/institutions", [said], right: .seeWorkspace) { visit throws(WebError) in
            try await InstitutionsView.answer(visit)
        },
        .workspaceForm("institutions-add", "/institutions", right: .manageInstitutions) {
            visit, form throws(WebError) in
            try await InstitutionsView.add(visit, form)
        },
        .workspace("institution", "/institutions/{id}", [.id, said], right: .seeWorkspace) { visit throws(WebError) in
            try await InstitutionView.answer(visit)
        },
        .workspaceForm("institution-form", "/institutions/{id}", [.id], right: .manageInstitutions) {
            visit, form throws(WebError) in try await InstitutionView.change(visit, form)
        },
        .workspaceForm("colleagues", "/institutions/{id}/colleagues", [.id], right: .confirmColleagues) {
            visit, form throws(WebError) in try await ColleaguesForm.decide(visit, form)
        },
        .workspaceForm("accredit", "/institutions/{id}/accreditations", [.id], right: .manageInstitutions) {
            visit, form throws(WebError) in try await AccreditationForm.add(visit, form)
        },
        .workspaceForm(
            "accreditation-withdraw", "/institutions/{id}/accreditations/withdraw", [.id], right: .manageInstitutions
        ) { visit, form throws(WebError) in try await AccreditationForm.withdraw(visit, form) },
        .workspaceAPI(
            "listInstitutions", "/institutions", right: .seeWorkspace, "Institutions of a workspace, open ones first.",
            "Institutions"
        ) { visit throws(WebError) in try await InstitutionsAPI.answer(visit) },
    ]

    private static let said = Parameter(name: "said", form: .choice(["added", "saved"]), summary: "What was just done")
}
