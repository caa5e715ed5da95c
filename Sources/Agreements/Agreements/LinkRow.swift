import Domain
import Store

/// What an agreement is linked to in one workspace.
enum LinkRow {
    /// Actions of the workspace, led or supported by the institution `limit` where there is one.
    static func actions(
        _ id: AgreementID, _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [LinkedAction] {
        try connection.all(
            """
            SELECT t.id, t.title, t.status FROM agreement_action k JOIN action t ON t.id = k.action_id
            WHERE k.agreement_id = $1 AND k.workspace_id = $2 AND t.workspace_id = $2 AND t.withdrawn = 0
                AND (t.lead_id = $3 OR EXISTS (
                    SELECT 1 FROM action_support s WHERE s.action_id = t.id AND s.institution_id = $3) OR $3 IS NULL)
            ORDER BY t.id
            """, [.int(id.value), .int(workspace.value), .optional(limit?.value)]
        ) { LinkedAction(id: try $0.int(0), title: try $0.text(1), status: try $0.text(2)) }
    }

    /// Agreements in force that an action of the workspace carries out and that it is a party of, with the titles of what is in force.
    static func agreements(
        of action: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [(id: AgreementID, title: String)] {
        try connection.all(
            """
            SELECT a.id, v.title FROM agreement_action k JOIN agreement a ON a.id = k.agreement_id
            JOIN agreement_version v ON v.agreement_id = a.id AND v.number = a.current
            JOIN agreement_party p ON p.agreement_id = a.id AND p.number = a.current AND p.workspace_id = $1
            WHERE k.workspace_id = $1 AND k.action_id = $2 ORDER BY a.id
            """, [.int(workspace.value), .int(action)]
        ) { (AgreementID(try $0.int(0)), try $0.text(1)) }
    }

    static func hasAction(
        _ action: Int64, _ id: AgreementID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Bool {
        try connection.count(
            "SELECT COUNT(*) FROM agreement_action WHERE agreement_id = $1 AND workspace_id = $2 AND action_id = $3",
            [.int(id.value), .int(workspace.value), .int(action)]) > 0
    }

    static func add(
        _ action: Int64, _ id: AgreementID, at: String, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "INSERT INTO agreement_action (agreement_id, workspace_id, action_id, made) VALUES ($1, $2, $3, $4)",
            [.int(id.value), .int(workspace.value), .int(action), .text(at)])
    }

    static func remove(
        _ action: Int64, _ id: AgreementID, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            "DELETE FROM agreement_action WHERE agreement_id = $1 AND workspace_id = $2 AND action_id = $3",
            [.int(id.value), .int(workspace.value), .int(action)]) == 1
    }

    /// The workspace's own need that the agreement's introduction was about.
    static func need(
        _ agreement: Agreement, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> (id: NeedID, status: NeedStatus)? {
        guard let introduction = agreement.introduction else { return nil }
        return try connection.first(
            """
            SELECT n.id, n.status FROM introduction i JOIN need n ON n.id = i.need_id
            WHERE i.id = $1 AND (i.workspace_id = $2 OR i.partner_id = $2) AND n.workspace_id = $2
            """, [.int(introduction.value), .int(workspace.value)]
        ) { (NeedID(try $0.int(0)), try $0.value(1, NeedStatus.init(rawValue:))) }
    }
}

/// Institutions of a workspace that were asked to answer at reviews.
enum InvitedRow {
    static func all(
        _ id: AgreementID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [InvitedInstitution] {
        try connection.all(
            """
            SELECT i.id, i.name FROM agreement_invited e JOIN institution i ON i.id = e.institution_id
            WHERE e.agreement_id = $1 AND e.workspace_id = $2 GROUP BY i.id, i.name ORDER BY i.name, i.id
            """, [.int(id.value), .int(workspace.value)]
        ) { InvitedInstitution(id: InstitutionID(try $0.int(0)), name: try $0.text(1)) }
    }

    static func add(
        _ institution: InstitutionID, _ id: AgreementID, at: String, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws {
        let row = try IDAllocator.take("agreement_invited", 1, connection).lowerBound
        try connection.execute(
            """
            INSERT INTO agreement_invited (id, agreement_id, workspace_id, institution_id, made)
            VALUES ($1, $2, $3, $4, $5)
            """, [.int(row), .int(id.value), .int(workspace.value), .int(institution.value), .text(at)])
    }

    static func remove(
        _ institution: InstitutionID, _ id: AgreementID, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "DELETE FROM agreement_invited WHERE agreement_id = $1 AND workspace_id = $2 AND institution_id = $3",
            [.int(id.value), .int(workspace.value), .int(institution.value)])
    }

    /// Names of institutions that answered, of whichever party's workspace they are.
    static func names(
        _ ids: [InstitutionID], _ connection: any ReadConnection
    ) throws -> [InstitutionID: String] {
        guard !ids.isEmpty else { return [:] }
        let rows = try connection.all(
            "SELECT id, name FROM institution WHERE id IN ({set})", [],
            set: Array(Set(ids).sorted().prefix(SQLSet.sizeMax)).map { .int($0.value) }
        ) { (InstitutionID(try $0.int(0)), try $0.text(1)) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
}
