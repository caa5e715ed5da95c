import Domain
import Plans
import Store

/// Paragraphs as they stand and stood. Rows are added and ended, never changed.
enum ReportParagraphRow {
    private static let columns =
        "p.id, p.paragraph_id, p.section, p.place, p.body, p.words, p.version, p.since"

    /// A row with its own number.
    struct Stored {
        var row: Int64
        var place: Int64
        var paragraph: ReportParagraph
    }

    /// Those of one version, the latest where none is named, in order. `limit`: what concerns this institution.
    static func all(
        _ report: ReportID, version: Int? = nil, section: String? = nil, _ workspace: WorkspaceID,
        _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Stored] {
        var values: [SQLValue] = [.int(workspace.value), .int(report.value)]
        var conditions = ["p.workspace_id = $1", "p.report_id = $2"]
        func place(_ value: SQLValue) -> String {
            values.append(value)
            return "$\(values.count)"
        }
        if let version {
            let number = place(.int(version))
            conditions.append("p.since <= \(number) AND (p.until IS NULL OR p.until > \(number))")
        } else {
            conditions.append("p.until IS NULL")
        }
        if let section { conditions.append("p.section = \(place(.text(section)))") }
        if let limit { conditions.append(ReportReach.paragraph("p", place(.int(limit.value)), "$1")) }
        return try connection.all(
            """
            SELECT \(columns) FROM report_paragraph p WHERE \(conditions.joined(separator: " AND "))
            ORDER BY p.place, p.paragraph_id
            """, values, read)
    }

    static func find(
        _ id: ReportParagraphID, of report: ReportID, _ workspace: WorkspaceID, _ limit: InstitutionID?,
        _ connection: any ReadConnection
    ) throws -> Stored? {
        try connection.first(
            """
            SELECT \(columns) FROM report_paragraph p WHERE p.workspace_id = $1 AND p.report_id = $2
            AND p.paragraph_id = $3 AND p.until IS NULL\(limit == nil ? "" : " AND \(ReportReach.paragraph("p", "$4", "$1"))")
            """,
            [.int(workspace.value), .int(report.value), .int(id.value)] + (limit.map { [.int($0.value)] } ?? []), read)
    }

    /// Every wording of one paragraph, the latest first, with the version it was said in.
    static func history(
        _ id: ReportParagraphID, of report: ReportID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Stored] {
        try connection.all(
            """
            SELECT \(columns) FROM report_paragraph p
            WHERE p.workspace_id = $1 AND p.report_id = $2 AND p.paragraph_id = $3 ORDER BY p.since DESC LIMIT 100
            """, [.int(workspace.value), .int(report.value), .int(id.value)], read)
    }

    /// Writes rows and their sources; `rows` are numbers for them.
    static func insert(
        _ paragraphs: [(place: Int64, paragraph: ReportParagraph)], of report: ReportID, rows: Range<Int64>,
        _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        var bodies = SQLRows(columnCount: 10, rowsExpected: paragraphs.count)
        var sources = SQLRows(columnCount: 5)
        for (row, entry) in zip(rows, paragraphs) {
            let paragraph = entry.paragraph
            bodies.append(
                .int(row), .int(paragraph.id.value), .int(report.value), .int(workspace.value),
                .text(paragraph.section), .int(entry.place), .text(StoredJSON.text(paragraph.content)),
                .int(paragraph.words), .int(paragraph.version), .int(paragraph.since))
            for source in paragraph.content.sources {
                sources.append(
                    .int(row), .text(source.kind.rawValue), .int(source.id), .int(workspace.value), .int(report.value))
            }
        }
        guard !bodies.isEmpty else { return }
        try connection.insert(
            into: "report_paragraph",
            [
                "id", "paragraph_id", "report_id", "workspace_id", "section", "place", "body", "words", "version",
                "since",
            ], bodies)
        if !sources.isEmpty {
            try connection.insert(
                into: "report_source", ["row_id", "kind", "source_id", "workspace_id", "report_id"], sources)
        }
    }

    /// Ends a row in a version; whether it still stood as it was read.
    static func end(
        _ id: ReportParagraphID, version: Int, in edition: Int, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE report_paragraph SET until = $1
            WHERE workspace_id = $2 AND paragraph_id = $3 AND version = $4 AND until IS NULL
            """, [.int(edition), .int(workspace.value), .int(id.value), .int(version)]) == 1
    }

    private static func read(_ row: any Row) throws -> Stored {
        Stored(
            row: try row.int(0), place: try row.int(3),
            paragraph: ReportParagraph(
                id: ReportParagraphID(try row.int(1)), section: try row.text(2),
                content: try StoredJSON.value(try row.text(4)), words: Int(try row.int(5)),
                version: Int(try row.int(6)), since: Int(try row.int(7))))
    }
}
