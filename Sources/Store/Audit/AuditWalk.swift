import Secrets

extension AuditLog {
    /// Walks the whole log, makes chain and tree anew and compares all that is stored, then every signed head: those in the store,
    /// and those that were `remembered` outside it. Nil where everything fits. Without `keys` signatures are not looked at.
    package static func verify(
        _ connection: any ReadConnection, keys: HeadKeys? = nil, remembered: [SignedHead] = []
    ) throws -> AuditFault? {
        var walk = AuditWalk()
        if let fault = try walk.walk(connection) { return fault }
        return try HeadWalk(keys: keys, remembered: remembered, entries: walk.edge.size).walk(connection)
    }
}

/// Makes chain and tree anew from the entries, page by page.
private struct AuditWalk {
    private(set) var edge = MerkleEdge()
    private var digest = ""
    private var nodeCount = 0

    mutating func walk(_ connection: any ReadConnection) throws -> AuditFault? {
        while case let records = try AuditLog.page(after: edge.size, connection), !records.isEmpty {
            let filed = try AuditFiling.numbered(records[0].number, records[records.count - 1].number, connection)
            var nodes: [MerkleNode] = []
            for record in records {
                guard record.number == edge.size + 1 else { return .missing(number: edge.size + 1) }
                digest = AuditLog.digest(after: digest, record)
                guard digest == record.digest else { return .altered(number: record.number) }
                guard filed[record.number] == AuditFiling.filing(of: record) else {
                    return .misfiled(number: record.number)
                }
                edge.append(AuditLog.leaf(record)) { nodes.append($0) }
            }
            nodeCount += nodes.count
            if let fault = try compare(nodes, connection) { return fault }
        }
        return try ending(connection)
    }

    /// The stored subtrees beside those made anew, level by level.
    private func compare(_ nodes: [MerkleNode], _ connection: any ReadConnection) throws -> AuditFault? {
        for (level, own) in Dictionary(grouping: nodes, by: \.level).sorted(by: { $0.key < $1.key }) {
            var stored: [Int64: [UInt8]] = [:]
            try connection.query(
                "SELECT place, hash FROM audit_node WHERE level = $1 AND place >= $2 AND place <= $3",
                [.int(level), .int(own[0].place), .int(own[own.count - 1].place)]
            ) { stored[try $0.int(0)] = try $0.bytes(1) }
            if let wrong = own.first(where: { stored[$0.place] != $0.hash }) {
                return .tree(first: wrong.place << level + 1, last: (wrong.place + 1) << level)
            }
        }
        return nil
    }

    private func ending(_ connection: any ReadConnection) throws -> AuditFault? {
        let head = try connection.first("SELECT last_audit, audit_digest, audit_edge FROM log_head WHERE id = 1") {
            (number: try $0.int(0), digest: try $0.text(1), edge: try $0.text(2))
        }
        guard let head, head.number == edge.size, head.digest == digest else { return .cutOff(after: edge.size) }
        guard head.edge == edge.hex else { return .edge }
        let stored = try connection.count("SELECT COUNT(*) FROM audit_node")
        return stored == nodeCount ? nil : .tree(first: 1, last: edge.size)
    }
}

/// Holds every signed head against the tree, which is known to follow from the entries.
private struct HeadWalk {
    let keys: HeadKeys?
    let remembered: [SignedHead]
    let entries: Int64

    func walk(_ connection: any ReadConnection) throws -> AuditFault? {
        let store = try Meta.value(Meta.storeID, connection) ?? ""
        let prover = AuditTree.prover(connection)
        var right: Int64 = 0
        var heads = Set(remembered)
        var from: Int64 = 0
        while case let page = try SignedHeadRow.page(from: from, limit: 1_000, connection), !page.isEmpty {
            heads.formUnion(page)
            // Several keys may have signed one size: the page's last size is asked for again.
            guard page.count == 1_000 else { break }
            from = page[page.count - 1].size
        }
        for head in heads.sorted(by: { ($0.size, $0.at) < ($1.size, $1.at) }) {
            if let fault = signature(head, store) { return fault }
            guard head.size <= entries else {
                return .headAhead(size: head.size, at: head.at, entries: entries)
            }
            guard try Digest.hex(prover.root(of: head.size)) == head.root else {
                return .headDiffers(size: head.size, at: head.at, rightUntil: right)
            }
            right = head.size
        }
        return nil
    }

    private func signature(_ head: SignedHead, _ store: String) -> AuditFault? {
        guard let keys else { return nil }
        guard let key = keys.key(head.keyID) else {
            return .headUnknownKey(size: head.size, at: head.at, keyID: head.keyID)
        }
        return head.isSigned(by: key, store: store) ? nil : .headAltered(size: head.size, at: head.at)
    }
}
