import Domain
import Frame
import Locales
import Markup
import Plans

/// One action with its steps.
struct ActionView {
    let visit: Visit
    let page: ActionPage
    let names: PlanNames
    let today: CalendarDate
    var refused: (form: Query, troubles: [WorkspaceError.Trouble])?

    private var action: Action { page.action }
    private var path: String { visit.path("/plan/actions/\(action.id)") }

    static func answer(
        _ visit: Visit, _ plans: Plans, _ id: ActionID?,
        refused: (form: Query, troubles: [WorkspaceError.Trouble])? = nil
    ) async throws(WebError) -> Answer {
        guard let id else { throw .notFound }
        let page: ActionPage
        do throws(WorkspaceError) { page = try await plans.action(id, visit.member) } catch { throw WebError(error) }
        return await ActionView(
            visit: visit, page: page, names: try await PlanNames.of(visit), today: plans.today(visit.workspace),
            refused: refused
        ).write(View(visit))
    }

    private func write(_ view: View) async -> Answer {
        var head = PageHead(title: PlanTitle.short(action.title, 80), place: .plan, path: path)
        head.crumbs =
            view.planCrumbs(visit) + [
                (
                    view.address(visit.path("/plan/commitments/\(action.commitment)")),
                    PlanTitle.short(page.commitment.title, 60)
                )
            ]
        return await view.page(head, status: refused == nil ? 200 : 400) {
            view.html.element(.div, .class("head")) {
                view.html.element(.p, .class("kicker"), text: view.say("plan.action"))
                view.html.element(.h1, .dir("auto"), text: action.title)
            }
            view.stepDone(visit)
            if let refused { view.troubles(refused.troubles) }
            if action.isWithdrawn { view.html.element(.p, .class("notice"), text: view.say("plan.withdrawn.action")) }
            facts(view)
            view.needLink(visit, "action:\(action.id)")
            if !action.description.isEmpty {
                view.html.element(.div, .class("prose"), .dir("auto")) {
                    for line in action.description.split(separator: "\n") { view.html.element(.p, text: String(line)) }
                }
            }
            if visit.may(.editPlan) {
                view.html.element(.details, .class("plan-edit"), .open(refused?.form.first("title") != nil)) {
                    view.html.element(.summary, text: view.say("plan.edit.action"))
                    ActionForm(
                        visit: visit, action: action, names: names,
                        refused: refused.flatMap { $0.form.first("description") == nil ? nil : $0.form }
                    ).write(view)
                }
            }
            milestones(view)
        }
    }

    private func facts(_ view: View) {
        let html = view.html
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("plan.commitment")) {
                html.element(
                    .a, .href(view.address(visit.path("/plan/commitments/\(action.commitment)"))), .dir("auto"),
                    text: PlanTitle.short(page.commitment.title, 200))
            }
            view.fact(view.say("plan.column.actionStatus")) { view.actionStatus(action.status) }
            view.fact(view.say("field.lead")) {
                html.element(.bdi, text: action.lead.map(names.name) ?? view.say("plan.nobody"))
            }
            view.fact(view.say("field.supporting")) {
                html.text(
                    action.supporting.isEmpty
                        ? view.say("plan.nobody") : view.institutionNames(action.supporting, names))
            }
            view.fact(view.say("field.starts")) {
                html.text(action.starts.map(view.date) ?? view.say("plan.noDate"))
            }
            view.fact(view.say("field.due")) { view.due(action.due, isLate: page.isLate) }
            view.fact(view.say("field.cost")) { view.amountOrUnknown(action.money.cost, action.money.currency) }
            view.fact(view.say("field.budgetSource")) {
                html.element(.bdi, text: action.money.source ?? view.say("plan.money.unknown"))
            }
            view.fact(view.say("field.gap")) { view.amountOrUnknown(action.money.gap, action.money.currency) }
            view.fact(view.say("progress.title")) {
                view.link(view.address(visit.path("/progress/actions/\(action.id)")), view.say("progress.open"))
            }
            view.historyFact(visit, Subject(.action, action.id.value))
        }
    }

    private func milestones(_ view: View) {
        let html = view.html
        let isEditable = visit.may(.editPlan) && !action.isWithdrawn
        view.section("milestones", view.say("plan.column.milestones"), view.say("plan.milestones.about")) {
            if page.milestones.isEmpty {
                html.element(.p, .class("soft"), text: view.say("plan.none.milestones"))
            } else {
                html.element(.ol, .class("milestones")) {
                    for step in page.milestones { html.element(.li) { milestone(step, isEditable, view) } }
                }
            }
            if isEditable { newMilestone(view) }
        }
    }

    private func milestone(_ step: Milestone, _ isEditable: Bool, _ view: View) {
        let html = view.html
        html.element(.p) {
            html.element(.strong, .dir("auto"), text: step.title)
            html.text(" ")
            if let done = step.done {
                html.element(
                    .span, .class("doing a-done"),
                    text: view.say("plan.milestone.reached", ["date": .text(view.date(done))]))
            } else {
                view.due(step.due, isLate: step.due.map { $0 < today } ?? false)
            }
        }
        guard isEditable else { return }
        html.element(.details) {
            html.element(.summary, text: view.say("plan.milestone.change"))
            html.element(
                .form, .class("fields"), .method("post"),
                .action(view.address(path + "/milestone"))
            ) {
                view.token()
                view.hiddenField(Conflict.versionField, String(step.version))
                view.hiddenField("milestone", step.id.description)
                html.element(.div, .class("pair")) {
                    labelled("title", step, view.say("field.title"), step.title, "text", view)
                    labelled("due", step, view.say("field.due"), step.due?.description ?? "", "date", view)
                    labelled("done", step, view.say("plan.milestone.done"), step.done?.description ?? "", "date", view)
                }
                html.element(.div, .class("actions")) {
                    view.submitButton(view.say("plan.save"), isPlain: true)
                    view.submitButton(view.say("plan.milestone.remove"), name: "plan", value: "out", isPlain: true)
                }
            }
        }
    }

    /// Fields of several forms on one page have ids of their own.
    private func labelled(
        _ name: String, _ step: Milestone, _ label: String, _ value: String, _ type: String, _ view: View
    ) {
        view.field("\(name)-\(step.id)", label) { _ in
            view.html.empty(
                .input, .class("input"), .type(type), .id("\(name)-\(step.id)"), .name(name), .value(value),
                .maxlength(type == "date" ? 10 : 500), .autocomplete("off"), .dir(type == "date" ? "ltr" : "auto"))
        }
    }

    private func newMilestone(_ view: View) {
        view.html.element(.form, .class("choose"), .method("post"), .action(view.address(path + "/milestones"))) {
            view.token()
            view.field("new-title", view.say("plan.milestone.new")) { _ in
                view.html.empty(
                    .input, .class("input"), .type("text"), .id("new-title"), .name("title"), .maxlength(500),
                    .autocomplete("off"), .dir("auto"))
            }
            view.field("new-due", view.say("field.due")) { _ in
                view.html.empty(
                    .input, .class("input"), .type("date"), .id("new-due"), .name("due"), .maxlength(10), .dir("ltr"))
            }
            view.html.element(.p) { view.submitButton(view.say("plan.milestone.add"), isPlain: true) }
        }
    }
}
