package import Domain
import Plans
package import Store

/// Evidence and its versions. Every statement carries the workspace, and what the reader may see of it.
enum EvidenceRow {
    private static let columns = """
        e.id, e.workspace_id, e.kind, e.subject_id, e.institution_id, e.title, e.public, e.address_key, e.withdrawn, e.latest,
        e.author, e.made, e.clearance, e.cleared_by, e.cleared_at, e.clearance_note, e.version
        """

    static func insert(_ evidence: Evidence, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO evidence (id, workspace_id, kind, subject_id, institution_id, title, public, address_key,
            withdrawn, latest, author, made, clearance, cleared_by, cleared_at, clearance_note, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """,
            [
                .int(evidence.id.value), .int(evidence.workspace.value), .text(evidence.subject.kind.rawValue),
                .int(evidence.subject.id), .optional(evidence.institution?.value), .text(evidence.title),
                .flag(evidence.isPublic), .text(evidence.key), .flag(evidence.isWithdrawn), .int(evidence.latest),
                .text(evidence.author), .text(evidence.made),
            ] + ClearanceRow.values(evidence.clearance) + [.int(evidence.version)])
    }

    /// Whether it was still at that version.
    static func update(_ evidence: Evidence, from version: Int, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            """
            UPDATE evidence SET title = $1, public = $2, withdrawn = $3, latest = $4, clearance = $5, cleared_by = $6,
            cleared_at = $7, clearance_note = $8, version = $9 WHERE id = $10 AND workspace_id = $11 AND version = $12
            """,
            [
                .text(evidence.title), .flag(evidence.isPublic), .flag(evidence.isWithdrawn), .int(evidence.latest),
            ] + ClearanceRow.values(evidence.clearance) + [
                .int(version + 1), .int(evidence.id.value), .int(evidence.workspace.value), .int(version),
            ]) == 1
    }

    static func add(
        _ version: EvidenceVersion, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        let content: [SQLValue] =
            switch version.content {
            case .file(let file):
                [.text(file.digest), .text(file.name), .text(file.mediaType), .int(file.sizeBytes), .null]
            case .link(let link): [.null, .null, .null, .null, .text(link)]
            }
        try connection.execute(
            """
            INSERT INTO evidence_version (evidence_id, number, workspace_id, digest, file_name, media_type, size_bytes,
            link, author, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [.int(version.evidence.value), .int(version.number), .int(workspace.value)] + content
                + [.text(version.author), .text(version.made)])
    }

    static func find(
        _ id: EvidenceID, _ scope: EvidenceScope, _ connection: any ReadConnection
    ) throws -> Evidence? {
        var values: [SQLValue] = [.int(scope.workspace.value), .int(id.value)]
        let seen = scope.condition(&values)
        return try connection.first(
            "SELECT \(columns) FROM evidence e WHERE e.workspace_id = $1 AND e.id = $2 AND \(seen)", values
        ) { try read($0) }
    }

    /// In the order in which it came, at most 200.
    static func all(
        of subject: Subject, _ scope: EvidenceScope, _ connection: any ReadConnection
    ) throws -> [Evidence] {
        var values: [SQLValue] = [.int(scope.workspace.value), .text(subject.kind.rawValue), .int(subject.id)]
        let seen = scope.condition(&values)
        return try connection.all(
            """
            SELECT \(columns) FROM evidence e
            WHERE e.workspace_id = $1 AND e.kind = $2 AND e.subject_id = $3 AND \(seen) ORDER BY e.id LIMIT 200
            """, values
        ) { try read($0) }
    }

    /// Evidence at one step of clearance, oldest first, at most `limit`.
    static func waiting(
        _ step: ClearanceStep, _ scope: EvidenceScope, limit: Int, _ connection: any ReadConnection
    ) throws -> [Evidence] {
        var values: [SQLValue] = [.int(scope.workspace.value), .text(step.rawValue)]
        let seen = scope.condition(&values)
        values.append(.int(limit))
        return try connection.all(
            """
            SELECT \(columns) FROM evidence e
            WHERE e.workspace_id = $1 AND e.clearance = $2 AND e.withdrawn = 0 AND \(seen) ORDER BY e.id
            LIMIT $\(values.count)
            """, values
        ) { try read($0) }
    }

    /// By the key of its public address, whatever its workspace; only what is public, stands and is cleared as far as its own
    /// workspace asks for.
    static func published(_ key: String, _ connection: any ReadConnection) throws -> Evidence? {
        let found = try connection.first(
            "SELECT \(columns) FROM evidence e WHERE e.address_key = $1 AND e.public = 1 AND e.withdrawn = 0",
            [.text(key)]
        ) { try read($0) }
        guard let found else { return nil }
        let setting = try ProgressSettingRow.find(found.workspace, connection)
        return found.clearance.counts(setting.needed) ? found : nil
    }

    /// Newest first.
    static func versions(
        of evidence: EvidenceID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [EvidenceVersion] {
        try connection.all(
            """
            SELECT number, digest, file_name, media_type, size_bytes, link, author, made FROM evidence_version
            WHERE evidence_id = $1 AND workspace_id = $2 ORDER BY number DESC
            """, [.int(evidence.value), .int(workspace.value)]
        ) { row in
            let content: EvidenceVersion.Content
            if let digest = try row.textOrNil(1) {
                content = .file(
                    StoredFile(
                        digest: digest, name: try row.text(2), mediaType: try row.text(3),
                        sizeBytes: Int(try row.int(4))))
            } else {
                content = .link(try row.text(5))
            }
            return EvidenceVersion(
                evidence: evidence, number: Int(try row.int(0)), content: content, author: try row.text(6),
                made: try row.text(7))
        }
    }

    private static func read(_ row: any Row) throws -> Evidence {
        Evidence(
            id: EvidenceID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            subject: Subject(try row.value(2, SubjectKind.init(rawValue:)), try row.int(3)),
            institution: try row.intOrNil(4).map { InstitutionID($0) }, title: try row.text(5),
            isPublic: try row.int(6) == 1, key: try row.text(7), isWithdrawn: try row.int(8) == 1,
            latest: Int(try row.int(9)), author: try row.text(10), made: try row.text(11),
            clearance: try ClearanceRow.read(row, at: 12), version: Int(try row.int(16)))
    }
}

/// What a member sees of evidence: the mechanism everything, a focal point what her institution brought and what is public, others
/// what is public; and public is only what is cleared.
package struct EvidenceScope: Sendable {
    let workspace: WorkspaceID
    let institution: InstitutionID?
    let seesInternal: Bool
    let counting: [ClearanceStep]

    package init(_ member: Member, _ setting: ProgressSetting) throws(WorkspaceError) {
        workspace = member.workspace.id
        seesInternal = member.may(.seeInternal)
        institution = seesInternal ? try member.limit(.seeInternal) : nil
        counting = setting.counting
        try member.require(.seePlan)
    }

    /// On rows `e` of `evidence`.
    package func condition(_ values: inout [SQLValue]) -> String {
        if seesInternal, institution == nil { return "1 = 1" }
        let steps = counting.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let published = "(e.public = 1 AND e.withdrawn = 0 AND e.clearance IN (\(steps)))"
        guard let institution else { return published }
        values.append(.int(institution.value))
        return "(e.institution_id = $\(values.count) OR \(published))"
    }
}
