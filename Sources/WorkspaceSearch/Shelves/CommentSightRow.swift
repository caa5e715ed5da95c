import Domain
import FollowUp
import Plans
import Store

/// Which comments a member may see, as a condition on rows `x` of `comment`: those on objects the member sees, and internal ones only
/// where the member sees what is internal to that object. The same rule as on the page of comments, for many at once.
struct CommentSight {
    private let reader: ShelfReader
    private var member: Member { reader.member }

    init(_ reader: ShelfReader) { self.reader = reader }

    func condition(_ values: inout [SQLValue]) throws -> String {
        var parts: [String] = []
        for kind in Self.kinds {
            guard let seen = try object(kind, &values) else { continue }
            parts.append("(x.kind = '\(kind.rawValue)' AND \(seen))")
        }
        return parts.isEmpty ? "1 = 0" : "(" + parts.joined(separator: "\nOR ") + ")"
    }

    /// Nil where no object of the kind is in sight.
    private func object(_ kind: SubjectKind, _ values: inout [SQLValue]) throws -> String? {
        let right = SubjectOwners.sight(kind)
        let reach = member.reach(right)
        if reach == .none { return nil }
        var conditions: [String] = []
        if reach == .own {
            guard let own = owned(kind, place(&values)) else { return nil }
            conditions.append(own)
        }
        if kind == .deadline, !member.role.isGovernment {
            conditions.append(
                Self.among("SELECT d.id FROM deadline d WHERE d.workspace_id = $1 AND d.audience <> 'government'"))
        }
        switch member.reach(.seeInternal) {
        case .all: break
        case .none:
            conditions.append("x.internal = 0")
            if let published = try published(kind, &values) { conditions.append(published) }
        case .own where reach == .own: break
        case .own:
            // Seen by all, and internal to the institution that has it.
            let own = owned(kind, place(&values)).map { " OR \($0)" } ?? ""
            conditions.append("(x.internal = 0\(own))")
        }
        return conditions.isEmpty ? "1 = 1" : conditions.joined(separator: " AND ")
    }

    /// The institution's number, bound once.
    private func place(_ values: inout [SQLValue]) -> String {
        let institution = SQLValue.optional(member.institution?.value)
        if let index = values.dropFirst().firstIndex(of: institution) { return "$\(index + 1)" }
        values.append(institution)
        return "$\(values.count)"
    }

    /// Reports and evidence are there for others only where they count.
    private func published(_ kind: SubjectKind, _ values: inout [SQLValue]) throws -> String? {
        switch kind {
        case .progress:
            let seen = try ProgressScope(member, reader.setting).condition(&values, isAcross: true)
            return Self.among("SELECT r.id FROM progress_report r WHERE r.workspace_id = $1 AND \(seen)")
        case .evidence:
            let seen = try EvidenceScope(member, reader.setting).condition(&values)
            return Self.among("SELECT e.id FROM evidence e WHERE e.workspace_id = $1 AND \(seen)")
        default: return nil
        }
    }

    /// Nil where no institution has objects of the kind for itself.
    private func owned(_ kind: SubjectKind, _ who: String) -> String? {
        switch kind {
        case .institution: "x.subject_id = \(who)"
        case .commitment:
            Self.among("SELECT c.id FROM commitment c WHERE c.workspace_id = $1 AND \(PlanReach.commitment("c", who))")
        case .plannedRecommendation:
            Self.among(
                """
                SELECT p.id FROM commitment_recommendation p
                WHERE p.workspace_id = $1 AND \(PlanReach.recommendation("p", who))
                """)
        case .action:
            Self.among("SELECT a.id FROM action a WHERE a.workspace_id = $1 AND \(PlanReach.action("a", who))")
        case .milestone:
            Self.among(
                """
                SELECT m.id FROM milestone m JOIN action a ON a.id = m.action_id
                WHERE m.workspace_id = $1 AND \(PlanReach.action("a", who))
                """)
        case .progress: Self.having("progress_report", who)
        case .evidence: Self.having("evidence", who)
        case .indicator: Self.having("indicator", who)
        case .deadline: Self.having("deadline", who)
        case .law: Self.among("SELECT l.id FROM law l WHERE l.workspace_id = $1 AND \(PlanReach.law("l", who, "$1"))")
        case .roundParagraph:
            Self.among("SELECT q.paragraph_id FROM proposal q WHERE q.workspace_id = $1 AND q.institution_id = \(who)")
        case .alert:
            Self.among(
                """
                SELECT t.id FROM alert t WHERE t.workspace_id = $1 AND (t.institution_id = \(who) OR EXISTS (
                SELECT 1 FROM alert_concern k WHERE k.alert_id = t.id AND k.workspace_id = $1 AND k.institution_id = \(who)))
                """)
        case .reportParagraph:
            Self.among(
                """
                SELECT r.paragraph_id FROM report_paragraph r WHERE r.workspace_id = $1 AND r.until IS NULL
                AND \(ReportReach.paragraph("r", who, "$1"))
                """)
        default: nil
        }
    }

    private static func having(_ table: String, _ who: String) -> String {
        among("SELECT h.id FROM \(table) h WHERE h.workspace_id = $1 AND h.institution_id = \(who)")
    }

    private static func among(_ ids: String) -> String { "x.subject_id IN (\(ids))" }

    /// What people speak about.
    private static let kinds: [SubjectKind] = [
        .institution, .commitment, .plannedRecommendation, .action, .milestone, .progress, .evidence, .indicator, .law,
        .meeting, .roundParagraph, .deadline, .alert, .agreement, .report, .reportParagraph, .workspace,
    ]
}
