import Domain
import Foundation
import Reference
import Store
import TestSupport

@testable import Operations

/// Recommendations to invented States on a few things to do, in our own words.
struct IssueFixture {
    let record: OpenRecord
    var issues: Issues { record.issues }
    var database: any Database { record.database }

    static let aldora = StateCode("XAA")
    static let coordinator = Caller(
        Account(id: AccountID(1), name: "Ada", role: .coordinator, created: testInstant))
    static let focalPoint = Caller(Account(id: AccountID(2), name: "Ben", role: .focalPoint, created: testInstant))

    /// Runs a test with an empty record on each database.
    static func each(_ body: (IssueFixture) async throws -> Void) async throws {
        let reference = try DeskFixture.reference()
        try await withEachDatabase { database in
            try await withFolder { folder in
                let record = try await OpenRecord.open(
                    database: database, folder: folder, reference: reference, clock: Fixture.clock,
                    randomHex: String(repeating: "0f", count: 16))
                try await body(IssueFixture(record: record))
            }
        }
    }

    /// Things to do, each said in several ways.
    static let subjects: [[String]] = [
        [
            "Ratify the Optional Protocol to the Convention against Torture",
            "Accede to the Optional Protocol to the Convention against Torture without delay",
            "Consider ratifying the Optional Protocol to the Convention against Torture",
        ],
        [
            "Abolish the death penalty in law and practice",
            "Establish a moratorium on executions and abolish the death penalty",
            "Take steps to abolish the death penalty for all crimes",
        ],
        [
            "Prevent domestic violence against women and protect its victims",
            "Adopt a law against domestic violence and open shelters for women",
            "Investigate and prosecute domestic violence against women",
        ],
        [
            "Reduce overcrowding in prisons and improve conditions of detention",
            "Improve conditions in prisons and end their overcrowding",
            "Build new prisons so that overcrowding of detention places ends",
        ],
        [
            "Make primary education free for all children in rural areas",
            "Ensure free primary education for every child in rural areas",
            "Train more teachers for primary schools in rural areas",
        ],
        [
            "Establish a national human rights institution in line with the Paris Principles",
            "Create an independent national human rights institution under the Paris Principles",
            "Give the national human rights institution enough staff under the Paris Principles",
        ],
    ]

    /// Cycle `cycle` of Aldora's review: a paragraph for each text.
    static func review(
        cycle: Int, _ texts: [String], position: Position = .supported, from: [String] = ["XAB"],
        state: StateCode = aldora, document: String? = nil
    ) -> [RecommendationDraft] {
        texts.enumerated().map { place, text in
            var document = DocumentDraft(
                symbol: DocumentSymbol(document ?? "DEMO/I/\(cycle)/\(state.rawValue)"), mechanism: .upr, state: state,
                cycle: cycle)
            document.published = CalendarDate(year: 2004 + 5 * cycle)
            var draft = RecommendationDraft(row: place + 1, document: document)
            draft.paragraph = ParagraphNumber("\(100 + cycle).\(place + 1)")
            draft.externalKey = "\(document.symbol?.key ?? "")#\(place + 1)"
            draft.texts = [.english: text]
            draft.states = [state]
            draft.recommending = from.map { StateCode($0) }
            draft.position = position
            draft.cycle = cycle
            return draft
        }
    }

    func bring(_ drafts: [RecommendationDraft], _ name: String, source: SourceCode = .uhri) async throws {
        let report = try await Fixture.run(drafts, into: database, source: source, name: name)
        guard report.rejected == 0 else { throw Unexpected(what: "\(report)") }
    }

    func takeBack(_ name: String) async throws {
        let later = Clock { 1_770_000_100_000 }
        _ = try await ImportUndo(database: database, clock: later)(name, actor: "test")
    }

    struct Unexpected: Error { var what: String }

    /// Where every member of the State's issues stands.
    func places(_ state: StateCode = aldora) async throws -> [RecommendationID: IssueID] {
        let members = try await database.read { try IssueMemberRow.all(of: state, $0) }
        return Dictionary(uniqueKeysWithValues: members.map { ($0.recommendation, $0.issue) })
    }

    func list(_ state: StateCode = aldora) async throws -> IssueList {
        try await issues.list(state, patience: .seconds(60))
    }

    func version(_ issue: IssueID) async throws -> Int {
        try await issues.issue(issue).issue.version
    }

    func id(ofText text: String) async throws -> RecommendationID {
        let found = try await database.read { connection in
            try connection.first(
                "SELECT recommendation_id FROM recommendation_text WHERE text = $1", [.text(text)]
            ) { RecommendationID(try $0.int(0)) }
        }
        guard let found else { throw Unexpected(what: text) }
        return found
    }
}
