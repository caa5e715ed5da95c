import Domain
import Ingest
import Markup
import Operations
import Reference
import Store
import TestSupport
import Testing

@testable import Programmes

@Suite("Programmes and issues")
struct IssueLinkTests {
    /// Three recommendations to Aldora, each in an issue of its own: on courts, on wells, and on children in prison.
    private func fill(_ fixture: ProgrammeFixture) async throws {
        let texts = [
            (
                1, "Establish specialised courts and train judges and prosecutors to hear children", "juvenile-justice",
                "16.3"
            ),
            (2, "Provide safe drinking water in the hills", "water-sanitation", "6.1"),
            (3, "Improve conditions in places of detention", "detention-conditions", ""),
        ]
        try await fixture.database.write { connection in
            try connection.execute("INSERT INTO source (id, code, rank) VALUES (1, 'demo', 1)")
            try connection.execute(
                """
                INSERT INTO import_run (id, name, file, format, source_id, status, rows_read, created, updated, unchanged,
                rejected, started, touched) VALUES (1, 'a', 'a', 'demo', 1, 'finished', 0, 0, 0, 0, 0, 'x', 'x')
                """)
            try connection.execute("INSERT INTO document (id, key, mechanism) VALUES (1, 'd', 'demo-upr')")
            for (id, text, theme, target) in texts {
                try connection.execute(
                    """
                    INSERT INTO recommendation (id, document_id, kind, paragraph_key, ordinal, version, import_id)
                    VALUES ($1, 1, 'recommendation', '', $1, 1, 1)
                    """, [.int(id)])
                try connection.execute(
                    "INSERT INTO recommendation_text (recommendation_id, part_id, language, source_id, text) VALUES ($1, 0, 'en', 1, $2)",
                    [.int(id), .text(text)])
                try connection.execute(
                    "INSERT INTO recommendation_state (recommendation_id, part_id, role, state) VALUES ($1, 0, 0, 'XAA')",
                    [.int(id)])
                if !target.isEmpty {
                    try connection.execute(
                        "INSERT INTO term (id, kind, code, label) VALUES ($1, 'sdg', $2, $2)",
                        [.int(id), .text(target)])
                    try connection.execute(
                        "INSERT INTO tag (recommendation_id, part_id, term_id, source_id) VALUES ($1, 0, $1, 1)",
                        [.int(id)])
                }
                try connection.execute(
                    """
                    INSERT INTO issue (id, state, names, reason, version, decided, made)
                    VALUES ($1, 'XAA', $2, $3, 1, 0, 'x')
                    """,
                    [
                        .int(id), .text("{\"en\":\"Issue \(id)\"}"),
                        .text("{\"words\":[],\"themes\":[\"\(theme)\"],\"persons\":[]}"),
                    ])
                try connection.execute(
                    """
                    INSERT INTO issue_member (state, recommendation_id, issue_id, group_number, pinned, placed, since)
                    VALUES ('XAA', $1, $1, 1, 0, 0, 'x')
                    """, [.int(id)])
            }
            try connection.execute("INSERT INTO issue_state (state, version, computed) VALUES ('XAA', 1, 'x')")
        }
    }

    private func linked(_ fixture: ProgrammeFixture) async throws -> ProgrammeID {
        try await fill(fixture)
        try await fixture.take(ActivityTexts.file(ActivityTexts.courts))
        while try await fixture.programmes.linkNext() > 0 {}
        return try #require(try await fixture.id("XA-COURT-1"))
    }

    private func shown(_ whole: ProgrammeWhole) -> [String] {
        whole.links.flatMap { entry in entry.reasons.map { "\(entry.issue.id) \($0.origin.rawValue)" } }.sorted()
    }

    @Test("Links come from purpose codes, targets and words, each with its reason, and from nothing else")
    func origins() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            let id = try await linked(fixture)
            let whole = try await fixture.programmes.find(id, .everybody)
            #expect(shown(whole) == ["1 goal", "1 text", "3 sector"])
            let reasons = whole.links.flatMap(\.reasons)
            #expect(reasons.first { $0.origin == .sector }?.reason.sector == "15137")
            #expect(reasons.first { $0.origin == .sector }?.reason.themes == ["detention-conditions"])
            #expect(reasons.first { $0.origin == .goal }?.reason.target == "16.3")
            #expect((reasons.first { $0.origin == .text }?.reason.words?.count ?? 0) >= LinkFinding.wordsMin)
            let serving = try await fixture.list(ProgrammeFilter(issue: IssueID(3)))
            #expect(serving == ["XA-COURT-1"])
        }
    }

    @Test("A link that was taken away with a reason stays away, and comes back by hand alone")
    func removal() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            let id = try await linked(fixture)
            let issue = IssueID(3)
            try await fixture.programmes.unlink(id, issue, because: "It builds no prisons", by: fixture.coordinator)
            try await database.write { connection in
                try connection.execute("UPDATE issue_state SET version = 2 WHERE state = 'XAA'")
            }
            while try await fixture.programmes.linkNext() > 0 {}
            let whole = try await fixture.programmes.find(id, .everybody)
            #expect(shown(whole) == ["1 goal", "1 text"])
            #expect(whole.removals.map(\.removal.reason) == ["It builds no prisons"])
            let serving = try await fixture.list(ProgrammeFilter(issue: issue))
            #expect(serving == [])
            try await fixture.programmes.link(id, issue, note: "Phase two does", by: fixture.coordinator)
            let after = try await fixture.programmes.find(id, .everybody)
            #expect(shown(after) == ["1 goal", "1 text", "3 hand", "3 sector"])
            #expect(after.removals.isEmpty)
        }
    }

    @Test("Who keeps neither the programme nor the issue's State joins nothing")
    func foreign() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            let id = try await linked(fixture)
            let failures = [
                try await ProgrammeFixture.failure {
                    try await fixture.programmes.link(id, IssueID(2), note: "", by: fixture.stranger)
                },
                try await ProgrammeFixture.failure {
                    try await fixture.programmes.unlink(id, IssueID(3), because: "x", by: fixture.observer)
                },
                try await ProgrammeFixture.failure {
                    try await fixture.programmes.unlink(id, IssueID(3), because: "", by: fixture.coordinator)
                },
                try await ProgrammeFixture.failure {
                    try await fixture.programmes.unlink(id, IssueID(2), because: "x", by: fixture.coordinator)
                },
            ]
            #expect(
                failures == [.forbidden, .forbidden, .invalid("reason", "programme.reasonNeeded"), .notFound])
        }
    }

    @Test("Every theme that purpose codes stand for is one of ours, and every code is in a list")
    func table() throws {
        let (codes, reference) = (try Shared.codes.get(), try Shared.reference.get())
        let themes = Set(reference.themes.map(\.code))
        #expect(codes.allSectorThemes.count > 80)
        for (code, entry) in codes.allSectorThemes {
            #expect(codes.has(code, in: code.count == 5 ? .sector : .sectorCategory), "\(code)")
            #expect(!entry.themes.isEmpty && entry.themes.allSatisfy(themes.contains), "\(code)")
            #expect(!entry.reason.isEmpty)
        }
    }
}
