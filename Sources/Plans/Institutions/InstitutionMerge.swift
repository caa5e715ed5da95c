package import Domain
package import People
import Store

/// That an institution became part of another.
package struct InstitutionMerger: Hashable, Sendable {
    package var into: InstitutionID
    package var by: String
    /// Fixed-width UTC instant.
    package var at: String
    package var why: String?
    package var batch: FieldChangeID
}

/// Makes one of two entries for the same institution, and takes that back.
package struct InstitutionMerging: Sendable {
    static let field = "mergedInto"

    let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    /// What an institution became part of; nil where it did not, or where that was taken back.
    package func merger(of id: InstitutionID, _ member: Member) async throws(WorkspaceError) -> InstitutionMerger? {
        try member.require(.manageInstitutions)
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard try InstitutionRow.find(id, workspace, connection) != nil else { throw WorkspaceError.notFound }
            return try Self.merger(of: id, workspace, connection)
        }
    }

    /// How many things of any kind name it.
    package func count(_ id: InstitutionID, _ member: Member) async throws(WorkspaceError) -> Int {
        try member.require(.manageInstitutions)
        let workspace = member.workspace.id
        return try await store.read { connection in
            let rows = try MergeReference.all.reduce(0) {
                $0 + (try MergeRow.ids($1, id, workspace, connection).count)
            }
            let lists = try Self.planLists(id, workspace, connection)
            return rows + lists.commitments.count + lists.planned.count + lists.actions.count
        }
    }

    /// Lets everything that names `id` name `target`, in one batch, and closes `id`. Refused where both answered the same thing: one of
    /// the answers would be lost.
    package func merge(
        _ id: InstitutionID, version: Int, into target: InstitutionID, why: String, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageInstitutions)
        let why = try PlanReason.checked(why)
        guard id != target else { throw .invalid("into", "matters.merge.same") }
        try await store.change(member) { change in
            guard var old = try InstitutionRow.find(id, change.workspace, change.connection),
                let new = try InstitutionRow.find(target, change.workspace, change.connection)
            else { throw WorkspaceError.notFound }
            let subject = Subject(.institution, id.value)
            guard old.version == version else { throw WorkspaceError.stale(subject, version: old.version) }
            guard !new.isClosed else { throw WorkspaceError.invalid("into", "people.institutionUnknown") }
            try Colleagues.checkMerging(old, into: new, change)
            guard try MergeRow.clashes(id, target, change.workspace, change.connection) == 0 else {
                throw WorkspaceError.invalid("into", "matters.merge.both")
            }
            try Self.movePlan(id, target, why, &change)
            try Self.moveRows(id, target, why, &change)
            try Self.movePlain(id, target, why, &change)
            try Memberships.move(from: id, to: target, why: why, &change)
            let wasClosed = old.isClosed
            old.isClosed = true
            guard try InstitutionRow.update(old, change.workspace, change.connection) else {
                throw WorkspaceError.stale(subject, version: version + 1)
            }
            change.field(subject, "closed", from: wasClosed ? "yes" : "no", to: "yes", why: why)
            change.field(subject, Self.field, from: nil, to: target.description, why: why)
            change.did("institution.merge", subject, detail: "{\"into\":\(target)}")
        }
    }

    static func merger(
        of id: InstitutionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> InstitutionMerger? {
        let changes = try FieldChangeRow.of(Subject(.institution, id.value), workspace, connection)
        guard let last = changes.first(where: { $0.field == field }), let into = last.new.flatMap({ InstitutionID($0) })
        else { return nil }
        return InstitutionMerger(into: into, by: last.by, at: last.at, why: last.why, batch: last.batch)
    }

    private static func planLists(
        _ id: InstitutionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> (commitments: [Int64], planned: [Int64], actions: [Int64]) {
        (
            try MergeRow.plan(
                "commitment", support: ("commitment_support", "commitment_id"), id, workspace, connection),
            try MergeRow.plan("commitment_recommendation", support: nil, id, workspace, connection),
            try MergeRow.plan("action", support: ("action_support", "action_id"), id, workspace, connection)
        )
    }

    private static func movePlan(
        _ id: InstitutionID, _ target: InstitutionID, _ why: String?, _ change: inout WorkspaceChange
    ) throws {
        let lists = try planLists(id, change.workspace, change.connection)
        var work = try PlanWork(why: why, change.connection, change.workspace)
        func moved(_ lead: InstitutionID?, _ supporting: [InstitutionID]) -> (InstitutionID?, [InstitutionID]) {
            let lead = lead == id ? target : lead
            let all = Set(supporting.map { $0 == id ? target : $0 }).filter { $0 != lead }
            return (lead, all.sorted())
        }
        try work.edit(Commitment.self, lists.commitments, &change) {
            ($0.lead, $0.supporting) = moved($0.lead, $0.supporting)
        }
        try work.edit(PlannedRecommendation.self, lists.planned, &change) { $0.lead = target }
        try work.edit(Action.self, lists.actions, &change) {
            ($0.lead, $0.supporting) = moved($0.lead, $0.supporting)
        }
    }

    private static func moveRows(
        _ id: InstitutionID, _ target: InstitutionID, _ why: String?, _ change: inout WorkspaceChange
    ) throws {
        for reference in MergeReference.all {
            for row in try MergeRow.ids(reference, id, change.workspace, change.connection) {
                guard
                    try MergeRow.move(reference, row, from: id, to: target, change.workspace, change.connection)
                else { continue }
                change.field(
                    Subject(reference.kind, row), reference.field, from: id.description, to: target.description,
                    why: why)
            }
        }
    }

    private static func movePlain(
        _ id: InstitutionID, _ target: InstitutionID, _ why: String?, _ change: inout WorkspaceChange
    ) throws {
        let subject = Subject(.institution, id.value)
        for (table, key) in MergeReference.plain.sorted(by: { $0.key < $1.key }) {
            let own = try MergeRow.plain(table, key, id, change.workspace, change.connection)
            let both =
                table == "alert_concern"
                ? Set(try MergeRow.plain(table, key, target, change.workspace, change.connection)) : []
            for row in own where both.contains(row) {
                try MergeRow.dropConcern(row, id, change.workspace, change.connection)
            }
            for row in own where !both.contains(row) {
                try MergeRow.movePlain(
                    table, key, row, from: id, to: target, change.workspace, change.connection)
            }
            let (moved, dropped) = (own.filter { !both.contains($0) }, own.filter { both.contains($0) })
            change.field(subject, "moved.\(table)", from: Self.list(moved), to: nil, why: why)
            change.field(subject, "dropped.\(table)", from: Self.list(dropped), to: nil, why: why)
        }
    }

    static func list(_ ids: [Int64]) -> String? {
        ids.isEmpty ? nil : ids.map { String($0) }.joined(separator: ",")
    }
}
