import Domain
import FollowUp
import People
import Plans
import Store

/// Brings what rows say into the plan, within one transaction. What stands in the plan already is never overwritten: the row keeps
/// what differs until a person chooses.
struct TrackingWork {
    private var stock: TrackingStock
    private var planned: [RecommendationID: PlannedRecommendation] = [:]
    private var commitments: [CommitmentID: Commitment] = [:]
    private var oldPlanned: [PlannedRecommendationID: PlannedRecommendation] = [:]
    private var oldCommitments: [CommitmentID: Commitment] = [:]
    private var titles: [CommitmentID: Set<String>] = [:]
    private var said: [PlannedRecommendationID: Set<String>] = [:]
    private var newActions: [(action: Action, source: String)] = []
    private var newComments: [Comment] = []
    /// The row that changed an object last: the source that history names.
    private var sources: [Subject: String] = [:]

    /// Takes what is not in the plan yet into it.
    init(_ wanted: [RecommendationID], _ stock: TrackingStock, _ change: inout WorkspaceChange) throws {
        self.stock = stock
        let wanted = Array(Set(wanted)).sorted()
        guard !wanted.isEmpty else { return }
        var taking = try PlanTaking(stock.commitments, stock.planned, change)
        try taking.take(recommendations: wanted, &change)
        let rows = try PlannedRecommendation.standing(wanted, change.workspace, change.connection)
        for row in rows {
            planned[row.recommendation] = row
            oldPlanned[row.id] = row
        }
        let ids = Array(Set(rows.map(\.commitment)))
        for one in try Commitment.find(ids.map(\.value), change.workspace, reach: nil, change.connection) {
            commitments[one.id] = one
            oldCommitments[one.id] = one
        }
        for action in try Action.of(ids, change.workspace, change.connection) where !action.isWithdrawn {
            titles[action.commitment, default: []].insert(WordKey.of(action.title))
        }
        let known = try CommentRow.firstLines(
            .plannedRecommendation, rows.map(\.id.value), change.workspace, change.connection)
        for (id, line) in known { said[PlannedRecommendationID(id), default: []].insert(line) }
    }

    /// The row as it stands once it is taken over. Rows without a recommendation stay as they are.
    mutating func applied(_ row: TrackingRow, _ file: String) -> TrackingRow {
        guard let id = row.recommendation, var part = planned[id], var whole = commitments[part.commitment] else {
            return row
        }
        var row = row
        let source = row.source(file)
        // What was set against the plan before is looked at again.
        row.values.leftovers.removeAll { $0.reason == .differs }
        lead(&row.values, &part, &whole)
        status(&row.values, &part, &whole)
        if row.values.action == nil { due(&row.values, &part, &whole) }
        planned[id] = part
        commitments[whole.id] = whole
        sources[part.subject] = source
        sources[whole.subject] = source
        action(row.values, whole, source)
        for text in row.values.comments { comment(text, part, source) }
        return row
    }

    private func lead(_ values: inout TrackingValues, _ part: inout PlannedRecommendation, _ whole: inout Commitment) {
        var supporting = values.supporting.map { InstitutionID($0) }
        if let lead = values.lead.map({ InstitutionID($0) }) {
            let standing = part.lead ?? whole.lead
            if standing == nil {
                if whole.recommendation == part.recommendation { whole.lead = lead } else { part.lead = lead }
            } else if standing != lead, values.continues {
                supporting.append(lead)
            } else if let standing, standing != lead {
                values.leftovers.append(
                    .init(.lead, "", .differs, standing: standing.description, said: lead.description))
            }
        }
        let all = Set(whole.supporting).union(supporting).subtracting(whole.lead.map { [$0] } ?? [])
        whole.supporting = Array(all.sorted().prefix(PlanLimits.supportingMax))
    }

    private func status(_ values: inout TrackingValues, _ part: inout PlannedRecommendation, _ whole: inout Commitment)
    {
        guard let status = values.status.flatMap({ ImplementationStatus(rawValue: $0) }) else { return }
        if let standing = part.status, standing != status {
            values.leftovers.append(
                .init(.status, "", .differs, standing: standing.rawValue, said: status.rawValue))
            return
        }
        part.status = status
        if whole.recommendation == part.recommendation, whole.status == nil { whole.status = status }
    }

    private func due(_ values: inout TrackingValues, _ part: inout PlannedRecommendation, _ whole: inout Commitment) {
        guard let date = values.due.flatMap({ CalendarDate($0) }) else { return }
        let standing = part.due ?? whole.due
        if let standing, standing != date {
            // More rows of one recommendation have dates of their own; the last is the recommendation's.
            if values.continues { return }
            values.leftovers.append(
                .init(.due, "", .differs, standing: standing.description, said: date.description))
        } else if whole.recommendation == part.recommendation {
            whole.due = date
        } else {
            part.due = date
        }
    }

    private mutating func action(_ values: TrackingValues, _ whole: Commitment, _ source: String) {
        guard let title = values.action, let id = stock.actions.first,
            titles[whole.id]?.count ?? 0 < PlanLimits.actionsMax,
            titles[whole.id, default: []].insert(WordKey.of(title)).inserted
        else { return }
        stock.actions.removeFirst()
        let due = values.due.flatMap { CalendarDate($0) }
        let starts = values.starts.flatMap { CalendarDate($0) }
        let isInOrder = starts.flatMap { starts in due.map { starts <= $0 } } ?? true
        let lead = values.lead.map { InstitutionID($0) }
        newActions.append(
            (
                Action(
                    id: ActionID(id), workspace: whole.workspace, commitment: whole.id, title: title, lead: lead,
                    supporting: values.supporting.map { InstitutionID($0) }.filter { $0 != lead }.sorted(),
                    starts: isInOrder ? starts : nil, due: due), source
            ))
    }

    private mutating func comment(_ text: String, _ part: PlannedRecommendation, _ source: String) {
        let line = CommentRow.firstLine(text)
        guard let id = stock.comments.first, said[part.id, default: []].insert(line).inserted else { return }
        stock.comments.removeFirst()
        newComments.append(
            Comment(
                id: CommentID(id), workspace: part.workspace, subject: part.subject,
                said: String(text.prefix(Comment.textCharactersMax - 400)) + "\n— " + source, isInternal: true,
                authorID: AccountID(0), author: "", institution: nil, made: ""))
    }

    // MARK: Writing

    /// Writes what changed: rows, their history with the source as reason, audit entries.
    func write(_ change: inout WorkspaceChange) throws {
        for (id, old) in oldCommitments.sorted(by: { $0.key < $1.key }) {
            if let new = commitments[id] { try put(old, new, &change) }
        }
        let parts = Dictionary(planned.values.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (id, old) in oldPlanned.sorted(by: { $0.key < $1.key }) {
            if let new = parts[id] { try put(old, new, &change) }
        }
        try Action.insert(newActions.map(\.action), at: change.at, change.connection)
        for (action, source) in newActions {
            for field in action.fields {
                change.field(action.subject, field.name, from: nil, to: field.text, why: source)
            }
            change.did("action.add", action.subject)
        }
        for comment in newComments {
            var comment = comment
            comment.authorID = change.member.account
            comment.author = change.member.name
            comment.institution = change.member.institution
            comment.made = change.at
            try CommentRow.insert(comment, change.connection)
            change.field(comment.own, "said", from: nil, to: comment.said)
            change.did("comment.add", comment.own)
        }
    }

    private func put<Object: PlanObject>(_ old: Object, _ new: Object, _ change: inout WorkspaceChange) throws {
        guard old.fields != new.fields else { return }
        guard try new.update(from: old, change.connection) else {
            throw WorkspaceError.stale(old.subject, version: old.version + 1)
        }
        for (before, after) in zip(old.fields, new.fields) where before.text != after.text {
            change.field(new.subject, after.name, from: before.text, to: after.text, why: sources[new.subject])
        }
        change.did("\(Object.kind.rawValue).change", new.subject)
    }
}

extension PlannedRecommendation {
    /// Those of these recommendations that are in the plan.
    static func standing(
        _ wanted: [RecommendationID], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [PlannedRecommendation] {
        try PlanSets.all(
            wanted.map(\.value),
            """
            SELECT \(columns) FROM commitment_recommendation p WHERE p.workspace_id = $1 AND p.withdrawn = 0
            AND p.recommendation_id IN ({set}) ORDER BY p.id
            """, [.int(workspace.value)], connection
        ) { try read($0) }
    }
}

extension CommentRow {
    /// Keys of the first lines of comments, by what they are about.
    static func firstLines(
        _ kind: SubjectKind, _ subjects: [Int64], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [(Int64, String)] {
        try PlanSets.all(
            subjects,
            """
            SELECT subject_id, said FROM comment WHERE workspace_id = $1 AND kind = $2 AND removed IS NULL
            AND subject_id IN ({set})
            """, [.int(workspace.value), .text(kind.rawValue)], connection
        ) { (try $0.int(0), firstLine(try $0.text(1))) }
    }

    static func firstLine(_ text: String) -> String {
        WordKey.of(String((text.split(separator: "\n", maxSplits: 1).first ?? "").prefix(500)))
    }
}
