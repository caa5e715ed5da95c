import Domain
import Frame
import Locales
import Markup
import Plans

/// What can be done with many rows at once, under the table they are ticked in.
struct PlanBulkBar {
    let asked: PlanAsked
    let names: PlanNames
    let total: Int

    func write(_ view: View) {
        let html = view.html
        html.element(.fieldset, .class("plan-bulk bulk-fields")) {
            html.element(.legend, text: view.say("plan.bulk.title"))
            html.element(.div, .class("scope"), .role("radiogroup"), .label(view.say("plan.bulk.scope"))) {
                scope("ticked", view.say("plan.bulk.ticked"), isOn: true, view)
                scope("all", view.say("plan.bulk.all", ["count": .number(total)]), isOn: false, view)
            }
            html.element(.div, .class("pair")) { fields(view) }
            html.element(.div, .class("actions")) { view.submitButton(view.say("plan.bulk.preview")) }
        }
    }

    private func scope(_ value: String, _ text: String, isOn: Bool, _ view: View) {
        view.html.element(.div, .class("tickable")) {
            view.html.empty(
                .input, .type("radio"), .id("scope-\(value)"), .name("scope"), .value(value), .checked(isOn))
            view.html.element(.label, .for("scope-\(value)"), text: text)
        }
    }

    private func fields(_ view: View) {
        let keep = [(value: "", text: view.say("plan.bulk.keep"))]
        let institutions = names.options()
        view.select(
            "setLead", view.say("field.lead"), keep + [("none", view.say("plan.nobody"))] + institutions, chosen: "")
        if asked.rows != .recommendations {
            view.select("addSupporting", view.say("plan.bulk.addSupporting"), keep + institutions, chosen: "")
            view.select("removeSupporting", view.say("plan.bulk.removeSupporting"), keep + institutions, chosen: "")
        }
        if asked.rows == .actions { day("setStarts", view.say("field.starts"), view) }
        day("setDue", view.say("field.due"), view)
        view.checkbox("clearDue", view.say("plan.bulk.clearDue"), isOn: false)
        if asked.rows == .commitments {
            view.select(
                "setPriority", view.say("field.priority"),
                keep + Priority.allCases.map { ($0.rawValue, view.say("value.priority.\($0.rawValue)")) }, chosen: "")
        }
        if asked.rows == .actions {
            view.select(
                "setAction", view.say("plan.column.actionStatus"),
                keep + ActionStatus.allCases.map { ($0.rawValue, view.say("value.status.\($0.rawValue)")) }, chosen: "")
        } else {
            view.select(
                "setStatus", view.say("plan.column.status"),
                keep + [("none", view.say("plan.unsaid"))]
                    + ImplementationStatus.allCases.map { ($0.rawValue, view.say("value.status.\($0.rawValue)")) },
                chosen: "")
        }
        view.textField("why", view.say("plan.why"), "", hint: view.say("plan.why.hint"), most: PlanReason.lengthMax)
        view.checkbox("takeOut", view.say("plan.bulk.takeOut"), isOn: false)
    }

    private func day(_ name: String, _ label: String, _ view: View) {
        view.textField(name, label, "", type: "date", most: 10, direction: "ltr")
    }
}
