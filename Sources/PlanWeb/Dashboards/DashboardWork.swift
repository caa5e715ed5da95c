import Clocks
import Domain
import Frame
import Locales
import Markup
import Plans

/// What is late, what is next, and where money is missing.
struct DashboardWork {
    let names: DashboardNames
    let facts: DashboardFacts
    let clocks: Clocks
    private var view: View { names.view }
    private var html: HTMLWriter { names.view.html }
    private var dashboard: PlanDashboard { facts.dashboard }

    // MARK: Late

    func late() {
        view.section("late", view.say("dashboard.lateTitle"), view.say("dashboard.lateLead")) {
            lateNumbers(dates: "#late-dates")
            alerts()
            lateActions()
            if !facts.lateDates.isEmpty {
                html.element(.h3, .id("late-dates"), text: view.say("dashboard.lateDatesTitle"))
                dates(facts.lateDates, view.say("dashboard.lateDatesTitle"))
            }
            institutions()
        }
    }

    /// What is late in numbers; `dates` is where the deadlines that have passed stand.
    func lateNumbers(dates address: String) {
        let (actions, recommendations) = (dashboard.total.late, dashboard.recommendations.late)
        let (commitments, dates) = (dashboard.lateCommitments, facts.lateDates.count)
        let late = [("late", "yes")]
        view.numbers([
            (actions, say("dashboard.lateActions", actions), names.list(actions, .actions, late)),
            (
                recommendations, say("dashboard.lateRecommendations", recommendations),
                names.list(recommendations, .recommendations, late)
            ),
            (commitments, say("dashboard.lateCommitments", commitments), names.list(commitments, .commitments, late)),
            (dates, say("dashboard.lateDates", dates), dates == 0 ? nil : address),
        ])
    }

    private func alerts() {
        guard let alerts = facts.alerts else { return }
        let waiting = AlertKind.allCases.filter { alerts[$0, default: 0] > 0 }
        guard !waiting.isEmpty else { return }
        html.element(.h3, text: view.say("dashboard.alerts"))
        view.numbers(
            waiting.map { kind in
                (
                    alerts[kind, default: 0], view.say("clocks.alert.\(kind.rawValue)"),
                    view.address(names.visit.path("/alerts"), [("kind", kind.rawValue)])
                )
            })
    }

    private func lateActions() {
        guard !facts.lateActions.isEmpty else { return }
        html.element(.h3, text: view.say("dashboard.longest"))
        view.table(view.say("dashboard.longest")) {
            view.headRow(["action", "institution", "due"].map { (view.say("dashboard.column.\($0)"), false) })
            html.element(.tbody) {
                for late in facts.lateActions {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            html.element(.bdi) {
                                view.link(
                                    view.address(names.visit.path("/plan/actions/\(late.action.id)")),
                                    late.action.title)
                            }
                        }
                        view.wordsCell(names.name(late.action.lead))
                        html.element(.td) { since(late.action.due) }
                    }
                }
            }
        }
    }

    /// A date that has passed, and for how long.
    private func since(_ due: CalendarDate?) {
        guard let due else { return }
        html.element(.time, .datetime(due.description), text: view.date(due))
        guard due.day != nil else { return }
        html.element(
            .span, .class("hint"), text: " " + say("dashboard.days", dashboard.today.dayNumber - due.dayNumber))
    }

    /// Actions of each institution in numbers, most late first.
    private func institutions() {
        guard !dashboard.actions.isEmpty else { return }
        let rows = dashboard.actions.sorted { one, other in
            (other.value.late, other.value.all, one.key?.value ?? .max) < (
                one.value.late, one.value.all, other.key?.value ?? .max
            )
        }
        html.element(.h3, text: view.say("dashboard.actionsBy"))
        view.table(view.say("dashboard.actionsBy"), style: "data") {
            view.headRow(
                [(view.say("dashboard.column.institution"), false)]
                    + ["actions", "late", "delayed", "done", "stopped"].map {
                        (view.say("dashboard.column.\($0)"), true)
                    })
            html.element(.tbody) {
                for (institution, figures) in rows {
                    let lead = names.lead(institution)
                    html.element(.tr) {
                        view.wordsCell(names.name(institution), isHead: true)
                        names.cell(figures.all, .actions, [lead])
                        names.cell(figures.late, .actions, [lead, ("late", "yes")])
                        for status in [ActionStatus.delayed, .done, .stopped] {
                            names.cell(
                                figures.byStatus[status, default: 0], .actions, [lead, ("action", status.rawValue)])
                        }
                    }
                }
            }
        }
    }

    // MARK: Next

    func next() {
        view.section("next", view.say("dashboard.nextTitle"), view.say("dashboard.nextLead")) {
            if facts.next.isEmpty {
                html.element(.p, text: view.say("dashboard.nextNone"))
            } else {
                dates(facts.next, view.say("dashboard.nextTitle"))
                html.element(.p, .class("more")) {
                    view.link(view.address(names.visit.path("/deadlines")), view.say("dashboard.nextAll"))
                }
            }
            view.numbers([
                (
                    dashboard.commitmentsWithoutLead, say("dashboard.withoutLead", dashboard.commitmentsWithoutLead),
                    names.list(dashboard.commitmentsWithoutLead, .commitments, [("lead", "none")])
                ),
                (
                    dashboard.commitmentsWithoutAction,
                    say("dashboard.withoutAction", dashboard.commitmentsWithoutAction),
                    names.list(dashboard.commitmentsWithoutAction, .commitments, [("without", "yes")])
                ),
            ])
        }
    }

    /// Dates with what is due and whose it is.
    func dates(_ entries: [DateEntry], _ caption: String) {
        let words = DateWords(view.words, clocks.reference)
        view.table(caption) {
            view.headRow(["due", "what", "institution", "force"].map { (view.say("dashboard.column.\($0)"), false) })
            html.element(.tbody) {
                for entry in entries {
                    html.element(.tr) {
                        html.element(.td) {
                            html.element(.time, .datetime(entry.due.description), text: view.date(entry.due))
                        }
                        html.element(.th, .scope("row")) { html.element(.bdi) { link(entry, words.title(entry)) } }
                        view.wordsCell(
                            entry.institutions.map { names.name($0) }.joined(separator: view.say("list.comma")))
                        html.element(.td, text: view.say("clocks.force.\(entry.force.rawValue)"))
                    }
                }
            }
        }
    }

    private func link(_ entry: DateEntry, _ title: String) {
        let path: String? =
            switch entry.subject.kind {
            case .deadline: "/deadlines/\(entry.subject.id)"
            case .action: "/plan/actions/\(entry.subject.id)"
            case .round: "/round/\(entry.subject.id)"
            case .fundCall: "/funds/calls/\(entry.subject.id)"
            default: nil
            }
        if let path { view.link(view.address(names.visit.path(path)), title) } else { html.text(title) }
    }

    // MARK: Money

    func money() {
        let total = dashboard.total
        view.section("money", view.say("dashboard.moneyTitle"), view.say("dashboard.moneyLead")) {
            view.numbers([
                (
                    total.withGap, say("dashboard.withGap", total.withGap),
                    names.list(total.withGap, .actions, [("money", "missing")])
                ),
                (
                    total.unknownGap, say("dashboard.unknownGap", total.unknownGap),
                    names.list(total.unknownGap, .actions, [("money", "unknown")])
                ),
            ])
            if dashboard.gaps.isEmpty {
                html.element(
                    .p, text: view.say(total.all == total.unknownGap ? "dashboard.gapUnsaid" : "dashboard.gapNone"))
            } else {
                gaps()
            }
        }
    }

    private func gaps() {
        view.table(view.say("dashboard.gaps"), style: "data") {
            view.headRow([
                (view.say("dashboard.column.institution"), false), (view.say("dashboard.column.gap"), true),
                (view.say("dashboard.column.actions"), true),
            ])
            html.element(.tbody) {
                for gap in dashboard.gaps {
                    html.element(.tr) {
                        view.wordsCell(names.name(gap.institution), isHead: true)
                        html.element(.td, .class("n")) {
                            html.element(.bdi, text: view.amount(gap.amount, gap.currency))
                        }
                        names.cell(gap.actions, .actions, [names.lead(gap.institution), ("money", "missing")])
                    }
                }
                for sum in dashboard.missing {
                    html.element(.tr, .class("sum")) {
                        html.element(
                            .th, .scope("row"),
                            text: view.say("dashboard.sum", ["currency": .text(sum.currency.rawValue)]))
                        html.element(.td, .class("n")) {
                            html.element(.bdi, text: view.amount(sum.amount, sum.currency))
                        }
                        sumCell(sum.actions)
                    }
                }
            }
        }
    }

    /// The plan has no filter by currency: the sum leads to its rows where there is one currency alone.
    private func sumCell(_ count: Int) {
        if dashboard.missing.count == 1 {
            names.cell(count, .actions, [("money", "missing")])
        } else {
            html.element(.td, .class("n"), text: view.number(count))
        }
    }

    private func say(_ key: String, _ count: Int) -> String { view.say(key, ["count": .number(count)]) }
}
