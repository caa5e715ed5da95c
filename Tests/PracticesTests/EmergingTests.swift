import Domain
import People
import Store
import TestSupport
import Testing

@testable import Practices

@Suite("Emerging issues")
struct EmergingTests {
    private static func content() -> EmergingContent {
        var content = EmergingContent()
        content.title = "Rights of those who live on ships"
        content.text = "Families live on ships that no State registers."
        content.gap = "No instrument says who registers a birth on such a ship."
        content.themes = ["name-identity-nationality"]
        return content
    }

    private func publish(
        _ fixture: PracticeFixture, _ content: EmergingContent = Self.content(), by member: Member
    ) async throws -> EmergingIssueID {
        let id = try await fixture.practices.add(content, by: member).id
        try await fixture.practices.handIn(id, version: 1, by: member)
        for reviewer in [fixture.belmar, fixture.lanterns] {
            let round = try await fixture.practices.waiting(id, reviewer).issue.issue.round
            try await fixture.practices.review(
                id, round: round, .publish, reasons: "Clear", language: .english, by: reviewer)
        }
        return id
    }

    @Test("It is published after two reviews; steps and drafts are added by day, and its standing is the latest step")
    func life() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let (practices, member) = (fixture.practices, fixture.aldora)
            #expect(try await practices.published(EmergingFilter()).total == 0)
            let id = try await publish(fixture, by: member)
            try await practices.add(
                step: .beforeBody, body: "human-rights-council", bodyNote: "", note: "", address: "",
                on: try PracticeFixture.day("2025-06-01"), language: .english, to: id, by: member)
            try await practices.add(
                step: .raised, body: "", bodyNote: "", note: "A letter", address: "",
                on: try PracticeFixture.day("2024-01-01"), language: .english, to: id, by: member)
            try await practices.add(
                draft: "Principles", text: "", address: "https://example.org/draft",
                on: try PracticeFixture.day("2025-05-01"), language: .english, to: id, by: member)
            var open = try await practices.published(id, language: .english).outside.issue
            #expect(open.steps.map(\.stage) == [.raised, .beforeBody])
            #expect(open.standing?.stage == .beforeBody)
            #expect(open.drafts.count == 1)
            var filter = EmergingFilter()
            filter.stage = .beforeBody
            filter.text = "ship"
            #expect(try await practices.published(filter).total == 1)
            filter.stage = .raised
            #expect(try await practices.published(filter).total == 0)
            let step = try #require(open.standing)
            try await practices.strike(.step, step.id, of: id, why: "Another body", by: member)
            open = try await practices.published(id, language: .english).outside.issue
            #expect(open.standing?.stage == .raised)
            let own = try await practices.emerging(id, language: .english, member).reading.outside.issue
            #expect(own.steps.count == 2)
            await #expect(throws: WorkspaceError.invalid("body", "practice.bodyNeeded")) {
                try await practices.add(
                    step: .adopted, body: "", bodyNote: "", note: "", address: "",
                    on: try PracticeFixture.day("2025-07-01"), language: .english, to: id, by: member)
            }
            await #expect(throws: WorkspaceError.invalid("stepDay", "practice.notYet")) {
                try await practices.add(
                    step: .raised, body: "", bodyNote: "", note: "", address: "",
                    on: try PracticeFixture.day("2031-07-01"), language: .english, to: id, by: member)
            }
        }
    }

    @Test("A name is kept only with its bearer's consent, and leaves the store when it is taken out")
    func names() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let (practices, member) = (fixture.practices, fixture.aldora)
            let id = try await publish(fixture, by: member)
            await #expect(throws: WorkspaceError.invalid("consented", "practice.consentNeeded")) {
                try await practices.add(proponent: .concerned, name: "Amara Quill", consented: nil, to: id, by: member)
            }
            try await practices.add(
                proponent: .concerned, name: "Amara Quill", consented: try PracticeFixture.day("2026-01-05"), to: id,
                by: member)
            var open = try await practices.published(id, language: .english).outside.issue
            #expect(open.proponents.map(\.name) == ["Amara Quill"])
            try await practices.remove(proponent: try #require(open.proponents.first).id, from: id, by: member)
            open = try await practices.published(id, language: .english).outside.issue
            #expect(open.proponents == [])
            let left = try await database.read { connection in
                try connection.count("SELECT COUNT(*) FROM emerging_proponent WHERE name <> ''")
                    + connection.count("SELECT COUNT(*) FROM field_change WHERE new_value LIKE '%Amara%'")
            }
            #expect(left == 0)
        }
    }

    @Test("What is published is not changed; withdrawn, it is gone for others and can be written again")
    func withdrawing() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let (practices, member) = (fixture.practices, fixture.aldora)
            let id = try await publish(fixture, by: member)
            let version = try await practices.emerging(id, language: .english, member).reading.outside.issue.version
            await #expect(throws: WorkspaceError.invalid("status", "practice.notNow")) {
                try await practices.edit(id, version: version, Self.content(), by: member)
            }
            try await practices.withdraw(id, version: version, why: "Said otherwise", by: member)
            await #expect(throws: WorkspaceError.notFound) { try await practices.published(id, language: .english) }
            #expect(try await practices.published(EmergingFilter()).total == 0)
            try await practices.edit(id, version: version + 1, Self.content(), by: member)
            // Reviews of the time before do not count.
            try await practices.handIn(id, version: version + 2, by: member)
            try await practices.review(
                id, round: 2, .publish, reasons: "Clear", language: .english, by: fixture.belmar)
            #expect(try await practices.published(EmergingFilter()).total == 0)
        }
    }

    @Test("Its author's name is not told where civil society holds it back, and nobody reviews her own")
    func anonymous() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            var content = Self.content()
            content.isAnonymous = true
            let id = try await fixture.practices.add(content, by: fixture.shore).id
            try await fixture.practices.handIn(id, version: 1, by: fixture.shore)
            await #expect(throws: WorkspaceError.invalid("review", "practice.ownReview")) {
                try await fixture.practices.review(
                    id, round: 1, .publish, reasons: "Good", language: .english, by: fixture.shore)
            }
            let waiting = try await fixture.practices.waiting(id, fixture.belmar)
            #expect(!"\(waiting)".contains("shore"))
            for reviewer in [fixture.belmar, fixture.lanterns] {
                try await fixture.practices.review(
                    id, round: 1, .publish, reasons: "Clear", language: .english, by: reviewer)
            }
            let open = try await fixture.practices.published(id, language: .english)
            #expect(open.outside.author == nil)
            #expect(!"\(open)".contains("shore"))
            #expect(open.outside.issue.workspace == WorkspaceID(0))
        }
    }

    @Test("A practice that is withdrawn is not linked outside any more")
    func links() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let (practices, member) = (fixture.practices, fixture.aldora)
            let practice = try await fixture.published(by: member)
            var content = Self.content()
            content.links = [EmergingLink(.practice, practice.value)]
            let id = try await publish(fixture, content, by: member)
            let before = try await practices.published(id, language: .english).outside.issue.content.links
            #expect(before == content.links)
            let version = try await fixture.own(practice, member).practice.version
            try await practices.withdraw(practice, version: version, why: "Figures were wrong", by: member)
            let after = try await practices.published(id, language: .english).outside.issue.content.links
            #expect(after == [])
        }
    }
}
