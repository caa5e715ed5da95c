import Domain
import Store

/// Funds.
enum FundRow {
    private static let columns = """
        f.id, f.workspace_id, f.name, f.body, f.language, f.template, f.office, f.email, f.address, f.level, f.closed,
        f.made, f.version
        """

    static func insert(_ fund: Fund, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO fund (id, workspace_id, name, body, language, template, office, email, address, level, closed,
                made, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            [.int(fund.id.value), .int(fund.workspace.value)] + values(fund) + [.text(fund.made), .int(fund.version)])
    }

    /// Throws `stale` where the version is another.
    static func update(_ fund: Fund, version: Int, _ connection: any WriteConnection) throws {
        let changed = try connection.execute(
            """
            UPDATE fund SET name = $4, body = $5, language = $6, template = $7, office = $8, email = $9, address = $10,
                level = $11, closed = $12, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """, [.int(fund.id.value), .int(fund.workspace.value), .int(version)] + values(fund))
        if changed == 0 {
            guard let now = try find(fund.id, fund.workspace, connection) else { throw WorkspaceError.notFound }
            throw WorkspaceError.stale(Subject(.fund, fund.id.value), version: now.version)
        }
    }

    private static func values(_ fund: Fund) -> [SQLValue] {
        [
            .text(fund.name), .text(fund.text), .text(fund.language.rawValue), .optional(fund.template),
            .text(fund.contact.office), .text(fund.contact.email), .text(fund.contact.address),
            .text(fund.level.rawValue), .flag(fund.isClosed),
        ]
    }

    static func find(_ id: FundID, _ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> Fund? {
        try funds("f.id = $1 AND f.workspace_id = $2", [.int(id.value), .int(workspace.value)], connection).first
    }

    static func own(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [Fund] {
        try funds("f.workspace_id = $1", [.int(workspace.value)], connection)
    }

    /// Those that this reader may see and that are not closed, by name.
    static func published(_ reader: CooperationReader, _ connection: any ReadConnection) throws -> [Fund] {
        try funds(
            "\(CooperationReader.published("f", "$1")) AND f.closed = 0", [.int(reader.number)], connection)
    }

    static func published(
        _ id: FundID, _ reader: CooperationReader, _ connection: any ReadConnection
    ) throws -> Fund? {
        try funds(
            "\(CooperationReader.published("f", "$1")) AND f.id = $2", [.int(reader.number), .int(id.value)],
            connection
        ).first
    }

    private static func funds(
        _ condition: String, _ values: [SQLValue], _ connection: any ReadConnection
    ) throws -> [Fund] {
        try connection.all(
            "SELECT \(columns) FROM fund f WHERE \(condition) ORDER BY f.name, f.id LIMIT 500", values
        ) { row in
            Fund(
                id: FundID(try row.int(0)), workspace: WorkspaceID(try row.int(1)), name: try row.text(2),
                text: try row.text(3), language: LanguageTag(try row.text(4)), template: try row.textOrNil(5),
                contact: OfferContact(office: try row.text(6), email: try row.text(7), address: try row.text(8)),
                level: try row.value(9, PublicationLevel.init(rawValue:)), isClosed: try row.int(10) == 1,
                made: try row.text(11), version: Int(try row.int(12)))
        }
    }
}
