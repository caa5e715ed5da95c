import Clocks
import Domain
import FollowUpWeb
import Frame
import Locales
import Markup
import Plans

/// The first page of a workspace: what is in the plan, what is late, what is next, and the ways on.
enum WorkspaceView {
    static let nextMax = 6

    static func answer(_ visit: Visit, _ plans: Plans, _ clocks: Clocks) async throws(WebError) -> Answer {
        let view = View(visit)
        var work: DashboardWork?
        if visit.may(.seeDashboards) {
            let names = try await DashboardNames.load(visit, view, plans)
            do throws(WorkspaceError) {
                let facts = try await DashboardFacts.load(visit, plans, clocks, [], next: nextMax)
                work = DashboardWork(names: names, facts: facts, clocks: clocks)
            } catch { throw WebError(error) }
        }
        let mentions: MentionsPart
        do throws(WorkspaceError) { mentions = try await MentionsPart(plans, visit) } catch { throw WebError(error) }
        return await view.page(PageHead(title: visit.workspace.name, place: .overview)) {
            let state = view.actorName(visit.workspace)
            view.pageHead(
                kicker: state == visit.workspace.name ? nil : state, visit.workspace.name, lead: lead(visit, view))
            mentions.write(view)
            if let work { standing(work, visit, view) }
            ways(visit, view)
        }
    }

    private static func lead(_ visit: Visit, _ view: View) -> String {
        view.say("workspace.youAre", ["role": .text(view.say("workspaceRole.\(visit.member.role.rawValue)"))])
    }

    private static func standing(_ work: DashboardWork, _ visit: Visit, _ view: View) {
        let dashboard = work.facts.dashboard
        let (all, lines, actions) = (dashboard.recommendations.all, dashboard.commitments, dashboard.total.all)
        view.numbers([
            (
                all, view.say("workspace.recommendations", ["count": .number(all)]),
                work.names.list(all, .recommendations, [])
            ),
            (lines, view.say("workspace.lines", ["count": .number(lines)]), work.names.list(lines, .commitments, [])),
            (
                actions, view.say("workspace.actions", ["count": .number(actions)]),
                work.names.list(actions, .actions, [])
            ),
        ])
        view.section("late", view.say("dashboard.lateTitle")) {
            work.lateNumbers(dates: view.address(visit.path("/dashboards")) + "#late-dates")
        }
        view.section("next", view.say("dashboard.nextTitle")) {
            if work.facts.next.isEmpty {
                view.html.element(.p, text: view.say("dashboard.nextNone"))
            } else {
                work.dates(work.facts.next, view.say("dashboard.nextTitle"))
            }
        }
    }

    private static func ways(_ visit: Visit, _ view: View) {
        let html = view.html
        for (group, places) in visit.groups {
            html.element(.h2, text: view.say("workspace.group.\(group.rawValue)"))
            html.element(.ul, .class("ways")) {
                for place in places {
                    html.element(.li) {
                        view.link(
                            view.address(visit.path(place.section.path)),
                            view.say("workspace.nav.\(place.section.rawValue)"))
                        html.element(
                            .p, .class("hint"), text: view.say("workspace.about.\(place.section.rawValue)"))
                    }
                }
            }
        }
    }
}
