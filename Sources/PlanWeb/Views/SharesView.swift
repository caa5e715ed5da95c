import Domain
import Frame
import Locales
import Markup
import Plans

/// The plan by institution, and by mechanism. Every number opens its rows.
enum SharesView {
    static func institutions(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let shares: [InstitutionShare]
        do throws(WorkspaceError) { shares = try await plans.institutionShares(visit.member) } catch {
            throw WebError(error)
        }
        let names = try await PlanNames.of(visit)
        let view = View(visit)
        let sorted = shares.sorted { one, other in
            let key = one.institution.map { Collation.key(names.name($0)) } ?? "\u{10FFFF}"
            return key < (other.institution.map { Collation.key(names.name($0)) } ?? "\u{10FFFF}")
        }
        return await view.planPage(
            visit, .institutions, view.say("plan.institutions.title"), lead: view.say("plan.institutions.lead")
        ) {
            if sorted.isEmpty {
                view.html.element(.p, .class("soft"), text: view.say("plan.none.commitments"))
            } else {
                view.table(view.say("plan.institutions.title"), style: "plan-table") {
                    view.headRow(
                        [
                            "institution", "leadsCommitments", "leadsRecommendations", "leadsActions", "lateActions",
                            "supports", "nextDue", "cost", "gap",
                        ].map { (view.say("plan.column.\($0)"), $0 != "institution" && $0 != "nextDue") })
                    view.html.element(.tbody) { for share in sorted { row(share, visit, names, view) } }
                }
            }
        }
    }

    private static func row(_ share: InstitutionShare, _ visit: Visit, _ names: PlanNames, _ view: View) {
        let html = view.html
        let lead = share.institution?.description ?? "none"
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.element(.bdi, text: share.institution.map(names.name) ?? view.say("plan.nobody"))
            }
            count("leadsCommitments", share.commitments, visit, [("lead", lead)], view)
            count(
                "leadsRecommendations", share.recommendations, visit, [("rows", "recommendations"), ("lead", lead)],
                view)
            cell("leadsActions", view) {
                number(share.actions.all, visit, [("rows", "actions"), ("lead", lead)], view)
                if share.actions.all > 0 {
                    html.element(
                        .p, .class("fine"), text: view.say("plan.doneCount", ["count": .number(share.actions.done)]))
                }
            }
            count(
                "lateActions", share.actions.late, visit, [("rows", "actions"), ("lead", lead), ("late", "yes")], view)
            cell("supports", view) {
                if let id = share.institution {
                    number(share.supportsCommitments, visit, [("supporting", id.description)], view)
                    html.text(" / ")
                    number(
                        share.supportsActions, visit, [("rows", "actions"), ("supporting", id.description)], view)
                } else {
                    html.text("–")
                }
            }
            html.element(.td, .custom("data-label", view.say("plan.column.nextDue"))) {
                if let next = share.actions.next {
                    html.element(.time, .datetime(next.description), text: view.date(next))
                } else {
                    html.text("–")
                }
            }
            cell("cost", view) { money(share, view) { view.costs($0) } }
            cell("gap", view) { money(share, view) { view.gaps($0) } }
        }
    }

    private static func money(_ share: InstitutionShare, _ view: View, _ write: (MoneyTally) -> Void) {
        if share.actions.all > 0 { write(share.actions.money) } else { view.html.text("–") }
    }

    static func mechanisms(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let shares: [MechanismShare]
        do throws(WorkspaceError) { shares = try await plans.mechanismShares(visit.member) } catch {
            throw WebError(error)
        }
        let view = View(visit)
        return await view.planPage(
            visit, .mechanisms, view.say("plan.mechanisms.title"), lead: view.say("plan.mechanisms.lead")
        ) {
            if shares.isEmpty {
                view.html.element(.p, .class("soft"), text: view.say("plan.none.commitments"))
            } else {
                view.table(view.say("plan.mechanisms.title"), style: "plan-table") {
                    view.headRow(
                        [(view.say("facet.mechanism"), false)]
                            + ["recommendations", "commitments", "withAction", "late"].map {
                                (view.say("plan.column.\($0)"), true)
                            }
                            + ImplementationStatus.allCases.map { (view.say("value.status.\($0.rawValue)"), true) }
                            + [(view.say("plan.unsaid"), true)])
                    view.html.element(.tbody) { for share in shares { row(share, visit, view) } }
                }
            }
        }
    }

    private static func row(_ share: MechanismShare, _ visit: Visit, _ view: View) {
        let code = share.mechanism.rawValue
        let records = [("rows", "recommendations"), ("mechanism", code)]
        view.html.element(.tr) {
            view.html.element(.th, .scope("row"), text: view.name(.mechanism, code))
            count("recommendations", share.recommendations, visit, records, view)
            count("commitments", share.commitments, visit, [("mechanism", code)], view)
            cell("withAction", view) { view.html.text(view.number(share.withAction)) }
            count("late", share.late, visit, records + [("late", "yes")], view)
            for status in ImplementationStatus.allCases {
                labelled(view.say("value.status.\(status.rawValue)"), view) {
                    number(share.standing[status] ?? 0, visit, records + [("status", status.rawValue)], view)
                }
            }
            labelled(view.say("plan.unsaid"), view) {
                number(share.unsaid, visit, records + [("status", "none")], view)
            }
        }
    }

    private static func count(
        _ column: String, _ value: Int, _ visit: Visit, _ items: [(String, String)], _ view: View
    ) {
        cell(column, view) { number(value, visit, items, view) }
    }

    private static func number(_ value: Int, _ visit: Visit, _ items: [(String, String)], _ view: View) {
        if value > 0 {
            view.link(view.address(visit.path("/plan"), items), view.number(value))
        } else {
            view.html.text(view.number(0))
        }
    }

    private static func cell(_ column: String, _ view: View, content: () -> Void) {
        labelled(view.say("plan.column.\(column)"), view, content: content)
    }

    private static func labelled(_ label: String, _ view: View, content: () -> Void) {
        view.html.element(.td, .class("n"), .custom("data-label", label), content: content)
    }
}
