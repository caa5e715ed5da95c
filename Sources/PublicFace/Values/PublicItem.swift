/// One object by kind and number.
package struct PublicKey: Hashable, Sendable, CustomStringConvertible {
    package var kind: PublicKind
    package var id: Int64

    package init(_ kind: PublicKind, _ id: Int64) {
        self.kind = kind
        self.id = id
    }

    /// Reads `commitment/7`.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = PublicKind(rawValue: String(parts[0])), let id = Int64(parts[1]), id > 0
        else { return nil }
        self.init(kind, id)
    }

    package var description: String { "\(kind.rawValue)/\(id)" }
}

/// One object as it may be seen: the fields that are shown and have a value. A field that is not there was not said, or is not shown;
/// which of the two, the choices tell.
package struct PublicItem: Hashable, Sendable {
    package var key: PublicKey
    /// What it belongs to.
    package var parent: PublicKey?
    package var fields: [String: String]
    /// Counts what was public of it, from 1; 0 for what never was.
    package var version: Int
    /// Fixed-width UTC instant since when it is shown like this; empty for what never was.
    package var changed: String

    package init(
        _ key: PublicKey, parent: PublicKey? = nil, fields: [String: String], version: Int = 0, changed: String = ""
    ) {
        self.key = key
        self.parent = parent
        self.fields = fields
        self.version = version
        self.changed = changed
    }

    package var id: Int64 { key.id }
    package var kind: PublicKind { key.kind }

    package subscript(_ name: String) -> String? { fields[name] }

    /// A field of several lines.
    package func list(_ name: String) -> [String] { (fields[name] ?? "").split(separator: "\n").map { String($0) } }

    package func number(_ name: String) -> Int64? { fields[name].flatMap { Int64($0) } }
}
