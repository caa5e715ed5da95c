package import Domain
import People
import Store

/// Facts that were entered and published, by number: for files of open data.
extension StateCooperation {
    package static let streamMax = 500

    /// After a number, at most `streamMax`; those that were corrected or withdrawn since say so. Drafts are never among them.
    package func published(
        after: StateFactID? = nil, limit: Int = streamMax
    ) async throws(WorkspaceError) -> [StateFact] {
        let limit = min(max(1, limit), Self.streamMax)
        return try await store.read { try StateFactRow.published(after: after, limit: limit, $0) }
    }

    package func publishedCount() async throws(WorkspaceError) -> Int {
        try await store.read { try StateFactRow.publishedCount($0) }
    }
}
