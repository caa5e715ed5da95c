import Assessments
import Domain
import People
import TestSupport
import Testing

@Suite("Schemes of assessments")
struct SchemeTests {
    private func content(_ third: String = "Deep") -> SchemeContent {
        SchemeContent(
            names: ["en": "Tide scale", "fr": "Échelle des marées"], about: ["en": "How far the water came"],
            values: [
                .init(code: "dry", labels: ["en": "Dry", "fr": "Sec"]),
                .init(code: "deep", labels: ["en": third, "fr": "Profond"]),
            ])
    }

    @Test("An edition keeps its words for what was said in it, and only its own voice writes in it")
    func editions() async throws {
        try await withEachDatabase { database in
            let fixture = try await AssessmentFixture.make(database)
            let room = fixture.assessments
            let id = try await room.save(content(), of: nil, version: 0, by: fixture.watch)
            var draft = fixture.draft()
            draft.scheme = SchemeCode(id)
            draft.value = "deep"
            let said = try await fixture.publish(draft, by: fixture.watch)
            await #expect(throws: WorkspaceError.invalid("scheme", "assess.schemeUnknown")) {
                try await room.write(draft, by: fixture.commission)
            }
            draft.value = "high"
            await #expect(throws: WorkspaceError.invalid("value", "assess.valueUnknown")) {
                try await room.write(draft, by: fixture.watch)
            }
            _ = try await room.save(content("Very deep"), of: id, version: 1, by: fixture.watch)
            await #expect(throws: WorkspaceError.notFound) {
                _ = try await room.save(content("Ours"), of: id, version: 2, by: fixture.coordinator)
            }
            let one = try await room.published(said)
            #expect(one.words?.edition == 1 && one.words?.content == content())
            let now = try await room.schemes(fixture.watch)
            #expect(now.map(\.edition) == [2] && now.first?.content == content("Very deep"))
            try await room.close(id, version: 2, by: fixture.watch)
            draft.value = "dry"
            await #expect(throws: WorkspaceError.invalid("scheme", "assess.schemeUnknown")) {
                try await room.write(draft, by: fixture.watch)
            }
        }
    }

    @Test("A scheme has names, two to twelve values, and labels in every language it is named in")
    func rules() async throws {
        try await withEachDatabase { database in
            let fixture = try await AssessmentFixture.make(database)
            var few = content()
            few.values.removeLast()
            var mixed = content()
            mixed.values[0].labels = ["en": "Dry"]
            var twice = content()
            twice.values[1].code = "dry"
            var nameless = content()
            nameless.names = ["xx": "Nothing"]
            for wrong in [few, mixed, twice, nameless] {
                await #expect(throws: WorkspaceError.self) {
                    _ = try await fixture.assessments.save(wrong, of: nil, version: 0, by: fixture.watch)
                }
            }
        }
    }
}
