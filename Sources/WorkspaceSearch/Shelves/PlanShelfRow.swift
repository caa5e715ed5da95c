import Domain
import Plans

extension Shelf {
    /// Commitments, the recommendations they answer, actions, milestones, and what the State says of implementation.
    static let plan = [
        Shelf(
            kind: .commitment, right: .seePlan, rows: "commitment x", place: "'/plan/commitments/' || x.id",
            title: "x.title", body: "''", institution: "x.lead_id", day: "x.made",
            stands: "x.workspace_id = $1 AND x.withdrawn = 0", touched: ["commitment": "x.id"]
        ) { reader, values in try reader.within(.seePlan, &values) { PlanReach.commitment("x", $0) } },
        Shelf(
            kind: .recommendation, right: .seePlan,
            rows: "commitment_recommendation x JOIN commitment c ON c.id = x.commitment_id",
            place: "'/plan/commitments/' || x.commitment_id", title: "''", body: "CAST(x.recommendation_id AS TEXT)",
            institution: "x.lead_id", words: .record,
            stands: "x.workspace_id = $1 AND c.workspace_id = $1 AND x.withdrawn = 0 AND c.withdrawn = 0",
            touched: [
                "planned-recommendation": "x.id", "commitment": "x.commitment_id",
                "recommendation": "x.recommendation_id",
            ]
        ) { reader, values in try reader.within(.seePlan, &values) { PlanReach.recommendation("x", $0) } },
        Shelf(
            kind: .action, right: .seePlan, rows: "action x", place: "'/plan/actions/' || x.id", title: "x.title",
            body: "x.description || '\n' || COALESCE(x.budget_source, '')", institution: "x.lead_id", day: "x.made",
            stands: "x.workspace_id = $1 AND x.withdrawn = 0", touched: ["action": "x.id"]
        ) { reader, values in try reader.within(.seePlan, &values) { PlanReach.action("x", $0) } },
        Shelf(
            kind: .milestone, right: .seePlan, rows: "milestone x JOIN action a ON a.id = x.action_id",
            place: "'/plan/actions/' || x.action_id", title: "x.title", body: "a.title", institution: "a.lead_id",
            day: "x.due",
            stands: "x.workspace_id = $1 AND a.workspace_id = $1 AND x.withdrawn = 0 AND a.withdrawn = 0",
            touched: ["milestone": "x.id", "action": "x.action_id"]
        ) { reader, values in try reader.within(.seePlan, &values) { PlanReach.action("a", $0) } },
        Shelf(
            kind: .statement, right: .seePlan,
            rows: "implementation_statement x JOIN commitment c ON c.id = x.commitment_id",
            place: "'/progress/commitments/' || x.commitment_id", title: "c.title", body: "x.reason",
            institution: "c.lead_id", day: "x.stated",
            stands: "x.workspace_id = $1 AND c.workspace_id = $1 AND c.withdrawn = 0",
            touched: ["commitment": "x.commitment_id", "planned-recommendation": "x.planned_id"]
        ) { reader, values in try reader.within(.seePlan, &values) { PlanReach.commitment("c", $0) } },
    ]

    static let laws = [
        Shelf(
            kind: .law, right: .seePlan, rows: "law x", place: "'/laws/' || x.id", title: "x.title",
            body: "x.article || '\n' || x.summary", institution: "x.lead",
            stands: "x.workspace_id = $1 AND x.withdrawn = 0", touched: ["law": "x.id"]
        ) { reader, values in try reader.within(.seePlan, &values) { PlanReach.law("x", $0, "$1") } },
        Shelf(
            kind: .lawStage, right: .seePlan, rows: "law_stage x JOIN law l ON l.id = x.law_id",
            place: "'/laws/' || x.law_id", title: "l.title", body: "x.note || '\n' || x.source",
            institution: "l.lead", day: "x.on_day",
            stands: """
                x.workspace_id = $1 AND l.workspace_id = $1 AND l.withdrawn = 0 AND x.retracted IS NULL
                AND (x.note <> '' OR x.source <> '')
                """,
            touched: ["law": "x.law_id"]
        ) { reader, values in try reader.within(.seePlan, &values) { PlanReach.law("l", $0, "$1") } },
    ]

    static let meetings = [
        Shelf(
            kind: .meeting, right: .seeMeetings, rows: "meeting x", place: "'/meetings/' || x.id", title: "x.title",
            body: "x.room || '\n' || x.present || '\n' || x.minutes", day: "x.held", touched: ["meeting": "x.id"],
            sight: Self.wholly(.seeMeetings)),
        Shelf(
            kind: .meetingItem, right: .seeMeetings, rows: "meeting_item x", place: "'/meetings/' || x.meeting_id",
            title: "x.title", body: "x.note || '\n' || x.minutes", stands: "x.workspace_id = $1 AND x.withdrawn = 0",
            touched: ["meeting-item": "x.id", "meeting": "x.meeting_id"], sight: Self.wholly(.seeMeetings)),
        Shelf(
            kind: .decision, right: .seeMeetings, rows: "decision x JOIN meeting m ON m.id = x.meeting_id",
            place: "'/meetings/' || x.meeting_id", title: "m.title", body: "x.body", institution: "x.institution_id",
            day: "m.held", stands: "x.workspace_id = $1 AND m.workspace_id = $1 AND x.withdrawn = 0",
            touched: ["decision": "x.id", "meeting": "x.meeting_id"], sight: Self.wholly(.seeMeetings)),
        Shelf(
            kind: .letter, right: .seeMeetings, rows: "letter_template x", place: "'/letters/' || x.id",
            title: "x.title", body: "x.subject || '\n' || x.body", language: "x.language",
            stands: "x.workspace_id = $1 AND x.withdrawn = 0", touched: ["letter-template": "x.id"],
            sight: Self.wholly(.seeMeetings)),
        Shelf(
            kind: .sentLetter, right: .seeMeetings, rows: "letter x", place: "'/letters/' || x.template_id",
            title: "x.subject", body: "x.body", institution: "x.institution_id", day: "x.sent",
            language: "x.language", touched: ["letter": "x.id", "letter-template": "x.template_id"],
            sight: Self.wholly(.seeMeetings)),
    ]

    /// For what no institution has for itself: all of it, or nothing where the right reaches only one's own.
    static func wholly(_ right: Right) -> Sight {
        { reader, _ in try reader.member.limit(right) == nil ? "1 = 1" : "1 = 0" }
    }
}
