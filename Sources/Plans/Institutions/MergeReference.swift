package import Domain

/// A column that names an institution and moves with it. What a plan's line, recommendation or action names goes through the plan's
/// own changes, members through their own; periods of membership stay, as they tell what was.
package struct MergeReference: Hashable, Sendable {
    package var table: String
    package var column: String
    package var kind: SubjectKind
    package var field: String
    package var isVersioned: Bool

    private init(
        _ table: String, _ kind: SubjectKind, column: String = "institution_id", field: String = "institution",
        isVersioned: Bool = true
    ) {
        self.table = table
        self.column = column
        self.kind = kind
        self.field = field
        self.isVersioned = isVersioned
    }

    package static let all = [
        MergeReference("law", .law, column: "lead", field: "lead"),
        MergeReference("decision", .decision), MergeReference("proposal", .proposal),
        MergeReference("progress_report", .progress), MergeReference("evidence", .evidence),
        MergeReference("indicator", .indicator), MergeReference("comment", .comment),
        MergeReference("workbook_return", .workbookReturn), MergeReference("deadline", .deadline),
        MergeReference("alert", .alert), MergeReference("need", .need),
        MergeReference("screening_risk", .screeningRisk), MergeReference("assessment_said", .assessment),
        MergeReference("contribution", .contribution),
        MergeReference("invitation", .invitation, isVersioned: false),
        MergeReference("letter", .letter, isVersioned: false),
        MergeReference("workbook", .workbook, isVersioned: false),
    ]

    /// Rows without a history of their own: what moved stands in the history of the institution.
    package static let plain = [
        "accreditation": "id", "alert_concern": "alert_id", "agreement_invited": "id", "agreement_answer": "id",
        "consultation_invited": "id",
    ]

    /// What was sealed to an institution stays with the keys of its people: neither moves.
    package static let sealed: Set<String> = [
        "submission_desk", "recipient_key", "recipient_admission", "submission_party", "submission_message",
    ]

    /// Tables of the plan, and of members.
    package static let others: Set<String> = [
        "commitment", "commitment_recommendation", "commitment_support", "action", "action_support", "membership",
        "membership_period", "membership_request",
    ]
}
