package import Domain
import Operations
package import People
package import Store

/// What was taken into the plan.
package struct PlanTaken: Hashable, Sendable {
    package var commitments: Int
    package var recommendations: Int
    /// Issues or recommendations that were in the plan before.
    package var already: Int
    /// The batch in history; nil where nothing was taken.
    package var batch: FieldChangeID?
}

extension Plans {
    package static let takenMax = 2_000

    /// Takes issues of the workspace's State into the plan, each with its recommendations, but for those that stand in the plan
    /// already. Issues that are there get what came to them since. `notFound` where one is no issue of the State. A partner, who answers
    /// for no State, takes issues of any, without their recommendations: what it does for them is its plan.
    @discardableResult
    package func commit(_ issues: [IssueID], by member: Member) async throws(WorkspaceError) -> PlanTaken {
        try member.require(.editPlan)
        let wanted = Array(Set(issues)).sorted()
        guard (1...Self.takenMax).contains(wanted.count) else { throw .invalid("issues", "plan.allowed.issues") }
        let counted = try await store.read {
            try PlanTaking.members(wanted, member.workspace, $0).values.reduce(0) { $0 + $1.count }
        }
        let commitments = try await store.take(.commitment, wanted.count)
        // Newcomers between this and the change wait for the next time.
        let planned = try await store.take(.plannedRecommendation, max(1, counted))
        return try await taken(member) { change in
            var taking = try PlanTaking(commitments, planned, change)
            try taking.take(issues: wanted, &change)
            return taking
        }
    }

    /// Takes single recommendations to the workspace's State into the plan, whatever the State's position on them.
    @discardableResult
    package func commit(
        recommendations: [RecommendationID], by member: Member
    ) async throws(WorkspaceError) -> PlanTaken {
        try member.require(.editPlan)
        let wanted = Array(Set(recommendations)).sorted()
        guard (1...Self.takenMax).contains(wanted.count) else {
            throw .invalid("recommendations", "plan.allowed.recommendations")
        }
        let commitments = try await store.take(.commitment, wanted.count)
        let planned = try await store.take(.plannedRecommendation, wanted.count)
        return try await taken(member) { change in
            var taking = try PlanTaking(commitments, planned, change)
            try taking.take(recommendations: wanted, &change)
            return taking
        }
    }

    private func taken(
        _ member: Member, _ body: @Sendable @escaping (inout WorkspaceChange) throws -> PlanTaking
    ) async throws(WorkspaceError) -> PlanTaken {
        let taking = try await store.change(member, body)
        var taken = taking.taken
        if let subject = taking.work.last {
            taken.batch = try await store.read {
                try FieldChangeRow.of(subject, member.workspace.id, limit: 1, $0).first?.batch
            }
        }
        return taken
    }
}

/// Taking things into a plan, within one transaction.
package struct PlanTaking: Sendable {
    private(set) var taken = PlanTaken(commitments: 0, recommendations: 0, already: 0)
    private(set) var work: PlanWork
    private var commitments: Range<Int64>
    private var planned: Range<Int64>
    private let workspace: Workspace

    package init(_ commitments: Range<Int64>, _ planned: Range<Int64>, _ change: WorkspaceChange) throws {
        self.commitments = commitments
        self.planned = planned
        workspace = change.member.workspace
        work = try PlanWork(why: nil, change.connection, workspace.id)
    }

    package mutating func take(issues wanted: [IssueID], _ change: inout WorkspaceChange) throws {
        let members = try Self.members(wanted, workspace, change.connection)
        let rows = try Self.issues(wanted, workspace, change.connection)
        guard rows.count == wanted.count else { throw WorkspaceError.notFound }
        let standing = try Commitment.standing("issue_id", wanted.map(\.value), workspace.id, change.connection)
        let byIssue = Dictionary(
            standing.map { ($0.issue, $0) }, uniquingKeysWith: { first, _ in first })
        var new: [Commitment] = []
        var parts: [(CommitmentID, [RecommendationID])] = []
        for row in rows {
            let recommendations = members[row.id] ?? []
            if let old = byIssue[row.id] {
                if try !revive(old, &change) { taken.already += 1 }
                parts.append((old.id, recommendations))
            } else if let id = commitments.popFirst() {
                let title = IssueForms.issue(row).name(in: workspace.language).text
                let commitment = Commitment(
                    id: CommitmentID(id), workspace: workspace.id, issue: row.id,
                    title: String(title.prefix(PlanLimits.titleMax)))
                new.append(commitment)
                parts.append((commitment.id, recommendations))
            }
        }
        try add(new, parts, &change)
    }

    package mutating func take(recommendations wanted: [RecommendationID], _ change: inout WorkspaceChange) throws {
        let records = try RecordLoader(change.connection).load(wanted).filter {
            record in workspace.mechanismState.map { record.recommendation.states.contains($0) } ?? false
        }
        guard records.count == wanted.count else { throw WorkspaceError.notFound }
        let planned = try Self.planned(wanted, workspace.id, change.connection)
        let standing = try Commitment.standing(
            "recommendation_id", wanted.map(\.value), workspace.id, change.connection)
        let byRecommendation = Dictionary(
            standing.map { ($0.recommendation, $0) }, uniquingKeysWith: { first, _ in first })
        var new: [Commitment] = []
        var parts: [(CommitmentID, [RecommendationID])] = []
        for record in records {
            let id = record.recommendation.id
            if planned.contains(id) {
                taken.already += 1
            } else if let old = byRecommendation[id] {
                _ = try revive(old, &change)
                parts.append((old.id, [id]))
            } else if let number = commitments.popFirst() {
                let commitment = Commitment(
                    id: CommitmentID(number), workspace: workspace.id, recommendation: id, title: title(record))
                new.append(commitment)
                parts.append((commitment.id, [id]))
            }
        }
        try add(new, parts, &change)
    }

    /// True where it was out of the plan.
    private mutating func revive(_ old: Commitment, _ change: inout WorkspaceChange) throws -> Bool {
        guard old.isWithdrawn else { return false }
        try work.edit(Commitment.self, [old.number], &change) { $0.isWithdrawn = false }
        taken.commitments += 1
        return true
    }

    private mutating func add(
        _ new: [Commitment], _ parts: [(id: CommitmentID, recommendations: [RecommendationID])],
        _ change: inout WorkspaceChange
    ) throws {
        if !new.isEmpty { try work.add(new, &change) }
        taken.commitments += new.count
        let there = try PlannedRecommendation.of(parts.map(\.id), workspace.id, change.connection)
        let known = Set(there.map { PlanPlace(commitment: $0.commitment, recommendation: $0.recommendation) })
        var placed = try Self.planned(parts.flatMap(\.recommendations), workspace.id, change.connection)
        var rows: [PlannedRecommendation] = []
        for part in parts {
            for recommendation in part.recommendations
            where !known.contains(PlanPlace(commitment: part.id, recommendation: recommendation))
                && placed.insert(recommendation).inserted
            {
                guard let id = planned.popFirst() else { break }
                rows.append(
                    PlannedRecommendation(
                        id: PlannedRecommendationID(id), workspace: workspace.id, commitment: part.id,
                        recommendation: recommendation))
            }
        }
        if !rows.isEmpty { try work.add(rows, &change) }
        taken.recommendations = rows.count
    }

    private func title(_ record: StoredRecord) -> String {
        let texts = record.recommendation.texts
        let known = [workspace.language, .english] + LanguageTag.official + texts.keys.sorted()
        let text = known.lazy.compactMap { texts[$0] }.first { !$0.isEmpty } ?? "#\(record.recommendation.id)"
        return text.count <= PlanLimits.titleMax ? text : text.prefix(PlanLimits.titleMax - 1) + "…"
    }
}

/// A recommendation in a commitment.
private struct PlanPlace: Hashable {
    let commitment: CommitmentID
    let recommendation: RecommendationID
}

extension PlanTaking {
    /// Issues of the State that stand, by id; for a partner those of any State.
    package static func issues(
        _ wanted: [IssueID], _ workspace: Workspace, _ connection: any ReadConnection
    ) throws -> [IssueRow] {
        var found: [IssueRow] = []
        var rest = wanted[...]
        while !rest.isEmpty {
            let set = Array(rest.prefix(SQLSet.sizeMax))
            rest = rest.dropFirst(set.count)
            found += try IssueRow.find(set, connection)
        }
        return found.filter {
            $0.mergedInto == nil && (workspace.kind == .partner || $0.state == workspace.mechanismState)
        }
    }

    /// Recommendations of these issues, but for what only the draft of an edited report holds.
    package static func members(
        _ wanted: [IssueID], _ workspace: Workspace, _ connection: any ReadConnection
    ) throws -> [IssueID: [RecommendationID]] {
        let all = Set(wanted)
        guard let state = workspace.mechanismState else { return [:] }
        let facts = try IssueFactRow.all(of: state, connection).filter { all.contains($0.issue) }
        let left = try PlanDrafts.left(state, connection)
        return Dictionary(grouping: facts, by: \.issue).mapValues { group in
            group.map(\.recommendation).filter { !left.contains($0) }
        }
    }

    /// Those of them that stand in the plan.
    package static func planned(
        _ wanted: [RecommendationID], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Set<RecommendationID> {
        Set(
            try PlanSets.all(
                wanted.map(\.value),
                """
                SELECT recommendation_id FROM commitment_recommendation
                WHERE workspace_id = $1 AND withdrawn = 0 AND recommendation_id IN ({set})
                """, [.int(workspace.value)], connection
            ) { RecommendationID(try $0.int(0)) })
    }

    /// Those whose recommendation does not stand elsewhere in the plan meanwhile.
    package static func free(
        _ planned: [PlannedRecommendation], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [PlannedRecommendation] {
        let taken = try Self.planned(planned.map(\.recommendation), workspace, connection)
        return planned.filter { !taken.contains($0.recommendation) }
    }
}

extension Commitment {
    /// Those that were ever made of these issues or recommendations, without supporting institutions and links.
    package static func standing(
        _ column: String, _ ids: [Int64], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Commitment] {
        try PlanSets.all(
            ids,
            "SELECT \(columns) FROM commitment c WHERE c.workspace_id = $1 AND c.\(column) IN ({set}) ORDER BY c.id",
            [.int(workspace.value)], connection
        ) { try read($0) }
    }
}
