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
}
