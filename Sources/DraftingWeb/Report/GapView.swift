import Domain
import Drafting
import Frame
import Locales
import Markup

/// What a report cannot say, kind by kind, each leading to where it can be mended.
enum GapView {
    private static let mostShown = 150

    static func answer(_ visit: Visit, _ drafting: Drafting) async throws(WebError) -> Answer {
        let id: ReportID = try visit.id()
        let (page, gaps) = try await visit.run { () throws(WorkspaceError) in
            let page = try await drafting.page(id, visit.member)
            return (page, try await drafting.gaps(page.report, visit.member))
        }
        let view = View(visit)
        let title = view.say("report.gaps")
        return await view.page(view.reportHead(page.report, visit, title)) {
            view.pageHead(kicker: page.report.title, title, lead: view.say("report.gaps.lead"))
            if gaps.isEmpty { view.html.element(.p, text: view.say("report.gaps.none")) }
            for kind in ReportGap.Kind.allCases {
                let own = gaps.filter { $0.kind == kind }
                if own.isEmpty { continue }
                view.section(
                    "gap-\(kind.rawValue)", view.say("report.gap.\(kind.rawValue)", ["count": .number(own.count)])
                ) {
                    list(Array(own.prefix(mostShown / 2)), view, visit, page.report.scope.state)
                    if own.count > mostShown / 2 {
                        view.html.element(
                            .p,
                            text: view.say(
                                "report.more", ["count": .number(own.count - mostShown / 2)]))
                    }
                }
            }
        }
    }

    private static func list(_ gaps: [ReportGap], _ view: View, _ visit: Visit, _ state: StateCode) {
        view.html.element(.ul) {
            for gap in gaps {
                view.html.element(.li) {
                    view.source(gap.source, visit, about: state)
                    if let due = gap.due {
                        view.html.element(
                            .span, .class("soft"),
                            text: " " + view.say("report.gap.due", ["day": .text(view.date(due))]))
                    }
                }
            }
        }
    }
}
