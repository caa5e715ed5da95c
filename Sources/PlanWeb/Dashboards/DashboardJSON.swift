import Domain
import Frame
import Markup
import Plans

/// The dashboard's numbers for programs.
enum DashboardJSON {
    static func answer(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let dashboard: PlanDashboard
        do throws(WorkspaceError) { dashboard = try await plans.dashboard(visit.member) } catch {
            throw WebError(error)
        }
        let json = JSONWriter()
        json.object {
            json.member("today", dashboard.today.description)
            json.object("recommendations") { standing(dashboard.recommendations, json) }
            json.object("commitments") {
                json.member("all", dashboard.commitments)
                json.member("late", dashboard.lateCommitments)
                json.member("withoutAction", dashboard.commitmentsWithoutAction)
                json.member("withoutLead", dashboard.commitmentsWithoutLead)
            }
            json.array("actions") {
                for (institution, figures) in dashboard.actions.sorted(by: {
                    ($0.key?.value ?? 0) < ($1.key?.value ?? 0)
                }) {
                    json.object { actions(institution, figures, json) }
                }
            }
            json.array("gaps") { for gap in dashboard.gaps { json.object { self.gap(gap, json) } } }
            json.object("by") {
                for dimension in PlanDimension.allCases {
                    json.array(dimension.rawValue) {
                        for part in dashboard.parts[dimension] ?? [] {
                            json.object {
                                json.member("key", part.key)
                                standing(part.standing, json)
                            }
                        }
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    private static func standing(_ standing: PlanStanding, _ json: JSONWriter) {
        json.member("all", standing.all)
        json.member("late", standing.late)
        json.member("withoutAction", standing.withoutAction)
        for status in ImplementationStatus.allCases { json.member(status.rawValue, standing.said[status, default: 0]) }
        json.member("unsaid", standing.unsaid)
    }

    private static func actions(_ institution: InstitutionID?, _ figures: ActionFigures, _ json: JSONWriter) {
        json.member("institution", institution.map { Int($0.value) })
        json.member("all", figures.all)
        json.member("late", figures.late)
        for status in ActionStatus.allCases { json.member(status.rawValue, figures.byStatus[status, default: 0]) }
        json.member("withGap", figures.withGap)
        json.member("gapUnknown", figures.unknownGap)
    }

    private static func gap(_ gap: PlanGap, _ json: JSONWriter) {
        json.member("institution", gap.institution.map { Int($0.value) })
        json.member("currency", gap.currency.rawValue)
        json.member("amount", Int(gap.amount))
        json.member("actions", gap.actions)
    }

    private static let figures: [(String, Schema)] =
        ["all", "late", "withoutAction"].map { ($0, .integer) }
        + ImplementationStatus.allCases.map { ($0.rawValue, .integer) } + [("unsaid", .integer)]

    static let schemas: [Schema.Named] = [
        ("PlanStanding", .object(figures)),
        ("PlanStandingPart", .object([("key", .nullableString)] + figures)),
        (
            "ActionFigures",
            .object(
                [("institution", .nullableInteger), ("all", .integer), ("late", .integer)]
                    + ActionStatus.allCases.map { ($0.rawValue, .integer) }
                    + [("withGap", .integer), ("gapUnknown", .integer)])
        ),
        (
            "PlanDashboard",
            .object([
                ("today", .string), ("recommendations", .reference("PlanStanding")),
                (
                    "commitments",
                    .object(["all", "late", "withoutAction", "withoutLead"].map { ($0, .integer) })
                ),
                ("actions", .array(.reference("ActionFigures"))),
                (
                    "gaps",
                    .array(
                        .object([
                            ("institution", .nullableInteger), ("currency", .string), ("amount", .integer),
                            ("actions", .integer),
                        ]))
                ),
                (
                    "by",
                    .object(PlanDimension.allCases.map { ($0.rawValue, .array(.reference("PlanStandingPart"))) })
                ),
            ])
        ),
    ]
}
