import Domain
import Frame
import Locales
import Markup
import Plans

/// What the list can be narrowed by.
struct PlanFilterForm {
    let visit: Visit
    let asked: PlanAsked
    let names: PlanNames

    func write(_ view: View) {
        let html = view.html
        html.element(.details, .class("plan-filter"), .open(asked.narrowing > 0)) {
            html.element(.summary) {
                view.write("plan.filter.title")
                if asked.narrowing > 0 {
                    html.text(" ")
                    html.element(
                        .span, .class("soft"), text: view.say("plan.filter.active", ["count": .number(asked.narrowing)])
                    )
                }
            }
            html.element(.form, .method("get"), .action(visit.path("/plan"))) {
                if asked.rows != .commitments { view.hiddenField("rows", asked.rows.rawValue) }
                if let sort = asked.sort { view.hiddenField("sort", sort.rawValue) }
                if let issue = asked.filter.issue { view.hiddenField("issue", issue.description) }
                if let commitment = asked.filter.commitment { view.hiddenField("commitment", commitment.description) }
                if let currency = asked.filter.currency { view.hiddenField("currency", currency.rawValue) }
                if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
                html.element(.div, .class("pair")) {
                    people(view)
                    states(view)
                    record(view)
                }
                html.element(.div, .class("actions")) {
                    view.submitButton(view.say("plan.filter.apply"))
                    view.link(
                        view.address(visit.path("/plan"), PlanAsked(Query()).with(asked.rows).items),
                        view.say("plan.filter.clear"))
                }
            }
        }
    }

    private func people(_ view: View) {
        let any = [(value: "", text: view.say("plan.filter.any"))]
        let institutions = names.options()
        view.textField("q", view.say("plan.filter.text"), asked.filter.text, most: 200)
        let lead: String =
            switch asked.filter.lead {
            case .institution(let id): id.description
            case .nobody: "none"
            case nil: ""
            }
        view.select(
            "lead", view.say("field.lead"), any + [("none", view.say("plan.nobody"))] + institutions, chosen: lead)
        view.select(
            "supporting", view.say("field.supporting"), any + institutions,
            chosen: asked.filter.supporting?.description ?? "")
    }

    private func states(_ view: View) {
        let any = [(value: "", text: view.say("plan.filter.any"))]
        let standing: String =
            switch asked.filter.standing {
            case .said(let status): status.rawValue
            case .nothing: "none"
            case nil: ""
            }
        view.select(
            "priority", view.say("field.priority"),
            any + Priority.allCases.map { ($0.rawValue, view.say("value.priority.\($0.rawValue)")) },
            chosen: asked.filter.priority?.rawValue ?? "")
        view.select(
            "status", view.say("plan.column.status"),
            any + [("none", view.say("plan.unsaid"))]
                + ImplementationStatus.allCases.map { ($0.rawValue, view.say("value.status.\($0.rawValue)")) },
            chosen: standing)
        view.select(
            "action", view.say("plan.column.actionStatus"),
            any + ActionStatus.allCases.map { ($0.rawValue, view.say("value.status.\($0.rawValue)")) },
            chosen: asked.filter.actionStatus?.rawValue ?? "")
        view.select(
            "money", view.say("plan.filter.money"),
            any + PlanFilter.Money.allCases.map { ($0.rawValue, view.say("plan.filter.money.\($0.rawValue)")) },
            chosen: asked.filter.money?.rawValue ?? "")
        view.html.element(.div, .class("entry")) {
            view.checkbox("late", view.say("plan.filter.late"), isOn: asked.filter.isLate)
            view.checkbox("without", view.say("plan.filter.without"), isOn: asked.filter.isWithoutAction)
        }
    }

    private func record(_ view: View) {
        view.select(
            "mechanism", view.say("facet.mechanism"), options(.mechanism, view, asked.filter.mechanism?.rawValue),
            chosen: asked.filter.mechanism?.rawValue ?? "")
        view.select(
            "position", view.say("facet.position"),
            [("", view.say("plan.filter.any"))]
                + Position.allCases.map { ($0.rawValue, view.say("position.\($0.rawValue)")) },
            chosen: asked.filter.position?.rawValue ?? "")
        view.select(
            "theme", view.say("facet.theme"), options(.theme, view, asked.filter.theme),
            chosen: asked.filter.theme ?? "")
        view.select(
            "goal", view.say("facet.sdg"), options(.goal, view, asked.filter.goal), chosen: asked.filter.goal ?? "")
        view.select(
            "person", view.say("facet.person"), options(.person, view, asked.filter.person),
            chosen: asked.filter.person ?? "")
        view.html.element(.div, .class("entry twin")) {
            view.textField(
                "from", view.say("plan.filter.from"), asked.filter.dueFrom?.description ?? "", type: "date", most: 10)
            view.textField(
                "to", view.say("plan.filter.to"), asked.filter.dueTo?.description ?? "", type: "date", most: 10)
        }
    }

    /// Special procedures are many; a mechanism that is asked for and not listed stays.
    private func options(_ kind: Names.Kind, _ view: View, _ chosen: String?) -> [(value: String, text: String)] {
        var codes = view.names.codes(kind)
        if kind == .mechanism { codes = codes.filter { !$0.hasPrefix("sp-") } }
        if let chosen, !codes.contains(chosen) { codes.insert(chosen, at: 0) }
        let named = codes.map { code in
            (value: code, text: kind == .goal ? "\(code) \(view.name(.goal, code))" : view.name(kind, code))
        }
        let sorted = kind == .goal ? named : named.sorted { Collation.key($0.text) < Collation.key($1.text) }
        return [("", view.say("plan.filter.any"))] + sorted
    }
}
