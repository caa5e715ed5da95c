import CooperationRecords
import Domain
import Frame
import Locales
import Markup

/// What is known of one side of a State's cooperation, and what is not.
struct FactSection {
    let view: View
    let record: CooperationRecord
    let group: StateFactKind.Group
    let today: CalendarDate

    private var html: HTMLWriter { view.html }
    private var facts: [StateFact] { record.facts(in: group) }

    func write() {
        view.section(group.rawValue, view.factGroup(group), view.say("stateFact.about.\(group.rawValue)")) {
            switch group {
            case .reports: matters(.reportDue)
            case .followUp: matters(.followUpDue)
            case .communications: matters(.communicationSent)
            case .visits: visits()
            case .review: positions()
            default: break
            }
            list()
            gaps()
        }
    }

    /// Kinds that stand in a table of their own.
    private var paired: Set<StateFactKind> {
        switch group {
        case .reports: [.reportDue, .reportReceived]
        case .followUp: [.followUpDue, .followUpGiven]
        case .communications: [.communicationSent, .communicationAnswered]
        case .visits: Set(FactVisit.kinds)
        default: []
        }
    }

    private func matters(_ kind: StateFactKind) {
        let matters = record.matters(kind, today: today)
        guard !matters.isEmpty, let answer = kind.answer else { return }
        view.table(view.factGroup(group)) {
            view.headRow([
                (view.say("stateFact.what"), false), (view.factKind(kind), false),
                (view.factKind(answer.kind), false), (view.say("stateFact.delay"), false),
            ])
            html.element(.tbody) {
                for matter in matters {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            if let fact = matter.asked ?? matter.answered { whatOf(fact) }
                        }
                        step(matter.asked)
                        step(matter.answered)
                        html.element(
                            .td, .class(matter.delay == .unknown ? "none" : ""), text: view.delay(matter.delay))
                    }
                }
            }
        }
    }

    private func whatOf(_ fact: StateFact) {
        view.about(fact.content)
        if let matter = view.matter(fact.content) {
            html.text(" ")
            html.element(.bdi, text: matter)
        }
    }

    /// A day with its source.
    private func step(_ fact: StateFact?) {
        guard let fact else {
            html.element(.td, .class("none"), text: view.say("stateFact.noData"))
            return
        }
        html.element(.td) {
            html.text(view.factDay(fact.content.day))
            html.empty(.br)
            html.element(.span, .class("soft")) { view.factSource(fact) }
        }
    }

    private func visits() {
        let visits = record.visits
        guard !visits.isEmpty else { return }
        let kinds: [StateFactKind] = [.visitAsked, .visitAccepted, .visitMade]
        view.table(view.factGroup(group)) {
            view.headRow([(view.say("stateFact.mandate"), false)] + kinds.map { (view.factKind($0), false) })
            html.element(.tbody) {
                for visit in visits {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            if let fact = visit.steps.first { whatOf(fact) }
                        }
                        for kind in kinds {
                            if kind == .visitAccepted, visit.step(kind) == nil,
                                let declined = visit.step(.visitDeclined)
                            {
                                html.element(.td) {
                                    html.text(view.factKind(.visitDeclined))
                                    html.text(" ")
                                    html.text(view.factDay(declined.content.day))
                                    html.empty(.br)
                                    html.element(.span, .class("soft")) { view.factSource(declined) }
                                }
                            } else {
                                step(visit.step(kind))
                            }
                        }
                    }
                }
            }
        }
    }

    /// Counts of the record, each leading to what is counted.
    private func positions() {
        guard !record.positions.isEmpty else { return }
        let order: [Position] = [.supported, .noted, .pending]
        view.table(view.say("stateFact.positions")) {
            view.headRow(
                [(view.facetName(.cycle), false)] + order.map { (view.say("position.\($0.rawValue)"), true) }
                    + [(view.say("column.total"), true)])
            html.element(.tbody) {
                for counts in record.positions {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: view.valueName(.cycle, "\(counts.cycle)"))
                        for (position, count) in zip(order, [counts.supported, counts.noted, counts.pending]) {
                            html.element(.td, .class("n")) {
                                if count > 0 {
                                    view.link(search(counts.cycle, position), view.number(count))
                                } else {
                                    html.text(view.number(0))
                                }
                            }
                        }
                        html.element(.td, .class("n"), text: view.number(counts.total))
                    }
                }
            }
        }
    }

    private func search(_ cycle: Int, _ position: Position) -> String {
        view.searchAddress([
            (.state, record.state.rawValue), (.cycle, "\(cycle)"), (.position, position.rawValue),
        ])
    }

    private func list() {
        let listed = facts.filter { !paired.contains($0.kind) || $0.content.isNone }
        guard !listed.isEmpty else { return }
        view.table(view.say("stateFact.facts", ["group": .text(view.factGroup(group))])) {
            view.headRow([
                (view.say("stateFact.fact"), false), (view.say("stateFact.day"), false),
                (view.say("stateFact.source"), false), (view.say("stateFact.saidBy"), false),
            ])
            html.element(.tbody) {
                for fact in listed {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            FactLine(view: view).name(fact)
                            FactLine(view: view).words(fact)
                        }
                        html.element(.td, .class(fact.content.day == nil ? "none" : "")) {
                            html.text(
                                fact.content.isNone
                                    ? view.say("stateFact.asOf", ["date": .text(view.factDay(fact.content.day))])
                                    : view.factDay(fact.content.day))
                        }
                        html.element(.td) { view.factSource(fact) }
                        html.element(.td, text: view.factOrigin(fact))
                    }
                }
            }
        }
    }

    /// What nobody says anything of: that is not the same as none.
    private func gaps() {
        let missing = group.kinds.filter { kind in !facts.contains { $0.kind == kind } }
        guard !missing.isEmpty else { return }
        html.element(.p, .class("none")) {
            html.text(
                view.say(
                    "stateFact.gaps",
                    ["kinds": .text(missing.map { view.factKind($0) }.joined(separator: view.say("list.comma")))]))
        }
    }
}
