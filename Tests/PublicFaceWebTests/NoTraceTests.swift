import Archives
import Domain
import Frame
import HTTPTypes
import Operations
import People
import Plans
import PublicFace
import SiteSupport
import Store
import Testing
import Watches

/// A workspace is filled with everything that is not public, in every table there is; then every public address of the program is
/// read: no word of it is found, and no byte, count or tag of any answer differs from before.
@Suite("What is not published leaves no trace")
struct NoTraceTests {
    @Test("No public page, feed, file, count, facet, tag or picture shows anything of hidden material")
    func walk() async throws {
        let site = try await WorkspaceSite()
        let shown = try await Self.open(site)
        let walk = PublicWalk(
            site: site,
            values: [
                "workspace": ["aldora"], "id": ["1", "990001", "990201", "880201", String(shown.value)],
                "version": ["1"],
                "key": ["zqxkey"],
                "number": ["1"],
            ])
        let addresses = walk.addresses
        // Issues are found when a State's page is first asked for: all that is made on demand is made before anything is compared.
        _ = try await site.record.issues.list(StateCode("XAA"), patience: .seconds(20))
        let counted = try await Self.counts(site)
        let before = try await walk.all(in: addresses)
        let again = try await walk.all(in: addresses)
        // A form's token and the hour inside a workbook are new each time: those answers are only searched.
        let moving = Set(addresses.map(\.path).filter { before[$0]?.bytes != again[$0]?.bytes })
        #expect(
            moving.allSatisfy { $0.contains(".xlsx") || $0.hasPrefix("/submit/new") || $0 == "/metrics" }, "\(moving)")
        let foreign = try site.foreign.person(.coordinator)
        let inside = Self.signed(site, in: site.foreign.workspace.slug)
        let foreignBefore = try await walk.all(as: foreign, in: inside)
        try await Self.hide(site)
        let after = try await walk.all(in: addresses)
        var differing: [String] = []
        var found: [String] = []
        for (name, path) in addresses {
            guard let old = before[path], let new = after[path] else { continue }
            #expect(new.status < 500, "\(path) fails")
            if Self.isPlanted(new.bytes, asked: path) { found.append(path) }
            if !PublicWalk.uncompared.contains(name), !moving.contains(path),
                old.bytes != new.bytes || old.tag != new.tag || old.status != new.status
            {
                differing.append(path)
            }
        }
        #expect(found == [])
        #expect(differing == [])
        #expect(addresses.count > 300)
        // The page shows counts that are a minute old: they are compared as they are now.
        #expect(try await Self.counts(site) == counted)
        for name in [
            "published-assessments", "cooperation-facts", "consultations", "commitments", "actions", "public-pages",
            "removals",
        ] {
            #expect(counted[name].map { $0 > 0 } == true, "Nothing public is in \(name)")
            #expect(addresses.contains { $0.path == "/data/\(name).jsonl" })
        }
        let foreignAfter = try await walk.all(as: foreign, in: inside)
        let foreignFound = inside.map(\.path).filter { path in
            foreignAfter[path].map { Self.isPlanted($0.bytes, asked: path) } ?? false
        }
        #expect(foreignFound == [])
        // Introductions are planted as requests to this very workspace; a workbook has the hour of its making in it.
        let foreignDiffering = inside.map(\.path).filter {
            foreignBefore[$0]?.bytes != foreignAfter[$0]?.bytes && foreignBefore[$0]?.status == 200
                && !$0.hasSuffix("/introductions") && !$0.hasSuffix(".xlsx")
        }
        #expect(foreignDiffering == [])
        try await Self.partners(site)
        try await Self.letters(site)
    }

    /// Somebody who follows everything that can be followed is told of what is public since ever, and of nothing else.
    private static func letters(_ site: WorkspaceSite) async throws {
        let stranger = try site.foreign.person(.observer).account.id
        for parameters in [
            [("of", "assessments")], [("of", "assessments"), ("state", "XAA")],
            [("of", "cooperation-facts"), ("state", "XAA")], [("of", "consultations")], [("state", "XAA")],
        ] {
            try await site.watches.follow(
                WatchQuestion(parameters.map { (name: $0.0, value: $0.1) }), pace: .daily, language: .english,
                by: stranger)
        }
        try await site.record.database.write { connection in
            try connection.execute(
                "UPDATE account SET email = 'watcher@example.org' WHERE id = $1", [.int(stranger.value)])
            try connection.execute(
                "UPDATE watch SET seen = 0, due = '' WHERE account_id = $1", [.int(stranger.value)])
        }
        _ = try await site.watches.round()
        let letters = try await site.record.database.read { connection in
            try connection.all("SELECT arguments FROM outbox WHERE address = 'watcher@example.org'") { try $0.text(0) }
        }
        #expect(letters.contains { $0.contains("Draft act on shelters") })
        #expect(letters.contains { $0.contains("Housing") })
        #expect(!letters.contains { $0.contains(Planting.mark) || $0.contains("zqxlink") })
    }

    /// One commitment with one action, shown to everybody; the rest of the choices shows its parts.
    private static func open(_ site: WorkspaceSite) async throws -> ActionID {
        let keeper = site.home.keeper
        let issues = try await site.record.database.read { connection in
            try connection.all("SELECT id FROM recommendation ORDER BY id LIMIT 2") { RecommendationID(try $0.int(0)) }
        }
        _ = try await site.plans.commit(recommendations: issues, by: keeper)
        let commitment = try await site.record.database.read { connection in
            try connection.first("SELECT MIN(id) FROM commitment") { CommitmentID(try $0.int(0)) }
        }
        let action = try await site.plans.addAction(
            Action(
                id: ActionID(0), workspace: site.home.workspace.id, commitment: try #require(commitment),
                title: "Open an office", status: .started), by: keeper)
        let coordinator = try #require(try site.home.person(.coordinator).member)
        let faces = site.publicFaces
        try await faces.describe(isOpen: true, about: "What we do", contact: "", version: 0, coordinator)
        var stages = Dictionary(uniqueKeysWithValues: PublicField.allCases.map { ($0, PublicStage.everybody) })
        stages[.progress] = .partners
        try await faces.propose(stages, coordinator)
        try await faces.confirm(version: try #require(try await faces.desk(coordinator).batch).version, coordinator)
        // Published, seen, and taken down: a marker stays, and no word.
        let gone = try await site.plans.addAction(
            Action(
                id: ActionID(0), workspace: site.home.workspace.id, commitment: try #require(commitment),
                title: "\(Planting.mark) removed", status: .started), by: keeper)
        #expect(try await faces.shown("aldora").item(PublicKey(.action, gone.id.value)) != nil)
        try await Removals(faces).remove(
            PublicKey(.action, gone.id.value), .personalData, office: "The ministry", reason: "\(Planting.mark) reason",
            keeper)
        try await PlantedHalves(workspace: site.home.workspace.id, database: site.record.database).shown()
        return action.id
    }

    private static func counts(_ site: WorkspaceSite) async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for table in site.archives.everybody.tables { counts[table.name] = try await table.count() }
        return counts
    }

    /// A row in every table; what could be shown by its part is held back, or waits for its hour.
    private static func hide(_ site: WorkspaceSite) async throws {
        let (workspace, account) = (site.home.workspace.id, try site.home.person(.coordinator).account.id.value)
        let coordinator = try #require(try site.home.person(.coordinator).member)
        let kinds: [PublicKind] = [
            .commitment, .recommendation, .action, .milestone, .statement, .indicator, .observation,
        ]
        // Held back first, so that there is no moment at which it would be seen.
        try await site.record.database.write { connection in
            for kind in kinds {
                try connection.execute(
                    """
                    INSERT INTO public_exception (workspace_id, kind, item_id, stage, embargo) VALUES ($1, $2, 990001, $3, $4)
                    """,
                    [
                        .int(workspace.value), .text(kind.rawValue), kind == .action ? .null : .text("draft"),
                        kind == .action ? .text("2036-01-01T00:00:00.000Z") : .null,
                    ])
            }
        }
        try await PlantedHalves(workspace: workspace, database: site.record.database).hidden()
        let outcome = try await Planting(workspace: workspace, account: account, database: site.record.database).all()
        #expect(outcome.planted.count > 60, "Only \(outcome.planted.sorted()) were planted")
        for table in [
            "commitment", "action", "milestone", "progress_report", "evidence", "comment", "law", "meeting",
            "round", "proposal", "letter", "need", "offer", "fund", "application", "indicator", "observation",
            "deadline",
            "practice", "practice_text", "emerging_issue", "assessment_said", "consultation", "contribution", "report",
            "state_fact",
        ] where !outcome.planted.contains(table) {
            Issue.record("Nothing was planted in \(table): \(outcome.left[table] ?? "there is no such table")")
        }
        // A change of the workspace makes everything look again.
        try await site.publicFaces.propose(
            [PublicKey(.action, 990_001)],
            .init(stage: .partners, embargo: "2036-01-01T00:00:00.000Z"), coordinator)
        _ = try await site.plans.laws.add(LawDraft(title: "\(Planting.mark) act"), by: site.home.keeper)
    }

    /// Pages of a workspace that its own people read.
    private static func signed(_ site: WorkspaceSite, in slug: String) -> [(name: String, path: String)] {
        site.routes.filter { $0.method == .read && $0.right != nil && $0.kind == .desk }.compactMap { route in
            let path = route.pattern.replacing("{workspace}", with: slug)
            // History pages and the outbox show the time of asking.
            return path.contains("{") ? nil : (route.name, path)
        }
    }

    /// Partners see what partners may see: what is held back further is not among it.
    private static func partners(_ site: WorkspaceSite) async throws {
        for role in [WorkspaceRole.partner, .contributor] {
            let person = try site.home.person(role)
            for rest in [
                "", "/commitments", "/actions", "/indicators", "/progress", "/deadlines", "/positions", "/cooperation",
            ] {
                let reply = try await site.get("/workspaces/aldora/public/seen" + rest, as: person)
                #expect(reply.status == 200)
                #expect(!isPlanted(reply.bytes, asked: rest), "\(rest) shows hidden material to a \(role.rawValue)")
            }
        }
    }

    /// What the reader asked for herself stands in search boxes and links; that is no trace.
    private static func isPlanted(_ bytes: [UInt8], asked path: String) -> Bool {
        let body = String(decoding: bytes, as: UTF8.self)
        // Planted texts have a blank after the mark. An answer repeats what was asked, and is compared with what it was instead.
        guard !path.contains("=" + Planting.mark) else { return body.contains("zqxlink") }
        return body.contains(Planting.mark + " ") || body.contains("zqxlink")
    }
}
