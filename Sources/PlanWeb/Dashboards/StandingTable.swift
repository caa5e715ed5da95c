import Domain
import Frame
import Locales
import Markup
import Plans

/// How far recommendations are: as one bar with its key, and as a table by theme, goal, group, institution or mechanism.
struct StandingTable {
    let names: DashboardNames
    private var view: View { names.view }
    private var html: HTMLWriter { names.view.html }

    /// Everything, with the number of each status and the way to its rows.
    func whole(_ standing: PlanStanding) {
        bar(standing, "stack")
        html.element(.ul, .class("keys standing-keys")) {
            for said in Self.order {
                let count = Self.count(said, standing)
                html.element(.li) {
                    html.element(.svg, .viewBox(0, 0, 14, 14), .hidden) {
                        html.empty(.rect, .class(Self.style(said)), .width(14), .height(14))
                    }
                    html.element(.span) {
                        if let address = names.list(count, .recommendations, [("status", said?.rawValue ?? "none")]) {
                            view.link(address, Self.label(said, view))
                        } else {
                            html.text(Self.label(said, view))
                        }
                    }
                    html.element(.span, .class("value")) {
                        view.write(
                            "share.of",
                            [
                                "count": .number(count),
                                "share": .text(view.words.percent(count, of: standing.all)),
                            ])
                    }
                }
            }
        }
    }

    /// The first `most` parts of a dimension, each number leading to its rows.
    func parts(_ parts: [PlanStandingPart], _ dimension: PlanDimension, most: Int) {
        view.table(view.say("dashboard.by.\(dimension.rawValue)"), style: "data standing") {
            view.headRow(
                [(view.say("dashboard.name.\(dimension.rawValue)"), false), (view.say("dashboard.bar"), false)]
                    + [(view.say("dashboard.recommendations"), true)]
                    + Self.order.map { (Self.label($0, view), true) }
                    + [(view.say("dashboard.late"), true), (view.say("dashboard.bare"), true)])
            html.element(.tbody) {
                for part in parts.prefix(most) { row(part, dimension) }
            }
        }
    }

    private func row(_ part: PlanStandingPart, _ dimension: PlanDimension) {
        let filter = names.filter(part, dimension)
        html.element(.tr) {
            view.wordsCell(names.name(part, dimension), isHead: true)
            html.element(.td, .class("bar")) { bar(part.standing, "stack small") }
            names.cell(part.standing.all, .recommendations, [filter])
            for said in Self.order {
                names.cell(
                    Self.count(said, part.standing), .recommendations, [filter, ("status", said?.rawValue ?? "none")])
            }
            names.cell(part.standing.late, .recommendations, [filter, ("late", "yes")])
            names.cell(part.standing.withoutAction, .recommendations, [filter, ("without", "yes")])
        }
    }

    /// Parts of a whole side by side; what was not said is hatched, so that it does not look like nothing done.
    private func bar(_ standing: PlanStanding, _ name: String) {
        html.element(.svg, .class(name), .viewBox(0, 0, 1_000, 24), .preserveAspectRatio("none"), .hidden) {
            var x = 0.0
            for said in Self.order {
                let count = Self.count(said, standing)
                guard count > 0 else { continue }
                let width = Double(count) / Double(max(1, standing.all)) * 1_000
                html.empty(.rect, .class(Self.style(said)), .x(x), .width(max(2, width - 3)), .height(24))
                x += width
            }
        }
    }

    /// From done to not begun, then what was given up and what nobody said.
    static let order: [ImplementationStatus?] = [.fully, .partly, .underWay, .notStarted, .notPursued, nil]

    static func count(_ said: ImplementationStatus?, _ standing: PlanStanding) -> Int {
        said.map { standing.said[$0, default: 0] } ?? standing.unsaid
    }

    static func label(_ said: ImplementationStatus?, _ view: View) -> String {
        view.say("dashboard.said.\(said?.rawValue ?? "nothing")")
    }

    private static func style(_ said: ImplementationStatus?) -> String { "said-\(said?.rawValue ?? "nothing")" }
}
