import Domain
import Foundation
import Ingest
import Plans

@testable import Store
@testable import Workbooks

/// The untidy workbook that `Tests/EndToEnd/tracking_fixture.py` writes, the record it speaks of, and what each row means.
struct TrackingFixture: Sendable {
    struct Record: Decodable, Sendable {
        struct Document: Decodable, Sendable {
            var symbol: String
            var mechanism: String
            var cycle: Int?
            var published: String
        }
        struct Entry: Decodable, Sendable {
            var key: String
            var document: Int
            var paragraph: String
            var texts: [String: String]
        }
        struct Office: Decodable, Sendable {
            var abbreviation: String
            var name: String
        }
        var documents: [Document]
        var record: [Entry]
        var institutions: [Office]
    }

    struct Row: Decodable, Sendable {
        var sheet: String
        var row: Int
        var key: String?
        var lead: String
        var status: String
    }

    var path: String
    var record: Record
    var truth: [Row]

    static let isPossible = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    init(in folder: String) throws {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [root.path + "/Tests/EndToEnd/tracking_fixture.py", folder]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        path = folder + "/tracking.xlsx"
        record = try JSONDecoder().decode(Record.self, from: Data(contentsOf: URL(filePath: folder + "/record.json")))
        truth = try JSONDecoder().decode([Row].self, from: Data(contentsOf: URL(filePath: folder + "/truth.json")))
    }

    var institutions: [Institution] {
        record.institutions.enumerated().map { place, one in
            Institution(
                id: InstitutionID(Int64(place + 1)), workspace: WorkspaceID(1), kind: .ministry, name: one.name,
                abbreviation: one.abbreviation)
        }
    }

    /// The record as it is stored, with ids from 1 in its own order.
    var stored: [StoredRecord] {
        let documents = record.documents.enumerated().map { place, one in
            Document(
                id: DocumentID(Int64(place + 1)), symbol: DocumentSymbol(one.symbol),
                mechanism: MechanismCode(one.mechanism), state: StateCode("XAA"), cycle: one.cycle,
                published: CalendarDate(one.published))
        }
        return record.record.enumerated().map { place, one in
            StoredRecord(
                recommendation: Recommendation(
                    id: RecommendationID(Int64(place + 1)), kind: .recommendation,
                    document: documents[one.document].id, paragraph: ParagraphNumber(one.paragraph),
                    texts: Dictionary(uniqueKeysWithValues: one.texts.map { (LanguageTag($0), $1) }),
                    states: [StateCode("XAA")]),
                document: documents[one.document], sources: [], otherWordings: [])
        }
    }
}
