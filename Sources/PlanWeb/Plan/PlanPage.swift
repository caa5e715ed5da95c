import Domain
import Frame
import Locales
import Markup
import People
import Plans

/// What the pages of the plan have in common.
enum PlanPart: String, CaseIterable {
    case table, board, calendar, chart, institutions, mechanisms, take, steps

    var path: String { self == .table ? "/plan" : "/plan/\(rawValue)" }

    /// Taking issues in and taking steps back is for those who edit.
    func isOpen(to visit: Visit) -> Bool {
        switch self {
        case .take: visit.may(.editPlan)
        case .steps: visit.may(.editPlan) && visit.may(.seeHistory)
        default: true
        }
    }
}

extension View {
    /// A page of the plan with its parts above.
    func planPage(
        _ visit: Visit, _ part: PlanPart, _ title: String, lead: String? = nil, isWide: Bool = true,
        content: () -> Void
    ) async -> Answer {
        let head = PageHead(
            title: title, place: .plan, crumbs: part == .table ? [] : planCrumbs(visit), isWide: isWide)
        return await page(head) {
            pageHead(kicker: visit.workspace.name, title, lead: lead)
            planParts(visit, part)
            content()
        }
    }

    func planCrumbs(_ visit: Visit) -> [(address: String, name: String)] {
        [(address(visit.path("/plan")), say("plan.title"))]
    }

    private func planParts(_ visit: Visit, _ here: PlanPart) {
        html.element(.nav, .class("plan-parts"), .label(say("plan.parts"))) {
            html.element(.ul) {
                for part in PlanPart.allCases where part.isOpen(to: visit) {
                    html.element(.li) {
                        html.element(
                            .a, .href(address(visit.path(part.path))), .current(part == here ? "page" : nil),
                            text: say("plan.part.\(part.rawValue)"))
                    }
                }
            }
        }
    }

    /// The token that every form carries.
    func token() { hiddenField(Signed.tokenField, session?.csrf ?? "") }

    /// What a step of work did, with the way to take it back.
    func stepDone(_ visit: Visit) {
        let query = exchange.query
        guard let said = query.first("said") else { return }
        let count = query.first("n").flatMap { Int($0) } ?? 0
        let told = query.first("told").flatMap { Int($0) } ?? 0
        switch said {
        case "none": problem(say("plan.said.none"))
        case "nothing": problem(say("plan.said.nothing"))
        case "saved", "taken", "changed", "undone", "added":
            html.element(.div, .class("notice done"), .role("status")) {
                html.element(.p, text: say("plan.said.\(said)", ["count": .number(count)]))
                if told > 0 { html.element(.p, text: say("plan.said.told", ["count": .number(told)])) }
                if let batch = query.first("batch").flatMap({ FieldChangeID($0) }), PlanPart.steps.isOpen(to: visit) {
                    html.element(.p) {
                        link(address(visit.path("/plan/steps/\(batch)")), say("plan.step.takeBack"))
                    }
                }
            }
        default: break
        }
    }

    /// An address that tells its reader what a step did.
    func said(_ path: String, _ said: String, _ result: PlanChangeResult, _ items: [(String, String)] = []) -> String {
        var all = items + [("said", said), ("n", String(result.changed))]
        if result.told > 0 { all.append(("told", String(result.told))) }
        if let batch = result.batch { all.append(("batch", batch.description)) }
        return address(path, all)
    }
}
