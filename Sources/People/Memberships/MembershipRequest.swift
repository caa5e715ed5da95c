package import Domain
import Store

/// Somebody who was given a part in an institution that is not the State's, and waits for a word of its people.
package struct MembershipRequest: Hashable, Sendable {
    package var id: Int64
    package var account: AccountID
    package var name: String
    package var role: WorkspaceRole
    package var institution: InstitutionID
    package var institutionName: String
    package var why: String?
    /// Fixed-width UTC instant.
    package var made: String
    /// Who gave it; the person's own name where she followed an invitation.
    package var madeBy: String
}

enum MembershipRequestRow {
    private static let select = """
        SELECT r.id, r.account_id, a.name, r.role, r.institution_id, i.name, r.why, r.made, r.made_by
        FROM membership_request r JOIN account a ON a.id = r.account_id JOIN institution i ON i.id = r.institution_id
        WHERE r.workspace_id = $1 AND r.decided IS NULL
        """

    static func insert(_ request: MembershipRequest, _ change: WorkspaceChange) throws {
        try change.connection.execute(
            """
            INSERT INTO membership_request (id, workspace_id, account_id, role, institution_id, why, made, made_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .int(request.id), .int(change.workspace.value), .int(request.account.value),
                .text(request.role.rawValue), .int(request.institution.value), .optional(request.why),
                .text(request.made), .text(request.madeBy),
            ])
    }

    /// Those who wait in a workspace, within an institution or, with nil, in all; the longest first.
    static func open(
        _ workspace: WorkspaceID, _ institution: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [MembershipRequest] {
        guard let institution else {
            return try connection.all("\(select) ORDER BY r.id", [.int(workspace.value)], read)
        }
        return try connection.all(
            "\(select) AND r.institution_id = $2 ORDER BY r.id", [.int(workspace.value), .int(institution.value)], read)
    }

    /// What one account waits for, in every workspace.
    static func open(
        of account: AccountID, _ connection: any ReadConnection
    ) throws -> [(workspace: String, institution: String)] {
        try connection.all(
            """
            SELECT w.name, i.name FROM membership_request r JOIN workspace w ON w.id = r.workspace_id AND w.closed = 0
            JOIN institution i ON i.id = r.institution_id WHERE r.account_id = $1 AND r.decided IS NULL
            ORDER BY w.name, r.id
            """, [.int(account.value)]
        ) { (try $0.text(0), try $0.text(1)) }
    }

    enum Decision: String { case accepted, refused, overtaken }

    /// Decides one that waits; false where it does not wait any more.
    static func decide(_ id: Int64, _ decision: Decision, _ change: WorkspaceChange) throws -> Bool {
        try change.connection.execute(
            """
            UPDATE membership_request SET decision = $1, decided = $2, decided_by = $3
            WHERE id = $4 AND workspace_id = $5 AND decided IS NULL
            """,
            [
                .text(decision.rawValue), .text(change.at), .text(change.member.name), .int(id),
                .int(change.workspace.value),
            ]) > 0
    }

    /// What an account waited for is out of date: something else was decided of it.
    static func overtake(_ account: AccountID, _ change: WorkspaceChange) throws {
        try change.connection.execute(
            """
            UPDATE membership_request SET decision = 'overtaken', decided = $1, decided_by = $2
            WHERE workspace_id = $3 AND account_id = $4 AND decided IS NULL
            """,
            [
                .text(change.at), .text(change.member.name), .int(change.workspace.value), .int(account.value),
            ])
    }

    /// The same for all who wait for an institution that became part of another.
    static func overtake(_ institution: InstitutionID, _ change: WorkspaceChange) throws {
        try change.connection.execute(
            """
            UPDATE membership_request SET decision = 'overtaken', decided = $1, decided_by = $2
            WHERE workspace_id = $3 AND institution_id = $4 AND decided IS NULL
            """,
            [
                .text(change.at), .text(change.member.name), .int(change.workspace.value), .int(institution.value),
            ])
    }

    private static func read(_ row: any Row) throws -> MembershipRequest {
        MembershipRequest(
            id: try row.int(0), account: AccountID(try row.int(1)), name: try row.text(2),
            role: try row.value(3, WorkspaceRole.init(rawValue:)), institution: InstitutionID(try row.int(4)),
            institutionName: try row.text(5), why: try row.textOrNil(6), made: try row.text(7),
            madeBy: try row.text(8))
    }
}
