import Domain
import FoundationEssentials
import Store

/// What was public, when: rows are only added, and lose their words where something is removed.
enum VersionRow {
    private static let columns = "id, kind, item_id, number, parent_id, content, made, current"

    /// What is public now, by kind and number.
    static func current(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [KeptVersion] {
        try connection.all(
            """
            SELECT \(columns) FROM public_version WHERE workspace_id = $1 AND current = 1 ORDER BY kind, item_id
            """, [.int(workspace.value)]
        ) { try read($0) }
    }

    /// A page of one kind, after a number.
    static func current(
        _ kind: PublicKind, _ workspace: WorkspaceID, after: Int64, limit: Int, _ connection: any ReadConnection
    ) throws -> [KeptVersion] {
        try connection.all(
            """
            SELECT \(columns) FROM public_version
            WHERE workspace_id = $1 AND current = 1 AND kind = $2 AND item_id > $3 ORDER BY item_id LIMIT $4
            """, [.int(workspace.value), .text(kind.rawValue), .int(after), .int(limit)]
        ) { try read($0) }
    }

    static func count(_ kind: PublicKind, _ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> Int {
        try connection.count(
            "SELECT COUNT(*) FROM public_version WHERE workspace_id = $1 AND current = 1 AND kind = $2",
            [.int(workspace.value), .text(kind.rawValue)])
    }

    /// Everything that was public of one object, the latest first.
    static func all(
        _ key: PublicKey, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [KeptVersion] {
        try connection.all(
            """
            SELECT \(columns) FROM public_version WHERE workspace_id = $1 AND kind = $2 AND item_id = $3
            ORDER BY number DESC LIMIT 500
            """, [.int(workspace.value), .text(key.kind.rawValue), .int(key.id)]
        ) { try read($0) }
    }

    /// What changed last, the latest first; before a number.
    static func latest(
        _ workspace: WorkspaceID, _ kind: PublicKind?, before: Int64?, limit: Int, _ connection: any ReadConnection
    ) throws -> [KeptVersion] {
        try connection.all(
            """
            SELECT \(columns) FROM public_version
            WHERE workspace_id = $1 AND (id < $2 OR $2 IS NULL) AND (kind = $4 OR $4 IS NULL)
            ORDER BY id DESC LIMIT $3
            """, [.int(workspace.value), .optional(before), .int(limit), .optional(kind?.rawValue)]
        ) { try read($0) }
    }

    /// As everything stood when the row with this number was the last: of each object its latest row until then.
    static func standing(
        at state: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [KeptVersion] {
        try connection.all(
            """
            SELECT \(columns) FROM public_version WHERE workspace_id = $1 AND content IS NOT NULL AND id IN (
                SELECT MAX(v.id) FROM public_version v WHERE v.workspace_id = $1 AND v.id <= $2
                GROUP BY v.kind, v.item_id) ORDER BY kind, item_id
            """, [.int(workspace.value), .int(state)]
        ) { try read($0) }
    }

    /// The number of the last row, and when it came; nil before the first.
    static func head(
        _ workspace: WorkspaceID, upTo state: Int64? = nil, _ connection: any ReadConnection
    ) throws -> (id: Int64, made: String)? {
        try connection.first(
            """
            SELECT id, made FROM public_version WHERE workspace_id = $1 AND (id <= $2 OR $2 IS NULL)
            ORDER BY id DESC LIMIT 1
            """, [.int(workspace.value), .optional(state)]
        ) { (try $0.int(0), try $0.text(1)) }
    }

    /// The highest number of each object that ever was public.
    static func numbers(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [PublicKey: Int] {
        var numbers: [PublicKey: Int] = [:]
        try connection.query(
            """
            SELECT kind, item_id, MAX(number) FROM public_version WHERE workspace_id = $1 GROUP BY kind, item_id
            """, [.int(workspace.value)]
        ) { row in
            let key = PublicKey(try row.value(0, PublicKind.init(rawValue:)), try row.int(1))
            numbers[key] = Int(try row.int(2))
        }
        return numbers
    }

    static func retire(_ ids: [Int64], _ workspace: WorkspaceID, _ connection: any WriteConnection) throws {
        var rest = ids[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(set.count)
            try connection.execute(
                "UPDATE public_version SET current = 0 WHERE workspace_id = $1 AND id IN ({set})",
                [.int(workspace.value)], set: set.map { .int($0) })
        }
    }

    static func insert(
        _ versions: [KeptVersion], _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        guard !versions.isEmpty else { return }
        var rows = SQLRows(columnCount: 9, rowsExpected: versions.count)
        for one in versions {
            rows.append(
                .int(one.id), .int(workspace.value), .text(one.key.kind.rawValue), .int(one.key.id), .int(one.number),
                .flag(one.isCurrent), .optional(one.parent), .optional(one.content), .text(one.made))
        }
        try connection.insert(
            into: "public_version",
            ["id", "workspace_id", "kind", "item_id", "number", "current", "parent_id", "content", "made"], rows)
    }

    /// Takes the words out of everything that was public of an object; that it was, and where, stays.
    static func erase(
        _ key: PublicKey, keeping content: String?, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            UPDATE public_version SET content = $4 WHERE workspace_id = $1 AND kind = $2 AND item_id = $3
                AND content IS NOT NULL
            """, [.int(workspace.value), .text(key.kind.rawValue), .int(key.id), .optional(content)])
    }

    private static func read(_ row: any Row) throws -> KeptVersion {
        KeptVersion(
            id: try row.int(0), key: PublicKey(try row.value(1, PublicKind.init(rawValue:)), try row.int(2)),
            number: Int(try row.int(3)), parent: try row.intOrNil(4), content: try row.textOrNil(5),
            made: try row.text(6), isCurrent: try row.int(7) == 1)
    }
}

/// One version as it is kept.
struct KeptVersion {
    var id: Int64
    var key: PublicKey
    var number: Int
    var parent: Int64?
    /// JSON of the fields; nil: from then on it was not shown.
    var content: String?
    var made: String
    var isCurrent: Bool

    var item: PublicItem? {
        guard let content, let fields = try? JSONDecoder().decode([String: String].self, from: Data(content.utf8))
        else { return nil }
        return PublicItem(key, parent: parentKey(fields), fields: fields, version: number, changed: made)
    }

    private func parentKey(_ fields: [String: String]) -> PublicKey? {
        if key.kind == .evidence { return fields["of"].flatMap { PublicKey($0) } }
        guard let kind = key.kind.parent, let parent else { return nil }
        return PublicKey(kind, parent)
    }

    /// The same for the same fields.
    static func content(_ fields: [String: String]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(fields), as: UTF8.self)
    }
}
