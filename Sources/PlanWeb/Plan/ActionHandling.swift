import Domain
import Frame
import Locales
import Markup
import Plans

/// What forms of actions and milestones do.
enum ActionHandling {
    /// The page of a new action, or of one that was refused.
    static func new(
        _ visit: Visit, _ plans: Plans, refused: (form: Query, troubles: [WorkspaceError.Trouble])? = nil
    ) async throws(WebError) -> Answer {
        guard let id = CommitmentID(visit.exchange.value("id")) else { throw .notFound }
        let page: CommitmentPage
        do throws(WorkspaceError) {
            page = try await plans.commitment(id, visit.exchange.language, visit.member)
        } catch { throw WebError(error) }
        let commitment = page.summary.commitment
        let names = try await PlanNames.of(visit)
        let view = View(visit)
        let draft = Action(
            id: ActionID(0), workspace: visit.workspace.id, commitment: id, title: "", lead: commitment.lead)
        var head = PageHead(title: view.say("plan.action.new"), place: .plan)
        head.crumbs =
            view.planCrumbs(visit) + [
                (view.address(visit.path("/plan/commitments/\(id)")), PlanTitle.short(commitment.title, 60))
            ]
        return await view.page(head, status: refused == nil ? 200 : 400) {
            view.pageHead(kicker: PlanTitle.short(commitment.title), head.title)
            if let refused { view.troubles(refused.troubles) }
            ActionForm(visit: visit, action: draft, names: names, refused: refused?.form).write(view)
        }
    }

    static func add(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        guard let id = CommitmentID(visit.exchange.value("id")) else { throw .notFound }
        do throws(WorkspaceError) {
            let action = try await plans.addAction(draft(form, id, visit), by: visit.member)
            return .seeOther(
                View(visit).said(
                    visit.path("/plan/actions/\(action.id)"), "added",
                    PlanChangeResult(changed: 1, unchanged: 0, told: 0)))
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await new(visit, plans, refused: (form, troubles))
        }
    }

    private static func draft(
        _ form: Query, _ commitment: CommitmentID, _ visit: Visit
    ) throws(WorkspaceError) -> Action {
        let read = PlanFormReader(form)
        var action = Action(
            id: ActionID(0), workspace: visit.workspace.id, commitment: commitment, title: form.first("title") ?? "",
            description: form.first("description") ?? "", lead: read.institution("lead"),
            supporting: form.all("supporting").compactMap { InstitutionID($0) },
            status: read.text("status").flatMap { ActionStatus(rawValue: $0) } ?? .planned)
        action.starts = try read.day("starts")
        action.due = try read.day("due")
        if case .set(let money) = try ActionForm.changes(form).money { action.money = money }
        return action
    }

    static func save(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        guard let id = ActionID(visit.exchange.value("id")) else { throw .notFound }
        do throws(WorkspaceError) {
            let result = try await plans.updateAction(
                id, ActionForm.changes(form), version: PlanFormReader(form).version(), why: form.first("why"),
                by: visit.member)
            return .seeOther(View(visit).said(visit.path("/plan/actions/\(id)"), "saved", result))
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await ActionView.answer(visit, plans, id, refused: (form, troubles))
        }
    }

    static func addMilestone(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        guard let id = ActionID(visit.exchange.value("id")) else { throw .notFound }
        do throws(WorkspaceError) {
            _ = try await plans.addMilestone(
                id, title: form.first("title") ?? "", due: PlanFormReader(form).day("due"), by: visit.member)
            return .seeOther(View(visit).address(visit.path("/plan/actions/\(id)")) + "#milestones")
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await ActionView.answer(visit, plans, id, refused: (Query(), troubles))
        }
    }

    static func saveMilestone(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        guard let action = ActionID(visit.exchange.value("id")), let id = MilestoneID(form.first("milestone") ?? "")
        else {
            throw .notFound
        }
        do throws(WorkspaceError) {
            let read = PlanFormReader(form)
            var changes = MilestoneChanges()
            changes.title = .set(form.first("title") ?? "")
            changes.due = .set(try read.day("due"))
            changes.done = .set(try read.day("done"))
            if form.first("plan") == "out" { changes.isWithdrawn = .set(true) }
            let result = try await plans.updateMilestone(id, changes, version: read.version(), by: visit.member)
            return .seeOther(View(visit).said(visit.path("/plan/actions/\(action)"), "saved", result))
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await ActionView.answer(visit, plans, action, refused: (Query(), troubles))
        }
    }
}
