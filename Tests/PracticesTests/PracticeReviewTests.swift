import Domain
import People
import Store
import TestSupport
import Testing

@testable import Practices

@Suite("Review of practices")
struct PracticeReviewTests {
    @Test("A practice is read by everybody after two other workspaces would publish it, and not before")
    func publishing() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let (practices, member) = (fixture.practices, fixture.aldora)
            let practice = try await practices.add(PracticeFixture.content(), by: member)
            #expect(try await fixture.titles() == [])
            await #expect(throws: WorkspaceError.notFound) { try await practices.waiting(practice.id, fixture.belmar) }
            try await practices.handIn(practice.id, version: 1, by: member)
            try await practices.takeUp(practice.id, by: fixture.belmar)
            #expect(try await fixture.own(practice.id, member).latest?.status == .inReview)
            try await fixture.say(.publish, practice.id, by: fixture.belmar)
            #expect(try await fixture.titles() == [])
            await #expect(throws: WorkspaceError.notFound) {
                try await practices.published(practice.id, language: .english)
            }
            try await fixture.say(.publish, practice.id, by: fixture.lanterns)
            #expect(try await fixture.titles() == ["Night schools for registrars"])
            let own = try await fixture.own(practice.id, member)
            #expect(own.latest?.status == .published)
            #expect(own.reviews.map(\.reviewers) == ["lanterns secretariat", "belmar"])
        }
    }

    @Test("No workspace reviews its own, nobody reviews for another what is of hers, and each says it once")
    func ownReview() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let practices = fixture.practices
            let practice = try await practices.add(PracticeFixture.content(), by: fixture.aldora)
            try await practices.handIn(practice.id, version: 1, by: fixture.aldora)
            let own = WorkspaceError.invalid("review", "practice.ownReview")
            await #expect(throws: own) {
                try await practices.review(
                    practice.id, edition: 1, .publish, reasons: "Good", language: .english, by: fixture.aldora)
            }
            try await database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO account (id, name, role, email, email_key, language, disabled, created)
                    VALUES (77, 'both', 'none', 'both@example.org', 'both@example.org', 'en', 0, '\(testInstant)')
                    """)
                try connection.execute(
                    """
                    INSERT INTO membership (workspace_id, account_id, role, since)
                    VALUES ($1, 77, 'observer', '\(testInstant)')
                    """, [.int(fixture.aldora.workspace.id.value)])
            }
            let both = Member(
                workspace: fixture.belmar.workspace, account: AccountID(77), name: "both", role: .coordinator,
                institution: nil)
            await #expect(throws: own) {
                try await practices.review(
                    practice.id, edition: 1, .publish, reasons: "Good", language: .english, by: both)
            }
            try await fixture.say(.publish, practice.id, by: fixture.belmar)
            await #expect(throws: WorkspaceError.invalid("review", "practice.saidAlready")) {
                try await fixture.say(.publish, practice.id, by: fixture.belmar)
            }
            #expect(try await fixture.titles() == [])
            #expect(try await practices.waiting(fixture.aldora).isEmpty)
            #expect(try await practices.waiting(fixture.lanterns).map(\.title) == ["Night schools for registrars"])
        }
    }

    @Test("Nobody publishes alone: who works in two workspaces speaks for one of them, and somebody else for the other")
    func twoWorkspaces() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let practices = fixture.practices
            let practice = try await practices.add(PracticeFixture.content(), by: fixture.aldora)
            try await practices.handIn(practice.id, version: 1, by: fixture.aldora)
            let workspaces = [fixture.belmar.workspace, fixture.lanterns.workspace]
            try await database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO account (id, name, role, email, email_key, language, disabled, created)
                    VALUES (77, 'both', 'none', 'both@example.org', 'both@example.org', 'en', 0, '\(testInstant)')
                    """)
                for workspace in workspaces {
                    try connection.execute(
                        """
                        INSERT INTO membership (workspace_id, account_id, role, since)
                        VALUES ($1, 77, 'coordinator', '\(testInstant)')
                        """, [.int(workspace.id.value)])
                }
            }
            let both = workspaces.map {
                Member(workspace: $0, account: AccountID(77), name: "both", role: .coordinator, institution: nil)
            }
            try await fixture.say(.publish, practice.id, by: both[0])
            await #expect(throws: WorkspaceError.invalid("review", "practice.reviewedElsewhere")) {
                try await fixture.say(.publish, practice.id, by: both[1])
            }
            #expect(try await fixture.titles() == [])
            try await fixture.say(.publish, practice.id, by: fixture.lanterns)
            #expect(try await fixture.titles() == ["Night schools for registrars"])
        }
    }

    @Test("One that is returned comes back as another edition, and what was reviewed stays as it was")
    func returned() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let (practices, member) = (fixture.practices, fixture.aldora)
            let id = try await practices.add(PracticeFixture.content(), by: member).id
            try await practices.handIn(id, version: 1, by: member)
            await #expect(throws: WorkspaceError.invalid("status", "practice.notDraft")) {
                try await practices.edit(id, version: 2, PracticeFixture.content("Changed"), by: member)
            }
            try await fixture.say(.sendBack, id, by: fixture.belmar)
            var own = try await fixture.own(id, member)
            #expect(own.latest?.status == .returned)
            #expect(own.reviews.first?.reasons == "Read and compared")
            try await practices.revise(id, version: own.practice.version, by: member)
            own = try await fixture.own(id, member)
            #expect(own.editions.map(\.status) == [.draft, .returned])
            try await practices.edit(
                id, version: own.practice.version, PracticeFixture.content("Evening schools"), by: member)
            own = try await fixture.own(id, member)
            #expect(
                own.editions.compactMap(\.content.original?.title) == [
                    "Evening schools", "Night schools for registrars",
                ])
            try await fixture.publish(id, version: own.practice.version, by: member)
            #expect(try await fixture.titles() == ["Evening schools"])
            // While another edition is written, others read the one that was reviewed.
            own = try await fixture.own(id, member)
            try await practices.revise(id, version: own.practice.version, by: member)
            own = try await fixture.own(id, member)
            try await practices.edit(
                id, version: own.practice.version, PracticeFixture.content("Day schools"), by: member)
            #expect(try await fixture.titles() == ["Evening schools"])
            own = try await fixture.own(id, member)
            try await fixture.publish(id, version: own.practice.version, by: member)
            #expect(try await fixture.titles() == ["Day schools"])
            own = try await fixture.own(id, member)
            #expect(own.editions.map(\.status) == [.published, .replaced, .returned])
        }
    }

    @Test("What is withdrawn is gone for everybody at once, from search too, and a stale form changes nothing")
    func withdrawn() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let (practices, member) = (fixture.practices, fixture.aldora)
            let id = try await fixture.published(by: member)
            let version = try await fixture.own(id, member).practice.version
            await #expect(throws: WorkspaceError.self) {
                try await practices.withdraw(id, version: version - 1, why: "Wrong", by: member)
            }
            #expect(try await fixture.titles().count == 1)
            await #expect(throws: WorkspaceError.invalid("why", "practice.reasonsNeeded")) {
                try await practices.withdraw(id, version: version, why: " ", by: member)
            }
            try await practices.withdraw(id, version: version, why: "Figures were wrong", by: member)
            #expect(try await fixture.titles() == [])
            var filter = PracticeFilter()
            filter.text = "registrars"
            #expect(try await practices.published(filter).total == 0)
            let words = try await database.read { try $0.count("SELECT COUNT(*) FROM practice_word") }
            #expect(words == 0)
            #expect(try await practices.marks() == [])
        }
    }

    @Test("What reviewers need is asked for, what failed is not")
    func complete() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            var content = PracticeFixture.content()
            content.themes = []
            content.texts[0].failed = ""
            content.texts[0].worked = ""
            let id = try await fixture.practices.add(content, by: fixture.aldora).id
            await #expect(
                throws: WorkspaceError.invalid([
                    .init("worked", "practice.needed"), .init("themes", "practice.needed"),
                ])
            ) { try await fixture.practices.handIn(id, version: 1, by: fixture.aldora) }
        }
    }
}
