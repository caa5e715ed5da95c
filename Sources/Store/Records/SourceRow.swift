package import Domain

/// Sources of records, and which one's wording is shown first.
package enum SourceRow {
    /// The source's number; a source met for the first time receives one.
    package static func establish(_ source: SourceCode, _ connection: any WriteConnection) throws -> Int64 {
        try connection.execute(
            """
            INSERT INTO source (id, code, rank) SELECT COALESCE(MAX(id), 0) + 1, $1, $2 FROM source WHERE TRUE
            ON CONFLICT (code) DO NOTHING
            """, [.text(source.rawValue), .int(rank(source))])
        guard
            let id = try connection.first(
                "SELECT id FROM source WHERE code = $1", [.text(source.rawValue)], { try $0.int(0) })
        else { throw StoreError.corrupt(reason: "source \(source.rawValue) was not kept") }
        return id
    }

    /// Nil for a source that nothing came from yet.
    package static func number(of source: SourceCode, _ connection: any ReadConnection) throws -> Int64? {
        try connection.first("SELECT id FROM source WHERE code = $1", [.text(source.rawValue)]) { try $0.int(0) }
    }

    /// The documents themselves first, then the UN's own index, then what others made of documents, then the export that was
    /// typed from them. A draft is no document yet.
    private static func rank(_ source: SourceCode) -> Int64 {
        switch source {
        case .unReport, .treatyBody, .specialProcedure, .document: 0
        case .uhri: 1
        case .unDraft, .addendum: 4
        case .uprInfo: 3
        default: 2
        }
    }
}
