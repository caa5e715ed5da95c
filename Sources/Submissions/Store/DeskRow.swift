package import Domain
import Store

/// What an institution says of itself as a recipient, and what is asked of institutions here.
enum DeskRow {
    /// Whom submissions may be sent to.
    static let independent: Set<InstitutionKind> = [.humanRightsInstitution, .unEntity, .civilSociety]
    static let retentionMonths = 12

    static func kind(
        of institution: InstitutionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> InstitutionKind? {
        try connection.first(
            "SELECT kind FROM institution WHERE id = $1 AND workspace_id = $2 AND closed = 0",
            [.int(institution.value), .int(workspace.value)]
        ) { InstitutionKind(rawValue: try $0.text(0)) } ?? nil
    }

    static func institutionNames(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [InstitutionID: String] {
        Dictionary(
            try connection.all("SELECT id, name FROM institution WHERE workspace_id = $1", [.int(workspace.value)]) {
                (InstitutionID(try $0.int(0)), try $0.text(1))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Makes the row where there is none.
    static func make(
        _ institution: InstitutionID, _ workspace: WorkspaceID, _ language: LanguageTag,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO submission_desk (institution_id, workspace_id, introduction, language, fingerprint_address,
                retention_months, version) VALUES ($1, $2, '', $3, '', $4, 1) ON CONFLICT (institution_id) DO NOTHING
            """,
            [.int(institution.value), .int(workspace.value), .text(language.rawValue), .int(retentionMonths)])
    }

    static func find(
        _ institution: InstitutionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> DeskSettings? {
        try connection.first(
            """
            SELECT introduction, language, fingerprint_address, retention_months, version FROM submission_desk
            WHERE institution_id = $1 AND workspace_id = $2
            """, [.int(institution.value), .int(workspace.value)]
        ) {
            DeskSettings(
                introduction: try $0.text(0), language: LanguageTag(try $0.text(1)),
                fingerprintAddress: try $0.text(2), retentionMonths: Int(try $0.int(3)), version: Int(try $0.int(4)))
        }
    }

    static func update(
        _ settings: DeskSettings, _ institution: InstitutionID, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE submission_desk SET introduction = $1, language = $2, fingerprint_address = $3, retention_months = $4,
                version = version + 1
            WHERE institution_id = $5 AND workspace_id = $6 AND version = $7
            """,
            [
                .text(settings.introduction), .text(settings.language.rawValue), .text(settings.fingerprintAddress),
                .int(settings.retentionMonths), .int(institution.value), .int(workspace.value),
                .int(settings.version),
            ]) > 0
    }
}

/// What an institution says of itself to submitters, and for how long it keeps what it received.
package struct DeskSettings: Hashable, Sendable {
    package var introduction: String
    package var language: LanguageTag
    /// Where it publishes its fingerprints itself: https, or empty.
    package var fingerprintAddress: String
    /// Months after the last word of a submitter.
    package var retentionMonths: Int
    package var version: Int

    package init(
        introduction: String, language: LanguageTag, fingerprintAddress: String, retentionMonths: Int, version: Int
    ) {
        self.introduction = introduction
        self.language = language
        self.fingerprintAddress = fingerprintAddress
        self.retentionMonths = retentionMonths
        self.version = version
    }
}
