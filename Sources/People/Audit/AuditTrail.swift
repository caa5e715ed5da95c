package import Domain
package import Secrets
package import Store

/// The audit log as people ask for it: signed heads, proofs, and the entries of a workspace.
package struct AuditTrail: Sendable {
    private let database: any Database
    private let keys: HeadKeys
    private let memory: HeadMemory
    private let clock: Clock

    package init(database: any Database, keys: HeadKeys, memory: HeadMemory, clock: Clock) {
        self.database = database
        self.keys = keys
        self.memory = memory
        self.clock = clock
    }

    /// With the key of a data folder, or the one in the file `signingKey`, made on first use.
    package static func open(
        database: any Database, folder: String, signingKey: String? = nil, clock: Clock
    ) throws(WorkspaceError) -> AuditTrail {
        do throws(SealError) {
            return AuditTrail(
                database: database, keys: try HeadKeys.load(folder, signingKey: signingKey),
                memory: HeadMemory(folder: folder), clock: clock)
        } catch { throw .store("the key of the audit log cannot be used: \(error)") }
    }

    /// Signs in the name of this installation.
    package var signing: SigningKey { keys.signing }
    /// Keys that stand for this installation, by their ids; not those that came with an archive.
    package func verifying(_ id: String) -> VerifyingKey? { keys.vouching(id) }

    /// The public half of this node's key, 64 hexadecimal digits.
    package var publicKey: String { Digest.hex(keys.signing.verifying.bytes) }
    package var keyID: String { keys.signing.verifying.id }

    /// The newest head, signed anew where the log has grown since. A store without entries has a head, too.
    @discardableResult
    package func sign() async throws(WorkspaceError) -> SignedHead {
        let at = clock.instant
        let (edge, newest, store) = try await read { connection in
            (
                try AuditTree.edge(connection), try SignedHeadRow.newest(connection),
                try StoreIdentity.read(connection).id
            )
        }
        if let newest, newest.size == edge.size { return newest }
        do {
            let head = try SignedHead.sign(edge, store: store, at: at, with: keys.signing)
            try await database.write { try SignedHeadRow.insert(head, $0) }
            try memory.remember(head)
            return head
        } catch { throw .store("a head of the audit log could not be signed: \(error)") }
    }

    /// That one entry is in the log under the newest head; `notFound` where there is none.
    package func proof(of number: Int64, within workspace: WorkspaceID? = nil) async throws(WorkspaceError)
        -> EntryProof
    {
        let head = try await sign()
        return try await read { connection in
            guard number > 0, number <= head.size, let record = try AuditLog.entry(number, connection),
                try workspace.map({ try AuditFiling.contains(number, $0, connection) }) ?? true
            else { throw WorkspaceError.notFound }
            return EntryProof(
                store: try StoreIdentity.read(connection).id, record: record,
                leaf: Digest.hex(AuditLog.leaf(record)), head: head,
                path: try AuditTree.prover(connection).inclusion(of: number - 1, in: head.size).map(Digest.hex))
        }
    }

    /// Where in the log an earlier state is: after so many entries, or at a time.
    package enum Moment: Hashable, Sendable {
        case size(Int64)
        /// A fixed-width UTC instant.
        case at(String)
    }

    /// That the log was only added to from one moment to another; to the newest head where `later` is nil.
    package func consistency(
        from earlier: Moment, to later: Moment? = nil
    ) async throws(WorkspaceError) -> ConsistencyProof {
        let head = try await sign()
        return try await read { connection in
            let first = try size(earlier, head, connection)
            let second = try later.map { try size($0, head, connection) } ?? head.size
            guard first <= second else { throw WorkspaceError.invalid("since", "audit.sinceOrder") }
            let prover = AuditTree.prover(connection)
            return ConsistencyProof(
                store: try StoreIdentity.read(connection).id, first: first,
                firstRoot: Digest.hex(try prover.root(of: first)), second: second,
                secondRoot: Digest.hex(try prover.root(of: second)), head: head,
                path: try prover.consistency(from: first, to: second).map(Digest.hex))
        }
    }

    private func size(
        _ moment: Moment, _ head: SignedHead, _ connection: any ReadConnection
    ) throws -> Int64 {
        switch moment {
        case .size(let size):
            guard size >= 0, size <= head.size else { throw WorkspaceError.invalid("since", "audit.sinceSize") }
            return size
        case .at(let instant): return min(head.size, try AuditLog.size(until: instant, connection))
        }
    }

    /// Signed heads, newest first.
    package func heads(before size: Int64? = nil, limit: Int = 50) async throws(WorkspaceError) -> [SignedHead] {
        try await read { try SignedHeadRow.page(before: size, limit: min(max(limit, 1), 500), $0) }
    }

    /// Entries of the member's workspace, newest first.
    package func page(
        _ member: Member, _ filter: AuditFiling.Filter, before: Int64? = nil, limit: Int = 50
    ) async throws(WorkspaceError) -> AuditPage {
        try member.require(.seeAudit)
        let workspace = member.workspace.id
        let limit = min(max(limit, 1), 500)
        return try await read { connection in
            let found = try AuditFiling.page(workspace, filter, before: before, limit: limit + 1, connection)
            let names = try AuditFiling.names(workspace, connection)
            return AuditPage(
                records: Array(found.prefix(limit)), actors: names.actors, actions: names.actions,
                next: found.count > limit ? found[limit - 1].number : nil)
        }
    }

    private func read<T: Sendable>(
        _ body: @Sendable @escaping (any ReadConnection) throws -> T
    ) async throws(WorkspaceError) -> T {
        do throws(StoreError) { return try await database.read(body) } catch { throw WorkspaceError(error) }
    }
}

/// One entry with all that a checker needs who has this program nowhere: `docs/guide/audit.md` says how.
package struct EntryProof: Hashable, Sendable {
    package let store: String
    package let record: AuditRecord
    package let leaf: String
    package let head: SignedHead
    /// From the leaf upwards, 64 hexadecimal digits each.
    package let path: [String]

    /// The bytes under the leaf.
    package var canonical: String { String(decoding: AuditLog.canonical(record), as: UTF8.self) }
}

/// Two states of the log and what shows that the later begins with the earlier.
package struct ConsistencyProof: Hashable, Sendable {
    package let store: String
    package let first: Int64
    package let firstRoot: String
    package let second: Int64
    package let secondRoot: String
    package let head: SignedHead
    package let path: [String]
}

package struct AuditPage: Hashable, Sendable {
    /// Newest first.
    package let records: [AuditRecord]
    /// Everybody, and every action, that entries of the workspace name.
    package let actors: [String]
    package let actions: [String]
    /// Go on below this number; nil at the end.
    package let next: Int64?
}
