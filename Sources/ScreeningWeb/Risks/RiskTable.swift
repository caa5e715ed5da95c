import Domain
import Frame
import Locales
import Markup
import Screening

/// Risks in a table: what, who deals with it, by when, how it stands.
struct RiskTable {
    let view: View
    let visit: Visit
    let risks: [ScreeningRisk]
    /// How each stood at a moment; nil: now.
    var states: [RiskID: RiskState]?

    func write() {
        let html = view.html
        view.table(view.say("screening.risks")) {
            view.headRow(
                [
                    "screening.field.title", "screening.field.owner", "screening.field.due", "screening.field.status",
                ].map { (view.say($0), false) })
            html.element(.tbody) {
                for risk in risks { html.element(.tr) { row(risk) } }
            }
        }
    }

    private func row(_ risk: ScreeningRisk) {
        let html = view.html
        let state = states?[risk.id]
        html.element(.th, .scope("row")) {
            html.element(
                .a, .href(view.address(visit.path("/screenings/risks/\(risk.id)"))), .dir("auto"), text: risk.title)
        }
        html.element(.td) { html.element(.bdi, text: RiskWords(view: view).owner(risk)) }
        html.element(.td, text: RiskWords(view: view).due(state == nil ? risk.due : state?.due))
        html.element(.td) {
            html.text(view.riskStatusName(state?.status ?? risk.status))
            if states == nil, let today = visit.today, risk.isOverdue(on: today) {
                html.text(" ")
                html.element(.strong, .class("overdue"), text: view.say("screening.risk.overdue"))
            }
            let reason = state?.reason ?? risk.reason
            if !reason.isEmpty { html.element(.p, .class("hint"), .dir("auto"), text: reason) }
        }
    }
}

/// Parts of a risk in words.
struct RiskWords {
    let view: View

    /// The workspace, and of the reader's own what institution and who.
    func owner(_ risk: ScreeningRisk) -> String {
        view.commas([risk.ownerName] + [risk.institutionName, risk.personName].compactMap { $0 })
    }

    func due(_ day: CalendarDate?) -> String { day.map { view.date($0) } ?? view.say("screening.risk.noDay") }
}
