import Clocks
import Domain
import Frame
import Locales
import Markup
import People
import Plans

/// Where a workspace stands, for whoever asks: what is late, what is next, where money is missing, how far it is. A focal point
/// sees her institution's part; who reads from outside the daily work sees first how far it is.
enum DashboardView {
    static let partsMax = 8
    static let lateMax = 8
    static let nextMax = 12

    static func answer(_ visit: Visit, _ plans: Plans, _ clocks: Clocks) async throws(WebError) -> Answer {
        let facts: DashboardFacts
        do throws(WorkspaceError) { facts = try await DashboardFacts.load(visit, plans, clocks) } catch {
            throw WebError(error)
        }
        let view = View(visit)
        let names = try await DashboardNames.load(visit, view, plans)
        let work = DashboardWork(names: names, facts: facts, clocks: clocks)
        let head = PageHead(title: view.say("dashboard.title"), place: .dashboards, isWide: true)
        return await view.page(head) {
            view.pageHead(kicker: visit.workspace.name, view.say("dashboard.title"), lead: lead(visit, names))
            if facts.dashboard.commitments == 0, facts.next.isEmpty, facts.lateDates.isEmpty {
                nothing(view, visit)
            } else if visit.member.role.isGovernment {
                work.late()
                work.next()
                work.money()
                far(names, facts.dashboard)
            } else {
                far(names, facts.dashboard)
                work.money()
                work.late()
                work.next()
            }
        }
    }

    private static func lead(_ visit: Visit, _ names: DashboardNames) -> String {
        guard visit.member.reach(.seeDashboards) == .own, let own = visit.member.institution else {
            return names.view.say("dashboard.lead")
        }
        return names.view.say("dashboard.leadOwn", ["institution": .text(names.name(own))])
    }

    static func nothing(_ view: View, _ visit: Visit) {
        view.empty(view.say("dashboard.empty")) {
            view.html.element(.p, text: view.say("dashboard.emptyHelp"))
            if visit.may(.editPlan) {
                view.html.element(.p) {
                    view.link(view.address(visit.path("/plan")), view.say("workspace.nav.plan"))
                }
            }
        }
    }

    private static func far(_ names: DashboardNames, _ dashboard: PlanDashboard) {
        let view = names.view
        let table = StandingTable(names: names)
        view.section("far", view.say("dashboard.far"), view.say("dashboard.far.lead")) {
            if dashboard.recommendations.all == 0 {
                view.html.element(.p, text: view.say("dashboard.far.none"))
            } else {
                table.whole(dashboard.recommendations)
            }
            for dimension in PlanDimension.allCases {
                let parts = dashboard.parts[dimension] ?? []
                if !parts.isEmpty {
                    view.html.element(.h3, text: view.say("dashboard.by.\(dimension.rawValue)"))
                    table.parts(parts, dimension, most: partsMax)
                    if parts.count > partsMax {
                        view.html.element(.p, .class("more")) {
                            view.link(
                                view.address(names.visit.path("/dashboards/\(dimension.rawValue)")),
                                view.say("dashboard.all", ["count": .number(parts.count)]))
                        }
                    }
                }
            }
        }
    }
}

/// What the page is made of.
struct DashboardFacts: Sendable {
    var dashboard: PlanDashboard
    /// Longest late first.
    var lateActions: [ActionSummary]
    /// Deadlines that are late; binding and requested ones alone can be.
    var lateDates: [DateEntry]
    var next: [DateEntry]
    /// Nil where the reader sees no alerts.
    var alerts: [AlertKind: Int]?

    static func load(
        _ visit: Visit, _ plans: Plans, _ clocks: Clocks, _ dimensions: [PlanDimension] = PlanDimension.allCases,
        next count: Int = DashboardView.nextMax
    ) async throws(WorkspaceError) -> DashboardFacts {
        let member = visit.member
        let dashboard = try await plans.dashboard(member, dimensions)
        var late = PlanFilter()
        late.isLate = true
        let actions = try await plans.actions(member, late, sort: .due, limit: DashboardView.lateMax)
        let today = clocks.today(in: member.workspace)
        let text = dashboard.today.description
        let before = try await clocks.entries(DeadlineFilter(to: text, hasPlan: false), member)
        let after = try await clocks.entries(DeadlineFilter(from: text), limit: count, member)
        return DashboardFacts(
            dashboard: dashboard, lateActions: actions.items, lateDates: before.entries.filter { $0.isLate(today) },
            next: after.entries, alerts: member.may(.seeAlerts) ? try await clocks.alertCounts(member) : nil)
    }
}
