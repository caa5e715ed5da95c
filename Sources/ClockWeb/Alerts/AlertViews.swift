import Clocks
import Domain
import Frame
import Locales
import Markup
import People

/// What needs an answer, why, and whom it concerns.
enum AlertViews {
    static let parameters: [Parameter] = [
        Parameter(name: "show", form: .choice(["waiting", "others"]), summary: "Those that wait, or all others."),
        Parameter(name: "kind", form: .choice(AlertKind.allCases.map(\.rawValue)), summary: "A kind of alert."),
        Parameter(name: "institution", form: .text(charactersMax: 19), summary: "An institution's number."),
        Parameter(name: "before", form: .text(charactersMax: 19), summary: "Where the page before ended."),
    ]

    static func filter(_ query: Query) -> AlertFilter {
        AlertFilter(
            isWaiting: query.text("show") != "others", kind: query.value("kind", AlertKind.self),
            institution: query.institution())
    }

    static func list(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> Answer {
        let parts = try await DateParts.of(visit, clocks)
        let query = visit.exchange.query
        let (found, counts) = try await visit.asking { () async throws(WorkspaceError) in
            (
                try await clocks.alerts(
                    filter(query), before: query.first("before").flatMap { Int64($0) }, visit.member),
                try await clocks.alertCounts(visit.member)
            )
        }
        let (view, html) = (parts.view, parts.view.html)
        return await view.page(parts.head(view.say("clocks.alerts"), place: .alerts, isWide: true)) {
            view.pageHead(kicker: visit.workspace.name, view.say("clocks.alerts"), lead: view.say("clocks.alerts.lead"))
            parts.said()
            view.numbers(
                AlertKind.allCases.compactMap { kind in
                    counts[kind].map {
                        (
                            $0, view.say("clocks.alert.\(kind.rawValue)"),
                            view.address(visit.path("/alerts"), [("kind", kind.rawValue)])
                        )
                    }
                })
            filters(parts, query)
            if found.alerts.isEmpty {
                view.empty(view.say("clocks.alerts.empty")) {
                    html.element(.p, text: view.say("clocks.alerts.empty.hint"))
                }
            } else {
                table(parts, found.alerts)
            }
            if let next = found.next {
                let kept = query.items.filter { !["before", "lang", "said"].contains($0.name) }.map {
                    ($0.name, $0.value)
                }
                html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
                    html.element(
                        .a, .href(view.address(visit.path("/alerts"), kept + [("before", String(next))])), .rel("next"),
                        text: view.say("pager.next"))
                }
            }
            if parts.mayManage {
                html.element(.p, .class("actions")) {
                    html.element(
                        .a, .class("button"), .href(view.address(visit.path("/alerts/new"))),
                        text: view.say("clocks.alerts.add"))
                }
            }
        }
    }

    private static func filters(_ parts: DateParts, _ query: Query) {
        let (view, html) = (parts.view, parts.view.html)
        html.element(
            .form, .class("date-filters"), .method("get"), .action(parts.visit.path("/alerts")),
            .label(view.say("clocks.filter"))
        ) {
            view.select(
                "show", view.say("clocks.field.show"),
                ["waiting", "others"].map { ($0, view.say("clocks.alerts.\($0)")) },
                chosen: query.text("show"))
            view.select(
                "kind", view.say("clocks.field.kind"),
                [("", view.say("clocks.any"))]
                    + AlertKind.allCases.map { ($0.rawValue, view.say("clocks.alert.\($0.rawValue)")) },
                chosen: query.text("kind"))
            view.select(
                "institution", view.say("clocks.field.institution"),
                [("", view.say("clocks.any"))] + parts.institutions.map { (String($0.id.value), $0.name) },
                chosen: query.text("institution"))
            if parts.visit.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            html.element(.button, .class("button plain"), .type("submit"), text: view.say("clocks.filter.button"))
        }
    }

    private static func table(_ parts: DateParts, _ alerts: [Alert]) {
        let (view, html) = (parts.view, parts.view.html)
        view.table(view.say("clocks.alerts"), style: "dates") {
            view.headRow(["what", "why", "who", "status"].map { (view.say("clocks.column.\($0)"), false) })
            html.element(.tbody) {
                for alert in alerts {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            html.element(
                                .a, .href(view.address(parts.visit.path("/alerts/\(alert.id)"))), .dir("auto"),
                                text: parts.names.title(alert))
                            html.element(.p, .class("hint"), text: view.say("clocks.alert.\(alert.kind.rawValue)"))
                        }
                        html.element(.td, text: why(parts, alert))
                        html.element(.td) { parts.owners(alert.institution.map { [$0] } ?? [], alert.account) }
                        html.element(.td, text: status(parts, alert))
                    }
                }
            }
        }
    }

    /// Why it was raised, in one sentence.
    static func why(_ parts: DateParts, _ alert: Alert) -> String {
        let date = Argument.text(parts.view.date(alert.day))
        if let measure = alert.measure {
            return parts.view.say("clocks.why.\(alert.kind.rawValue)", ["date": date, "n": .number(measure)])
        }
        return parts.view.say("clocks.why.\(alert.kind.rawValue)", ["date": date])
    }

    static func status(_ parts: DateParts, _ alert: Alert) -> String {
        if alert.status == .snoozed, let until = alert.until, !alert.isWaiting(parts.today) {
            return parts.view.say("clocks.alertStatus.until", ["date": .text(parts.view.date(until))])
        }
        let status: AlertStatus = alert.status == .snoozed ? .open : alert.status
        return parts.view.say("clocks.alertStatus.\(status.rawValue)")
    }
}
