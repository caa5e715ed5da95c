import Domain
import People
import Plans
import Store
import TestSupport
import Testing

@testable import FollowUp

@Suite("Comments and drafts")
struct CommentTests {
    @Test("A mention is found on the workspace's page and goes out as a letter, once, to those who may see it")
    func mentions() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let comments = fixture.comments
            let action = Subject(.action, fixture.second.value)
            let (first, unreached) = try await comments.add(
                "@Bo Reyes and @Dora Lang: which courts?", isInternal: true, to: action, by: fixture.coordinator)
            #expect(unreached == ["Dora Lang"])
            _ = try await comments.edit(
                first.id, "@Bo Reyes and @Ana Novak: which courts, please?", version: 1, by: fixture.coordinator)
            let seen = try await comments.mentions(fixture.focal, onlyUnseen: true)
            #expect(seen.map(\.comment.said) == ["@Bo Reyes and @Ana Novak: which courts, please?"])
            let letters = try await database.read { connection in
                try connection.all("SELECT kind, address, language FROM outbox ORDER BY id") {
                    [try $0.text(0), try $0.text(1), try $0.text(2)]
                }
            }
            #expect(letters == [["mention", "p2@aldora.example", "fr"]])
            try await comments.see(fixture.focal)
            let left = try await comments.mentions(fixture.focal, onlyUnseen: true)
            #expect(left.isEmpty)
            let all = try await comments.mentions(fixture.focal)
            #expect(all.count == 1)
        }
    }

    @Test("What is internal is seen by the mechanism and the institution alone; civil society speaks to all")
    func reach() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let comments = fixture.comments
            let action = Subject(.action, fixture.action.value)
            _ = try await comments.add("Internal", isInternal: true, to: action, by: fixture.coordinator)
            let (open, _) = try await comments.add("Open", isInternal: true, to: action, by: fixture.contributor)
            #expect(!open.isInternal)
            for (member, said) in [
                (fixture.coordinator, ["Internal", "Open"]), (fixture.focal, ["Internal", "Open"]),
                (fixture.contributor, ["Open"]), (fixture.observer, ["Open"]),
            ] {
                let seen = try await comments.all(of: action, member)
                #expect(seen.map(\.said) == said)
            }
            let foreign = Subject(.action, fixture.foreign.value)
            for (subject, member, error) in [
                (foreign, fixture.focal, WorkspaceError.notFound), (action, fixture.stranger, .notFound),
                (action, fixture.observer, .forbidden), (Subject(.action, 99), fixture.coordinator, .notFound),
            ] {
                let failure = try await ProgressFixture.failure {
                    _ = try await comments.add("Hello", isInternal: false, to: subject, by: member)
                }
                #expect(failure == error)
            }
        }
    }

    @Test("A comment is changed by its author alone, and what is removed leaves its trace")
    func editing() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let comments = fixture.comments
            let action = Subject(.action, fixture.action.value)
            let (made, _) = try await comments.add("Frist", isInternal: false, to: action, by: fixture.focal)
            let forbidden = try await ProgressFixture.failure {
                _ = try await comments.edit(made.id, "Mine now", version: 1, by: fixture.coordinator)
            }
            #expect(forbidden == .forbidden)
            _ = try await comments.edit(made.id, "First", version: 1, by: fixture.focal)
            let stale = try await ProgressFixture.failure {
                _ = try await comments.edit(made.id, "Second", version: 1, by: fixture.focal)
            }
            #expect(stale == .stale(made.own, version: 2))
            _ = try await comments.remove(made.id, version: 2, by: fixture.coordinator)
            let all = try await comments.all(of: action, fixture.focal)
            #expect(all.map(\.said) == [""])
            #expect(all.map(\.removedBy) == ["Ana Novak"])
            let history = try await database.read { try FieldChangeRow.of(made.own, fixture.workspace.id, $0) }
            #expect(history.map(\.new) == [nil, "First", "Frist"])
        }
    }

    @Test("A draft is its writer's alone, is replaced by the next, and is gone once it is thrown away")
    func drafts() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let drafts = fixture.drafts
            for text in ["One", "Two"] {
                try await drafts.save("progress/1/2026-Q1", [.init("said", text)], fixture.focal)
            }
            let mine = try await drafts.find("progress/1/2026-Q1", fixture.focal)
            #expect(mine?["said"] == "Two")
            let theirs = try await drafts.find("progress/1/2026-Q1", fixture.otherFocal)
            #expect(theirs == nil)
            for number in 1...101 { try await drafts.save("form/\(number)", [], fixture.focal) }
            let count = try await database.read { try $0.count("SELECT COUNT(*) FROM form_draft") }
            #expect(count == FormDrafts.draftsMax)
            try await drafts.drop("form/101", fixture.focal)
            let gone = try await drafts.find("form/101", fixture.focal)
            #expect(gone == nil)
            let size = try await ProgressFixture.failure {
                try await drafts.save("big", [.init("said", String(repeating: "a", count: 300_000))], fixture.focal)
            }
            #expect(size == .invalid("draft", "draft.size"))
        }
    }
}
