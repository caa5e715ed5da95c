import Domain
import People
import Store

/// Makes changes that are computed from a whole workspace wait for each other: the program may run on several machines.
enum WorkspaceLock {
    /// Held to the end of the transaction. What is read after it sees what others committed.
    static func take(_ change: WorkspaceChange) throws {
        try change.connection.execute(
            "UPDATE workspace SET closed = closed WHERE id = $1", [.int(change.workspace.value)])
    }
}
