import Domain
import Foundation
import People
import Secrets
import Store
import TestSupport
import Testing

@Suite("Audit trail")
struct AuditTrailTests {
    private static let clock = Clock { 1_770_000_000_000 }

    private struct Fixture {
        var store: WorkspaceStore
        var trail: AuditTrail
        var memory: HeadMemory
        var keys: HeadKeys
        var one: Workspace
        var two: Workspace
    }

    private func with(_ body: (Fixture, any Database) async throws -> Void) async throws {
        try await withFolder { folder in
            try await withEachDatabase { database in
                let place = folder + "/" + database.kind.rawValue
                try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
                _ = try await StoreIdentity.establish(
                    database, proposed: "00112233445566778899aabbccddeeff", at: testInstant)
                let store = WorkspaceStore(database: database, clock: Self.clock)
                let workspaces = Workspaces(store)
                func add(_ slug: String, _ state: String) async throws -> Workspace {
                    try await workspaces.add(
                        slug: slug, name: slug, state: StateCode(state), language: .english, timeZone: "UTC",
                        by: .commandLine("test"))
                }
                let fixture = Fixture(
                    store: store,
                    trail: try AuditTrail.open(database: database, folder: place, clock: Self.clock),
                    memory: HeadMemory(folder: place), keys: try HeadKeys.load(place),
                    one: try await add("aldora", "XAA"), two: try await add("belmar", "XAB"))
                try await body(fixture, database)
            }
        }
    }

    private func member(_ workspace: Workspace, _ role: WorkspaceRole = .administrator) -> Member {
        Member(workspace: workspace, account: AccountID(1), name: "ana", role: role, institution: nil)
    }

    @Test("Every entry is proved under the newest head, and a kept head under a later one")
    func proofs() async throws {
        try await with { fixture, database in
            let kept = try await fixture.trail.sign()
            for number in 1...9 {
                _ = try await Institutions(fixture.store).add(
                    "Institution \(number)", kind: .ministry, by: member(fixture.one))
            }
            for number in Int64(1)...11 {
                let proof = try await fixture.trail.proof(of: number)
                let path = proof.path.compactMap { MerkleHash.read(hex: $0) }
                let leaf = try #require(MerkleHash.read(hex: proof.leaf))
                let root = MerkleCheck.root(leaf: leaf, at: number - 1, in: proof.head.size, path: path)
                #expect(root.map(Digest.hex) == proof.head.root)
                #expect(proof.head.isSigned(by: fixture.keys.signing.verifying, store: proof.store))
                #expect(!proof.head.isSigned(by: fixture.keys.signing.verifying, store: "another"))
            }
            let later = try await fixture.trail.consistency(from: .size(kept.size))
            #expect(later.firstRoot == kept.root)
            #expect(
                MerkleCheck.isConsistent(
                    later.first, try #require(MerkleHash.read(hex: later.firstRoot)), later.second,
                    try #require(MerkleHash.read(hex: later.secondRoot)),
                    path: later.path.compactMap { MerkleHash.read(hex: $0) }))
            let (keys, remembered) = (fixture.keys, fixture.memory.heads())
            let fault = try await database.read { try AuditLog.verify($0, keys: keys, remembered: remembered) }
            #expect(fault == nil)
            #expect(remembered.map(\.size) == [2, 11])
        }
    }

    @Test("A log that has not grown is not signed again; moments that are not there are refused")
    func limits() async throws {
        try await with { fixture, _ in
            let first = try await fixture.trail.sign()
            let second = try await fixture.trail.sign()
            #expect(first == second)
            await #expect(throws: WorkspaceError.notFound) { try await fixture.trail.proof(of: 99) }
            await #expect(throws: WorkspaceError.notFound) { try await fixture.trail.proof(of: 0) }
            await #expect(throws: WorkspaceError.invalid("since", "audit.sinceSize")) {
                try await fixture.trail.consistency(from: .size(99))
            }
            await #expect(throws: WorkspaceError.invalid("since", "audit.sinceOrder")) {
                try await fixture.trail.consistency(from: .size(2), to: .size(1))
            }
            let all = try await fixture.trail.consistency(from: .at("2020-01-01T00:00:00.000Z"))
            #expect(all.first == 0 && all.second == 2 && all.path.isEmpty)
        }
    }

    @Test("Moments are days, instants and numbers of entries, and nothing else")
    func moments() {
        #expect(AuditTrail.Moment("120") == .size(120))
        #expect(AuditTrail.Moment("2026-01-31") == .at("2026-01-31T23:59:59.999Z"))
        #expect(AuditTrail.Moment("2026-01-31T09:30:00.000Z") == .at("2026-01-31T09:30:00.000Z"))
        for text in ["", "-1", "yesterday", "2026-1-31", "2026-01-31T09:30", "2026-01-31' OR 1", "١٢"] {
            #expect(AuditTrail.Moment(text) == nil)
        }
    }

    @Test("An administrator sees entries of her own workspace, by person, action and day, in pages")
    func listing() async throws {
        try await with { fixture, _ in
            for number in 1...5 {
                _ = try await Institutions(fixture.store).add(
                    "Institution \(number)", kind: .ministry, by: member(fixture.one))
            }
            _ = try await Institutions(fixture.store).add("Other", kind: .ministry, by: member(fixture.two))
            func page(
                _ filter: AuditFiling.Filter, before: Int64? = nil, limit: Int = 50
            ) async throws(WorkspaceError) -> AuditPage {
                try await fixture.trail.page(member(fixture.one), filter, before: before, limit: limit)
            }
            let all = try await page(.init())
            #expect(all.records.count == 6 && all.next == nil)
            #expect(all.records.allSatisfy { $0.entry.subject.hasPrefix("workspace/\(fixture.one.id)/") })
            #expect(all.actions == ["institution.add", "workspace.add"] && all.actors == ["ana", "cli:test"])
            let first = try await page(.init(actor: "ana"), limit: 3)
            let rest = try await page(.init(actor: "ana"), before: first.next, limit: 3)
            #expect((first.records + rest.records).count == 5 && rest.next == nil)
            let made = try await page(.init(action: "workspace.add", from: "2026-01-01", until: "2027-01-01"))
            #expect(made.records.count == 1)
            let none = try await page(.init(until: "2026-01-01"))
            #expect(none.records.isEmpty)
            let foreign = try await fixture.trail.page(member(fixture.two), .init())
            let theirs = try #require(foreign.records.first?.number)
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.trail.proof(of: theirs, within: fixture.one.id)
            }
            await #expect(throws: WorkspaceError.forbidden) {
                try await fixture.trail.page(member(fixture.one, .coordinator), .init())
            }
        }
    }

    @Test("Reading personal data is noted before it is shown, once an hour for each person and object")
    func reading() async throws {
        try await withEachDatabase { database in
            let now = NowBox(1_770_000_000_000)
            let store = WorkspaceStore(database: database, clock: Clock { now.value })
            let workspace = try await Workspaces(store).add(
                slug: "aldora", name: "Aldora", state: StateCode("XAA"), language: .english, timeZone: "UTC",
                by: .commandLine("test"))
            let ana = member(workspace)
            func noted() async throws -> Int {
                try await database.read {
                    try $0.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'personal.read'")
                }
            }
            for _ in 1...3 { try await store.noteReading(ana, Subject(.evidence, 1), Subject(.evidence, 2)) }
            #expect(try await noted() == 2)
            try await store.noteReading(
                Member(workspace: workspace, account: AccountID(2), name: "bo", role: .observer, institution: nil),
                Subject(.evidence, 1))
            #expect(try await noted() == 3)
            now.value += 3_600_000
            try await store.noteReading(ana, Subject(.evidence, 1))
            #expect(try await noted() == 4)
        }
    }

    @Test("Fields of objects that nobody speaks for have a history, too, for those who see all of it")
    func anonymous() async throws {
        try await with { fixture, _ in
            let subject = Subject(.indicator, 7)
            try await fixture.store.change(member(fixture.one)) { change in
                change.field(subject, "unit", from: nil, to: "percent", why: "as agreed")
            }
            let histories = Histories(fixture.store, owners: [])
            let history = try await histories.of(subject, member(fixture.one, .coordinator))
            #expect(history.lines.map(\.new) == ["percent"] && history.lines.first?.isRestorable == false)
            let foreign = try await histories.of(subject, member(fixture.two))
            #expect(foreign.lines.isEmpty)
            await #expect(throws: WorkspaceError.invalid("change", "history.notRestorable")) {
                try await histories.undo(
                    try #require(history.lines.first).change.id, of: subject, why: nil, by: member(fixture.one))
            }
        }
    }

    @Test("A head under a key of another node is known once that key is listed")
    func nodes() async throws {
        try await withFolder { folder in
            let other = try SigningKey(seed: [UInt8](repeating: 5, count: 32)).verifying
            let before = try HeadKeys.load(folder)
            #expect(before.key(other.id) == nil)
            try Data("# node two\n\(Digest.hex(other.bytes))  # since May\n\n".utf8).write(
                to: URL(fileURLWithPath: folder + "/audit.keys"))
            let after = try HeadKeys.load(folder)
            #expect(after.key(other.id)?.bytes == other.bytes)
            #expect(after.key(before.signing.verifying.id) != nil)
            try Data("not a key\n".utf8).write(to: URL(fileURLWithPath: folder + "/audit.keys"))
            #expect(throws: SealError.self) { try HeadKeys.load(folder) }
        }
    }
}

/// The time of a test, which the test moves.
private final class NowBox: @unchecked Sendable {
    // Only the one task of its test touches it.
    var value: Int64

    init(_ value: Int64) { self.value = value }
}
