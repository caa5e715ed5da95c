import Domain
import Frame
import Locales
import Markup
import Plans

/// One step of work on many rows: shown before it is done, then done whole.
struct PlanBulk {
    let asked: PlanAsked
    let selection: PlanSelection
    let changes: PlanChanges
    let why: String?

    init(_ form: Query) throws(WebError) {
        asked = PlanAsked(Query(parsing: (form.first("filter") ?? "").drop { $0 == "?" }))
        if form.first("scope") == "all" {
            selection = PlanSelection(asked.rows, all: asked.filter)
        } else {
            selection = PlanSelection(asked.rows, ids: form.all("id").compactMap { Int64($0) })
        }
        do throws(WorkspaceError) { changes = try Self.changes(form) } catch { throw WebError(error) }
        why = form.first("why")
    }

    private static func changes(_ form: Query) throws(WorkspaceError) -> PlanChanges {
        var changes = PlanChanges()
        let read = PlanFormReader(form)
        if let lead = read.text("setLead") {
            changes.lead = .set(lead == "none" ? nil : InstitutionID(lead))
        }
        let added = read.text("addSupporting").flatMap { InstitutionID($0) }
        let removed = read.text("removeSupporting").flatMap { InstitutionID($0) }
        if let added {
            changes.supporting = .add([added])
        } else if let removed {
            changes.supporting = .remove([removed])
        }
        if let starts = try read.day("setStarts") { changes.starts = .set(starts) }
        if let due = try read.day("setDue") {
            changes.due = .set(due)
        } else if form.first("clearDue") == "yes" {
            changes.due = .set(nil)
        }
        if let priority = read.text("setPriority").flatMap({ Priority(rawValue: $0) }) {
            changes.priority = .set(priority)
        }
        if let status = read.text("setStatus") {
            changes.standing = .set(status == "none" ? nil : ImplementationStatus(rawValue: status))
        }
        if let status = read.text("setAction").flatMap({ ActionStatus(rawValue: $0) }) { changes.status = .set(status) }
        if form.first("takeOut") == "yes" { changes.isWithdrawn = .set(true) }
        return changes
    }

    static func answer(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        let bulk = try PlanBulk(form)
        let view = View(visit)
        let list = visit.path("/plan")
        let count: Int
        do throws(WorkspaceError) {
            count = try await plans.count(bulk.selection, visit.member)
            if count == 0 { return .seeOther(view.address(list, bulk.asked.items + [("said", "none")])) }
            if bulk.changes.isEmpty {
                return .seeOther(view.address(list, bulk.asked.items + [("said", "nothing")]))
            }
            if form.first("confirm") == "yes" {
                let result = try await plans.change(bulk.selection, bulk.changes, why: bulk.why, by: visit.member)
                return .seeOther(view.said(list, "changed", result, bulk.asked.items))
            }
        } catch { throw WebError(error) }
        return await bulk.preview(count, visit, form, try await PlanNames.of(visit), view)
    }

    private func preview(
        _ count: Int, _ visit: Visit, _ form: Query, _ names: PlanNames, _ view: View
    ) async -> Answer {
        let html = view.html
        var head = PageHead(
            title: view.say("plan.bulk.confirm.\(asked.rows.rawValue)", ["count": .number(count)]), place: .plan,
            crumbs: view.planCrumbs(visit))
        head.path = visit.path("/plan")
        return await view.page(head) {
            view.pageHead(head.title, lead: view.say("plan.bulk.lead"))
            html.element(.dl, .class("facts-list")) { describe(view, names) }
            html.element(.form, .class("fields"), .method("post"), .action(view.address(visit.path("/plan/bulk")))) {
                view.token()
                for item in form.items where item.name != Signed.tokenField && item.name != "confirm" {
                    view.hiddenField(item.name, item.value)
                }
                view.hiddenField("confirm", "yes")
                html.element(.div, .class("actions")) {
                    view.submitButton(view.say("plan.bulk.do", ["count": .number(count)]))
                    view.link(view.address(visit.path("/plan"), asked.items), view.say("plan.back"))
                }
            }
        }
    }

    /// What will be, in words.
    private func describe(_ view: View, _ names: PlanNames) {
        if case .set(let lead) = changes.lead {
            view.fact(view.say("field.lead")) { view.html.text(lead.map(names.name) ?? view.say("plan.nobody")) }
        }
        switch changes.supporting {
        case .add(let ids):
            view.fact(view.say("plan.bulk.addSupporting")) { view.html.text(view.institutionNames(ids, names)) }
        case .remove(let ids):
            view.fact(view.say("plan.bulk.removeSupporting")) { view.html.text(view.institutionNames(ids, names)) }
        default: break
        }
        if case .set(let date?) = changes.starts {
            view.fact(view.say("field.starts")) { view.html.text(view.date(date)) }
        }
        if case .set(let date) = changes.due {
            view.fact(view.say("field.due")) { view.html.text(date.map(view.date) ?? view.say("plan.noDate")) }
        }
        if case .set(let priority) = changes.priority {
            view.fact(view.say("field.priority")) { view.priority(priority) }
        }
        if case .set(let status) = changes.standing {
            view.fact(view.say("plan.column.status")) { view.standing(status) }
        }
        if case .set(let status) = changes.status {
            view.fact(view.say("plan.column.actionStatus")) { view.actionStatus(status) }
        }
        if case .set(true) = changes.isWithdrawn {
            view.fact(view.say("plan.bulk.takeOut")) { view.write("plan.bulk.takeOut.what") }
        }
        if let why, !why.isEmpty { view.fact(view.say("plan.why")) { view.html.element(.bdi, text: why) } }
    }
}

/// Values of a form, typed.
struct PlanFormReader {
    let form: Query

    init(_ form: Query) { self.form = form }

    /// Nil where it is empty.
    func text(_ name: String) -> String? {
        form.first(name).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    func day(_ name: String) throws(WorkspaceError) -> CalendarDate? {
        guard let text = text(name) else { return nil }
        guard let date = CalendarDate(text), date.day != nil, text.count == 10 else {
            throw .invalid(name, "plan.allowed.day")
        }
        return date
    }

    func institution(_ name: String) -> InstitutionID? { text(name).flatMap { InstitutionID($0) } }
    func version() throws(WorkspaceError) -> Int {
        guard let version = form.first(Conflict.versionField).flatMap({ Int($0) }) else {
            throw .invalid(Conflict.versionField, "plan.allowed.version")
        }
        return version
    }
}
