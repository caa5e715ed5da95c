import Domain
import Foundation
import People
import PlanSupport
import Plans
import Store
import TestSupport
import Testing

@Suite("Two entries for one institution")
struct InstitutionMergeTests {
    private struct World {
        var fixture: PlanFixture
        var merging: InstitutionMerging
        var one: InstitutionID
        var other: InstitutionID
        var commitment: CommitmentID
        var action: ActionID
        var law: LawID
    }

    private func made(_ database: any Database) async throws -> World {
        let fixture = try await PlanFixture.make(database)
        let (plans, keeper) = (fixture.plans, fixture.keeper)
        let (one, other) = (fixture.institutions[0].id, fixture.institutions[1].id)
        try await plans.commit(fixture.issues, by: keeper)
        let commitment = try #require(try await plans.list(keeper).items.first?.commitment.id)
        try await plans.assign(
            PlanSelection(.commitments, ids: [commitment.value]), lead: .set(other), supporting: .set([one]),
            by: keeper)
        let action = try await plans.addAction(
            Action(
                id: ActionID(0), workspace: fixture.workspace.id, commitment: commitment, title: "Open offices",
                lead: one), by: keeper)
        let law = try await plans.laws.add(LawDraft(title: "Act", lead: one), by: keeper)
        let account = Account(id: AccountID(31), name: "Bo", role: .none, created: "2026-01-01T00:00:00.000Z")
        try await database.write { connection in
            try AccountRow.insert(account, keyDigest: "digest-31", connection)
            try connection.execute(
                """
                INSERT INTO alert (id, workspace_id, cause, kind, day, institution_id, status, raised, changed, version)
                VALUES (5, $1, 'own/5', 'crisis', '2026-01-01', $2, 'open', '', '', 1)
                """, [.int(fixture.workspace.id.value), .int(one.value)])
            for (alert, institution) in [(5, one), (5, other)] as [(Int64, InstitutionID)] {
                try connection.execute(
                    "INSERT INTO alert_concern (alert_id, workspace_id, institution_id) VALUES ($1, $2, $3)",
                    [.int(alert), .int(fixture.workspace.id.value), .int(institution.value)])
            }
        }
        try await fixture.workspaces.put(account.id, .focalPoint, one, by: keeper)
        return World(
            fixture: fixture, merging: InstitutionMerging(plans.store), one: one, other: other,
            commitment: commitment, action: action.id, law: law.id)
    }

    private func state(_ world: World) async throws -> [String] {
        let plans = world.fixture.plans
        let line = try await plans.commitment(world.commitment, .english, world.fixture.keeper).summary.commitment
        let action = try await plans.action(world.action, world.fixture.keeper).action
        let law = try await plans.laws.find(world.law, world.fixture.keeper).law
        let rows = try await world.fixture.database.read { connection in
            try connection.all(
                """
                SELECT institution_id FROM alert WHERE id = 5 UNION ALL
                SELECT institution_id FROM membership WHERE account_id = 31 UNION ALL
                SELECT COUNT(*) FROM alert_concern WHERE alert_id = 5
                """
            ) { String(try $0.int(0)) }
        }
        let supporting = line.supporting.map(\.description).joined(separator: "+")
        return [
            "\(line.lead?.description ?? "-")/\(supporting)", action.lead?.description ?? "-",
            law.lead?.description ?? "-",
        ] + rows
    }

    @Test("Everything that named one names the other, in one batch; taken back, it names the first again")
    func merged() async throws {
        try await withEachDatabase { database in
            let world = try await made(database)
            let (merging, keeper) = (world.merging, world.fixture.keeper)
            let before = try await state(world)
            #expect(
                before == [
                    "\(world.other)/\(world.one)", "\(world.one)", "\(world.one)", "\(world.one)", "\(world.one)", "2",
                ])
            let institutions = Institutions(world.fixture.plans.store)
            var entry = try await institutions.one(world.one, keeper)
            await #expect(throws: WorkspaceError.forbidden) {
                try await merging.merge(
                    world.one, version: entry.version, into: world.other, why: "",
                    by: world.fixture.member(.focalPoint, world.one))
            }
            try await merging.merge(
                world.one, version: entry.version, into: world.other, why: "Same ministry", by: keeper)
            let name = "\(world.other)"
            #expect(try await state(world) == ["\(name)/", name, name, name, name, "1"])
            entry = try await institutions.one(world.one, keeper)
            #expect(entry.isClosed)
            let merger = try #require(try await merging.merger(of: world.one, keeper))
            #expect(merger.into == world.other && merger.why == "Same ministry")
            let kept = try await database.read { try FieldChangeRow.batch(merger.batch, keeper.workspace.id, $0) }
            #expect(Set(kept.map(\.subject.kind)).isSuperset(of: [.commitment, .action, .law, .alert, .membership]))

            // What was given to somebody else since stays there.
            let third = world.fixture.institutions[2].id
            let law = try await world.fixture.plans.laws.find(world.law, keeper).law
            try await world.fixture.plans.laws.edit(
                world.law, version: law.version, LawDraft(title: law.title, lead: third), by: keeper)
            let left = try await merging.part(world.one, version: entry.version, why: "They are two", by: keeper)
            #expect(left == 1)
            var expected = before
            expected[2] = "\(third)"
            #expect(try await state(world) == expected)
            #expect(try await merging.merger(of: world.one, keeper) == nil)
            #expect(try await institutions.one(world.one, keeper).isClosed == false)
            await #expect(throws: WorkspaceError.notFound) {
                try await merging.part(world.one, version: entry.version + 1, why: "", by: keeper)
            }
        }
    }

    @Test("Two who both reported on the same action and period are not merged")
    func clash() async throws {
        try await withEachDatabase { database in
            let world = try await made(database)
            let keeper = world.fixture.keeper
            try await database.write { connection in
                for (id, institution) in [(1, world.one), (2, world.other)] as [(Int64, InstitutionID)] {
                    try connection.execute(
                        """
                        INSERT INTO progress_report (id, workspace_id, action_id, institution_id, starts, ends, said, status,
                            author, made, clearance, version)
                        VALUES ($1, $2, $3, $4, '2026-01-01', '2026-03-31', 'Said', 'started', 'ana', '', 'none', 1)
                        """,
                        [
                            .int(id), .int(keeper.workspace.id.value), .int(world.action.value),
                            .int(institution.value),
                        ])
                }
            }
            await #expect(throws: WorkspaceError.invalid("into", "matters.merge.both")) {
                try await world.merging.merge(world.one, version: 1, into: world.other, why: "", by: keeper)
            }
            await #expect(throws: WorkspaceError.invalid("into", "matters.merge.same")) {
                try await world.merging.merge(world.one, version: 1, into: world.one, why: "", by: keeper)
            }
        }
    }

    @Test("Every table that names an institution is moved by a merger")
    func everyTable() throws {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        let folder = parts.joined(separator: "/") + "/Sources/Store/Migrations"
        var tables: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            for statement in text.components(separatedBy: "CREATE TABLE ").dropFirst() {
                let body = statement.components(separatedBy: "\"\"\"")[0]
                guard body.contains("REFERENCES institution(id)") else { continue }
                tables.insert(String(body.prefix { $0 != " " }))
            }
        }
        let moved = Set(MergeReference.all.map(\.table)).union(MergeReference.plain.keys).union(MergeReference.others)
            .union(MergeReference.sealed)
        #expect(tables == moved)
    }
}
