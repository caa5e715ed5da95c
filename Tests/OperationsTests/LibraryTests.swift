import Archives
import Corpus
import Domain
import Foundation
import Reference
import SQLiteDatabase
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct LibraryTests {
    private static let resources =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Resources"

    private func withRecord(_ body: (OpenRecord) async throws -> Void) async throws {
        let facts = try ReferenceFacts.load(from: Self.resources + "/reference", extra: Self.resources + "/demo")
        try await withEachDatabase { database in
            try await withFolder { folder in
                let record = try await OpenRecord.open(
                    database: database, folder: folder, reference: facts, clock: Fixture.clock,
                    randomHex: String(repeating: "0f", count: 16))
                try await body(record)
            }
        }
    }

    private let drafts = [
        Fixture.paragraph(1, "121.2", "Build clinics in every district", from: ["XAB"]),
        Fixture.paragraph(2, "121.10", "Train judges in juvenile law", from: ["XAC"], position: .noted),
        Fixture.paragraph(3, "121.1", "Staff the clinics of the districts", from: ["XAB", "XAC"]),
    ]

    @Test("What was imported is found, marked, counted, and stands between its neighbours")
    func finds() async throws {
        try await withRecord { record in
            try await Fixture.run(drafts, into: record.database, source: .uhri)
            try await record.feed.catchUp()
            let page = try await record.library.search(
                SearchRequest(query: "clinic", facets: [.position, .recommending]))
            #expect(page.total == 2)
            #expect(page.items.allSatisfy { $0.excerpt.contains { $0.isHit && $0.text.lowercased() == "clinics" } })
            #expect(page.facets.first { $0.facet == .recommending }?.count(of: "XAB") == 2)
            let ordered = try await record.library.search(SearchRequest(sort: .document))
            #expect(ordered.items.map { $0.paragraph?.printed } == ["121.1", "121.2", "121.10"])
            let middle = try await record.library.recommendation(ordered.items[1].id)
            #expect(middle.previous?.paragraph?.printed == "121.1" && middle.next?.paragraph?.printed == "121.10")
            #expect(middle.sources.map(\.row) == [1])
        }
    }

    @Test("Changes and removals reach the Corpus; a second look finds nothing new")
    func follows() async throws {
        try await withRecord { record in
            try await Fixture.run(drafts, into: record.database, source: .uhri, name: "one")
            #expect(try await record.feed.catchUp() == 3)
            #expect(try await record.feed.catchUp() == 0)
            let later = Clock { 1_770_000_100_000 }
            _ = try await ImportUndo(database: record.database, clock: later)("one", actor: "test")
            try await record.feed.catchUp()
            #expect(try await record.library.search(SearchRequest()).total == 0)
        }
    }

    @Test("A saved Corpus is taken at the next start and goes on from where it was")
    func saves() async throws {
        let facts = try ReferenceFacts.load(from: Self.resources + "/reference", extra: Self.resources + "/demo")
        try await withFolder { folder in
            let hex = String(repeating: "0f", count: 16)
            func open() async throws -> OpenRecord {
                try await OpenRecord.open(
                    database: try SQLiteDriver(path: folder + "/r.sqlite"), folder: folder, reference: facts,
                    clock: Fixture.clock, randomHex: hex)
            }
            do {
                let first = try await open()
                #expect(first.rebuilding != nil && first.ownsCorpus)
                try await Fixture.run(drafts, into: first.database, source: .uhri)
                try await first.feed.catchUp()
                let second = try await open()
                #expect(!second.ownsCorpus)
                await second.database.close()
                try first.saveCorpus()
                await first.database.close()
            }
            let again = try await open()
            #expect(again.rebuilding == nil && again.corpus.position == 3)
            #expect(try await again.library.search(SearchRequest(query: "judges")).total == 1)
            await again.database.close()
            try Data("damaged".utf8).write(to: URL(filePath: folder + "/corpus.bin"))
            let damaged = try await open()
            #expect(damaged.rebuilding != nil)
            try await damaged.feed.catchUp()
            #expect(try await damaged.library.search(SearchRequest(query: "judges")).total == 1)
            await damaged.database.close()
        }
    }

    @Test("A Corpus file damaged anywhere, cut or lengthened is rebuilt from the store, with the same answers")
    func rebuilds() async throws {
        let facts = try ReferenceFacts.load(from: Self.resources + "/reference", extra: Self.resources + "/demo")
        try await withEachDatabase { database in
            try await withFolder { folder in
                func open() async throws -> OpenRecord {
                    try await OpenRecord.open(
                        database: database, folder: folder, reference: facts, clock: Fixture.clock,
                        randomHex: String(repeating: "0f", count: 16))
                }
                let path = folder + "/corpus.bin"
                let request = SearchRequest(query: "clinics OR judges", facets: [.position, .recommending])
                let first = try await open()
                try await Fixture.run(drafts, into: database, source: .uhri)
                try await first.feed.catchUp()
                try first.saveCorpus()
                let expected = first.corpus.snapshot.search(QueryParser.parse(request.query), request)
                #expect(expected.total == 3)
                let good = try Array(Data(contentsOf: URL(filePath: path)))
                // The header, what lies between, each part of the segment, the last byte.
                let places = Array(stride(from: 0, to: good.count, by: max(good.count / 12, 1))) + [good.count - 1]
                var harmed = places.map { place in
                    var bytes = good
                    bytes[place] ^= 0x10
                    return bytes
                }
                harmed += [[], Array(good.prefix(good.count / 2)), good + [0]]
                for (number, bytes) in harmed.enumerated() {
                    try Data(bytes).write(to: URL(filePath: path))
                    let damaged = try await open()
                    #expect(damaged.rebuilding != nil && damaged.corpus.position == 0, "harm \(number)")
                    try await damaged.feed.catchUp()
                    let answer = damaged.corpus.snapshot.search(QueryParser.parse(request.query), request)
                    #expect(answer.hits == expected.hits && answer.facets == expected.facets, "harm \(number)")
                }
                try first.saveCorpus()
                #expect(try await open().rebuilding == nil)
            }
        }
    }

    @Test("Numbers of a State, a topic, a document and a comparison agree with the records")
    func counts() async throws {
        try await withRecord { record in
            try await Fixture.run(drafts, into: record.database, source: .uhri)
            try await record.feed.catchUp()
            let library = record.library
            let state = try await library.state(Fixture.aldora)
            #expect(state.total == 3 && state.positionsByCycle.count("3", "supported") == 2)
            #expect(try await library.state(StateCode("XAB")).made == 2)
            let topic = try await library.topic(.theme, "right-to-health", language: .english)
            #expect(topic.total == 3 && topic.newest.items.count == 3)
            let document = try #require(try await library.documents(limit: 5).first)
            #expect(document.recommendations == 3)
            #expect(try await library.document(document.document.id, language: .english, after: nil).total == 3)
            let comparison = try await library.compare([(Fixture.aldora, nil), (StateCode("XAB"), 3)])
            #expect(comparison.columns.map(\.total) == [3, 0])
            #expect(try await library.overview().total == 3)
            #expect(try await library.sources().runs.count == 1)
            await #expect(throws: OperationError.notFound) { try await library.state(StateCode("ZZZ")) }
            await #expect(throws: OperationError.notFound) { try await library.recommendation(RecommendationID(99)) }
        }
    }

    @Test("An export read back makes the same recommendations")
    func exports() async throws {
        try await withRecord { record in
            try await Fixture.run(drafts, into: record.database, source: .uhri)
            try await withFolder { folder in
                try await PublicArchive(tables: RecordTables.all(record.database)).written(to: folder)
                let facts = record.reference
                let file = try ImportFile(folder + "/recommendations.jsonl", facts)
                #expect(file.format == "rapporteur")
                try await withSQLite { other, _ in
                    try await Migrator().migrate(other, at: testInstant)
                    let order = Importing.Order(file: "export", format: file.format, source: file.source, actor: "test")
                    let report = try await Importing(database: other, clock: Fixture.clock).run(order, open: file.open)
                    #expect(report.created == 3 && report.rejected == 0)
                    let copies = try await Fixture.all(other)
                    let originals = try await Fixture.all(record.database)
                    #expect(copies.map(\.recommendation.texts) == originals.map(\.recommendation.texts))
                    #expect(copies.map(\.recommendation.position) == originals.map(\.recommendation.position))
                    #expect(
                        copies.map { $0.recommendation.tags.map(\.code) }
                            == originals.map { $0.recommendation.tags.map(\.code) })
                }
            }
        }
    }

    @Test("A merged record's old address leads to the record it became part of")
    func redirects() async throws {
        try await withRecord { record in
            try await Fixture.run(
                [
                    Fixture.row(1, "Build health clinics in every rural district", from: "XAB"),
                    Fixture.row(2, "Ensure that rural districts have clinics", from: "XAC"),
                ], into: record.database)
            let ids = try await Fixture.all(record.database).map(\.recommendation.id)
            let paragraph = Fixture.paragraph(
                1, "5.1",
                "Build health clinics in every rural district (Belmar); Ensure that rural districts have clinics (Corvia)",
                from: ["XAB", "XAC"],
                variants: [
                    Fixture.variant("1", "Build health clinics in every rural district", ["XAB"]),
                    Fixture.variant("2", "Ensure that rural districts have clinics", ["XAC"]),
                ])
            try await Fixture.run([paragraph], into: record.database, source: SourceCode("table-m"))
            let pages = [
                try await record.library.recommendation(ids[0]), try await record.library.recommendation(ids[1]),
            ]
            #expect(pages[0].recommendation.id == pages[1].recommendation.id)
        }
    }
}
