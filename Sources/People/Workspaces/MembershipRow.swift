import Domain
import Store

/// What accounts are in workspaces.
enum MembershipRow {
    /// Makes somebody a member, or something else than before.
    static func put(
        _ account: AccountID, _ role: WorkspaceRole, _ institution: InstitutionID?, in workspace: WorkspaceID,
        at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO membership (workspace_id, account_id, role, institution_id, since) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (workspace_id, account_id)
            DO UPDATE SET role = excluded.role, institution_id = excluded.institution_id, since = excluded.since, until = NULL
            """,
            [
                .int(workspace.value), .int(account.value), .text(role.rawValue), .optional(institution?.value),
                .text(at),
            ])
    }
}
