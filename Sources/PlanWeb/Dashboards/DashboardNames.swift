import Domain
import Frame
import Locales
import Markup
import People
import Plans

/// Names and addresses on dashboards: every number leads to the plan's list with the filter that it counts.
struct DashboardNames {
    let visit: Visit
    let view: View
    let institutions: [InstitutionID: Institution]

    init(_ visit: Visit, _ view: View, _ institutions: [Institution]) {
        self.visit = visit
        self.view = view
        self.institutions = Dictionary(institutions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    static func load(_ visit: Visit, _ view: View, _ plans: Plans) async throws(WebError) -> DashboardNames {
        do throws(WorkspaceError) {
            return DashboardNames(visit, view, try await Institutions(plans.store).all(visit.member))
        } catch { throw WebError(error) }
    }

    /// The plan's list of these rows; nil for a number that is nothing, which leads nowhere.
    func list(_ count: Int, _ rows: PlanRows, _ filters: [(String, String)]) -> String? {
        guard count > 0 else { return nil }
        let of = rows == .commitments ? [] : [("rows", rows.rawValue)]
        return view.address(visit.path("/plan"), of + filters)
    }

    func name(_ institution: InstitutionID?) -> String {
        institution.map { institutions[$0]?.name ?? view.say("dashboard.gone") } ?? view.say("dashboard.nobody")
    }

    /// `lead=7`, or that nobody leads.
    func lead(_ institution: InstitutionID?) -> (String, String) { ("lead", institution.map { "\($0)" } ?? "none") }

    /// What a part of a dimension is called.
    func name(_ part: PlanStandingPart, _ dimension: PlanDimension) -> String {
        guard let key = part.key else { return view.say("dashboard.nobody") }
        return switch dimension {
        case .theme: view.name(.theme, key)
        case .person: view.name(.person, key)
        case .goal: view.say("dashboard.goal", ["code": .text(key), "name": .text(view.name(.goal, key))])
        case .mechanism: view.name(.mechanism, key)
        case .institution: name(InstitutionID(key))
        }
    }

    /// The filter of the plan's list that gives a part.
    func filter(_ part: PlanStandingPart, _ dimension: PlanDimension) -> (String, String) {
        switch dimension {
        case .theme: ("theme", part.key ?? "")
        case .person: ("person", part.key ?? "")
        case .goal: ("goal", part.key ?? "")
        case .mechanism: ("mechanism", part.key ?? "")
        case .institution: ("lead", part.key ?? "none")
        }
    }

    /// A number as a cell, leading to its rows.
    func cell(_ count: Int, _ rows: PlanRows, _ filters: [(String, String)]) {
        view.html.element(.td, .class("n")) {
            if let address = list(count, rows, filters) {
                view.link(address, view.number(count))
            } else {
                view.html.text(view.number(count))
            }
        }
    }
}
