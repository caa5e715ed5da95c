import Domain
import Frame
import Locales
import Markup
import Operations
import Plans

/// The columns of the plan's table; those that sort are links.
struct PlanTableHead {
    let visit: Visit
    let asked: PlanAsked

    private static func columns(_ rows: PlanRows) -> [(name: String, sort: PlanSort?, isNumber: Bool)] {
        switch rows {
        case .commitments:
            [
                ("what", .title, false), ("lead", .lead, false), ("priority", .priority, false),
                ("recommendations", nil, true), ("actions", nil, true), ("due", .due, false),
                ("status", .status, false), ("gap", nil, true),
            ]
        case .recommendations:
            [
                ("recommendation", nil, false), ("position", nil, false), ("lead", .lead, false), ("due", .due, false),
                ("status", .status, false), ("commitment", .title, false),
            ]
        case .actions:
            [
                ("action", .title, false), ("lead", .lead, false), ("actionStatus", .status, false),
                ("due", .due, false), ("cost", nil, true), ("gap", nil, true),
            ]
        }
    }

    func write(_ view: View, isEditable: Bool) {
        let html = view.html
        html.element(.thead) {
            html.element(.tr) {
                if isEditable {
                    html.element(.th, .scope("col")) {
                        html.element(.span, .class("hidden"), text: view.say("plan.column.pick"))
                    }
                }
                for column in Self.columns(asked.rows) {
                    html.element(.th, .scope("col"), .class(column.isNumber ? "n" : "")) {
                        heading(column.name, column.sort, view)
                    }
                }
            }
        }
    }

    private func heading(_ name: String, _ sort: PlanSort?, _ view: View) {
        let text = view.say("plan.column.\(name)")
        guard let sort else { return view.html.text(text) }
        if sort == asked.order {
            view.html.element(.span, .class("sorted"), text: text)
            view.html.element(.span, .class("hidden"), text: view.say("plan.column.sorted"))
        } else {
            var other = asked
            other.sort = sort
            view.link(view.address(visit.path("/plan"), other.items), text)
        }
    }
}

/// One row of the plan's table. On a phone it is a block whose cells say what they are.
struct PlanTableRow {
    let visit: Visit
    let names: PlanNames
    let isEditable: Bool

    func write(_ item: CommitmentSummary, _ view: View) {
        let html = view.html
        let commitment = item.commitment
        let path = visit.path("/plan/commitments/\(commitment.id)")
        html.element(.tr) {
            pick(commitment.id.value, commitment.title, view)
            html.element(.th, .scope("row")) {
                html.element(.a, .href(view.address(path)), .dir("auto"), text: short(commitment.title))
                html.element(
                    .p, .class("fine"),
                    text: item.mechanisms.map { acronym($0, view) }.joined(separator: view.say("list.comma")))
            }
            cell("lead", view) { view.charged(commitment.lead, commitment.supporting, names) }
            cell("priority", view) { view.priority(commitment.priority) }
            cell("recommendations", isNumber: true, view) { view.html.text(view.number(item.recommendations)) }
            cell("actions", isNumber: true, view) { actions(item.actions, view) }
            cell("due", view) {
                view.due(commitment.due, isLate: item.isLate)
                if let next = item.actions.next, next != commitment.due {
                    html.element(
                        .p, .class("fine"), text: view.say("plan.nextAction", ["date": .text(view.date(next))]))
                }
            }
            cell("status", view) { view.standing(commitment.status) }
            cell("gap", isNumber: true, view) {
                if item.actions.all > 0 { view.gaps(item.actions.money) } else { view.html.text("–") }
            }
        }
    }

    func write(_ item: PlannedSummary, _ view: View) {
        let html = view.html
        html.element(.tr) {
            pick(
                item.planned.id.value, item.record?.paragraph?.printed ?? item.planned.recommendation.description, view)
            html.element(.th, .scope("row")) { record(item, view) }
            cell("position", view) { view.position(item.record?.position) }
            cell("lead", view) { view.charged(item.lead, [], names) }
            cell("due", view) { view.due(item.due, isLate: item.isLate) }
            cell("status", view) { view.standing(item.planned.status) }
            cell("commitment", view) {
                html.element(
                    .a, .href(view.address(visit.path("/plan/commitments/\(item.planned.commitment)"))), .dir("auto"),
                    text: short(item.title))
            }
        }
    }

    private func record(_ item: PlannedSummary, _ view: View) {
        guard let record = item.record else {
            view.html.element(
                .span, .class("soft"),
                text: view.say("plan.recordGone", ["id": .text(item.planned.recommendation.description)]))
            return
        }
        let text = record.excerpt.map(\.text).joined()
        view.html.element(.p, .class("fine")) {
            view.html.text(acronym(record.mechanism, view))
            if let paragraph = record.paragraph {
                view.html.text(view.say("list.comma"))
                view.write("record.paragraph", ["number": .text(paragraph.printed)])
            }
        }
        view.html.element(
            .a, .class("words"), .href(view.recommendationAddress(record.id)), .lang(record.language.rawValue),
            .dir("auto"), text: short(text))
    }

    func write(_ item: ActionSummary, _ view: View) {
        let html = view.html
        let action = item.action
        html.element(.tr) {
            pick(action.id.value, action.title, view)
            html.element(.th, .scope("row")) {
                html.element(
                    .a, .href(view.address(visit.path("/plan/actions/\(action.id)"))), .dir("auto"),
                    text: short(action.title))
                html.element(.p, .class("fine"), .dir("auto"), text: short(item.commitment.title))
            }
            cell("lead", view) { view.charged(action.lead, action.supporting, names) }
            cell("actionStatus", view) { view.actionStatus(action.status) }
            cell("due", view) { view.due(action.due, isLate: item.isLate) }
            cell("cost", isNumber: true, view) { view.amountOrUnknown(action.money.cost, action.money.currency) }
            cell("gap", isNumber: true, view) { view.amountOrUnknown(action.money.gap, action.money.currency) }
        }
    }

    private func actions(_ tally: ActionTally, _ view: View) {
        guard tally.all > 0 else {
            view.html.element(.span, .class("soft"), text: view.say("plan.noActions"))
            return
        }
        view.write("plan.doneOf", ["done": .number(tally.done), "all": .number(tally.all)])
        if tally.late > 0 {
            view.html.element(.p, .class("late fine"), text: view.say("plan.lateCount", ["count": .number(tally.late)]))
        }
    }

    private func pick(_ id: Int64, _ title: String, _ view: View) {
        guard isEditable else { return }
        view.html.element(.td, .class("pick")) {
            view.html.empty(
                .input, .type("checkbox"), .name("id"), .value(String(id)),
                .label(view.say("plan.column.pickThis", ["title": .text(short(title))])))
        }
    }

    private func cell(_ column: String, isNumber: Bool = false, _ view: View, content: () -> Void) {
        view.html.element(
            .td, .class(isNumber ? "n" : ""), .custom("data-label", view.say("plan.column.\(column)")), content: content
        )
    }

    private func acronym(_ mechanism: MechanismCode, _ view: View) -> String {
        view.names.acronym(ofMechanism: mechanism.rawValue, view.words.tag) ?? view.name(.mechanism, mechanism.rawValue)
    }

    private func short(_ text: String) -> String { PlanTitle.short(text) }
}
