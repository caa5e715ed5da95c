import Domain
import Store

/// Versions of an agreement with their parties. Terms are read apart.
enum VersionRow {
    private static let columns = """
        v.agreement_id, v.number, v.workspace_id, v.status, v.title, v.purpose, v.language, v.starts, v.ends, v.exit_note,
        v.notice_days, v.change_note, v.made, v.proposed, v.in_force
        """

    static func insert(
        _ version: AgreementVersion, author: String, _ connection: any WriteConnection
    ) throws {
        let terms = version.terms
        try connection.execute(
            """
            INSERT INTO agreement_version (agreement_id, number, workspace_id, status, title, purpose, language, starts,
                ends, exit_note, notice_days, change_note, author, made, proposed, in_force)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, NULL, NULL)
            """,
            [
                .int(version.agreement.value), .int(version.number), .int(version.workspace.value),
                .text(version.status.rawValue),
            ] + values(terms) + [.text(version.changeNote), .text(author), .text(version.made)])
        try insertParts(version, connection)
    }

    /// Writes a draft anew. False where it is none any more.
    static func rewrite(_ version: AgreementVersion, _ connection: any WriteConnection) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE agreement_version SET title = $4, purpose = $5, language = $6, starts = $7, ends = $8, exit_note = $9,
                notice_days = $10, change_note = $11
            WHERE agreement_id = $1 AND number = $2 AND workspace_id = $3 AND status = 'draft'
            """,
            [.int(version.agreement.value), .int(version.number), .int(version.workspace.value)]
                + values(version.terms) + [.text(version.changeNote)])
        guard changed == 1 else { return false }
        for table in [
            "agreement_party", "agreement_contribution", "agreement_benchmark", "agreement_review_day",
            "agreement_condition",
        ] {
            try connection.execute(
                "DELETE FROM \(table) WHERE agreement_id = $1 AND number = $2",
                [.int(version.agreement.value), .int(version.number)])
        }
        try insertParts(version, connection)
        return true
    }

    /// Moves a version on. False where it is not in one of the states it can come from.
    static func move(
        _ id: AgreementID, _ number: Int, from: [AgreementVersion.Status], to status: AgreementVersion.Status,
        at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        let stamp =
            switch status {
            case .proposed: ", proposed = $4"
            case .inForce: ", in_force = $4"
            default: ""
            }
        let set = from.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try connection.execute(
            """
            UPDATE agreement_version SET status = $3\(stamp)
            WHERE agreement_id = $1 AND number = $2 AND status IN (\(set))
            """,
            [.int(id.value), .int(number), .text(status.rawValue)] + (stamp.isEmpty ? [] : [.text(at)])) == 1
    }

    /// A party's yes, once. False where it said something before, or is none.
    static func accept(
        _ id: AgreementID, _ number: Int, isPublic: Bool, by name: String, at: String, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE agreement_party SET accepted = $4, accepted_by = $5, public = $6
            WHERE agreement_id = $1 AND number = $2 AND workspace_id = $3 AND accepted IS NULL AND refused IS NULL
            """,
            [
                .int(id.value), .int(number), .int(workspace.value), .text(at), .text(name), .flag(isPublic),
            ]) == 1
    }

    static func refuse(
        _ id: AgreementID, _ number: Int, reason: String, at: String, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE agreement_party SET refused = $4, reason = $5, accepted = NULL, accepted_by = NULL, public = 0
            WHERE agreement_id = $1 AND number = $2 AND workspace_id = $3
            """, [.int(id.value), .int(number), .int(workspace.value), .text(at), .text(reason)]) == 1
    }

    static func publish(
        _ id: AgreementID, _ number: Int, _ isPublic: Bool, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE agreement_party SET public = $4
            WHERE agreement_id = $1 AND number = $2 AND workspace_id = $3 AND accepted IS NOT NULL
            """, [.int(id.value), .int(number), .int(workspace.value), .flag(isPublic)]) == 1
    }

    /// Versions that this workspace may read: proposed ones it is or was a party of, and its own drafts. The latest first.
    static func all(
        _ id: AgreementID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [AgreementVersion] {
        try versions(
            """
            v.agreement_id = $1 AND (v.proposed IS NOT NULL OR v.workspace_id = $2) AND EXISTS (
                SELECT 1 FROM agreement_party p WHERE p.agreement_id = v.agreement_id AND p.number = v.number
                    AND p.workspace_id = $2)
            """, [.int(id.value), .int(workspace.value)], connection)
    }

    /// Whatever their state and parties; for numbering and for what is in force.
    static func one(
        _ id: AgreementID, _ number: Int, _ connection: any ReadConnection
    ) throws -> AgreementVersion? {
        try versions("v.agreement_id = $1 AND v.number = $2", [.int(id.value), .int(number)], connection).first
    }

    static func last(_ id: AgreementID, _ connection: any ReadConnection) throws -> (number: Int, open: Int?) {
        let rows = try connection.all(
            "SELECT number, status FROM agreement_version WHERE agreement_id = $1 ORDER BY number DESC",
            [.int(id.value)]
        ) { (number: Int(try $0.int(0)), status: try $0.text(1)) }
        return (rows.first?.number ?? 0, rows.first { ["draft", "proposed"].contains($0.status) }?.number)
    }

    private static func versions(
        _ condition: String, _ values: [SQLValue], _ connection: any ReadConnection
    ) throws -> [AgreementVersion] {
        var versions = try connection.all(
            "SELECT \(columns) FROM agreement_version v WHERE \(condition) ORDER BY v.number DESC LIMIT 200", values,
            read)
        for place in versions.indices {
            let (id, number) = (versions[place].agreement, versions[place].number)
            versions[place].parties = try parties(id, number, connection)
            versions[place].terms.parties = versions[place].parties.map(\.workspace)
            try TermsRow.read(&versions[place].terms, id, number, connection)
        }
        return versions
    }

    private static func parties(
        _ id: AgreementID, _ number: Int, _ connection: any ReadConnection
    ) throws -> [AgreementParty] {
        try connection.all(
            """
            SELECT workspace_id, accepted, public, refused, reason FROM agreement_party
            WHERE agreement_id = $1 AND number = $2 ORDER BY workspace_id
            """, [.int(id.value), .int(number)]
        ) { row in
            AgreementParty(
                workspace: WorkspaceID(try row.int(0)), accepted: try row.textOrNil(1),
                isPublic: try row.int(2) == 1, refused: try row.textOrNil(3), reason: try row.text(4))
        }
    }

    private static func insertParts(_ version: AgreementVersion, _ connection: any WriteConnection) throws {
        var rows = SQLRows(columnCount: 5)
        for party in version.terms.parties {
            rows.append(
                .int(version.agreement.value), .int(version.number), .int(party.value), .int(0), .text(""))
        }
        try connection.insert(
            into: "agreement_party", ["agreement_id", "number", "workspace_id", "public", "reason"], rows)
        try TermsRow.insert(version.terms, version.agreement, version.number, connection)
    }

    private static func values(_ terms: AgreementTerms) -> [SQLValue] {
        [
            .text(terms.title), .text(terms.purpose), .text(terms.language.rawValue),
            .optional(terms.starts?.description), .optional(terms.ends?.description), .text(terms.exitNote),
            .int(terms.noticeDays),
        ]
    }

    private static func read(_ row: any Row) throws -> AgreementVersion {
        var terms = AgreementTerms()
        terms.title = try row.text(4)
        terms.purpose = try row.text(5)
        terms.language = LanguageTag(try row.text(6))
        terms.starts = try row.dayOrNil(7)
        terms.ends = try row.dayOrNil(8)
        terms.exitNote = try row.text(9)
        terms.noticeDays = Int(try row.int(10))
        return AgreementVersion(
            agreement: AgreementID(try row.int(0)), number: Int(try row.int(1)), workspace: WorkspaceID(try row.int(2)),
            status: try row.value(3, AgreementVersion.Status.init(rawValue:)), terms: terms,
            changeNote: try row.text(11), made: try row.text(12), proposed: try row.textOrNil(13),
            inForce: try row.textOrNil(14), parties: [])
    }
}
