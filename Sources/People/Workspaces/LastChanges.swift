package import Domain
import Store

extension WorkspaceStore {
    /// What was changed in one object of the member's workspace, newest first: for whoever may work on the object and met a change
    /// of somebody else. The history pages ask for a right of their own.
    package func lastChanges(
        of subject: Subject, _ member: Member, limit: Int
    ) async throws(WorkspaceError) -> [FieldChange] {
        let workspace = member.workspace.id
        return try await read { try FieldChangeRow.of(subject, workspace, limit: limit, $0) }
    }
}
