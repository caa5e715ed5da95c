package import Domain
import Secrets
import Store

/// Somebody who is asked into a workspace by e-mail.
package struct Invitation: Hashable, Sendable {
    package var id: Int64
    package var workspace: WorkspaceID
    package var email: String
    package var role: WorkspaceRole
    package var institution: InstitutionID?
    package var institutionName: String?
    package var language: LanguageTag
    /// Fixed-width UTC instants.
    package var made: String
    package var madeBy: String
    package var expires: String
    package var accepted: String?
    package var withdrawn: String?
}

enum InvitationRow {
    private static let select = """
        SELECT v.id, v.workspace_id, v.email, v.role, v.institution_id, i.name, v.language, v.made, v.made_by, v.expires,
            v.accepted, v.withdrawn FROM invitation v LEFT JOIN institution i ON i.id = v.institution_id
        """

    static func digest(_ token: String) -> String { Token.digest(token, purpose: "invitation") }

    static func insert(
        _ invitation: Invitation, key: String, token: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO invitation (id, workspace_id, email, email_key, role, institution_id, language, token_digest, made,
            made_by, expires) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .int(invitation.id), .int(invitation.workspace.value), .text(invitation.email), .text(key),
                .text(invitation.role.rawValue), .optional(invitation.institution?.value),
                .text(invitation.language.rawValue), .text(digest(token)), .text(invitation.made),
                .text(invitation.madeBy), .text(invitation.expires),
            ])
    }

    /// Open ones first, then those that are settled; newest first, at most 500.
    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [Invitation] {
        try connection.all(
            """
            \(select) WHERE v.workspace_id = $1
            ORDER BY CASE WHEN v.accepted IS NULL AND v.withdrawn IS NULL THEN 0 ELSE 1 END, v.id DESC LIMIT 500
            """, [.int(workspace.value)]
        ) { try read($0) }
    }

    static func find(
        _ id: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Invitation? {
        try connection.first(
            "\(select) WHERE v.id = $1 AND v.workspace_id = $2", [.int(id), .int(workspace.value)]
        ) { try read($0) }
    }

    /// One that may still be accepted.
    static func open(
        token: String, at: String, _ connection: any ReadConnection
    ) throws -> Invitation? {
        try connection.first(
            """
            \(select) WHERE v.token_digest = $1 AND v.expires > $2 AND v.accepted IS NULL AND v.withdrawn IS NULL
            """, [.text(digest(token)), .text(at)]
        ) { try read($0) }
    }

    /// Accepts it, once.
    static func accept(
        _ id: Int64, _ account: AccountID, at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE invitation SET accepted = $1, account_id = $2
            WHERE id = $3 AND accepted IS NULL AND withdrawn IS NULL AND expires > $1
            """, [.text(at), .int(account.value), .int(id)]) > 0
    }

    static func withdraw(
        _ id: Int64, _ workspace: WorkspaceID, at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE invitation SET withdrawn = $1
            WHERE id = $2 AND workspace_id = $3 AND accepted IS NULL AND withdrawn IS NULL
            """, [.text(at), .int(id), .int(workspace.value)]) > 0
    }

    /// Gives it a new link; the old one is good for nothing.
    static func renew(
        _ id: Int64, _ workspace: WorkspaceID, token: String, expires: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE invitation SET token_digest = $1, expires = $2
            WHERE id = $3 AND workspace_id = $4 AND accepted IS NULL AND withdrawn IS NULL
            """, [.text(digest(token)), .text(expires), .int(id), .int(workspace.value)]) > 0
    }

    private static func read(_ row: any Row) throws -> Invitation {
        Invitation(
            id: try row.int(0), workspace: WorkspaceID(try row.int(1)), email: try row.text(2),
            role: try row.value(3, WorkspaceRole.init(rawValue:)),
            institution: try row.intOrNil(4).map { InstitutionID($0) }, institutionName: try row.textOrNil(5),
            language: LanguageTag(try row.text(6)), made: try row.text(7), madeBy: try row.text(8),
            expires: try row.text(9), accepted: try row.textOrNil(10), withdrawn: try row.textOrNil(11))
    }
}
