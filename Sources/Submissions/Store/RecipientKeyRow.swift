import Domain
import Store

/// Keys of recipients.
enum RecipientKeyRow {
    private static let columns = """
        k.id, k.workspace_id, k.institution_id, k.account_id, k.serial, k.public_key, k.signing_key, k.salt, k.sealed,
        k.status, k.endorsement, k.confirmed_by, k.confirmation, k.made, k.ended, k.version
        """

    static func insert(_ key: RecipientKey, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO recipient_key (id, workspace_id, institution_id, account_id, serial, public_key, signing_key, salt,
            sealed, status, endorsement, confirmed_by, confirmation, made, ended, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)
            """,
            [
                .int(key.id), .int(key.workspace.value), .int(key.institution.value), .int(key.account.value),
                .int(key.serial), .bytes(key.publicKey), .bytes(key.signingKey), .bytes(key.salt), .bytes(key.sealed),
                .text(key.status.rawValue), .bytes(key.endorsement), .optional(key.confirmedBy),
                key.confirmation.map { .bytes($0) } ?? .null, .text(key.made), .optional(key.ended),
            ])
    }

    /// Writes how a key stands over the version it was read as; false where another stands.
    static func update(_ key: RecipientKey, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            """
            UPDATE recipient_key SET status = $1, endorsement = $2, confirmed_by = $3, confirmation = $4, ended = $5,
                version = version + 1
            WHERE id = $6 AND workspace_id = $7 AND version = $8
            """,
            [
                .text(key.status.rawValue), .bytes(key.endorsement), .optional(key.confirmedBy),
                key.confirmation.map { .bytes($0) } ?? .null, .optional(key.ended), .int(key.id),
                .int(key.workspace.value), .int(key.version),
            ]) > 0
    }

    /// Every key of a workspace, the ended ones too, in the order they were made.
    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [RecipientKey] {
        try connection.all(
            "SELECT \(columns) FROM recipient_key k WHERE k.workspace_id = $1 ORDER BY k.id", [.int(workspace.value)],
            read)
    }

    static func of(
        _ account: AccountID, _ institution: InstitutionID, _ workspace: WorkspaceID, _ status: RecipientKey.Status,
        _ connection: any ReadConnection
    ) throws -> RecipientKey? {
        try connection.first(
            """
            SELECT \(columns) FROM recipient_key k
            WHERE k.workspace_id = $1 AND k.account_id = $2 AND k.institution_id = $3 AND k.status = $4
            """,
            [.int(workspace.value), .int(account.value), .int(institution.value), .text(status.rawValue)], read)
    }

    /// Keys that stand, of people who still answer for an independent institution that is open: `(key, its institution, its
    /// workspace)`.
    static func standing(_ connection: any ReadConnection) throws -> [Standing] {
        try connection.all(
            """
            SELECT \(columns), i.name, i.kind, w.name, w.slug, COALESCE(w.state, ''), COALESCE(d.introduction, ''),
                COALESCE(d.language, w.language), COALESCE(d.fingerprint_address, '')
            FROM recipient_key k JOIN institution i ON i.id = k.institution_id AND i.closed = 0
                AND i.kind IN ('human-rights-institution', 'un-entity', 'civil-society')
            JOIN workspace w ON w.id = k.workspace_id AND w.closed = 0
            JOIN account a ON a.id = k.account_id AND a.disabled = 0
            JOIN membership m ON m.workspace_id = k.workspace_id AND m.account_id = k.account_id AND m.until IS NULL
                AND m.institution_id = k.institution_id AND m.role IN ('contributor', 'partner')
            LEFT JOIN submission_desk d ON d.institution_id = k.institution_id
            WHERE k.status IN ('current', 'waiting') ORDER BY w.name, w.id, i.name_key, k.id
            """
        ) { row in
            Standing(
                key: try read(row), institution: try row.text(16),
                kind: try row.value(17) { InstitutionKind(rawValue: $0) }, workspace: try row.text(18),
                slug: try row.text(19), state: try row.text(20), introduction: try row.text(21),
                language: LanguageTag(try row.text(22)), fingerprintAddress: try row.text(23))
        }
    }

    struct Standing: Sendable {
        var key: RecipientKey
        var institution: String
        var kind: InstitutionKind
        var workspace: String
        var slug: String
        var state: String
        var introduction: String
        var language: LanguageTag
        var fingerprintAddress: String
    }

    private static func read(_ row: any Row) throws -> RecipientKey {
        RecipientKey(
            id: try row.int(0), workspace: WorkspaceID(try row.int(1)), institution: InstitutionID(try row.int(2)),
            account: AccountID(try row.int(3)), serial: Int(try row.int(4)), publicKey: try row.bytes(5),
            signingKey: try row.bytes(6), salt: try row.bytes(7), sealed: try row.bytes(8),
            status: try row.value(9) { RecipientKey.Status(rawValue: $0) }, endorsement: try row.bytes(10),
            confirmedBy: try row.intOrNil(11), confirmation: try row.bytesOrNil(12), made: try row.text(13),
            ended: try row.textOrNil(14), version: Int(try row.int(15)))
    }
}
