import Corpus
import Domain
import Foundation
import Reference
import SQLiteDatabase
import Store
import TestSupport
import Testing

@testable import Operations

@Suite("Tables by two facets") struct TableTests {
    private static let resources =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Resources"

    /// A Corpus made of records alone: tables ask nothing else.
    private func library(_ records: [CorpusRecord], _ folder: String) async throws -> Library {
        let facts = try ReferenceFacts.load(from: Self.resources + "/reference", extra: Self.resources + "/demo")
        let database = try SQLiteDriver(path: folder + "/tables.sqlite")
        let corpus = Corpus()
        corpus.apply(records.map { .put($0) }, position: 1)
        return Library(
            database: database, corpus: corpus, reference: facts,
            feed: CorpusFeed(database: database, corpus: corpus, reference: facts),
            vocabulary: LazyVocabulary(facts))
    }

    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 11 ^ state << 21
        }
    }

    private static func records(_ seed: UInt64, _ count: Int) -> [CorpusRecord] {
        var numbers = Numbers(state: seed)
        func some(_ values: [String], _ most: Int) -> [String] {
            (0..<Int.random(in: 0...most, using: &numbers)).compactMap { _ in values.randomElement(using: &numbers) }
        }
        return (1...count).map { id in
            var facets: [(facet: Facet, value: String)] = []
            for theme in Set(some(["water", "schools", "courts", "health", "work"], 3)) {
                facets.append((.theme, theme))
            }
            for state in Set(some(["XAA", "XAB", "XAC", "XAD", "XAE"], 2)) { facets.append((.recommending, state)) }
            facets.append((.state, ["XAA", "XAB", "XAC"].randomElement(using: &numbers) ?? ""))
            if let year = some(["2010", "2011", "2014", "2015"], 1).first { facets.append((.year, year)) }
            if let position = some(["supported", "noted", "pending"], 1).first { facets.append((.position, position)) }
            let words = ["build clinics", "train judges", "build wells", "hire teachers"]
            return CorpusRecord(
                id: Int64(id), texts: [("en", words.randomElement(using: &numbers) ?? "")], facets: facets)
        }
    }

    /// The same table, counted record by record.
    private func expected(
        _ records: [CorpusRecord], _ request: TableRequest, _ row: String?, _ column: String?,
        _ hidden: (Set<String>, Set<String>)
    ) -> (count: Int, base: Int?) {
        func values(_ record: CorpusRecord, _ facet: Facet) -> Set<String> {
            Set(record.facets.filter { $0.facet == facet }.map(\.value))
        }
        func fits(_ record: CorpusRecord, _ facet: Facet, _ value: String?, _ hidden: Set<String>) -> Bool {
            let values = values(record, facet)
            guard let value else { return !values.isEmpty }
            return value == "others" ? !values.isDisjoint(with: hidden) : values.contains(value)
        }
        func count(_ row: String?, _ column: String?, _ isAsked: (CorpusRecord) -> Bool) -> Int {
            records.filter {
                isAsked($0) && fits($0, request.rows, row, hidden.0) && fits($0, request.columns, column, hidden.1)
            }.count
        }
        let word = request.search.query
        func isAsked(_ record: CorpusRecord) -> Bool {
            (word.isEmpty || record.texts[0].text.contains(word))
                && request.search.filters.allSatisfy { !values(record, $0.key).isDisjoint(with: $0.value) }
        }
        func isLoaded(_ record: CorpusRecord) -> Bool {
            request.search.filters.filter { $0.key == .state }.allSatisfy {
                !values(record, $0.key).isDisjoint(with: $0.value)
            }
        }
        switch request.measure {
        case .count: return (count(row, column, isAsked), nil)
        case .shareOfRow: return (count(row, column, isAsked), count(row, nil, isAsked))
        case .shareOfColumn: return (count(row, column, isAsked), count(nil, column, isAsked))
        case .shareOfAll: return (count(row, column, isAsked), count(row, column, isLoaded))
        case .supported:
            return (
                count(row, column) { isAsked($0) && values($0, .position) == ["supported"] },
                count(row, column) { isAsked($0) && !values($0, .position).isEmpty }
            )
        }
    }

    @Test("Every number is the count of the records one by one, with others, totals and bases", arguments: [1, 2, 3])
    func bruteForce(_ seed: UInt64) async throws {
        let records = Self.records(seed, 150)
        let folder = FileManager.default.temporaryDirectory.path
        let name = folder + "/tables-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: name, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: name) }
        let library = try await library(records, name)
        let searches = [
            SearchRequest(), SearchRequest(query: "build"), SearchRequest(filters: [.state: ["XAA", "XAB"]]),
            SearchRequest(query: "judges", filters: [.theme: ["water", "courts"], .state: ["XAC"]]),
        ]
        for search in searches {
            for (rows, columns) in [
                (Facet.theme, Facet.year), (.recommending, .theme), (.state, .year), (.year, .recommending),
            ] {
                for measure in TableMeasure.allCases {
                    let request = TableRequest(
                        search: search, rows: rows, columns: columns, measure: measure, rowsMax: 3, columnsMax: 2)
                    let table = try library.table(request)
                    check(table, request, records)
                }
            }
        }
    }

    private func check(_ table: CrossTable, _ request: TableRequest, _ records: [CorpusRecord]) {
        func hidden(_ facet: Facet, _ shown: [CrossTable.Head]) -> Set<String> {
            Set(records.flatMap { $0.facets.filter { $0.facet == facet }.map(\.value) })
                .subtracting(shown.compactMap(\.value))
        }
        let others = (hidden(table.rows, table.lines.map(\.head)), hidden(table.columns, table.columnHeads))
        func expect(_ cell: CrossTable.Cell, _ row: String?, _ column: String?) {
            let wanted = expected(records, request, row, column, others)
            #expect(cell.count == wanted.count, "\(request) \(row ?? "all") \(column ?? "all")")
            if let base = wanted.base { #expect(cell.base == base, "\(request) \(row ?? "all") \(column ?? "all")") }
        }
        for line in table.lines {
            let row = line.head.value ?? "others"
            expect(line.head.total, row, nil)
            for (head, cell) in zip(table.columnHeads, line.cells) { expect(cell, row, head.value ?? "others") }
        }
        for head in table.columnHeads { expect(head.total, nil, head.value ?? "others") }
        expect(table.total, nil, nil)
    }

    @Test("Shares of a row add up to the whole where a record has one value, and no data is told from zero")
    func shares() async throws {
        try await withFolder { folder in
            func record(_ id: Int64, _ state: String, _ year: String, _ theme: String) -> CorpusRecord {
                CorpusRecord(
                    id: id, texts: [("en", "water")],
                    facets: [(.state, state), (.year, year), (.theme, theme)])
            }
            let library = try await library(
                [
                    record(1, "XAA", "2010", "water"), record(2, "XAA", "2012", "courts"),
                    record(3, "XAB", "2012", "water"), record(4, "XAB", "2012", "courts"),
                ], folder)
            var request = TableRequest(search: SearchRequest(), rows: .state, columns: .year, measure: .shareOfRow)
            let shares = try library.table(request)
            #expect(shares.columnHeads.map(\.value) == ["2010", "2011", "2012"])
            for line in shares.lines { #expect(abs(line.cells.compactMap(\.share).reduce(0, +) - 1) < 1e-9) }
            request.measure = .count
            let counts = try library.table(request)
            let belmar = try #require(counts.lines.first { $0.head.value == "XAB" })
            #expect(belmar.cells.map(\.isKnown) == [false, false, true])
            request.rows = .theme
            request.search.filters = [.theme: ["courts"]]
            let courts = try library.table(request)
            request.search.filters = [.theme: ["water"], .year: ["2010", "2012"]]
            #expect(courts.lines.first?.cells.map(\.count) == [2])
            let water = try library.table(request)
            // In 2012 something is loaded; in 2011 nothing is.
            #expect(water.lines.first?.cells.map(\.count) == [1, 0, 1])
            #expect(water.lines.first?.cells.map(\.isKnown) == [true, false, true])
        }
    }

    @Test("What cannot make a table is refused, saying what can")
    func refuses() async throws {
        try await withFolder { folder in
            let library = try await library([], folder)
            func refusal(_ rows: Facet, _ columns: Facet, _ measure: TableMeasure) -> String? {
                do {
                    _ = try library.table(
                        TableRequest(search: SearchRequest(), rows: rows, columns: columns, measure: measure))
                    return nil
                } catch OperationError.invalid(let field, _) { return field } catch { return "other" }
            }
            #expect(refusal(.document, .year, .count) == "rows")
            #expect(refusal(.year, .year, .count) == "columns")
            #expect(refusal(.theme, .theme, .count) == nil)
            #expect(refusal(.theme, .position, .supported) == "measure")
        }
    }
}
