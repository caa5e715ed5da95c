package import Secrets

/// What somebody with the key said of the log at one time: how many entries, and the root over them (RFC 6962, 3.5, in words of our own).
package struct SignedHead: Hashable, Sendable {
    package var size: Int64
    /// Fixed-width UTC instant of the signature.
    package var at: String
    /// 64 hexadecimal digits.
    package var root: String
    /// Which key signed: `VerifyingKey.id`.
    package var keyID: String
    /// 128 hexadecimal digits.
    package var signature: String

    package init(size: Int64, at: String, root: String, keyID: String, signature: String) {
        self.size = size
        self.at = at
        self.root = root
        self.keyID = keyID
        self.signature = signature
    }

    /// The bytes that are signed: six lines. `store` is the store's id, so that a head of one store says nothing of another.
    package static func signedText(store: String, size: Int64, at: String, root: String) -> String {
        "rapporteur audit head 1\n\(store)\n\(size)\n\(at)\n\(root)\n"
    }

    package static func sign(
        _ edge: MerkleEdge, store: String, at: String, with key: SigningKey
    ) throws(SealError) -> SignedHead {
        let root = Digest.hex(edge.root)
        let signature = try key.sign(signedText(store: store, size: edge.size, at: at, root: root))
        return SignedHead(
            size: edge.size, at: at, root: root, keyID: key.verifying.id, signature: Digest.hex(signature))
    }

    package func isSigned(by key: VerifyingKey, store: String) -> Bool {
        let halves = [signature.prefix(64), signature.dropFirst(64)].compactMap { MerkleHash.read(hex: $0) }
        guard halves.count == 2, key.id == keyID else { return false }
        return key.isValid(
            halves[0] + halves[1], of: Self.signedText(store: store, size: size, at: at, root: root))
    }
}

/// Heads in the store.
package enum SignedHeadRow {
    private static let columns = "size, at, root, key_id, signature"

    package static func insert(_ head: SignedHead, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO audit_head (size, at, root, key_id, signature) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (size, key_id) DO NOTHING
            """,
            [.int(head.size), .text(head.at), .text(head.root), .text(head.keyID), .text(head.signature)])
    }

    package static func newest(_ connection: any ReadConnection) throws -> SignedHead? {
        try connection.first("SELECT \(columns) FROM audit_head ORDER BY size DESC, key_id LIMIT 1") { try read($0) }
    }

    /// The last head signed until then; nil where none was.
    package static func last(until at: String, _ connection: any ReadConnection) throws -> SignedHead? {
        try connection.first(
            "SELECT \(columns) FROM audit_head WHERE at <= $1 ORDER BY at DESC, size DESC, key_id LIMIT 1", [.text(at)]
        ) { try read($0) }
    }

    /// Newest first, from below `before`.
    package static func page(
        before size: Int64? = nil, limit: Int, _ connection: any ReadConnection
    ) throws -> [SignedHead] {
        try connection.all(
            "SELECT \(columns) FROM audit_head WHERE size < $1 ORDER BY size DESC, key_id LIMIT $2",
            [.int(size ?? Int64.max), .int(limit)]
        ) { try read($0) }
    }

    /// In order of their sizes, of `size` and more.
    static func page(from size: Int64, limit: Int, _ connection: any ReadConnection) throws -> [SignedHead] {
        try connection.all(
            "SELECT \(columns) FROM audit_head WHERE size >= $1 ORDER BY size, key_id LIMIT $2",
            [.int(size), .int(limit)]
        ) { try read($0) }
    }

    private static func read(_ row: any Row) throws -> SignedHead {
        SignedHead(
            size: try row.int(0), at: try row.text(1), root: try row.text(2), keyID: try row.text(3),
            signature: try row.text(4))
    }
}
