import Domain
import Programmes
import Store

/// Agreements: a row that all parties share. Every statement names the reader's workspace.
package enum AgreementRow {
    static let columns = """
        a.id, a.workspace_id, a.introduction_id, a.programme_id, a.status, a.current, a.made, a.in_force, a.closed,
        a.closed_from, a.closed_by, a.closed_why, a.version
        """

    /// A party `$1` of a version that was proposed, or that it wrote itself.
    package static let party = """
        EXISTS (SELECT 1 FROM agreement_party p JOIN agreement_version v
            ON v.agreement_id = p.agreement_id AND v.number = p.number
            WHERE p.agreement_id = a.id AND p.workspace_id = $1 AND (v.proposed IS NOT NULL OR v.workspace_id = $1))
        """

    /// Within the institution `$2` where there is one: by an action it leads or supports, or the need it began with.
    package static let reach = """
        (EXISTS (SELECT 1 FROM agreement_action k JOIN action t ON t.id = k.action_id
            WHERE k.agreement_id = a.id AND k.workspace_id = $1 AND (t.lead_id = $2 OR EXISTS (
                SELECT 1 FROM action_support s WHERE s.action_id = t.id AND s.institution_id = $2)))
        OR EXISTS (SELECT 1 FROM introduction i JOIN need n ON n.id = i.need_id
            WHERE i.id = a.introduction_id AND n.workspace_id = $1 AND n.institution_id = $2) OR $2 IS NULL)
        """

    /// The version in force exists, and all its parties say that it may be public.
    static let isPublic = """
        a.current IS NOT NULL AND NOT EXISTS (SELECT 1 FROM agreement_party p
            WHERE p.agreement_id = a.id AND p.number = a.current AND p.public = 0)
        """

    static func insert(_ agreement: Agreement, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO agreement (id, workspace_id, introduction_id, programme_id, status, current, made, in_force,
                closed, closed_from, closed_by, closed_why, version)
            VALUES ($1, $2, $3, NULL, $4, NULL, $5, NULL, NULL, NULL, NULL, '', $6)
            """,
            [
                .int(agreement.id.value), .int(agreement.workspace.value), .optional(agreement.introduction?.value),
                .text(agreement.status.rawValue), .text(agreement.made), .int(agreement.version),
            ])
    }

    /// Throws `stale` where the version is another. The caller read the agreement as a party of it in the same transaction.
    static func update(_ agreement: Agreement, version: Int, _ connection: any WriteConnection) throws {
        let changed = try connection.execute(
            """
            UPDATE agreement SET programme_id = $3, status = $4, current = $5, in_force = $6, closed = $7,
                closed_from = $8, closed_by = $9, closed_why = $10, version = version + 1
            WHERE id = $1 AND version = $2
            """,
            [
                .int(agreement.id.value), .int(version), .optional(agreement.programme?.value),
                .text(agreement.status.rawValue), .optional(agreement.current), .optional(agreement.inForce),
                .optional(agreement.closed), .optional(agreement.closedFrom?.description),
                .optional(agreement.closedBy?.value), .text(agreement.closedWhy),
            ])
        if changed == 0 { throw WorkspaceError.stale(agreement.subject, version: agreement.version) }
    }

    static func find(
        _ id: AgreementID, _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> Agreement? {
        try connection.first(
            "SELECT \(columns) FROM agreement a WHERE \(party) AND \(reach) AND a.id = $3",
            [.int(workspace.value), .optional(limit?.value), .int(id.value)], read)
    }

    /// The latest first.
    static func all(
        _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Agreement] {
        try connection.all(
            """
            SELECT \(columns) FROM agreement a WHERE \(party) AND \(reach)
            ORDER BY a.id DESC LIMIT \(AgreementLimits.listMax)
            """, [.int(workspace.value), .optional(limit?.value)], read)
    }

    static func made(
        from introduction: IntroductionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [AgreementID] {
        try connection.all(
            "SELECT a.id FROM agreement a WHERE \(party) AND a.introduction_id = $2 ORDER BY a.id LIMIT 100",
            [.int(workspace.value), .int(introduction.value)]
        ) { AgreementID(try $0.int(0)) }
    }

    /// Those that everybody may read, below `after`, the latest first.
    static func published(
        after: AgreementID?, limit: Int, _ connection: any ReadConnection
    ) throws -> [Agreement] {
        try connection.all(
            """
            SELECT \(columns) FROM agreement a WHERE \(isPublic) AND (a.id < $1 OR $1 IS NULL) ORDER BY a.id DESC LIMIT $2
            """, [.optional(after?.value), .int(limit)], read)
    }

    static func published(_ id: AgreementID, _ connection: any ReadConnection) throws -> Agreement? {
        try connection.first(
            "SELECT \(columns) FROM agreement a WHERE \(isPublic) AND a.id = $1", [.int(id.value)], read)
    }

    static func countPublished(_ connection: any ReadConnection) throws -> Int {
        try connection.count("SELECT COUNT(*) FROM agreement a WHERE \(isPublic)", [])
    }

    /// Those whose reviews an institution of the workspace is asked to take part in.
    static func invited(
        _ institution: InstitutionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Agreement] {
        try connection.all(
            """
            SELECT \(columns) FROM agreement a WHERE a.current IS NOT NULL AND EXISTS (
                SELECT 1 FROM agreement_invited e JOIN agreement_party p ON p.agreement_id = a.id AND p.number = a.current
                    AND p.workspace_id = e.workspace_id
                WHERE e.agreement_id = a.id AND e.workspace_id = $1 AND e.institution_id = $2)
            ORDER BY a.id DESC LIMIT \(AgreementLimits.listMax)
            """, [.int(workspace.value), .int(institution.value)], read)
    }

    static func read(_ row: any Row) throws -> Agreement {
        Agreement(
            id: AgreementID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            introduction: try row.intOrNil(2).map { IntroductionID($0) },
            programme: try row.intOrNil(3).map { ProgrammeID($0) },
            status: try row.value(4, AgreementStatus.init(rawValue:)), current: try row.intOrNil(5).map { Int($0) },
            made: try row.text(6), inForce: try row.textOrNil(7), closed: try row.textOrNil(8),
            closedFrom: try row.dayOrNil(9), closedBy: try row.intOrNil(10).map { WorkspaceID($0) },
            closedWhy: try row.text(11), version: Int(try row.int(12)))
    }
}
