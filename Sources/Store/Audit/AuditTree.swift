import Secrets

/// The Merkle tree over the audit log as the store keeps it: complete subtrees in `audit_node`, the right edge beside the counter.
/// Leaf i (from 0) is entry i + 1.
package enum AuditTree {
    /// The tree over everything so far.
    package static func edge(_ connection: any ReadConnection) throws -> MerkleEdge {
        let head = try connection.first("SELECT last_audit, audit_edge FROM log_head WHERE id = 1") {
            (size: try $0.int(0), hex: try $0.text(1))
        }
        guard let head, let edge = MerkleEdge(size: head.size, hex: head.hex) else { throw brokenEdge }
        return edge
    }

    /// Makes proofs from the stored subtrees. `StoreError.corrupt` names a subtree that is not there.
    package static func prover(_ connection: any ReadConnection) -> MerkleProver {
        MerkleProver { level, place in
            let hash = try connection.first(
                "SELECT hash FROM audit_node WHERE level = $1 AND place = $2", [.int(level), .int(place)]
            ) { try $0.bytes(0) }
            guard let hash else {
                throw StoreError.corrupt(reason: "the audit tree misses subtree \(place) of level \(level)")
            }
            return hash
        }
    }

    static let brokenEdge = StoreError.corrupt(reason: "the edge of the audit tree does not fit the audit log")

    static func insert(_ nodes: [MerkleNode], _ connection: any WriteConnection) throws {
        var rows = SQLRows(columnCount: 3, rowsExpected: nodes.count)
        for node in nodes { rows.append(.int(node.level), .int(node.place), .bytes(node.hash)) }
        try connection.insert(into: "audit_node", ["level", "place", "hash"], rows)
    }

    /// Takes entries from before there was a tree into it, as they stand: what the chain of digests says of them stays as it was, and
    /// `AuditLog.verify` checks both. A number that is missing gets a leaf that no entry has.
    static func growOverOldEntries(_ connection: any WriteConnection) throws {
        var edge = MerkleEdge()
        let last = Int64(try connection.count("SELECT last_audit FROM log_head WHERE id = 1"))
        while edge.size < last {
            let records = try AuditLog.page(after: edge.size, connection).filter { $0.number <= last }
            var nodes: [MerkleNode] = []
            let end = records.isEmpty ? last : records[records.count - 1].number
            var next = records[...]
            while edge.size < end {
                let record = next.first?.number == edge.size + 1 ? next.popFirst() : nil
                edge.append(record.map { AuditLog.leaf($0) } ?? MerkleHash.empty) { nodes.append($0) }
            }
            try insert(nodes, connection)
            try AuditFiling.insert(records, connection)
        }
        try connection.execute("UPDATE log_head SET audit_edge = $1 WHERE id = 1", [.text(edge.hex)])
    }
}
