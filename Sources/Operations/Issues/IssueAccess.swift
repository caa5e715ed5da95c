import Domain
import Reference
import Store

extension Issues {
    /// A read, with the store's errors as this room's.
    func read<T: Sendable>(
        _ body: @Sendable @escaping (any ReadConnection) throws -> T
    ) async throws(OperationError) -> T {
        do throws(StoreError) { return try await database.read(body) } catch { throw OperationError(error) }
    }

    /// A change; what its body throws as `IssueError` comes out as that.
    func change<T: Sendable>(
        _ body: @Sendable @escaping (any WriteConnection, inout LogDraft, _ at: String) throws -> T
    ) async throws(IssueError) -> T {
        let at = clock.instant
        do throws(StoreError) {
            return try await database.change(at: at) { try body($0, &$1, at) }.value
        } catch { throw IssueError(error) }
    }

    func takeIDs(_ kind: String, _ count: Int) async throws(IssueError) -> Range<Int64> {
        guard count > 0 else { return 0..<0 }
        do throws(StoreError) { return try await ids.take(kind, count) } catch { throw IssueError(error) }
    }

    /// The year a record carries: printed, or of its session.
    func year(_ published: CalendarDate?, _ mechanism: MechanismCode, session: Int?) -> Int? {
        if let published { return published.year }
        guard mechanism == .upr, let session else { return nil }
        return reference.session(session)?.began?.year
    }
}

extension IssueError {
    init(_ error: StoreError) {
        if case .abandoned(let own as IssueError) = error { self = own } else { self = .store(error.description) }
    }
}
