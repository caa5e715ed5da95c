import Domain
import Operations
import People
import Store
import Testing

@testable import Watches

@Suite("Letters on what is published")
struct PublishedWatchTests {
    private func question(_ parameters: [(String, String)]) -> WatchQuestion {
        WatchQuestion(parameters.map { (name: $0.0, value: $0.1) })
    }

    /// Facts of two States, consultations and assessments: some published at `at`, some never or no longer.
    private func rows(_ at: String, _ workspace: WorkspaceID, _ database: any Database) async throws {
        try await database.write { connection in
            for (id, state, about, published, ended) in [
                (1, "XAA", "Housing", at, ""), (2, "XAA", "hidden-draft", "", ""), (3, "XAB", "hidden-foreign", at, ""),
                (4, "XAA", "hidden-ended", at, at),
            ] {
                try connection.execute(
                    """
                    INSERT INTO state_fact (id, state, kind, about, matter, day, is_none, body, language, source, published,
                        ended, ended_why, ended_by, entered_by, made, version)
                    VALUES ($1, $2, 'visit-made', $3, '', '2026-01-05', 0, '', 'en', 'A letter', $4, $5, $6, $6, 'desk', $7, 1)
                    """,
                    [
                        .int(Int64(id)), .text(state), .text(about), .optional(published.isEmpty ? nil : published),
                        .optional(ended.isEmpty ? nil : ended), .optional(ended.isEmpty ? nil : "wrong"), .text(at),
                    ])
            }
            for (id, title, published) in [(1, "Shelters act", at), (2, "hidden-consultation", "")] {
                try connection.execute(
                    """
                    INSERT INTO consultation (id, workspace_id, kind, language, title, about, contact, opens, closes, outsiders,
                        published, made, version)
                    VALUES ($1, $2, 'consultation', 'en', $3, '', '', '2026-01-05', '2026-03-05', 0, $4, $5, 1)
                    """,
                    [
                        .int(Int64(id)), .int(workspace.value), .text(title),
                        .optional(published.isEmpty ? nil : published), .text(at),
                    ])
            }
            for (id, about, status, value, published) in [
                (1, 1, "published", "partially", at), (2, 1, "draft", "not", ""), (3, 2, "published", "fully", at),
                (4, 1, "taken-back", "not", at),
            ] {
                try connection.execute(
                    """
                    INSERT INTO assessment_said (id, workspace_id, assessor_kind, assessor, state, subject_kind, subject_id,
                        part_id, document, paragraph, part_label, subject_title, scheme, scheme_edition, value, day, status,
                        author, author_id, made, published_at, taken_back_at, version)
                    VALUES ($1, $2, 'nhri', $3, 'XAA', 'recommendation', $4, 0, 'A/HRC/99/1', '9.1', '', '', 'implementation',
                        1, $5, '2026-01-05', $6, '', 1, $7, $8, $9, 1)
                    """,
                    [
                        .int(Int64(id)), .int(workspace.value), .text("Assessor \(id)"), .int(Int64(about)),
                        .text(value),
                        .text(status), .text(at), .optional(published.isEmpty ? nil : published),
                        .optional(status == "taken-back" ? at : nil),
                    ])
            }
        }
    }

    private func workspace(_ watches: Watches) async throws -> WorkspaceID {
        try await Workspaces(watches.store).add(
            slug: "aldora", name: "Aldora", state: StateCode("XAA"), language: .english, timeZone: "UTC",
            by: .commandLine("tests")
        ).id
    }

    @Test(
        "Of facts, consultations and assessments a letter tells what came, is public and fits, once, and nothing of what is hidden"
    )
    func published() async throws {
        try await WatchFixture.each { database, _, watches, time in
            let (workspace, account) = (try await workspace(watches), try await WatchFixture.account(database))
            for parameters in [
                [("of", "cooperation-facts"), ("state", "XAA")], [("of", "consultations")],
                [("of", "assessments"), ("recommendation", "1")],
            ] {
                try await watches.follow(question(parameters), pace: .daily, language: .english, by: account)
            }
            time.pass(hours: 1)
            try await rows(time.clock.instant, workspace, database)
            time.pass(hours: 25)
            #expect(try await watches.round() == 3)
            let letters = try await WatchFixture.letters(database).map(\.arguments)
            #expect(
                letters.count == 3 && letters.allSatisfy { $0.contains("\"count\":\"1\"") && !$0.contains("hidden") })
            #expect(letters[0].contains("Visit made · Housing, 5 January 2026 (A letter)"))
            #expect(letters[1].contains("Shelters act (Aldora)"))
            #expect(letters[2].contains("Assessor 1: ") && letters[2].contains("9.1"))
            for number in 2...4 { #expect(!letters[2].contains("Assessor \(number)")) }
            time.pass(hours: 25)
            #expect(try await watches.round() == 0)
        }
    }

    @Test(
        "A package brings what is new in it, however long ago it was published elsewhere; what an earlier package had is not new"
    )
    func packages() async throws {
        try await WatchFixture.each { database, _, watches, time in
            let account = try await WatchFixture.account(database)
            try await watches.follow(
                question([("of", "assessments"), ("state", "XAA")]), pace: .daily, language: .english, by: account)
            time.pass(hours: 1)
            let received = time.clock.instant
            try await database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO assessment_source (id, code, scope, name, public_key, sequence, made, received, received_by,
                        version) VALUES (1, 'elsewhere', '', 'Elsewhere', '', 2, '', '', '', 1)
                    """)
                for (id, made, at) in [
                    (1, "2025-06-01T00:00:00.000Z", "2025-06-02T00:00:00.000Z"),
                    (2, "2025-12-01T00:00:00.000Z", received),
                ] {
                    try connection.execute(
                        """
                        INSERT INTO assessment_package (id, source_id, sequence, made, digest, taken, vanished, unplaced,
                            received, received_by) VALUES ($1, 1, $1, $2, '', 1, 0, 0, $3, '')
                        """, [.int(Int64(id)), .text(made), .text(at)])
                }
                for (id, at) in [(1, "2025-05-01T00:00:00.000Z"), (2, "2025-11-01T00:00:00.000Z")] {
                    try connection.execute(
                        """
                        INSERT INTO assessment_said (id, source_id, outside_id, assessor_kind, assessor, state, subject_kind,
                            subject_id, part_id, document, paragraph, part_label, subject_title, scheme, scheme_edition, value,
                            day, status, author, author_id, made, published_at, version)
                        VALUES ($1, 1, $2, 'nhri', $3, 'XAA', 'recommendation', 1, 0, '', '', '', '', 'implementation', 1,
                            'not', '2025-01-05', 'published', '', 0, $4, $4, 1)
                        """, [.int(Int64(id)), .text("\(id)"), .text("Assessor \(id)"), .text(at)])
                }
            }
            time.pass(hours: 25)
            #expect(try await watches.round() == 1)
            let letters = try await WatchFixture.letters(database).map(\.arguments)
            #expect(letters.count == 1 && letters[0].contains("Assessor 2") && !letters[0].contains("Assessor 1"))
        }
    }

    @Test("One source may ask for five letters at once and keeps nobody else from asking")
    func flood() async throws {
        try await WatchFixture.each { database, _, watches, time in
            let (one, other) = (RequestSource(address: [203, 0, 113, 7]), RequestSource(address: [198, 51, 100, 7]))
            let all = question([("of", "assessments")])
            for number in 0..<5 {
                try await watches.ask(
                    all, address: "a\(number)@example.org", pace: .daily, language: .english, from: one)
            }
            await #expect(throws: WorkspaceError.invalid("email", "watch.allowed.busy")) {
                try await watches.ask(all, address: "b@example.org", pace: .daily, language: .english, from: one)
            }
            try await watches.ask(all, address: "b@example.org", pace: .daily, language: .english, from: other)
            #expect(try await WatchFixture.letters(database).count == 6)
            time.pass(hours: 1)
            try await watches.ask(all, address: "c@example.org", pace: .daily, language: .english, from: one)
        }
    }

    @Test(
        "What is no question asks for nothing, and not for more than was meant",
        arguments: [
            [("of", "cooperation-facts")], [("of", "cooperation-facts"), ("state", "XAA"), ("kind", "visit")],
            [("of", "assessments"), ("recommendation", "x")], [("of", "assessments"), ("assessor", "friend")],
            [("of", "everything"), ("q", "courts")], [("of", "assessments"), ("state", "XAA"), ("state", "XAB")], [],
        ])
    func unfit(_ parameters: [(String, String)]) { #expect(question(parameters).isEmpty) }

    @Test("A question names its page, its feed and itself")
    func addresses() {
        let facts = question([("of", "cooperation-facts"), ("state", "~Old Harbour"), ("kind", "visit-made")])
        #expect(facts.page == "/states/~Old%20Harbour/cooperation" && facts.feed.path == "/cooperation-facts.atom")
        #expect(facts.parameters.map(\.0) == ["of", "state", "kind"])
        #expect(question([("of", "assessments"), ("issue", "3")]).page == "/issues/3")
        #expect(question([("q", "legal aid")]).page == "/search?q=legal%20aid&sort=date")
    }
}
