package import Domain
package import Store

/// Who reads what is written to an institution.
package struct InstitutionReader: Hashable, Sendable {
    package var address: String
    package var language: LanguageTag
    package var account: AccountID?
}

/// Finds that reader.
package enum InstitutionReaderRow {
    /// The focal point who has been there longest and has an address, else the institution's own address; nil where there is neither.
    package static func first(
        _ institution: Institution, _ workspace: Workspace, at instant: String, _ connection: any ReadConnection
    ) throws -> InstitutionReader? {
        let language = institution.language ?? workspace.language
        let person = try connection.first(
            """
            SELECT a.id, a.email, a.language FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.workspace_id = $1 AND m.institution_id = $2 AND m.role = 'focal-point' AND a.disabled = 0
                AND a.email IS NOT NULL AND (m.until IS NULL OR m.until > $3)
            ORDER BY m.since, a.id LIMIT 1
            """, [.int(workspace.id.value), .int(institution.id.value), .text(instant)]
        ) { row in
            InstitutionReader(
                address: try row.text(1), language: try row.textOrNil(2).map { LanguageTag($0) } ?? language,
                account: AccountID(try row.int(0)))
        }
        if let person { return person }
        return institution.email.map { InstitutionReader(address: $0, language: language, account: nil) }
    }
}
