package import Domain
import People
import Store

extension PublicFaces {
    /// Puts the batch that waits into force, all of it or nothing. Throws `stale` where somebody changed it meanwhile.
    package func confirm(version: Int, _ member: Member) async throws(WorkspaceError) {
        try member.require(.managePublicFace)
        try await store.change(member) { change in
            let workspace = change.workspace
            guard var batch = try BatchRow.open(workspace, change.connection) else {
                throw WorkspaceError.invalid("batch", "publicFace.nothingWaits")
            }
            guard batch.version == version else {
                throw WorkspaceError.stale(Self.subject(workspace), version: batch.version)
            }
            batch.status = .confirmed
            batch.confirmedBy = change.member.name
            batch.confirmed = change.at
            guard try BatchRow.update(batch, workspace, change.connection) else {
                throw WorkspaceError.stale(Self.subject(workspace), version: batch.version)
            }
            try Self.put(batch.lines, &change)
            change.did(
                "public-face.confirm", Self.subject(workspace),
                detail: "{\"batch\":\(batch.id),\"lines\":\(batch.lines.count)}")
        }
    }

    /// Takes a confirmed batch back as one. `invalid` where something of it was chosen otherwise since.
    package func undo(_ id: Int64, _ member: Member) async throws(WorkspaceError) {
        try member.require(.managePublicFace)
        let fresh = try await store.take(.publicFace).lowerBound
        try await store.change(member) { change in
            let workspace = change.workspace
            guard var batch = try BatchRow.find(id, workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard batch.status == .confirmed else { throw WorkspaceError.invalid("batch", "publicFace.undone") }
            let choices = try ChoiceRow.all(workspace, change.connection)
            guard batch.lines.allSatisfy({ choices.standing($0.target) == $0.after }) else {
                throw WorkspaceError.invalid("batch", "publicFace.changedSince")
            }
            let lines = batch.lines.map { PublicBatch.Line($0.target, before: $0.after, after: $0.before) }
            let reverse = PublicBatch(
                id: fresh, status: .confirmed, madeBy: change.member.name, made: change.at,
                confirmedBy: change.member.name, confirmed: change.at, reverses: batch.id, lines: lines, version: 1)
            try BatchRow.insert(reverse, workspace, change.connection)
            batch.status = .undone
            guard try BatchRow.update(batch, workspace, change.connection) else {
                throw WorkspaceError.stale(Self.subject(workspace), version: batch.version)
            }
            try Self.put(lines, &change)
            change.did("public-face.undo", Self.subject(workspace), detail: "{\"batch\":\(batch.id)}")
        }
    }

    private static func put(_ lines: [PublicBatch.Line], _ change: inout WorkspaceChange) throws {
        let workspace = change.workspace
        for line in lines {
            switch line.target {
            case .field(let field):
                try ChoiceRow.put(field, line.after.stage, workspace, change.connection)
                change.field(
                    subject(workspace), field.rawValue, from: (line.before.stage ?? .draft).rawValue,
                    to: (line.after.stage ?? .draft).rawValue)
            case .item(let key):
                try ChoiceRow.put(key, line.after, workspace, change.connection)
                change.field(
                    subject(workspace), "item", from: text(key, line.before), to: text(key, line.after))
            }
        }
        try FaceRow.touch(workspace, change.connection)
    }

    /// `commitment/7 draft 2026-03-01T08:00:00.000Z`; the number alone where its part decides.
    private static func text(_ key: PublicKey, _ exception: PublicChoices.Exception) -> String {
        ([key.description] + [exception.stage?.rawValue, exception.embargo].compactMap { $0 }).joined(separator: " ")
    }
}
