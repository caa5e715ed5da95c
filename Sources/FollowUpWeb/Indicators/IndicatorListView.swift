import Domain
import FollowUp
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// All indicators: where each stands, which way it went, how far it is from its target.
enum IndicatorListView {
    static let pageSize = 50
    static let parameters = [
        Parameter(
            name: "kind", form: .choice(Indicator.Kind.allCases.map(\.rawValue)),
            summary: "Structure, process or outcome."),
        Parameter(
            name: "link", form: .pattern("^(commitment|issue|target):[0-9a-z.]{1,20}$") { filterLink($0) != nil },
            summary: "What it speaks of: target:16.3, commitment:12."),
        Parameter(
            name: "after", form: .number,
            summary: "The last indicator of the page before."),
    ]

    static func filterLink(_ text: String) -> IndicatorLink? {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let kind = IndicatorLink.Kind(rawValue: String(parts[0])) else { return nil }
        return IndicatorLink(kind, String(parts[1]))
    }

    static func filter(_ query: Query) -> IndicatorFilter {
        IndicatorFilter(
            kind: query.first("kind").flatMap { Indicator.Kind(rawValue: $0) },
            link: query.first("link").flatMap { filterLink($0) })
    }

    static func answer(_ plans: Plans, _ visit: Visit) async throws(WebError) -> Answer {
        let query = visit.exchange.query
        let filter = filter(query)
        do throws(WorkspaceError) {
            let found = try await plans.indicators.page(
                filter, after: query.first("after").flatMap { IndicatorID($0) }, limit: pageSize + 1, visit.member)
            let view = View(visit)
            let html = view.html
            let head = PageHead(title: view.say("indicator.title"), place: .indicators, isWide: true)
            return await view.page(head) {
                view.pageHead(
                    kicker: visit.workspace.name, view.say("indicator.title"), lead: view.say("indicator.lead"))
                html.element(.p, .class("actions")) {
                    if visit.may(.editPlan) {
                        html.element(
                            .a, .class("button"), .href(view.address(visit.path("/indicators/new"))),
                            text: view.say("indicator.new"))
                    }
                    if visit.may(.reportProgress) {
                        html.element(
                            .a, .class("button plain"), .href(view.address(visit.path("/indicators/import"))),
                            text: view.say("indicator.import"))
                    }
                }
                kinds(filter, visit, view)
                if found.isEmpty {
                    view.empty(view.say("indicator.none")) { html.element(.p, text: view.say("indicator.noneHelp")) }
                } else {
                    table(Array(found.prefix(pageSize)), visit, view)
                }
                if found.count > pageSize, let last = found.prefix(pageSize).last {
                    var items = query.items.filter { ["kind", "link"].contains($0.name) }.map { ($0.name, $0.value) }
                    items.append(("after", "\(last.indicator.id)"))
                    html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
                        html.element(
                            .a, .href(view.address(visit.path("/indicators"), items)), .rel("next"),
                            text: view.say("pager.next"))
                    }
                }
            }
        } catch { throw WebError(error) }
    }

    private static func kinds(_ filter: IndicatorFilter, _ visit: Visit, _ view: View) {
        let html = view.html
        let path = visit.path("/indicators")
        html.element(.nav, .label(view.say("field.kind"))) {
            html.element(.ul, .class("chips")) {
                html.element(.li) {
                    html.element(
                        .a, .class("chip"), .href(view.address(path)), .current(filter.kind == nil ? "true" : nil),
                        text: view.say("progress.all"))
                }
                for kind in Indicator.Kind.allCases {
                    html.element(.li) {
                        html.element(
                            .a, .class("chip"), .href(view.address(path, [("kind", kind.rawValue)])),
                            .current(filter.kind == kind ? "true" : nil),
                            text: view.say("indicator.kind.\(kind.rawValue)"))
                    }
                }
            }
        }
    }

    private static func table(
        _ found: [(indicator: Indicator, totals: [Observation])], _ visit: Visit, _ view: View
    ) {
        let html = view.html
        view.table(view.say("indicator.title"), style: "indicators") {
            view.headRow([
                (view.say("field.title"), false), (view.say("field.kind"), false), (view.say("indicator.latest"), true),
                (view.say("indicator.line"), false), (view.say("indicator.courseHead"), false),
                (view.say("indicator.distance"), true),
            ])
            html.element(.tbody) {
                for (indicator, totals) in found { row(indicator, totals, visit, view) }
            }
        }
    }

    private static func row(_ indicator: Indicator, _ totals: [Observation], _ visit: Visit, _ view: View) {
        let html = view.html
        let standing = IndicatorStanding(indicator.content, totals)
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.element(
                    .a, .href(view.address(visit.path("/indicators/\(indicator.id)"))), .dir("auto"),
                    text: indicator.content.title)
                if let code = indicator.content.code {
                    html.element(.span, .class("hint"), .dir("ltr"), text: " " + code)
                }
            }
            html.element(.td, text: view.say("indicator.kind.\(indicator.content.kind.rawValue)"))
            html.element(.td, .class("n")) {
                if let latest = standing.latest, let value = latest.value {
                    html.text(view.quantity(value, indicator.content.unit))
                    html.element(.span, .class("hint"), text: " " + view.period(latest.period))
                } else {
                    html.element(.span, .class("none"), text: view.say("indicator.noData"))
                }
            }
            html.element(.td) {
                if let series = IndicatorSeries.all(totals).first {
                    view.sparkline(
                        series, label: view.say("indicator.lineOf", ["title": .text(indicator.content.title)]))
                }
            }
            html.element(.td) { view.course(standing) }
            html.element(.td, .class("n")) { view.distance(standing, indicator.content) }
        }
    }
}

extension View {
    /// How far the latest value is from the target, in the indicator's unit.
    func distance(_ standing: IndicatorStanding, _ content: Indicator.Content) {
        if content.target == nil {
            write("indicator.noTarget")
        } else if standing.isReached == true {
            write("indicator.reached")
        } else if let distance = standing.distance {
            html.text(quantity(distance, content.unit))
        } else {
            html.element(.span, .class("none"), text: say("indicator.noData"))
        }
    }
}
