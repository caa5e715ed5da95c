import Documents
import Domain
import Foundation
import Reference
import Store
import TestSupport

@testable import Operations

/// Invented documents on a desk: our own words about Aldora (XAA).
struct DeskFixture {
    let desk: Desk
    let database: any Database

    static let coordinator = Caller(
        Account(id: AccountID(1), name: "Ada", role: .coordinator, created: testInstant))
    static let focalPoint = Caller(Account(id: AccountID(2), name: "Ben", role: .focalPoint, created: testInstant))

    /// Runs a test with a desk on each database.
    static func each(_ body: (DeskFixture) async throws -> Void) async throws {
        let reference = try Self.reference()
        try await withFolder { folder in
            var count = 0
            try await withEachDatabase { database in
                count += 1
                let own = folder + "/\(count)"
                try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
                let desk = Desk(database: database, reference: reference, folder: own, clock: Fixture.clock)
                try await body(DeskFixture(desk: desk, database: database))
            }
        }
    }

    static func reference() throws -> ReferenceFacts {
        let resources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Resources").path
        return try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo")
    }

    /// Puts a document on the desk as if it had been read.
    func put(
        _ facts: DocumentFacts, _ findings: [Finding], name: String = "report.pdf", content: String? = nil,
        sealed: [String] = [], lines: [String] = []
    ) async throws -> ReadingID {
        let bytes = Array((content ?? "%PDF- \(facts) \(findings)").utf8)
        let received = try await desk.receive(name, bytes, by: Self.coordinator)
        let text = DocumentText(origin: .pdf, lines: lines.map { .init(text: $0, page: 1) })
        var numbered = findings
        for place in numbered.indices { numbered[place].number = place + 1 }
        try await desk.keep(
            received.reading, nil,
            .init(
                text: text, reading: DocumentReading(facts: facts, findings: numbered, sealedNames: sealed)), bytes)
        return received.reading
    }

    /// Puts it on the desk and accepts everything.
    @discardableResult
    func take(_ facts: DocumentFacts, _ findings: [Finding]) async throws -> ImportReport? {
        let id = try await put(facts, findings)
        return try await desk.accept(id, .allOpen, by: Self.coordinator).report
    }

    func all() async throws -> [StoredRecord] { try await Fixture.all(database) }

    func record(_ paragraph: String) async throws -> StoredRecord? {
        try await all().first { $0.recommendation.paragraph?.printed == paragraph }
    }

    func disagreements() async throws -> [Disagreement] {
        try await database.read { try DisagreementRow.page(after: nil, limit: 500, $0) }
    }

    func assessments(_ id: RecommendationID) async throws -> [Assessment] {
        try await database.read { try AssessmentRow.all(of: id, $0) }
    }

    func faults() async throws -> [String] { try await Verification(database: database)().faults }

    func undo(_ report: ImportReport?) async throws {
        let later = Clock { 1_770_000_100_000 }
        _ = try await ImportUndo(database: database, clock: later)(report?.name ?? "", actor: "test")
    }

    // MARK: Documents

    static let reportDate = CalendarDate(year: 2019, month: 12, day: 10)
    static let addendumDate = CalendarDate(year: 2020, month: 2, day: 20)

    static func facts(
        _ kind: DocumentKind, _ symbol: String?, language: LanguageTag = .english, published: CalendarDate? = nil,
        parent: String? = nil
    ) -> DocumentFacts {
        DocumentFacts(
            kind: kind, symbol: symbol.flatMap { DocumentSymbol($0) }, title: "Outcome of Aldora",
            mechanism: .upr, state: Fixture.aldora, cycle: 3, session: 34,
            published: published ?? (kind == .addendum ? addendumDate : reportDate), language: language,
            parent: parent.flatMap { DocumentSymbol($0) })
    }

    static let report = facts(.reviewReport, "A/HRC/99/15")
    static let draft = facts(.reviewDraft, "A/HRC/WG.6/34/L.8")
    static let addendum = facts(.addendum, "A/HRC/99/15/Add.1", parent: "A/HRC/99/15")
    static let list: DocumentFacts = {
        var facts = DeskFixture.facts(.thematicList, nil)
        facts.published = nil
        return facts
    }()

    static func finding(
        _ paragraph: String?, _ text: String, _ states: [String] = ["XAB"], _ position: Position? = nil,
        document: String? = nil, tags: [String] = [], confidence: Double = 1
    ) -> Finding {
        var finding = Finding(
            number: 1, paragraph: paragraph.flatMap { ParagraphNumber($0) }, text: text, page: 7,
            confidence: confidence)
        finding.states = states.map { StateCode($0) }
        finding.position = position
        finding.positionDocument = document
        finding.tags = tags.map { TagDraft(kind: .theme, code: $0, label: $0) }
        return finding
    }

    static func answer(
        _ paragraph: String, _ position: Position, reason: String? = nil, claim: Finding.Claim.Status? = nil,
        states: [String] = []
    ) -> Finding {
        var finding = Finding(
            number: 1, kind: .statement, paragraph: ParagraphNumber(paragraph), text: "", page: 2)
        finding.position = position
        finding.reason = reason
        finding.wording = position == .noted ? "Aldora takes note" : "Aldora agrees"
        finding.claim = claim.map { Finding.Claim(status: $0, wording: "this has been done") }
        finding.states = states.map { StateCode($0) }
        return finding
    }

    /// One paragraph that is supported at once, two that wait for the addendum.
    static let paragraphs = [
        finding("121.1", "Build health clinics in every rural district", ["XAB"], .supported),
        finding("122.1", "Ratify the optional protocol on prisons", ["XAB", "XAD"], .pending),
        finding("122.2", "Open the archives of the former police to researchers", ["XAE"], .pending),
    ]
    static let answers = [
        answer("122.1", .supported, reason: "The law is in force.", claim: .implemented), answer("122.2", .noted),
    ]
    static let listed = [
        finding(
            "121.1", "Build health clinics in every rural district", ["XAB"], .supported,
            document: "A/HRC/99/15/Add.1", tags: ["right-to-health"]),
        finding(
            "122.1", "Ratify the optional protocol on prisons", ["XAB", "XAD"], .supported,
            document: "A/HRC/99/15/Add.1", tags: ["conditions-of-detention"]),
        finding(
            "122.2", "Open the archives of the former police to researchers", ["XAE"], .supported,
            document: "A/HRC/99/15/Add.1", tags: ["right-to-truth"]),
    ]
}
