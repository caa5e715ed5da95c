import Domain
import Operations
import People
import Store
import TestSupport
import Testing

@testable import WorkspaceSearch

@Suite("The index of a workspace")
struct IndexTests {
    @Test("It follows the change log; what is gone without a word is not shown all the same")
    func follows() async throws {
        try await withEachDatabase { database in
            let fixture = try await FindFixture(database)
            let before = try await fixture.find("curlew")
            #expect(before.total.count == 0)
            try await fixture.add(["Watch the curlew"], from: 300, fixture.second)
            let silent = try await fixture.find("curlew")
            #expect(silent.total.count == 0)
            try await fixture.store.change(fixture.coordinator) { $0.did("action.add", Subject(.action, 300)) }
            let after = try await fixture.find("curlew")
            #expect(after.texts.map(\.id) == [300])
            #expect(after.institutions.map(\.id) == [fixture.second])
            try await fixture.store.change(fixture.coordinator) { change in
                try change.connection.execute("UPDATE action SET title = 'Watch the plover' WHERE id = 300")
                change.did("action.change", Subject(.action, 300))
            }
            let renamed = try await fixture.find("curlew OR plover")
            #expect(renamed.texts.map { $0.title.map(\.text).joined() } == ["Watch the plover"])
            try await database.write { try $0.execute("UPDATE action SET withdrawn = 1 WHERE id = 300") }
            let gone = try await fixture.find("plover")
            #expect(gone.total.count == 0 && gone.kinds.isEmpty && gone.institutions.isEmpty)
        }
    }

    @Test("A round that opens brings all its paragraphs")
    func round() async throws {
        try await withEachDatabase { database in
            let fixture = try await FindFixture(database)
            _ = try await fixture.find("kestrel")
            try await fixture.store.change(fixture.coordinator) { change in
                try change.connection.execute(
                    "UPDATE round_paragraph SET texts = '{\"en\":\"A new ouzel\"}' WHERE round_id = 100")
                change.did("round.move", Subject(.round, 100))
            }
            let found = try await fixture.find("ouzel")
            #expect(found.texts.map(\.kind) == [.paragraph])
        }
    }

    @Test("Numbers are counted from what the reader sees, and pages give each text once")
    func numbers() async throws {
        try await withEachDatabase { database in
            let fixture = try await FindFixture(database, .init(countedMax: 20))
            try await fixture.add((0..<45).map { "Dunlin \($0)" }, from: 400, fixture.second)
            try await fixture.add((0..<3).map { "Dunlin again \($0)" }, from: 500, fixture.first)
            let all = try await fixture.find("dunlin")
            #expect(all.total == FoundCount(count: 20, isMore: true))
            // The lead of the commitment reaches all of its actions, so the plan is taken from it.
            try await database.write {
                try $0.execute("UPDATE commitment SET lead_id = NULL WHERE id = 100")
            }
            let own = try await fixture.find("dunlin", fixture.member(.focalPoint, fixture.first))
            #expect(own.total == FoundCount(count: 3, isMore: false))
            #expect(own.next == nil)
            var (ids, question): ([Int64], FindQuestion) = ([], FindQuestion(query: "dunlin", limit: 7))
            repeat {
                let page = try await fixture.search.find(question, fixture.coordinator)
                ids += page.texts.map(\.id)
                question.after = page.next
            } while question.after != nil && ids.count < 100
            #expect(ids.count == 48 && Set(ids).count == 48)
            let narrowed = try await fixture.search.find(
                FindQuestion(query: "dunlin", kinds: [.law], institution: fixture.first), fixture.coordinator)
            #expect(narrowed.total.count == 0)
            #expect(narrowed.kinds.map(\.kind) == [.action])
        }
    }

    @Test("Over its limit it leaves texts out and says so; unused ones are let go when there is too much")
    func limits() async throws {
        try await withEachDatabase { database in
            let fixture = try await FindFixture(database, .init(textsMax: 5, bytesMax: 1))
            let found = try await fixture.find("kestrel")
            #expect(found.isCut && found.total.count == 5)
            let other = try await fixture.find("kestrel", Member.keeper("cli:x", of: fixture.belmar))
            #expect(other.isCut)
            let held = await fixture.search.held
            #expect(held.map(\.workspace) == [fixture.belmar.id])
        }
    }

    @Test("Many at once wait for one building, and all get its answer")
    func together() async throws {
        try await withEachDatabase { database in
            let fixture = try await FindFixture(database)
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 { group.addTask { try await fixture.find("kestrel").total.count } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts == [Int](repeating: FoundKind.allCases.count, count: 8))
            let held = await fixture.search.held
            #expect(held.count == 1)
        }
    }
}
