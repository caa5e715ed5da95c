package import Domain
import People
import Store

/// Everything public of a workspace, page after page by number: for files of open data.
extension PublicFaces {
    package static let pageMax = 500

    /// Objects of one kind after a number, at most `pageMax`; empty where the page is not open.
    package func items(
        _ kind: PublicKind, _ workspace: Workspace, after: Int64 = 0, limit: Int = pageMax
    ) async throws(WorkspaceError) -> [PublicItem] {
        guard !workspace.isClosed else { return [] }
        let row = try await refreshed(workspace)
        guard row.isOpen else { return [] }
        let limit = max(1, min(limit, Self.pageMax))
        return try await store.read { connection in
            try VersionRow.current(kind, workspace.id, after: after, limit: limit, connection).compactMap(\.item)
        }
    }

    /// How many of one kind are shown; 0 where the page is not open.
    package func count(_ kind: PublicKind, _ workspace: Workspace) async throws(WorkspaceError) -> Int {
        guard !workspace.isClosed else { return 0 }
        let row = try await refreshed(workspace)
        guard row.isOpen else { return 0 }
        return try await store.read { try VersionRow.count(kind, workspace.id, $0) }
    }

    /// Removals of a workspace whose page is open, the latest first.
    package func publicRemovals(_ workspace: Workspace) async throws(WorkspaceError) -> [Removal] {
        guard !workspace.isClosed else { return [] }
        return try await store.read { connection in
            guard try FaceRow.find(workspace.id, connection).isOpen else { return [] }
            return try RemovalRow.all(workspace.id, connection)
        }
    }
}
