package import Domain
package import People
package import Reference
import Store

/// A fund with its calls, in the order in which they close.
package struct FundRecord: Hashable, Sendable {
    package var fund: Fund
    package var calls: [FundCall]
    package var actor: CooperationActor?
}

/// Funds and their calls.
package struct Funds: Sendable {
    let store: WorkspaceStore
    let reference: ReferenceFacts

    package init(_ store: WorkspaceStore, _ reference: ReferenceFacts) {
        self.store = store
        self.reference = reference
    }

    /// The workspace's own.
    package func all(_ member: Member) async throws(WorkspaceError) -> [FundRecord] {
        try member.require(.seeCooperation)
        let workspace = member.workspace.id
        return try await store.read { try Self.records(FundRow.own(workspace, $0), $0) }
    }

    package func find(_ id: FundID, _ member: Member) async throws(WorkspaceError) -> FundRecord {
        try member.require(.seeCooperation)
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard let fund = try FundRow.find(id, workspace, connection),
                let record = try Self.records([fund], connection).first
            else { throw WorkspaceError.notFound }
            return record
        }
    }

    /// A call of the workspace's own.
    package func call(_ id: FundCallID, _ member: Member) async throws(WorkspaceError) -> FundCall {
        try member.require(.seeCooperation)
        let workspace = member.workspace.id
        guard let call = try await store.read({ try FundCallRow.find(id, workspace, $0) }) else { throw .notFound }
        return call
    }

    /// Funds that this reader may see, by name.
    package func published(_ reader: CooperationReader) async throws(WorkspaceError) -> [FundRecord] {
        try await store.read { try Self.records(FundRow.published(reader, $0), $0) }
    }

    package func published(_ id: FundID, _ reader: CooperationReader) async throws(WorkspaceError) -> FundRecord {
        try await store.read { connection in
            guard let fund = try FundRow.published(id, reader, connection),
                let record = try Self.records([fund], connection).first
            else { throw WorkspaceError.notFound }
            return record
        }
    }

    /// A call of a fund that this reader may see, with the fund.
    package func published(
        call id: FundCallID, _ reader: CooperationReader
    ) async throws(WorkspaceError) -> (call: FundCall, fund: Fund) {
        let found = try await store.read { connection -> (FundCall, Fund)? in
            guard let call = try FundCallRow.published(id, reader, connection),
                let fund = try FundRow.published(call.fund, reader, connection)
            else { return nil }
            return (call, fund)
        }
        guard let found else { throw .notFound }
        return (found.0, found.1)
    }

    /// Calls whose closing date stands among the workspace's deadlines.
    package func watched(_ member: Member) async throws(WorkspaceError) -> Set<FundCallID> {
        try member.require(.seeCooperation)
        let workspace = member.workspace.id
        return try await store.read { try FundCallRow.watched(workspace, $0) }
    }

    /// Puts a call's closing date among the workspace's deadlines, or takes it away.
    package func watch(
        _ id: FundCallID, _ isWatched: Bool, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.applyToFunds)
        try await store.change(member) { change in
            let reader = CooperationReader.partner(change.workspace)
            guard try FundCallRow.published(id, reader, change.connection) != nil else {
                throw WorkspaceError.notFound
            }
            try FundCallRow.watch(id, isWatched, change.workspace, at: change.at, change.connection)
            change.did(isWatched ? "fund-call.watch" : "fund-call.unwatch", Subject(.fundCall, id.value))
        }
    }

    private static func records(_ funds: [Fund], _ connection: any ReadConnection) throws -> [FundRecord] {
        let calls = Dictionary(grouping: try FundCallRow.of(funds.map(\.id), connection), by: \.fund)
        let actors = try ActorRow.find(funds.map(\.workspace), connection)
        return funds.map {
            FundRecord(fund: $0, calls: calls[$0.id] ?? [], actor: actors[$0.workspace])
        }
    }
}
