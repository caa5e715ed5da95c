import Domain
import People
import PlanSupport
import Store
import TestSupport
import Testing

@testable import Practices

@Suite("Use of practices")
struct PracticeUseTests {
    @Test("An adoption shows as far as its workspace allows, and is gone when it is taken back")
    func adopting() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let practices = fixture.practices
            let id = try await fixture.published(by: fixture.aldora)
            var draft = AdoptionDraft(day: try PracticeFixture.day("2026-01-02"))
            draft.note = "For the islands"
            await #expect(throws: WorkspaceError.invalid("practice", "practice.ownAdoption")) {
                try await practices.adopt(id, draft, by: fixture.aldora)
            }
            let adoption = try await practices.adopt(id, draft, by: fixture.belmar)
            await #expect(throws: WorkspaceError.invalid("practice", "practice.adoptedAlready")) {
                try await practices.adopt(id, draft, by: fixture.belmar)
            }
            var use = try await practices.published(id, language: .english).adoptions
            #expect(use.count == 1)
            #expect(use.named == [])
            try await practices.add(
                result: "Forty registrars passed", on: try PracticeFixture.day("2026-01-20"), to: adoption.id,
                by: fixture.belmar)
            try await practices.show(adoption.id, version: 1, .named, by: fixture.belmar)
            use = try await practices.published(id, language: .english).adoptions
            #expect(use.named.map(\.adopter.name) == ["belmar"])
            #expect(use.named.first?.results.map(\.text) == ["Forty registrars passed"])
            await #expect(throws: WorkspaceError.notFound) {
                try await practices.takeBack(adoption.id, version: 2, why: "No", by: fixture.lanterns)
            }
            try await practices.takeBack(adoption.id, version: 2, why: "Done otherwise", by: fixture.belmar)
            use = try await practices.published(id, language: .english).adoptions
            #expect(use.count == 0)
            let own = try await practices.adoptions(fixture.belmar)
            #expect(own.first?.adoption.takenBackWhy == "Done otherwise")
            #expect(own.first?.adoption.results.count == 1)
        }
    }

    @Test("An adoption is for something of the workspace itself")
    func links() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            try await database.write { try PlanRecordRows.write([3, 2], loose: 0, $0) }
            let id = try await fixture.published(by: fixture.lanterns)
            var draft = AdoptionDraft(day: try PracticeFixture.day("2026-01-02"))
            draft.link = PracticeAdoption.Link(.issue, 1)
            let refusal = WorkspaceError.invalid("for", "practice.linkUnknown")
            await #expect(throws: refusal) { try await fixture.practices.adopt(id, draft, by: fixture.belmar) }
            draft.link = PracticeAdoption.Link(.action, 99)
            await #expect(throws: refusal) { try await fixture.practices.adopt(id, draft, by: fixture.aldora) }
            draft.link = PracticeAdoption.Link(.issue, 1)
            _ = try await fixture.practices.adopt(id, draft, by: fixture.aldora)
            let own = try await fixture.practices.adoptions(fixture.aldora)
            #expect(own.first?.linkName != nil)
        }
    }

    @Test("Who works for one institution alone does not read which commitment an adoption is for, nor its history")
    func sight() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let workspace = fixture.aldora.workspace
            try await database.write { connection in
                try PlanRecordRows.write([3, 2], loose: 0, connection)
                try connection.execute(
                    """
                    INSERT INTO commitment (id, workspace_id, issue_id, title, title_key, priority, withdrawn, made, version)
                    VALUES (1, $1, 1, 'Registers in every village', 'registers', 'none', 0, '\(testInstant)', 1)
                    """, [.int(workspace.id.value)])
            }
            let id = try await fixture.published(by: fixture.lanterns)
            var draft = AdoptionDraft(day: try PracticeFixture.day("2026-01-02"))
            draft.link = PracticeAdoption.Link(.commitment, 1)
            _ = try await fixture.practices.adopt(id, draft, by: fixture.aldora)
            let whole = try await fixture.practices.adoptions(fixture.aldora)
            #expect(whole.map(\.linkName) == ["Registers in every village"])
            let registry = InstitutionID(5)
            let focal = Member(
                workspace: workspace, account: AccountID(7), name: "focal", role: .focalPoint, institution: registry)
            let part = try await fixture.practices.adoptions(focal)
            #expect(part.count == 1)
            #expect(part.map(\.linkName) == [nil] && part.map(\.adoption.link) == [nil])
            let title = try #require(fixture.practices.historyOwners.first { $0.kind == .practice }).title
            let titles = try await database.read { connection in
                try [nil, registry].map { try title(id.value, workspace.id, $0, connection) }
            }
            #expect(titles == ["Night schools for registrars", nil])
        }
    }

    @Test("A workspace that adopted a practice reads the title that is published now, and none when none is")
    func history() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let (practices, member) = (fixture.practices, fixture.aldora)
            let id = try await fixture.published(by: member)
            let draft = AdoptionDraft(day: try PracticeFixture.day("2026-01-02"))
            _ = try await practices.adopt(id, draft, by: fixture.belmar)
            _ = try await practices.adopt(id, draft, by: fixture.harbour)
            let title = try #require(practices.historyOwners.first { $0.kind == .practice }).title
            let belmar = fixture.belmar.workspace.id
            func read() async throws -> String? {
                try await database.read { try title(id.value, belmar, nil, $0) }
            }
            try await practices.revise(
                id, version: try await fixture.own(id, member).practice.version, by: member)
            try await practices.edit(
                id, version: try await fixture.own(id, member).practice.version,
                PracticeFixture.content("Day schools"), by: member)
            let before = try await read()
            #expect(before == "Night schools for registrars")
            try await fixture.publish(id, version: try await fixture.own(id, member).practice.version, by: member)
            let after = try await read()
            #expect(after == "Day schools")
            // Workspaces that are closed do not count.
            try await database.write { connection in
                try connection.execute(
                    "UPDATE workspace SET closed = 1 WHERE id = $1", [.int(fixture.harbour.workspace.id.value)])
            }
            let use = try await practices.published(id, language: .english).adoptions
            #expect(use.count == 1)
            try await database.write { connection in
                try connection.execute(
                    "UPDATE workspace SET closed = 1 WHERE id = $1", [.int(member.workspace.id.value)])
            }
            let closed = try await read()
            #expect(closed == "")
        }
    }

    @Test("Practices are found from an issue by name, theme and words, those that name it first")
    func finding() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            try await database.write { connection in
                try PlanRecordRows.write([3, 2], loose: 0, connection)
                try connection.execute(
                    """
                    UPDATE issue SET reason = '{"words":["registrar"],"themes":["human-rights-education"],"persons":[]}'
                    WHERE id = 1
                    """)
            }
            var other = PracticeFixture.content("Posters in buses")
            other.themes = ["climate-change"]
            _ = try await fixture.published(other, by: fixture.aldora)
            let themed = try await fixture.published(by: fixture.aldora)
            var naming = PracticeFixture.content("Letters to clinics")
            naming.themes = ["right-to-health"]
            naming.links = [PracticeLink(.recommendation, 1)]
            let named = try await fixture.published(naming, by: fixture.aldora)
            let found = try await fixture.practices.practices(on: IssueID(1))
            #expect(found.map(\.practice.id) == [named, themed])
            #expect(found.map(\.isProposed) == [false, true])
            #expect(found.last?.themes == ["human-rights-education"])
            #expect(found.last?.words == ["registrar"])
        }
    }

    @Test("Words are found by their beginning and in their other forms, in every language version")
    func words() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let id = try await fixture.practices.add(PracticeFixture.content(), by: fixture.aldora).id
            var french = PracticeText(language: .french, isOriginal: false)
            french.title = "Écoles du soir"
            french.worked = "Les communautés villageoises enseignent."
            try await fixture.practices.putVersion(id, version: 1, french, by: fixture.aldora)
            try await fixture.publish(id, version: 2, by: fixture.aldora)
            for (text, count) in [
                ("teach", 1), ("teaches", 1), ("ecole", 1), ("communauté", 1), ("night registrar", 1), ("bicycles", 0),
                ("night bicycles", 0), ("%", 1), ("", 1),
            ] {
                var filter = PracticeFilter()
                filter.text = text
                #expect(try await fixture.practices.published(filter).total == count, "\(text)")
            }
            var filter = PracticeFilter()
            filter.language = .french
            #expect(try await fixture.practices.published(filter).total == 1)
            filter.language = .spanish
            #expect(try await fixture.practices.published(filter).total == 0)
            let page = try await fixture.practices.published(id, language: .french)
            #expect(page.practice.content.text(for: .french)?.title == "Écoles du soir")
            #expect(page.practice.content.text(for: .russian)?.isOriginal == true)
        }
    }

    @Test("States with a practice on a theme are known to whoever looks for peers")
    func marks() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let id = try await fixture.published(by: fixture.aldora)
            let marks = try await fixture.practices.marks(onThemes: ["right-to-health"])
            #expect(marks.map(\.practice) == [id])
            #expect(marks.first?.state == StateCode("XAA"))
            let others = try await fixture.practices.marks(onThemes: ["torture"])
            #expect(others == [])
        }
    }
}
