import Domain
import Frame
import Locales
import Markup
import Plans

/// The form of an action, new or there.
struct ActionForm {
    let visit: Visit
    let action: Action
    let names: PlanNames
    /// A form that was refused: what was typed stays.
    var refused: Query?

    private var isNew: Bool { action.id.value == 0 }
    private func value(_ name: String, _ stands: String) -> String { refused.map { $0.first(name) ?? "" } ?? stands }

    private var path: String {
        isNew
            ? visit.path("/plan/commitments/\(action.commitment)/action") : visit.path("/plan/actions/\(action.id)")
    }

    func write(_ view: View) {
        let html = view.html
        html.element(.form, .class("fields"), .method("post"), .action(view.address(path))) {
            view.token()
            if !isNew { view.hiddenField(Conflict.versionField, String(action.version)) }
            view.textField("title", view.say("field.title"), value("title", action.title), most: 500)
            view.textArea(
                "description", view.say("field.description"), value("description", action.description),
                language: view.words.tag, rows: 4)
            html.element(.div, .class("pair")) { choices(view) }
            view.institutionChoices(
                "supporting", view.say("field.supporting"), names,
                refused.map { Set($0.all("supporting")) } ?? Set(action.supporting.map(\.description)))
            html.element(.fieldset, .class("plan-bulk")) {
                html.element(.legend, text: view.say("plan.money.title"))
                html.element(.div, .class("pair")) { money(view) }
            }
            if !isNew {
                view.textField(
                    "why", view.say("plan.why"), value("why", ""), hint: view.say("plan.why.hint"), most: 1_000)
            }
            html.element(.div, .class("actions")) {
                view.submitButton(view.say(isNew ? "plan.action.add" : "plan.save"))
                if !isNew, action.isWithdrawn {
                    view.submitButton(view.say("plan.bringBack"), name: "plan", value: "in", isPlain: true)
                } else if !isNew {
                    view.submitButton(view.say("plan.takeOut"), name: "plan", value: "out", isPlain: true)
                }
            }
        }
    }

    private func choices(_ view: View) {
        view.select(
            "lead", view.say("field.lead"), [("", view.say("plan.nobody"))] + names.options(with: action.lead),
            chosen: value("lead", action.lead?.description ?? ""))
        view.select(
            "status", view.say("plan.column.actionStatus"),
            ActionStatus.allCases.map { ($0.rawValue, view.say("value.status.\($0.rawValue)")) },
            chosen: value("status", action.status.rawValue))
        view.textField(
            "starts", view.say("field.starts"), value("starts", action.starts?.description ?? ""), type: "date",
            most: 10, direction: "ltr")
        view.textField(
            "due", view.say("field.due"), value("due", action.due?.description ?? ""), type: "date", most: 10,
            direction: "ltr")
    }

    private func money(_ view: View) {
        func plain(_ amount: Int64?) -> String {
            guard let amount, let currency = action.money.currency else { return "" }
            return Amounts.plain(amount, currency)
        }
        view.textField(
            "cost", view.say("field.cost"), value("cost", plain(action.money.cost)), most: 40, direction: "ltr")
        view.textField(
            "currency", view.say("field.currency"), value("currency", action.money.currency?.rawValue ?? ""),
            hint: view.say("plan.money.currencyHint"), most: 3, direction: "ltr")
        view.textField(
            "budgetSource", view.say("field.budgetSource"), value("budgetSource", action.money.source ?? ""), most: 300)
        view.textField(
            "gap", view.say("field.gap"), value("gap", plain(action.money.gap)), hint: view.say("plan.money.gapHint"),
            most: 40, direction: "ltr")
    }

    static func changes(_ form: Query) throws(WorkspaceError) -> ActionChanges {
        let read = PlanFormReader(form)
        var changes = ActionChanges()
        changes.title = .set(form.first("title") ?? "")
        changes.description = .set(form.first("description") ?? "")
        changes.money = .set(try money(read))
        changes.common.lead = .set(read.institution("lead"))
        changes.common.supporting = .set(form.all("supporting").compactMap { InstitutionID($0) })
        changes.common.starts = .set(try read.day("starts"))
        changes.common.due = .set(try read.day("due"))
        if let status = read.text("status").flatMap({ ActionStatus(rawValue: $0) }) {
            changes.common.status = .set(status)
        }
        switch form.first("plan") {
        case "out": changes.common.isWithdrawn = .set(true)
        case "in": changes.common.isWithdrawn = .set(false)
        default: break
        }
        return changes
    }

    private static func money(_ read: PlanFormReader) throws(WorkspaceError) -> ActionMoney {
        var money = ActionMoney(source: read.text("budgetSource"))
        if let text = read.text("currency") {
            guard let currency = CurrencyCode(text) else { throw .invalid("currency", "plan.allowed.currency") }
            money.currency = currency
        }
        for (name, field) in [("cost", \ActionMoney.cost), ("gap", \ActionMoney.gap)] {
            guard let text = read.text(name) else { continue }
            guard let currency = money.currency else { throw .invalid("currency", "plan.allowed.currency") }
            guard let amount = Amounts.read(text, currency) else { throw .invalid(name, "plan.allowed.amount") }
            money[keyPath: field] = amount
        }
        return money
    }
}
