import Domain
import Store

/// Schemes that workspaces made or packages brought, and their editions.
enum SchemeRow {
    struct Key: Hashable {
        var code: SchemeCode
        var edition: Int
    }

    /// What editions of own schemes say; standard schemes have no content.
    static func contents(_ keys: [Key], _ connection: any ReadConnection) throws -> [Key: SchemeContent] {
        var found: [Key: SchemeContent] = [:]
        let ids = Set(keys.compactMap(\.code.own)).sorted().map { SQLValue.int($0.value) }
        try PublicRow.inSets(ids) { set in
            try connection.query(
                "SELECT scheme_id, number, content FROM assessment_scheme_edition WHERE scheme_id IN ({set})", [],
                set: set
            ) { row in
                let key = Key(code: SchemeCode(OwnSchemeID(try row.int(0))), edition: Int(try row.int(1)))
                found[key] = try SchemeContent(json: try row.text(2))
            }
        }
        return found
    }

    /// Schemes of a voice with their latest edition, the newest scheme first.
    static func own(
        _ voice: AssessmentVoice, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [OwnScheme] {
        try connection.all(
            """
            SELECT c.id, c.latest, e.content, c.closed, c.version FROM assessment_scheme c
            JOIN assessment_scheme_edition e ON e.scheme_id = c.id AND e.number = c.latest
            WHERE c.workspace_id = $1 AND c.institution_id = $2 ORDER BY c.id DESC LIMIT 100
            """, [.int(workspace.value), .int(voice.key)]
        ) { row in
            OwnScheme(
                id: OwnSchemeID(try row.int(0)), workspace: workspace, edition: Int(try row.int(1)),
                content: try SchemeContent(json: try row.text(2)), isClosed: try row.int(3) == 1,
                version: Int(try row.int(4)))
        }
    }

    /// The edition somebody writes in now. Throws where the voice has no such scheme, or the scheme no such value.
    static func chosen(
        _ code: SchemeCode, value: String, _ voice: AssessmentVoice, _ workspace: WorkspaceID,
        _ connection: any ReadConnection
    ) throws -> (edition: Int, content: SchemeContent?) {
        if let standard = code.standard {
            guard StandardScheme.choices(for: voice.assessor).contains(standard) else {
                throw WorkspaceError.invalid("scheme", "assess.schemeUnknown")
            }
            guard standard.values.contains(value) else { throw WorkspaceError.invalid("value", "assess.valueUnknown") }
            return (0, nil)
        }
        guard
            let own = try own(voice, workspace, connection).first(where: { $0.code == code && !$0.isClosed })
        else { throw WorkspaceError.invalid("scheme", "assess.schemeUnknown") }
        guard own.content.values.contains(where: { $0.code == value }) else {
            throw WorkspaceError.invalid("value", "assess.valueUnknown")
        }
        return (own.edition, own.content)
    }
}
