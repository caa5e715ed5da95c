package import Clocks
import Domain
package import Frame
import Markup
import People

/// Alerts: what needs an answer, and why.
package enum AlertRoutes {
    package static func all(_ clocks: Clocks) -> [Route] {
        [
            .workspace("alerts", "/alerts", AlertViews.parameters, right: .seeAlerts) { visit throws(WebError) in
                try await AlertViews.list(visit, clocks)
            },
            .workspace("alert-new", "/alerts/new", right: .manageDeadlines) { visit throws(WebError) in
                try await NewAlertView.answer(visit, clocks)
            },
            .workspaceForm("alert-add", "/alerts/new", right: .manageDeadlines) { visit, form throws(WebError) in
                try await NewAlertView.add(visit, form, clocks)
            },
            .workspace("alert", "/alerts/{id}", [.id], right: .seeAlerts) { visit throws(WebError) in
                try await AlertPageView.answer(visit, clocks)
            },
            .workspaceForm("alert-act", "/alerts/{id}/act", [.id], right: .answerAlerts) {
                visit, form throws(WebError) in
                try await AlertPageView.act(visit, form, clocks)
            },
            .workspaceAPI(
                "alerts-api", "/alerts", AlertViews.parameters, right: .seeAlerts, "Alerts, newest first.", "AlertPage"
            ) { visit throws(WebError) in try await json(visit, clocks) },
        ]
    }

    /// The API's schemas of this part.
    package static let schemas: [Schema.Named] = [
        (
            "Alert",
            .object([
                ("id", .integer), ("kind", .string), ("subject", .nullableString), ("title", .nullableString),
                ("mechanism", .nullableString), ("document", .nullableString), ("day", .string), ("status", .string),
                ("institution", .nullableInteger), ("answer", .nullableString), ("until", .nullableString),
                ("raised", .string), ("version", .integer),
            ])
        ),
        (
            "AlertPage",
            .object([
                ("waiting", .dictionary(.integer)), ("alerts", .array(.reference("Alert"))), ("next", .nullableString),
            ])
        ),
    ]

    private static func json(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> Answer {
        let query = visit.exchange.query
        let (found, counts) = try await visit.asking { () async throws(WorkspaceError) in
            (
                try await clocks.alerts(
                    AlertViews.filter(query), before: query.first("before").flatMap { Int64($0) }, visit.member),
                try await clocks.alertCounts(visit.member)
            )
        }
        let json = JSONWriter()
        json.object {
            json.object("waiting") {
                for kind in AlertKind.allCases { if let count = counts[kind] { json.member(kind.rawValue, count) } }
            }
            json.array("alerts") { for alert in found.alerts { json.object { write(alert, json) } } }
            json.member("next", found.next.map { String($0) })
        }
        return .json(json.bytes)
    }

    private static func write(_ alert: Alert, _ json: JSONWriter) {
        json.member("id", Int(alert.id))
        json.member("kind", alert.kind.rawValue)
        json.member("subject", alert.subject?.description)
        json.member("title", alert.title)
        json.member("mechanism", alert.mechanism?.rawValue)
        json.member("document", alert.document)
        json.member("day", alert.day.description)
        json.member("status", alert.status.rawValue)
        json.member("institution", alert.institution.map { Int($0.value) })
        json.member("answer", alert.answer)
        json.member("until", alert.until?.description)
        json.member("raised", alert.raised)
        json.member("version", alert.version)
    }
}
