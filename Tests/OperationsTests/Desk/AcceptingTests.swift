import Domain
import SQLiteDatabase
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct AcceptingTests {
    private typealias Desk = DeskFixture

    @Test("Nothing is in the record before it is accepted; then every paragraph is, dated to the report")
    func entersWhenAccepted() async throws {
        try await DeskFixture.each { fixture in
            let id = try await fixture.put(Desk.report, Desk.paragraphs)
            #expect(try await fixture.all().isEmpty)
            let acceptance = try await fixture.desk.accept(id, .allOpen, by: Desk.coordinator)
            #expect(acceptance.accepted == 3 && acceptance.report?.created == 3)
            let first = try #require(try await fixture.record("121.1"))
            #expect(first.recommendation.position == .supported)
            #expect(first.recommendation.positions.map(\.date) == [Desk.reportDate])
            #expect(first.document.symbol?.printed == "A/HRC/99/15")
            #expect(try await fixture.record("122.1")?.recommendation.position == .pending)
            #expect(try await fixture.record("122.1")?.recommendation.positions.first?.date == Desk.reportDate)
            let page = try await fixture.desk.reading(id, for: Desk.coordinator)
            #expect(page.reading.status == .done && page.items.allSatisfy { $0.recommendation != nil })
            #expect(try await fixture.faults().isEmpty)
        }
    }

    @Test("Certain findings are accepted alone; the doubtful one stays open and is not in the record")
    func acceptsCertain() async throws {
        try await DeskFixture.each { fixture in
            var findings = Desk.paragraphs
            findings[1].confidence = 0.3
            let id = try await fixture.put(Desk.report, findings)
            _ = try await fixture.desk.accept(id, .certain, by: Desk.focalPoint)
            #expect(try await fixture.all().count == 2)
            let reading = try await fixture.desk.reading(id, for: Desk.coordinator).reading
            #expect(reading.counts == .init(open: 1, doubtful: 1, accepted: 2) && reading.status == .open)
        }
    }

    @Test("A correction that is accepted again updates the record; the same again changes nothing")
    func updatesAfterCorrection() async throws {
        try await DeskFixture.each { fixture in
            let id = try await fixture.put(Desk.report, Desk.paragraphs)
            _ = try await fixture.desk.accept(id, .allOpen, by: Desk.coordinator)
            let item = try #require(try await fixture.desk.reading(id, for: Desk.coordinator).items.first)
            var finding = item.current
            finding.paragraph = ParagraphNumber("121.9")
            finding.text = "Build health clinics in every district"
            _ = try await fixture.desk.edit(item.id, version: item.version, to: finding, by: Desk.coordinator)
            let again = try await fixture.desk.accept(id, .allOpen, by: Desk.coordinator)
            #expect(again.report?.updated == 1 && again.report?.created == 0)
            #expect(try await fixture.record("121.1") == nil)
            #expect(
                try await fixture.record("121.9")?.recommendation.texts[.english]
                    == "Build health clinics in every district")
            #expect(try await fixture.all().count == 3)
            // The file again, with a byte more: another reading of the same symbol, and nothing new.
            let twin = try await fixture.put(Desk.report, Desk.paragraphs.dropFirst().map { $0 }, content: "%PDF-other")
            #expect(try await fixture.desk.reading(twin, for: Desk.coordinator).twins == [id])
            let report = try await fixture.desk.accept(twin, .allOpen, by: Desk.coordinator).report
            #expect(report?.unchanged == 2 && report?.created == 0 && report?.updated == 0)
            #expect(try await fixture.faults().isEmpty)
        }
    }

    @Test("The same report in another language joins its paragraphs, misnumbered ones too")
    func joinsLanguages() async throws {
        try await DeskFixture.each { fixture in
            var english = Desk.paragraphs
            english.append(Desk.finding("122.2", "Plant trees along the coast", ["XAF"], .pending))
            var french = english
            for (place, text) in ["Bâtir des dispensaires", "Ratifier le protocole", "Ouvrir les archives", "Planter"]
                .enumerated()
            {
                french[place].text = text
            }
            try await fixture.take(Desk.report, english)
            try await fixture.take(DeskFixture.facts(.reviewReport, "A/HRC/99/15", language: .french), french)
            let records = try await fixture.all()
            #expect(records.count == 4)
            #expect(records.allSatisfy { $0.recommendation.texts.keys.sorted() == [.english, .french] })
            let trees = records.first { $0.recommendation.texts[.english] == "Plant trees along the coast" }
            #expect(trees?.recommendation.texts[.french] == "Planter")
            #expect(
                try await fixture.take(DeskFixture.facts(.reviewReport, "A/HRC/99/15", language: .french), french)
                    == nil)
        }
    }

    @Test("A document of the record knows the readings its recommendations came from, and each reading its document")
    func files() async throws {
        try await DeskFixture.each { fixture in
            let id = try await fixture.put(Desk.report, Desk.paragraphs)
            #expect(try await fixture.desk.reading(id, for: Desk.coordinator).document == nil)
            _ = try await fixture.desk.accept(id, .allOpen, by: Desk.coordinator)
            let page = try await fixture.desk.reading(id, for: Desk.coordinator)
            let document = try #require(page.document)
            let files = try await fixture.desk.read { try DocumentFileRow.all(of: document, $0) }
            #expect(files.map(\.reading) == [id])
            #expect(files.map(\.recommendations) == [Desk.paragraphs.count])
            #expect(files.map(\.file) == [page.reading.name])
            #expect(files.first.map { DocumentFile($0).facts?.symbol } == page.reading.facts?.symbol)
        }
    }

    @Test("States' wordings keep their languages together")
    func joinsVariants() async throws {
        try await DeskFixture.each { fixture in
            func paragraph(_ one: String, _ two: String) -> Finding {
                var finding = Desk.finding("121.1", "\(one); \(two)", ["XAB", "XAC"], .supported)
                finding.wordings = [
                    .init(text: one, states: [StateCode("XAB")]), .init(text: two, states: [StateCode("XAC")]),
                ]
                return finding
            }
            try await fixture.take(Desk.report, [paragraph("Do this", "Do that")])
            try await fixture.take(
                DeskFixture.facts(.reviewReport, "A/HRC/99/15", language: .spanish),
                [paragraph("Haga esto", "Haga eso")])
            let parts = try #require(try await fixture.record("121.1")).recommendation.parts
            #expect(
                parts.map(\.texts) == [
                    [.english: "Do this", .spanish: "Haga esto"], [.english: "Do that", .spanish: "Haga eso"],
                ])
        }
    }

    @Test("What hangs on a draft's paragraphs moves to the edited report's numbers", arguments: [true, false])
    func followsTheEditedReport(draftFirst: Bool) async throws {
        try await DeskFixture.each { fixture in
            var numbered = Desk.paragraphs
            // In the draft one paragraph more stands in front: every number is another.
            for (place, number) in ["6.2", "6.3", "6.4"].enumerated() {
                numbered[place].paragraph = ParagraphNumber(number)
                numbered[place].tags = [TagDraft(kind: .theme, code: "t\(place)", label: "t\(place)")]
            }
            if !draftFirst { try await fixture.take(Desk.report, Desk.paragraphs) }
            try await fixture.take(Desk.draft, numbered)
            let ids = Set(try await fixture.all().map(\.recommendation.id))
            if draftFirst { try await fixture.take(Desk.report, Desk.paragraphs) }
            let records = try await fixture.all()
            #expect(Set(records.map(\.recommendation.id)) == ids && records.count == 3)
            #expect(
                records.compactMap { $0.recommendation.paragraph?.printed }.sorted() == ["121.1", "122.1", "122.2"])
            #expect(records.allSatisfy { $0.document.symbol?.printed == "A/HRC/99/15" })
            #expect(records.allSatisfy { $0.recommendation.tags.count == 1 && $0.sources.count == 2 })
            #expect(try await fixture.disagreements().isEmpty)
            #expect(try await fixture.faults().isEmpty)
            guard draftFirst else { return }
            let history = try await fixture.database.read { connection in
                try connection.all("SELECT old, new FROM history WHERE field = 'paragraph' ORDER BY old") {
                    "\(try $0.text(0)) \(try $0.text(1))"
                }
            }
            #expect(history == ["6.2 121.1", "6.3 122.1", "6.4 122.2"])
            try await fixture.take(Desk.addendum, Desk.answers)
            #expect(try await fixture.record("122.1")?.recommendation.position == .supported)
        }
    }

    @Test("A committee's marks for follow-up stand beside the paragraph, with the printed date")
    func keepsMarks() async throws {
        try await DeskFixture.each { fixture in
            var facts = DeskFixture.facts(.concludingObservations, "XXX/C/XAA/CO/4")
            facts.mechanism = MechanismCode("cescr")
            var first = Desk.finding("19", "Adopt the law on housing", [])
            first.isForFollowUp = true
            first.followUpDue = CalendarDate(year: 2021, month: 12, day: 5)
            var second = Desk.finding("23", "Review the tax on bread", [])
            second.isPriority = true
            let report = try await fixture.take(facts, [first, second])
            let marks = try await fixture.database.read { connection in
                try connection.all("SELECT recommendation_id FROM follow_up ORDER BY 1") {
                    try FollowUpRow.all(of: RecommendationID(try $0.int(0)), connection)
                }
            }
            #expect(marks.map { $0.map(\.isForFollowUp) } == [[true], [false]])
            #expect(marks.map { $0.map(\.due?.description) } == [["2021-12-05"], [nil]])
            #expect(marks.map { $0.map(\.isPriority) } == [[false], [true]])
            try await fixture.undo(report)
            #expect(try await fixture.all().isEmpty)
            #expect(try await fixture.faults().isEmpty)
        }
    }
}
