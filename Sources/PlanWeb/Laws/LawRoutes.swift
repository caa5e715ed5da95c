import Clocks
import Domain
import Frame
import Plans

/// Laws of a workspace: what they serve, and where they stand in parliament.
enum LawRoutes {
    static func all(_ plans: Plans, _ clocks: Clocks) -> [Route] {
        [
            .workspace("laws", "/laws", [LawList.serves, LawList.stage], right: .seePlan) { visit throws(WebError) in
                try await LawList.answer(visit, plans)
            },
            .workspaceForm("law-add", "/laws", right: .editPlan) { visit, form throws(WebError) in
                try await LawActions(visit, form, plans).add()
            },
            .workspace("law", "/laws/{id}", [.id], right: .seePlan) { visit throws(WebError) in
                try await LawView.answer(visit, plans)
            },
            .workspaceForm("law-edit", "/laws/{id}/edit", [.id], right: .editPlan) { visit, form throws(WebError) in
                try await LawActions(visit, form, plans).edit()
            },
            .workspaceForm("law-stage", "/laws/{id}/stage", [.id], right: .editPlan) { visit, form throws(WebError) in
                try await LawActions(visit, form, plans).stage()
            },
            .workspaceForm("law-retract", "/laws/{id}/retract", [.id], right: .editPlan) {
                visit, form throws(WebError) in try await LawActions(visit, form, plans).retract()
            },
            .workspaceForm("law-withdraw", "/laws/{id}/withdraw", [.id], right: .editPlan) {
                visit, form throws(WebError) in try await LawActions(visit, form, plans).withdraw()
            },
            .workspaceAPI(
                "api-laws", "/laws", right: .seePlan, "Laws with their stages, norms and what they serve.", "Laws"
            ) { visit throws(WebError) in try await LawAPI.answer(visit, plans.laws) },
        ]
    }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = LawAPI.schemas
}
