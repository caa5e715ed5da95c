package import Domain
import Store

/// A member as administrators see her.
package struct MemberEntry: Hashable, Sendable {
    package var account: AccountID
    package var name: String
    package var email: String?
    package var role: WorkspaceRole
    package var institution: InstitutionID?
    package var institutionName: String?
    /// Fixed-width UTC instants.
    package var since: String
    /// Nil: present.
    package var until: String?
    package var version: Int
    package var hasSecondFactor: Bool
    package var isDisabled: Bool
}

extension MemberEntry {
    private static let select = """
        SELECT m.account_id, a.name, a.email, m.role, m.institution_id, i.name, m.since, m.until, m.version, a.disabled,
            (SELECT count(*) FROM second_factor f WHERE f.account_id = a.id AND f.confirmed IS NOT NULL)
        FROM membership m JOIN account a ON a.id = m.account_id LEFT JOIN institution i ON i.id = m.institution_id
        WHERE m.workspace_id = $1
        """

    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [MemberEntry] {
        try connection.all(
            "\(select) ORDER BY CASE WHEN m.until IS NULL THEN 0 ELSE 1 END, m.until DESC, a.name, a.id",
            [.int(workspace.value)]
        ) { try read($0) }
    }

    static func find(
        _ account: AccountID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> MemberEntry? {
        try connection.first(
            "\(select) AND m.account_id = $2", [.int(workspace.value), .int(account.value)]
        ) { try read($0) }
    }

    private static func read(_ row: any Row) throws -> MemberEntry {
        MemberEntry(
            account: AccountID(try row.int(0)), name: try row.text(1), email: try row.textOrNil(2),
            role: try row.value(3, WorkspaceRole.init(rawValue:)),
            institution: try row.intOrNil(4).map { InstitutionID($0) }, institutionName: try row.textOrNil(5),
            since: try row.text(6), until: try row.textOrNil(7), version: Int(try row.int(8)),
            hasSecondFactor: try row.int(10) > 0, isDisabled: try row.int(9) == 1)
    }
}

/// What somebody was in a workspace, from when to when, and who came after.
package struct MembershipPeriod: Hashable, Sendable {
    package var account: AccountID
    package var name: String
    package var role: WorkspaceRole
    package var institution: InstitutionID?
    package var institutionName: String?
    /// Fixed-width UTC instants.
    package var since: String
    /// Nil: still.
    package var until: String?
    /// The name of whoever followed, where somebody was named.
    package var successor: String?
}

extension MembershipPeriod {
    private static let select = """
        SELECT p.account_id, a.name, p.role, p.institution_id, i.name, p.since, p.until, s.name
        FROM membership_period p JOIN account a ON a.id = p.account_id
        LEFT JOIN institution i ON i.id = p.institution_id LEFT JOIN account s ON s.id = p.successor_id
        WHERE p.workspace_id = $1
        """

    static func of(
        _ account: AccountID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [MembershipPeriod] {
        try connection.all(
            "\(select) AND p.account_id = $2 ORDER BY p.id DESC", [.int(workspace.value), .int(account.value)]
        ) { try read($0) }
    }

    static func of(
        _ institution: InstitutionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [MembershipPeriod] {
        try connection.all(
            "\(select) AND p.institution_id = $2 ORDER BY p.id DESC",
            [.int(workspace.value), .int(institution.value)]
        ) { try read($0) }
    }

    private static func read(_ row: any Row) throws -> MembershipPeriod {
        MembershipPeriod(
            account: AccountID(try row.int(0)), name: try row.text(1),
            role: try row.value(2, WorkspaceRole.init(rawValue:)),
            institution: try row.intOrNil(3).map { InstitutionID($0) }, institutionName: try row.textOrNil(4),
            since: try row.text(5), until: try row.textOrNil(6), successor: try row.textOrNil(7))
    }
}
