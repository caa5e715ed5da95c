import Corpus
import Domain
import Foundation
import Insight
import Reference
import Store
import TestSupport
import Testing

@testable import Operations

@Suite("Tags: suggestions and decisions") struct TagDecisionTests {
    private static let resources =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Resources"
    private static let health = "right-to-health"
    private static let schools = "right-to-education"
    private let coordinator = Caller.commandLine("tests")

    /// A model that tells clinics from schools.
    private static let model: [UInt8] = {
        let places = ["north", "south", "valley", "coast", "hills", "islands", "capital", "border"]
        let examples = (0..<64).map { number in
            let place = places[number % places.count]
            let isHealth = number % 2 == 0
            let text =
                isHealth
                ? "Build clinics and train nurses and doctors in the \(place), number \(number)"
                : "Open schools and hire teachers for pupils of the \(place), number \(number)"
            return TagExample(text: text, language: "en", labels: ["theme": [isHealth ? health : schools]])
        }
        return (try? TagTrainer().train(examples, name: "test", made: "2026-01-01") { _, _ in })?.bytes ?? []
    }()

    private let drafts = [
        Fixture.row(1, "Build clinics and train nurses in the valley", from: "XAB"),
        Fixture.row(2, "Hire teachers and open schools on the coast", from: "XAC"),
        Fixture.row(3, "Train doctors and nurses for clinics", from: "XAC", issues: [schools]),
    ]

    private func withTags(_ body: (OpenRecord, Tags, [RecommendationID]) async throws -> Void) async throws {
        let facts = try ReferenceFacts.load(from: Self.resources + "/reference", extra: Self.resources + "/demo")
        try await withEachDatabase { database in
            try await withFolder { folder in
                try Data(Self.model).write(to: URL(fileURLWithPath: TagModelFiles.own(in: folder)))
                let record = try await OpenRecord.open(
                    database: database, folder: folder, reference: facts, clock: Fixture.clock,
                    randomHex: String(repeating: "0f", count: 16))
                try await Fixture.run(drafts, into: database)
                try await record.feed.catchUp()
                let tags = Tags(
                    library: record.library, advice: TagAdvice(data: folder, resources: nil), clock: Fixture.clock)
                let all = try await Fixture.all(database)
                let ids = drafts.compactMap { draft in
                    all.first { $0.recommendation.texts[.english] == draft.texts[.english] }?.recommendation.id
                }
                try #require(ids.count == 3)
                try await body(record, tags, ids)
            }
        }
    }

    private func count(_ theme: String, _ record: OpenRecord) async throws -> Int {
        try await record.feed.catchUp()
        return record.corpus.snapshot.values(of: .theme).count(of: theme)
    }

    private func tags(_ id: RecommendationID, _ record: OpenRecord) async throws -> [Domain.Tag] {
        try await record.library.recommendation(id).recommendation.tags
    }

    @Test("A suggestion is no tag until it is confirmed; then it carries name and model, counts, and can be taken back")
    func confirms() async throws {
        try await withTags { record, tags, ids in
            let before = try await tags.suggestions(for: ids[0])
            let suggested = try #require(before.tags.first)
            #expect(suggested.code == Self.health && suggested.isChosen && !suggested.words.isEmpty)
            #expect(try await count(Self.health, record) == 0)
            let choice = TagChoice(ids[0], .theme, Self.health, seen: nil)
            let outcome = try await tags.decide([choice], .confirmed, by: coordinator)
            #expect(outcome.decided == 1)
            let tag = try #require(try await self.tags(ids[0], record).first)
            #expect(tag.source == .person && tag.decision?.by == coordinator.name)
            #expect(tag.decision?.model == before.model && tag.decision?.probability == suggested.probability)
            #expect(try await count(Self.health, record) == 1)
            #expect(try await !tags.suggestions(for: ids[0]).tags.contains { $0.code == Self.health })
            // The same once more changes nothing.
            #expect(try await tags.decide([choice], .confirmed, by: coordinator).unchanged == 1)
            _ = try await tags.undo(try #require(outcome.batch), by: coordinator)
            #expect(try await self.tags(ids[0], record).isEmpty)
            #expect(try await count(Self.health, record) == 0)
            #expect(try await tags.suggestions(for: ids[0]).tags.first?.code == Self.health)
            #expect(try await tags.history(of: ids[0]).map(\.verdict) == [.withdrawn, .confirmed])
        }
    }

    @Test(
        "What was rejected is not suggested again; a source's tag that is rejected is shown as disputed and does not count"
    )
    func rejects() async throws {
        try await withTags { record, tags, ids in
            _ = try await tags.decide(
                [TagChoice(ids[0], .theme, Self.health, seen: nil)], .rejected, by: coordinator)
            #expect(try await !tags.suggestions(for: ids[0]).tags.contains { $0.code == Self.health })
            #expect(try await count(Self.schools, record) == 1)
            let choice = TagChoice(ids[2], .theme, Self.schools, seen: nil)
            _ = try await tags.decide([choice], .rejected, by: coordinator)
            let disputed = try #require(try await self.tags(ids[2], record).first)
            #expect(disputed.source == .uprInfo && disputed.isDisputed && disputed.decision?.verdict == .rejected)
            #expect(try await count(Self.schools, record) == 0)
            // Importing again keeps the source's tag and the decision.
            try await Fixture.run(drafts, into: record.database)
            #expect(try await self.tags(ids[2], record).first?.isDisputed == true)
            #expect(try await count(Self.schools, record) == 0)
        }
    }

    @Test("Only coordinators decide; what somebody else decided meanwhile is left; unknown tags are refused")
    func refuses() async throws {
        try await withTags { _, tags, ids in
            let account = Account(id: AccountID(9), name: "Ola", role: .focalPoint, created: "2026-01-01T00:00:00.000Z")
            let choice = TagChoice(ids[0], .theme, Self.health, seen: nil)
            await #expect(throws: TagError.forbidden) {
                try await tags.decide([choice], .confirmed, by: Caller(account))
            }
            _ = try await tags.decide([choice], .confirmed, by: coordinator)
            await #expect(throws: TagError.stale) { try await tags.decide([choice], .rejected, by: coordinator) }
            await #expect(throws: TagError.notFound) {
                try await tags.decide(
                    [TagChoice(RecommendationID(999_999), .theme, Self.health, seen: nil)], .rejected, by: coordinator)
            }
            await #expect(throws: TagError.invalid(field: "code", allowed: "a known theme")) {
                try await tags.decide(
                    [TagChoice(ids[0], .theme, "no-such-theme", seen: nil)], .added, by: coordinator)
            }
            let seen = try await tags.history(of: ids[0]).first?.id
            let again = TagChoice(ids[0], .theme, Self.health, seen: seen)
            #expect(try await tags.decide([again], .withdrawn, by: coordinator).decided == 1)
        }
    }

    @Test("The list has the most certain first, and a step of many is taken back together")
    func lists() async throws {
        try await withTags { record, tags, ids in
            let request = SuggestionRequest(
                search: SearchRequest(filters: [.state: ["XAA"]]), kind: .theme, least: 0.5)
            let list = try await tags.list(request)
            #expect(Set(list.rows.map(\.recommendation)) == Set(ids) && list.looked == 3 && list.matched == 3)
            let certain = list.rows.map(\.tag.probability)
            #expect(certain == certain.sorted(by: >))
            let outcome = try await tags.decide(
                list.rows.map { TagChoice($0.recommendation, $0.tag.kind, $0.tag.code, seen: $0.tag.seen) }, .confirmed,
                by: coordinator)
            #expect(outcome.decided == list.rows.count)
            #expect(try await tags.list(request).rows.isEmpty)
            #expect(try await count(Self.health, record) == 2)
            #expect(try await tags.recentBatches().map(\.count) == [list.rows.count])
            let batch = try #require(outcome.batch)
            // One of them is decided otherwise since: it stays.
            let seen = try await tags.history(of: ids[0]).first?.id
            _ = try await tags.decide(
                [TagChoice(ids[0], .theme, Self.health, seen: seen)], .rejected, by: coordinator)
            #expect(try await tags.undo(batch, by: coordinator).decided == list.rows.count - 1)
            #expect(try await tags.history(of: ids[0]).first?.verdict == .rejected)
            await #expect(throws: TagError.notFound) { try await tags.undo(batch, by: coordinator) }
        }
    }

    @Test("Decisions follow a record that becomes part of another")
    func merged() async throws {
        try await withTags { record, tags, ids in
            _ = try await tags.decide(
                [TagChoice(ids[0], .theme, Self.health, seen: nil)], .confirmed, by: coordinator)
            let (from, into) = (ids[0].value, ids[1].value)
            try await record.database.write { connection in
                try connection.execute(
                    "UPDATE recommendation SET merged_into = $2 WHERE id = $1", [.int(from), .int(into)])
            }
            #expect(try await self.tags(ids[1], record).contains { $0.code == Self.health && $0.source == .person })
        }
    }

    @Test("A person's action outranks the source's")
    func action() async throws {
        try await withTags { record, tags, ids in
            _ = try await tags.decide([TagChoice(ids[0], .action, "5", seen: nil)], .added, by: coordinator)
            try await record.feed.catchUp()
            #expect(try await record.library.recommendation(ids[0]).recommendation.effectiveAction == .specific)
            #expect(record.corpus.snapshot.values(of: .action).count(of: "5") == 1)
        }
    }

    @Test("Without a model, or with a damaged one, everything works, says why, and takes a new one when it is there")
    func noModel() async throws {
        try await withTags { record, _, ids in
            let folder = record.folder
            let path = TagModelFiles.own(in: folder)
            var damaged = Self.model
            damaged[damaged.count / 2] ^= 1
            try Data(damaged).write(to: URL(fileURLWithPath: path))
            let tags = Tags(library: record.library, advice: TagAdvice(data: folder, resources: nil))
            let suggestions = try await tags.suggestions(for: ids[0])
            #expect(suggestions.tags.isEmpty && suggestions.problem?.contains("train it again") == true)
            #expect(
                try await tags.list(SuggestionRequest(search: SearchRequest(), kind: nil, least: 0.5)).problem != nil)
            let none = Tags(library: record.library, advice: TagAdvice(data: folder + "/none", resources: nil))
            #expect(try await none.suggestions(for: ids[0]).problem != nil)
            #expect(
                try await none.decide(
                    [TagChoice(ids[0], .theme, Self.health, seen: nil)], .added, by: coordinator
                ).decided == 1)
        }
    }
}
