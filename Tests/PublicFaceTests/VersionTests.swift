import Domain
import People
import PlanSupport
import Store
import TestSupport
import Testing

@testable import PublicFace

@Suite("Versions of what was public, and removals")
struct VersionTests {
    @Test("Earlier versions show what may still be seen of them and nothing else")
    func versions() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            let key = PublicKey(.action, fixture.actions[0].value)
            try await fixture.show([.commitments: .everybody, .actions: .everybody, .lead: .everybody])
            _ = try await fixture.shown()
            fixture.wait(days: 1)
            try await fixture.rename(0, "Train all judges")
            var face = try await fixture.shown()
            var versions = try await fixture.faces.versions(key, face)
            #expect(versions.map { $0.item?["title"] } == ["Train all judges", "Train judges"])
            #expect(versions.last?.item?["lead"] == "Ministry 1")
            let state = face.state
            try await fixture.show([.lead: .draft])
            face = try await fixture.shown()
            versions = try await fixture.faces.versions(key, face)
            #expect(versions.count == 3)
            #expect(versions.allSatisfy { $0.item?["lead"] == nil })
            let then = try await fixture.faces.shown("aldora", at: state)
            #expect(then.item(key)?["title"] == "Train all judges")
            #expect(then.item(key)?["lead"] == nil)
            let never = try await FaceFixture.failure { _ = try await fixture.faces.shown("aldora", at: 999_999) }
            #expect(never == .notFound)
        }
    }

    @Test("What was public and is not leaves that it was, and no word of it")
    func gone() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            let key = PublicKey(.action, fixture.actions[0].value)
            try await fixture.show([.commitments: .everybody, .actions: .everybody])
            let state = try await fixture.shown().state
            try await fixture.except([key], .init(stage: .draft))
            let face = try await fixture.shown()
            guard case .gone = try await fixture.faces.find(key, face) else {
                Issue.record("It should be known to have been there")
                return
            }
            let versions = try await fixture.faces.versions(key, face)
            #expect(versions.first?.isEnd == true)
            #expect(versions.allSatisfy { $0.item == nil })
            let then = try await fixture.faces.shown("aldora", at: state)
            #expect(then.item(key) == nil)
            let latest = try await fixture.faces.latest(face, limit: 50).versions
            #expect(!latest.contains { $0.key == key })
        }
    }

    @Test("A removal takes the words out of every version, needs a ground, and stays visible")
    func removal() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            let removals = Removals(fixture.faces)
            let key = PublicKey(.action, fixture.actions[0].value)
            try await fixture.show([.commitments: .everybody])
            let early = try await FaceFixture.failure {
                try await removals.remove(
                    key, .safety, office: "Court", reason: "A name", fixture.administrator)
            }
            #expect(early == .notFound)
            try await fixture.show([.actions: .everybody])
            _ = try await fixture.shown()
            let refused = try await FaceFixture.failure {
                try await removals.remove(key, .safety, office: "Court", reason: "A name", fixture.coordinator)
            }
            #expect(refused == .forbidden)
            let wordless = try await FaceFixture.failure {
                try await removals.remove(key, .safety, office: "Court", reason: " ", fixture.administrator)
            }
            #expect(wordless == .invalid("reason", "publicFace.reasonNeeded"))
            try await removals.remove(key, .safety, office: "Court", reason: "It names her", fixture.administrator)
            let face = try await fixture.shown()
            #expect(face.item(key) == nil)
            let marker = try #require(face.removals.first)
            #expect(marker.key == key && marker.ground == .safety && marker.office == "Court")
            #expect(marker.parent == PublicKey(.commitment, fixture.first.value))
            let kept = try await database.read { connection in
                try connection.count(
                    "SELECT COUNT(*) FROM public_version WHERE content IS NOT NULL AND replace(content, 'Train judges', '') <> content"
                )
            }
            #expect(kept == 0)
            guard case .removed = try await fixture.faces.find(key, face) else {
                Issue.record("A marker should stand in its place")
                return
            }
            let twice = try await FaceFixture.failure {
                try await removals.remove(key, .safety, office: "Court", reason: "Again", fixture.administrator)
            }
            #expect(twice == .invalid("ground", "publicFace.alreadyRemoved"))
        }
    }

    @Test("Files of open data take the same items, and none where the page is closed")
    func streams() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            let workspace = fixture.plan.workspace
            var actions = try await fixture.faces.items(.action, workspace)
            #expect(actions.isEmpty)
            try await fixture.show([.commitments: .everybody, .actions: .everybody])
            actions = try await fixture.faces.items(.action, workspace)
            #expect(actions.map(\.id) == fixture.actions.map(\.value))
            actions = try await fixture.faces.items(.action, workspace, after: fixture.actions[1].value)
            #expect(actions.map(\.id) == [fixture.actions[2].value])
        }
    }
}
