package import Domain
import People
import Store

extension InstitutionMerging {
    /// Takes a merger back in one batch: what was moved and still stands with the other goes back, the institution is open again. What
    /// somebody gave to others since stays with them; the number says how much.
    @discardableResult
    package func part(
        _ id: InstitutionID, version: Int, why: String, by member: Member
    ) async throws(WorkspaceError) -> Int {
        try member.require(.manageInstitutions)
        let why = try PlanReason.checked(why)
        return try await store.change(member) { change in
            guard var institution = try InstitutionRow.find(id, change.workspace, change.connection),
                let merger = try Self.merger(of: id, change.workspace, change.connection)
            else { throw WorkspaceError.notFound }
            let subject = Subject(.institution, id.value)
            guard institution.version == version else {
                throw WorkspaceError.stale(subject, version: institution.version)
            }
            let changes = try FieldChangeRow.batch(merger.batch, change.workspace, change.connection)
            let own = changes.filter { $0.subject == subject }
            institution.isClosed = own.first { $0.field == "closed" }.map { $0.old == "yes" } ?? institution.isClosed
            guard try InstitutionRow.update(institution, change.workspace, change.connection) else {
                throw WorkspaceError.stale(subject, version: version + 1)
            }
            for one in own where one.field == "closed" || one.field == Self.field {
                change.field(subject, one.field, from: one.new, to: one.old, why: why, reverses: one.id)
            }
            var left = try Self.returnPlan(merger.batch, changes, why, &change)
            left += try Self.returnRows(id, merger.into, changes, why, &change)
            try Self.returnPlain(id, merger.into, own, why, &change)
            if !institution.isClosed {
                let accounts = changes.filter { $0.subject.kind == .membership && $0.field == "institution" }.map {
                    AccountID($0.subject.id)
                }
                try Memberships.move(accounts, from: merger.into, to: id, why: why, &change)
            }
            change.did("institution.part", subject, detail: "{\"from\":\(merger.into)}")
            return left
        }
    }

    private static func returnPlan(
        _ batch: FieldChangeID, _ changes: [FieldChange], _ why: String?, _ change: inout WorkspaceChange
    ) throws -> Int {
        guard changes.contains(where: { Plans.undoKinds.contains($0.subject.kind) }) else { return 0 }
        let undoing = try PlanUndoing(batch: batch, change.workspace, nil, change.connection)
        if !undoing.undo.open.isEmpty {
            var work = try PlanWork(why: why, change.connection, change.workspace)
            try undoing.take(&work, &change)
        }
        return undoing.undo.overtaken.count
    }

    private static func returnRows(
        _ id: InstitutionID, _ target: InstitutionID, _ changes: [FieldChange], _ why: String?,
        _ change: inout WorkspaceChange
    ) throws -> Int {
        var left = 0
        for reference in MergeReference.all {
            for one in changes where one.subject.kind == reference.kind && one.field == reference.field {
                guard one.old == id.description else { continue }
                let row = one.subject.id
                if try MergeRow.move(reference, row, from: target, to: id, change.workspace, change.connection) {
                    change.field(one.subject, one.field, from: one.new, to: one.old, why: why, reverses: one.id)
                } else {
                    left += 1
                }
            }
        }
        return left
    }

    private static func returnPlain(
        _ id: InstitutionID, _ target: InstitutionID, _ own: [FieldChange], _ why: String?,
        _ change: inout WorkspaceChange
    ) throws {
        for (table, key) in MergeReference.plain.sorted(by: { $0.key < $1.key }) {
            for one in own where one.field == "moved.\(table)" || one.field == "dropped.\(table)" {
                for row in (one.old ?? "").split(separator: ",").compactMap({ Int64($0) }) {
                    if one.field.hasPrefix("dropped") {
                        try MergeRow.addConcern(row, id, change.workspace, change.connection)
                    } else {
                        try MergeRow.movePlain(
                            table, key, row, from: target, to: id, change.workspace, change.connection)
                    }
                }
                change.field(one.subject, one.field, from: one.new, to: one.old, why: why, reverses: one.id)
            }
        }
    }
}
