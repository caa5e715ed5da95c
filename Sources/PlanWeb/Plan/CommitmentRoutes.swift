import Clocks
import Domain
import Frame
import Plans

/// Commitments, actions and milestones.
enum CommitmentRoutes {
    static func all(_ plans: Plans, _ clocks: Clocks) -> [Route] {
        lists(plans) + objects(plans) + steps(plans) + PlanServiceRoutes.all(plans)
    }

    private static func lists(_ plans: Plans) -> [Route] {
        [
            .workspace("plan", "/plan", PlanAsked.parameters, right: .seePlan) { visit throws(WebError) in
                try await PlanTable.answer(visit, plans)
            },
            .workspaceForm("planBulk", "/plan/bulk", right: .editPlan) { visit, form throws(WebError) in
                try await PlanBulk.answer(visit, form, plans)
            },
            .workspace("planTake", "/plan/take", right: .editPlan) { visit throws(WebError) in
                try await TakeView.answer(visit, plans)
            },
            .workspaceForm("planTakeIssues", "/plan/take", right: .editPlan) { visit, form throws(WebError) in
                try await TakeView.take(visit, form, plans)
            },
            .workspaceForm("planTakeRecommendations", "/plan/take-recommendations", right: .editPlan) {
                visit, form throws(WebError) in try await TakeView.takeRecords(visit, form, plans)
            },
        ]
    }

    private static func objects(_ plans: Plans) -> [Route] {
        [
            .workspace("commitment", "/plan/commitments/{id}", [.id], right: .seePlan) { visit throws(WebError) in
                try await CommitmentView.answer(visit, plans)
            },
            .workspaceForm("commitmentSave", "/plan/commitments/{id}", [.id], right: .editPlan) {
                visit, form throws(WebError) in try await CommitmentForm.save(visit, form, plans)
            },
            .workspace("actionNew", "/plan/commitments/{id}/action", [.id], right: .editPlan) {
                visit throws(WebError) in
                try await ActionHandling.new(visit, plans)
            },
            .workspaceForm("actionAdd", "/plan/commitments/{id}/action", [.id], right: .editPlan) {
                visit, form throws(WebError) in try await ActionHandling.add(visit, form, plans)
            },
            .workspace("action", "/plan/actions/{id}", [.id], right: .seePlan) { visit throws(WebError) in
                try await ActionView.answer(visit, plans, ActionID(visit.exchange.value("id")))
            },
            .workspaceForm("actionSave", "/plan/actions/{id}", [.id], right: .editPlan) {
                visit, form throws(WebError) in try await ActionHandling.save(visit, form, plans)
            },
            .workspaceForm("milestoneAdd", "/plan/actions/{id}/milestones", [.id], right: .editPlan) {
                visit, form throws(WebError) in try await ActionHandling.addMilestone(visit, form, plans)
            },
            .workspaceForm("milestoneSave", "/plan/actions/{id}/milestone", [.id], right: .editPlan) {
                visit, form throws(WebError) in try await ActionHandling.saveMilestone(visit, form, plans)
            },
        ]
    }

    /// What a step changed is read by those who edit: it names other institutions' rows.
    private static func steps(_ plans: Plans) -> [Route] {
        [
            .workspace("planSteps", "/plan/steps", right: .editPlan) { visit throws(WebError) in
                try await StepsView.list(visit, plans)
            },
            .workspace("planStep", "/plan/steps/{id}", [.id], right: .editPlan) { visit throws(WebError) in
                try await StepsView.step(visit, plans)
            },
            .workspaceForm("planUndo", "/plan/steps/{id}/undo", [.id], right: .editPlan) {
                visit, form throws(WebError) in try await StepsView.undo(visit, form, plans)
            },
        ]
    }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = PlanJSON.schemas
}
