import Domain
import Language
import Plans
import Store

/// A text of the workspace as it stands in the store.
struct ShelfText: Sendable {
    struct Wording: Sendable {
        /// BCP 47 tag: what the row says, else what the words look like, else the workspace's.
        var language: String
        var title: String
        var body: String
    }

    var id: Int64
    var place: String
    var institution: InstitutionID?
    /// `yyyy-mm-dd`, or an instant that begins so.
    var day: String?
    /// At least one.
    var wordings: [Wording]
}

/// Reads rows of shelves. Every statement carries the workspace, and where somebody reads, what she may see.
enum ShelfRow {
    /// Rows newer ones first, `limit` at most; those before `before`. `next` is nil when there are no more.
    static func page(
        _ shelf: Shelf, _ workspace: Workspace, before: Int64?, limit: Int, _ connection: any ReadConnection
    ) throws -> (texts: [ShelfText], next: Int64?) {
        var values: [SQLValue] = [.int(workspace.id.value), .int(limit)]
        if let before { values.append(.int(before)) }
        var rows = try connection.all(
            """
            SELECT \(shelf.columns) FROM \(shelf.rows) WHERE \(shelf.stands)\(before == nil ? "" : " AND \(shelf.key) < $3")
            ORDER BY \(shelf.key) DESC LIMIT $2
            """, values, read)
        var next: Int64?
        if rows.count == limit, let last = rows.last?.id {
            // A row in several languages may go on behind the page.
            if rows[0].id > last { rows.removeAll { $0.id == last } }
            next = rows.last?.id
        }
        return (try texts(rows, shelf, workspace, connection), next)
    }

    /// Rows whose `column` is one of these, for the index.
    static func changed(
        _ shelf: Shelf, _ column: String, _ ids: [Int64], _ workspace: Workspace, _ connection: any ReadConnection
    ) throws -> [ShelfText] {
        try inSets(ids) { set in
            try texts(
                connection.all(
                    "SELECT \(shelf.columns) FROM \(shelf.rows) WHERE \(shelf.stands) AND \(column) IN ({set})",
                    [.int(workspace.id.value)], set: set, read), shelf, workspace, connection)
        }
    }

    /// Which of these the member may see, with the institution each belongs to.
    static func seen(
        _ shelf: Shelf, _ ids: [Int64], _ reader: ShelfReader, _ connection: any ReadConnection
    ) throws -> [Int64: InstitutionID?] {
        var found: [Int64: InstitutionID?] = [:]
        let (condition, values) = try sight(shelf, reader)
        _ = try inSets(ids) { set in
            try connection.all(
                """
                SELECT \(shelf.key), \(shelf.institution) FROM \(shelf.rows)
                WHERE \(shelf.stands) AND \(condition) AND \(shelf.key) IN ({set})
                """, values, set: set
            ) { row in found.updateValue(try row.intOrNil(1).map { InstitutionID($0) }, forKey: try row.int(0)) }
        }
        return found
    }

    /// Everything on the shelf that the member may see.
    static func visible(_ shelf: Shelf, _ reader: ShelfReader, _ connection: any ReadConnection) throws -> [Int64] {
        let (condition, values) = try sight(shelf, reader)
        return try connection.all(
            "SELECT \(shelf.key) FROM \(shelf.rows) WHERE \(shelf.stands) AND \(condition)", values
        ) { try $0.int(0) }
    }

    /// The texts of these that the member may see.
    static func read(
        _ shelf: Shelf, _ ids: [Int64], _ reader: ShelfReader, _ connection: any ReadConnection
    ) throws -> [ShelfText] {
        let (condition, values) = try sight(shelf, reader)
        return try inSets(ids) { set in
            try texts(
                connection.all(
                    """
                    SELECT \(shelf.columns) FROM \(shelf.rows)
                    WHERE \(shelf.stands) AND \(condition) AND \(shelf.key) IN ({set})
                    """, values, set: set, read), shelf, reader.member.workspace, connection)
        }
    }

    private static func sight(_ shelf: Shelf, _ reader: ShelfReader) throws -> (String, [SQLValue]) {
        var values: [SQLValue] = [.int(reader.member.workspace.id.value)]
        return (try shelf.sight(reader, &values), values)
    }

    private static func inSets<T>(_ ids: [Int64], _ body: ([SQLValue]) throws -> [T]) rethrows -> [T] {
        var found: [T] = []
        for start in stride(from: 0, to: ids.count, by: SQLSet.sizeMax) {
            found += try body(ids[start..<min(ids.count, start + SQLSet.sizeMax)].map { .int($0) })
        }
        return found
    }

    // MARK: Rows

    private struct Raw {
        var id: Int64
        var place: String
        var institution: InstitutionID?
        var day: String?
        var language: String?
        var title: String
        var body: String
    }

    private static func read(_ row: any Row) throws -> Raw {
        Raw(
            id: try row.int(0), place: try row.text(1), institution: try row.intOrNil(2).map { InstitutionID($0) },
            day: try row.textOrNil(3), language: try row.textOrNil(4), title: try row.text(5), body: try row.text(6))
    }

    /// Rows of one id are one text in several languages.
    private static func texts(
        _ rows: [Raw], _ shelf: Shelf, _ workspace: Workspace, _ connection: any ReadConnection
    ) throws -> [ShelfText] {
        let records = shelf.words == .record ? try records(rows, connection) : [:]
        var found: [ShelfText] = []
        var places: [Int64: Int] = [:]
        for row in rows {
            let wordings: [ShelfText.Wording]
            switch shelf.words {
            case .plain: wordings = [plain(row, workspace)]
            case .byLanguage:
                wordings = StoredTexts.texts(row.body).sorted { $0.key < $1.key }.map {
                    ShelfText.Wording(language: $0.key.rawValue, title: row.title, body: $0.value)
                }
            case .record: wordings = records[row.body] ?? []
            }
            if let place = places[row.id] {
                found[place].wordings += wordings
            } else if !wordings.isEmpty {
                places[row.id] = found.count
                found.append(
                    ShelfText(
                        id: row.id, place: row.place, institution: row.institution, day: row.day, wordings: wordings))
            }
        }
        return found
    }

    private static func plain(_ row: Raw, _ workspace: Workspace) -> ShelfText.Wording {
        // Joined columns leave empty lines where nothing was written.
        let body = row.body.split(separator: "\n").joined(separator: "\n")
        let language =
            row.language ?? LanguageDetector.language(of: row.title + " " + body) ?? workspace.language.rawValue
        return ShelfText.Wording(language: language, title: row.title, body: body)
    }

    /// The record's texts by the recommendation's number; what the record has no more is left out.
    private static func records(
        _ rows: [Raw], _ connection: any ReadConnection
    ) throws -> [String: [ShelfText.Wording]] {
        let ids = rows.compactMap { Int64($0.body).map { RecommendationID($0) } }
        var found: [String: [ShelfText.Wording]] = [:]
        for record in try RecordLoader(connection).load(ids) {
            let recommendation = record.recommendation
            let title = [record.document.symbol?.printed, recommendation.paragraph?.printed].compactMap { $0 }
            found[String(recommendation.id.value)] = recommendation.texts.sorted { $0.key < $1.key }.map {
                ShelfText.Wording(language: $0.key.rawValue, title: title.joined(separator: ", "), body: $0.value)
            }
        }
        return found
    }
}
