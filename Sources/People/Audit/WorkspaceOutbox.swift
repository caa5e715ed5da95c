package import Domain
package import Store

/// Messages of one workspace, for its administrators.
package struct WorkspaceOutbox: Sendable {
    private let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    package struct Page: Sendable {
        /// Newest first, without what they say.
        package let entries: [OutboxEntry]
        package let counts: [OutboxEntry.Status: Int]
        package let next: Int64?
    }

    /// That somebody looked at the addresses is noted in the audit log.
    package func page(
        _ member: Member, _ status: OutboxEntry.Status?, before: Int64? = nil, limit: Int = 50
    ) async throws(WorkspaceError) -> Page {
        try member.require(.manageSettings)
        let workspace = member.workspace.id
        try await store.noteReading(member, Subject(.workspace, workspace.value))
        let limit = min(max(limit, 1), 500)
        return try await store.read { connection in
            let found = try OutboxRow.page(workspace, status, before: before, limit: limit + 1, connection)
            return Page(
                entries: Array(found.prefix(limit)), counts: try OutboxRow.counts(workspace, connection),
                next: found.count > limit ? found[limit - 1].id : nil)
        }
    }

    /// Lets messages in trouble be tried again now. Says how many.
    package func retry(_ member: Member) async throws(WorkspaceError) -> Int {
        try member.require(.manageSettings)
        return try await store.change(member) { change in
            let count = try OutboxClaim.retry(nil, workspace: change.workspace, at: change.at, change.connection)
            change.did("outbox.retry", Subject(.workspace, change.workspace.value), detail: "{\"count\":\(count)}")
            return count
        }
    }
}
