import Domain
import FollowUp
import Frame
import Locales
import Markup
import People
import Plans

/// Progress in the API: reports, as far as whoever asks may see them.
enum ProgressService {
    static func all(_ plans: Plans) -> [Route] {
        [
            .workspaceAPI(
                "workspaceProgress", "/progress", ProgressListView.parameters, right: .seePlan,
                "Progress reports, newest first, 100 at a time.", "ProgressReports"
            ) { visit throws(WebError) in try await list(plans, visit) }
        ]
    }

    static let schemas: [Schema.Named] = [
        (
            "ProgressReports",
            .object([("reports", .array(.reference("ProgressReport"))), ("next", .nullableString)])
        ),
        (
            "ProgressReport",
            .object([
                ("id", .integer), ("action", .integer), ("institution", .integer), ("starts", .string),
                ("ends", .string),
                ("said", .string), ("obstacle", .nullableString), ("status", .string), ("percent", .nullableInteger),
                ("author", .string), ("made", .string), ("clearance", .string), ("counts", .boolean),
                ("version", .integer),
            ])
        ),
    ]

    private static let pageSize = 100

    private static func list(_ plans: Plans, _ visit: Visit) async throws(WebError) -> Answer {
        let query = visit.exchange.query
        let filter = ProgressFilter(
            period: query.first("period").flatMap { ReportingPeriod($0) },
            institution: query.first("institution").flatMap { InstitutionID($0) },
            step: query.first("step").flatMap { ClearanceStep(rawValue: $0) })
        do throws(WorkspaceError) {
            let needed = try await plans.progress.setting(visit.member).needed
            let reports = try await plans.progress.reports(
                filter, after: query.first("after").flatMap { ProgressReportID($0) }, limit: pageSize, visit.member)
            let json = JSONWriter()
            json.object {
                json.array("reports") { for report in reports { write(report, needed, json) } }
                json.member("next", next(reports, query, visit))
            }
            return .json(json.bytes)
        } catch { throw WebError(error) }
    }

    private static func next(_ reports: [ProgressReport], _ query: Query, _ visit: Visit) -> String? {
        guard reports.count == pageSize, let last = reports.last else { return nil }
        var next = Query(query.items.filter { $0.name != "after" })
        next.append("after", "\(last.id)")
        return visit.apiPath("/progress") + next.text
    }

    private static func write(_ report: ProgressReport, _ needed: ClearanceStep, _ json: JSONWriter) {
        json.object {
            json.member("id", Int(report.id.value))
            json.member("action", Int(report.action.value))
            json.member("institution", Int(report.institution.value))
            json.member("starts", report.starts)
            json.member("ends", report.ends)
            json.member("said", report.content.said)
            json.member("obstacle", report.content.obstacle)
            json.member("status", report.content.status.rawValue)
            json.member("percent", report.content.percent)
            json.member("author", report.author)
            json.member("made", report.made)
            json.member("clearance", report.clearance.step.rawValue)
            json.member("counts", report.clearance.counts(needed))
            json.member("version", report.version)
        }
    }
}
