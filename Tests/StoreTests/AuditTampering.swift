import Domain
import Secrets
import Store
import TestSupport
import Testing

/// Whatever is changed in the log, `verify` says the first place.
@Suite("Audit log: tampering")
struct AuditTampering {
    private static let store = "00112233445566778899aabbccddeeff"
    private static let key = [UInt8](repeating: 7, count: 32)

    /// Eleven entries, with a head signed over five and one over all.
    private func fill(_ database: any Database) async throws -> [SignedHead] {
        _ = try await StoreIdentity.establish(database, proposed: Self.store, at: testInstant)
        var heads: [SignedHead] = []
        for number in 1...11 {
            try await database.change(at: testInstant) { _, log in
                log.audit(
                    AuditEntry(
                        actor: "a\u{0}", action: "test",
                        subject: number % 2 == 0 ? "workspace/4/action/\(number)" : "x",
                        detail: "{\"a\":\(number)}"))
            }
            if number == 5 || number == 11 { heads.append(try await sign(database)) }
        }
        return heads
    }

    private func sign(_ database: any Database) async throws -> SignedHead {
        let key = try SigningKey(seed: Self.key)
        return try await database.write { connection in
            let head = try SignedHead.sign(
                try AuditTree.edge(connection), store: Self.store, at: testInstant, with: key)
            try SignedHeadRow.insert(head, connection)
            return head
        }
    }

    private func verify(_ database: any Database, _ remembered: [SignedHead] = []) async throws -> AuditFault? {
        let keys = HeadKeys(signing: try SigningKey(seed: Self.key))
        return try await database.read { try AuditLog.verify($0, keys: keys, remembered: remembered) }
    }

    static let cases: [(String, AuditFault?)] = [
        ("UPDATE meta SET value = value", nil),
        ("UPDATE audit_entry SET subject = 'other' WHERE number = 3", .altered(number: 3)),
        ("UPDATE audit_entry SET detail = '{\"a\":4}' WHERE number = 3", .altered(number: 3)),
        ("UPDATE audit_entry SET digest = 'x' WHERE number = 7", .altered(number: 7)),
        ("UPDATE audit_filing SET workspace_id = 5 WHERE number = 4", .misfiled(number: 4)),
        ("DELETE FROM audit_filing WHERE number = 6", .misfiled(number: 6)),
        ("INSERT INTO audit_filing VALUES (4, 3, 'a', 'test')", .misfiled(number: 3)),
        ("UPDATE audit_entry SET number = 12 WHERE number = 3", .missing(number: 3)),
        ("DELETE FROM audit_entry WHERE number = 3", .missing(number: 3)),
        ("DELETE FROM audit_entry WHERE number = 1", .missing(number: 1)),
        ("DELETE FROM audit_entry WHERE number > 3", .cutOff(after: 3)),
        ("UPDATE log_head SET last_audit = 12", .cutOff(after: 11)),
        ("UPDATE log_head SET audit_edge = substr(audit_edge, 65)", .edge),
        ("DELETE FROM audit_node WHERE level = 1 AND place = 2", .tree(first: 5, last: 6)),
        ("UPDATE audit_node SET place = 99 WHERE level = 0 AND place = 6", .tree(first: 7, last: 7)),
        ("INSERT INTO audit_node SELECT level, 99, hash FROM audit_node WHERE level = 3", .tree(first: 1, last: 11)),
        ("UPDATE audit_head SET size = 6 WHERE size = 5", .headAltered(size: 6, at: testInstant)),
        (
            "UPDATE audit_head SET at = '2026-02-01T09:30:00.000Z' WHERE size = 5",
            .headAltered(size: 5, at: "2026-02-01T09:30:00.000Z")
        ),
        (
            "UPDATE audit_head SET signature = (SELECT signature FROM audit_head WHERE size = 11) WHERE size = 5",
            .headAltered(size: 5, at: testInstant)
        ),
        (
            "UPDATE audit_head SET key_id = '0123456789abcdef' WHERE size = 11",
            .headUnknownKey(size: 11, at: testInstant, keyID: "0123456789abcdef")
        ),
    ]

    @Test("A changed, dropped, reordered or cut entry, tree or head is named", arguments: cases)
    func tampering(statement: String, fault: AuditFault?) async throws {
        try await withEachDatabase { database in
            _ = try await fill(database)
            try await database.write { try $0.execute(statement) }
            let found = try await verify(database)
            #expect(found == fault)
        }
    }

    @Test("Two entries that change places are found at the first of them")
    func reordered() async throws {
        try await withEachDatabase { database in
            _ = try await fill(database)
            try await database.write { connection in
                try connection.execute("UPDATE audit_entry SET number = 99 WHERE number = 4")
                try connection.execute("UPDATE audit_entry SET number = 4 WHERE number = 6")
                try connection.execute("UPDATE audit_entry SET number = 6 WHERE number = 99")
            }
            let found = try await verify(database)
            #expect(found == .altered(number: 4))
        }
    }

    @Test("A log that was written anew with all its digests and subtrees does not fit its signed heads")
    func rewritten() async throws {
        try await withEachDatabase { database in
            let heads = try await fill(database)
            try await forge(database, entries: 11)
            let found = try await verify(database)
            #expect(found == .headDiffers(size: 5, at: testInstant, rightUntil: 0))
            // Heads thrown away, too: what the data folder remembers still tells.
            try await database.write { try $0.execute("DELETE FROM audit_head") }
            let unseen = try await verify(database)
            #expect(unseen == nil)
            let seen = try await verify(database, heads)
            #expect(seen == .headDiffers(size: 5, at: testInstant, rightUntil: 0))
        }
    }

    @Test("A log that was set back is behind the heads that are remembered")
    func setBack() async throws {
        try await withEachDatabase { database in
            let heads = try await fill(database)
            try await forge(database, entries: 4)
            try await database.write { try $0.execute("DELETE FROM audit_head") }
            let found = try await verify(database, heads)
            #expect(
                found == .headAhead(size: 5, at: testInstant, entries: 4)
                    || found == .headDiffers(size: 5, at: testInstant, rightUntil: 0))
        }
    }

    /// Empties the log and writes another, as somebody could who has the store but not the key.
    private func forge(_ database: any Database, entries: Int) async throws {
        try await database.write { connection in
            for table in ["audit_entry", "audit_node", "audit_filing"] {
                try connection.execute("DELETE FROM \(table)")
            }
            try connection.execute("UPDATE log_head SET last_audit = 0, audit_digest = '', audit_edge = ''")
        }
        try await database.change(at: testInstant) { _, log in
            for number in 1...entries { log.audit(AuditEntry(actor: "b", action: "test", subject: "\(number)")) }
        }
    }

    @Test("An old log is taken into the tree as it stands, and verifies")
    func oldLog() async throws {
        try await withEachDatabase(migrated: false) { database in
            let old = Array(Migrations.all.prefix(9))
            try await Migrator(old).migrate(database, at: testInstant)
            // As an older program wrote them: digests over the digest before and the entry's bytes.
            try await database.write { connection in
                var digest = ""
                for number in 1...7 {
                    let subject = "workspace/3/action/\(number)"
                    digest = Digest.sha256Hex(
                        digest + "\(number) 24:\(testInstant) 3:ana 4:test \(subject.utf8.count):\(subject) 2:{}")
                    try connection.execute(
                        "INSERT INTO audit_entry (number, at, actor, action, subject, detail, digest) VALUES ($1, $2, 'ana', 'test', $3, '{}', $4)",
                        [.int(number), .text(testInstant), .text(subject), .text(digest)])
                }
                try connection.execute(
                    "UPDATE log_head SET last_audit = 7, audit_digest = $1", [.text(digest)])
            }
            try await Migrator().migrate(database, at: testInstant)
            let found = try await database.read { try AuditLog.verify($0) }
            #expect(found == nil)
            try await database.change(at: testInstant) { _, log in
                log.audit(AuditEntry(actor: "ana", action: "test", subject: "workspace/3/action/8"))
            }
            let later = try await database.read { try AuditLog.verify($0) }
            #expect(later == nil)
            let filed = try await database.read {
                try $0.count("SELECT COUNT(*) FROM audit_filing WHERE workspace_id = 3")
            }
            #expect(filed == 8)
        }
    }
}
