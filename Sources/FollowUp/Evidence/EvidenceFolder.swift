package import Domain
package import People
package import Plans
import Store

/// Evidence: taken in, versioned, cleared, and read by whoever may.
package struct EvidenceFolder: Sendable {
    package static let fileBytesMax = 20 << 20
    package static let linkCharactersMax = 2_000

    package let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    /// One piece with its versions, newest first, as far as this member may see it.
    package func find(
        _ id: EvidenceID, _ member: Member
    ) async throws(WorkspaceError) -> (evidence: Evidence, versions: [EvidenceVersion]) {
        let found: (Evidence, [EvidenceVersion])? = try await store.read { connection in
            let scope = try EvidenceScope(member, ProgressSettingRow.find(member.workspace.id, connection))
            guard let evidence = try EvidenceRow.find(id, scope, connection) else { return nil }
            return (evidence, try EvidenceRow.versions(of: id, member.workspace.id, connection))
        }
        guard let found else { throw .notFound }
        return found
    }

    package func all(of subject: Subject, _ member: Member) async throws(WorkspaceError) -> [Evidence] {
        try await store.read { connection in
            let scope = try EvidenceScope(member, ProgressSettingRow.find(member.workspace.id, connection))
            return try EvidenceRow.all(of: subject, scope, connection)
        }
    }

    /// What waits at a step of clearance, oldest first, at most 200.
    package func waiting(_ step: ClearanceStep, _ member: Member) async throws(WorkspaceError) -> [Evidence] {
        try await store.read { connection in
            let scope = try EvidenceScope(member, ProgressSettingRow.find(member.workspace.id, connection))
            return try EvidenceRow.waiting(step, scope, limit: 200, connection)
        }
    }

    /// The bytes of a version. Rights are read with them, and whoever reads what is not public stands in the audit log before
    /// the first byte leaves.
    package func file(
        _ id: EvidenceID, version number: Int, _ member: Member
    ) async throws(WorkspaceError) -> (file: StoredFile, bytes: [UInt8]) {
        let found: (Evidence, StoredFile, [UInt8], Bool)? = try await store.read { connection in
            let setting = try ProgressSettingRow.find(member.workspace.id, connection)
            guard
                let evidence = try EvidenceRow.find(id, EvidenceScope(member, setting), connection),
                let version = try EvidenceRow.versions(of: id, member.workspace.id, connection).first(where: {
                    $0.number == number
                }), case .file(let file) = version.content,
                let bytes = try StoredFileRow.bytes(file.digest, member.workspace.id, connection)
            else { return nil }
            let isPublished =
                evidence.isPublic && !evidence.isWithdrawn && evidence.clearance.counts(setting.needed)
                && number == evidence.latest
            // Earlier versions and what is withdrawn are for whoever sees what is internal.
            guard isPublished || member.may(.seeInternal) else { return nil }
            return (evidence, file, bytes, isPublished)
        }
        guard let (evidence, file, bytes, isPublished) = found else { throw .notFound }
        if !isPublished { try await store.noteReading(member, evidence.own) }
        return (file, bytes)
    }

    /// The latest version by its public address, for anybody; nil where there is nothing public behind that key.
    package func published(
        _ key: String
    ) async throws(WorkspaceError) -> (evidence: Evidence, version: EvidenceVersion, bytes: [UInt8]?)? {
        guard key.utf8.count <= 64 else { return nil }
        return try await store.read { connection in
            guard
                let evidence = try EvidenceRow.published(key, connection),
                let latest = try EvidenceRow.versions(of: evidence.id, evidence.workspace, connection).first
            else { return nil }
            guard case .file(let file) = latest.content else { return (evidence, latest, nil) }
            return (evidence, latest, try StoredFileRow.bytes(file.digest, evidence.workspace, connection))
        }
    }
}

extension Plans {
    package var evidence: EvidenceFolder { EvidenceFolder(store) }
}
