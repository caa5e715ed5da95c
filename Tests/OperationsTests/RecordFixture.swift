import Corpus
import Domain
import Foundation
import Ingest
import Store
import TestSupport

@testable import Operations

/// Drafts and runs for tests: invented States, our own words.
enum Fixture {
    static let clock = Clock { 1_770_000_000_000 }
    static let aldora = StateCode("XAA")

    /// A row as UPR Info gives it: one recommending State, no paragraph number.
    static func row(
        _ row: Int, _ text: String, from: String, position: Position = .supported, issues: [String] = [],
        session: Int = 34
    ) -> RecommendationDraft {
        let document = DocumentDraft(mechanism: .upr, state: aldora, cycle: 3, session: session)
        var draft = RecommendationDraft(row: row, document: document)
        draft.externalKey = "\(from)|\(text)"
        draft.texts = [.english: text]
        draft.states = [aldora]
        draft.recommending = [StateCode(from)]
        draft.position = position
        draft.cycle = 3
        draft.session = session
        draft.tags = issues.map { TagDraft(kind: .theme, code: $0, label: $0) }
        return draft
    }

    /// A paragraph as the UN's own lists give it: a number, all recommending States.
    static func paragraph(
        _ row: Int, _ number: String, _ text: String, from: [String], position: Position = .supported,
        variants: [PartDraft] = []
    ) -> RecommendationDraft {
        let document = DocumentDraft(
            symbol: DocumentSymbol("DEMO/T/43/15"), mechanism: .upr, state: aldora, cycle: 3)
        var draft = RecommendationDraft(row: row, document: document)
        draft.paragraph = ParagraphNumber(number)
        draft.texts = [.english: text]
        draft.states = [aldora]
        draft.recommending = from.map { StateCode($0) }
        draft.parts = variants
        draft.position = position
        draft.positionDocument = "DEMO/T/43/15 - Para \(number)"
        draft.cycle = 3
        draft.tags = [TagDraft(kind: .theme, code: "right-to-health", label: "Right to health")]
        return draft
    }

    static func variant(_ label: String, _ text: String, _ states: [String]) -> PartDraft {
        PartDraft(kind: .variant, label: label, texts: [.english: text], recommending: states.map { StateCode($0) })
    }

    @discardableResult
    static func run(
        _ drafts: [RecommendationDraft], into database: any Database, source: SourceCode = .uprInfo,
        name: String? = nil,
        dryRun: Bool = false, breaking: IngestError? = nil, batchSize: Int = 1_000
    ) async throws -> ImportReport {
        let order = Importing.Order(
            file: "test", format: "test", source: source, name: name ?? "run-\(UInt64.random(in: 0...UInt64.max))",
            isDryRun: dryRun, actor: "test")
        return try await Importing(database: database, clock: clock).run(
            order, open: { ListSource(drafts: drafts, breaking: breaking, batchSize: batchSize) })
    }

    static func all(_ database: any Database) async throws -> [StoredRecord] {
        try await database.read { connection in
            let ids = try connection.all("SELECT id FROM recommendation WHERE merged_into IS NULL ORDER BY id") {
                RecommendationID(try $0.int(0))
            }
            return try RecordLoader(connection).load(ids, .whole)
        }
    }
}

/// Drafts in memory; breaks off with an error where one is given.
private struct ListSource: DraftSource {
    var drafts: [RecommendationDraft]
    var breaking: IngestError?
    var batchSize: Int
    var place = 0

    init(drafts: [RecommendationDraft], breaking: IngestError?, batchSize: Int) {
        self.drafts = drafts
        self.breaking = breaking
        self.batchSize = batchSize
    }

    mutating func nextBatch() throws(IngestError) -> DraftBatch? {
        guard place < drafts.count else {
            if let error = breaking {
                breaking = nil
                throw error
            }
            return nil
        }
        let end = min(drafts.count, place + batchSize)
        defer { place = end }
        return DraftBatch(drafts: Array(drafts[place..<end]), rowsRead: end)
    }
}
