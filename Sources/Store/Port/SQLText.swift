/// A limit on `{set}` and its expansion.
package enum SQLSet {
    package static let sizeMax = 1_024

    /// The placeholder count for a set: the next power of two, so that few statements need to be prepared.
    package static func width(_ count: Int) -> Int {
        var width = 1
        while width < count { width *= 2 }
        return width
    }

    /// All values of a statement with a set: the last value of the set is repeated up to its width.
    package static func bound(_ values: [SQLValue], set: [SQLValue]) throws(StoreError) -> [SQLValue] {
        guard set.count <= sizeMax else { throw .limit(.set) }
        guard let last = set.last else { return values }
        return values + set + Array(repeating: last, count: width(set.count) - set.count)
    }

    /// The statement with `{set}` replaced by `width` placeholders, counted on from `values`.
    package static func expand(_ sql: String, values: Int, width: Int) -> String {
        let places = (1...max(1, width)).map { "$\(values + $0)" }.joined(separator: ", ")
        return sql.replacing("{set}", with: places)
    }
}

package enum SQLText {
    /// `$1` as SQLite numbers it, `?1`. Text between quotes stays as it is.
    package static func questionMarks(_ sql: String) -> String {
        var out: [UInt8] = []
        var quote: UInt8?
        let bytes = Array(sql.utf8)
        for (index, byte) in bytes.enumerated() {
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == UInt8(ascii: "$"), index + 1 < bytes.count, (48...57).contains(bytes[index + 1]) {
                out.append(UInt8(ascii: "?"))
                continue
            }
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The text without U+0000, which PostgreSQL cannot hold.
    package static func withoutNull(_ text: String) -> String {
        text.utf8.contains(0) ? text.replacing("\u{0}", with: "") : text
    }

    /// What follows `INSERT ... VALUES (...)` for a conflict.
    package static func conflictClause(_ conflict: SQLConflict) -> String {
        switch conflict {
        case .fail: ""
        case .ignore(let key): " ON CONFLICT (\(key.joined(separator: ", "))) DO NOTHING"
        case .update(let key, let set):
            " ON CONFLICT (\(key.joined(separator: ", "))) DO UPDATE SET "
                + set.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        }
    }
}
