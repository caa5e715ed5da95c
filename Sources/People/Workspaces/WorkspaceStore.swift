package import Domain
package import Store

/// What every operation on a workspace stands on: reads, and changes whose rows, history, audit entries, change-log entries and
/// messages are one transaction.
package struct WorkspaceStore: Sendable {
    package let database: any Database
    package let clock: Clock
    package let ids: IDAllocator
    let readings = ReadingLog()

    package init(database: any Database, clock: Clock) {
        self.database = database
        self.clock = clock
        ids = IDAllocator(database)
    }

    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any ReadConnection) throws -> T
    ) async throws(WorkspaceError) -> T {
        do throws(StoreError) { return try await database.read(body) } catch { throw WorkspaceError(error) }
    }

    /// Does one thing in a workspace. `body` may run again, so it has no effects outside of what it is handed.
    @discardableResult
    package func change<T: Sendable>(
        _ member: Member, _ body: @Sendable @escaping (inout WorkspaceChange) throws -> T
    ) async throws(WorkspaceError) -> T {
        let at = clock.instant
        do throws(StoreError) {
            return try await database.change(at: at) { connection, log in
                var change = WorkspaceChange(member: member, at: at, connection: connection)
                let value = try body(&change)
                try change.finish(&log)
                return value
            }.value
        } catch { throw WorkspaceError(error) }
    }

    /// Ids of a kind, before a change that needs to know them.
    package func take(_ kind: SubjectKind, _ count: Int = 1) async throws(WorkspaceError) -> Range<Int64> {
        do throws(StoreError) { return try await ids.take(kind.rawValue, count) } catch { throw WorkspaceError(error) }
    }
}

extension WorkspaceError {
    package init(_ error: StoreError) {
        if case .abandoned(let own as WorkspaceError) = error { self = own } else { self = .store(error.description) }
    }
}
