import Domain
import Insight
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct RepeatsTests {
    private let texts = IssueFixture.subjects[1]

    /// The death penalty in three cycles: noted, then noted and later supported, then pending.
    private func each(_ body: (IssueFixture) async throws -> Void) async throws {
        try await IssueFixture.each { fixture in
            try await fixture.bring(
                IssueFixture.review(cycle: 1, [texts[0]], position: .noted, from: ["XAB", "XAC"])
                    + IssueFixture.review(cycle: 2, [texts[1]], position: .noted, from: ["XAB"])
                    + IssueFixture.review(cycle: 3, [texts[2]], position: .pending, from: ["XAD"])
                    + IssueFixture.review(cycle: 2, [texts[1]], position: .supported, state: StateCode("XAE")), "one")
            let id = try await fixture.database.read { connection in
                try connection.first(
                    """
                    SELECT r.id FROM recommendation r JOIN recommendation_state s ON s.recommendation_id = r.id
                    WHERE r.cycle = 2 AND s.state = 'XAA' AND s.role = 0
                    """
                ) { RecommendationID(try $0.int(0)) }
            }
            let recommendation = try #require(id)
            try await fixture.database.change(at: testInstant) { connection, log in
                let source = try connection.first("SELECT id FROM source WHERE code = 'uhri'") { try $0.int(0) } ?? 0
                let run = try connection.first("SELECT id FROM import_run") { try $0.int(0) } ?? 0
                try PositionRow.insert(
                    PositionEvent(
                        id: PositionEventID(900_000), position: .supported, date: CalendarDate(year: 2016),
                        source: .uhri,
                        document: "DEMO/I/mid"), of: recommendation, source: source, importID: run, connection)
                try AssessmentRow.insert(
                    900_000,
                    Assessment(
                        assessor: .state, assessorName: "XAA", scheme: Assessment.claimScheme, value: "inProgress",
                        date: CalendarDate(year: 2017), source: .uhri), of: recommendation, source: source,
                    importID: run,
                    connection)
                try CurrentPosition.refresh([.int(recommendation.value)], connection)
                log.changed(.recommendation, recommendation.value)
            }
            try await fixture.record.feed.catchUp()
            try await body(fixture)
        }
    }

    @Test("An issue's table tells who asked when, the answer then and now, what changed and what was assessed")
    func issueTable() async throws {
        try await each { fixture in
            let item = try #require(try await fixture.list().items.first)
            #expect(item.count == 3 && item.repeatClass == .repeatedAfterNoted && item.notedBefore == 2)
            #expect(item.cycles.map(\.cycle) == [1, 2, 3] && item.recommending == 3)
            #expect(item.firstYear == 2009 && item.lastYear == 2019)
            let page = try await fixture.issues.issue(item.issue.id)
            #expect(page.occasions.map(\.occasion.cycle) == [1, 2, 3])
            #expect(page.occasions[0].occasion.recommending.map(\.rawValue) == ["XAB", "XAC"])
            #expect(page.occasions[1].occasion.answered.noted == 1)
            #expect(page.occasions[1].occasion.positions.supported == 1)
            #expect(page.occasions[1].changes.map(\.to) == [.supported])
            #expect(page.occasions[1].changes.map(\.document) == ["DEMO/I/mid"])
            #expect(page.occasions[1].assessments.map(\.assessment.value) == ["inProgress"])
            #expect(page.occasions[2].occasion.answered.pending == 1)
        }
    }

    @Test("For any question: totals, cycles, who, positions, changes, assessments, and the States over the cycles")
    func question() async throws {
        try await each { fixture in
            let repeats = try await fixture.issues.repeats(SearchRequest(query: "\"death penalty\""))
            #expect(repeats.total == 4 && repeats.examined == 4 && repeats.statesTotal == 2)
            #expect(repeats.cycles.map(\.cycle) == [1, 2, 3] && repeats.cycles.map(\.total) == [1, 2, 1])
            #expect(repeats.cycles[0].recommending.values.map(\.value) == ["XAB", "XAC"])
            #expect(repeats.cycles[1].positions.supported == 2 && repeats.cycles[1].positions.noted == 0)
            #expect(repeats.cycles[1].answered.noted == 1 && repeats.cycles[1].answered.supported == 1)
            #expect(repeats.cycles[1].states == 2)
            #expect(repeats.years.values.map(\.value) == ["2009", "2014", "2019"])
            #expect(repeats.changesTotal == 1 && repeats.changesByKind.map(\.count) == [1])
            #expect(repeats.assessmentsTotal == 1 && repeats.assessmentsByValue.map(\.value) == ["inProgress"])
            #expect(repeats.states.map(\.state.rawValue) == ["XAA", "XAE"])
            #expect(repeats.states[0].cycles.map(\.positions.noted) == [1, 0, 0])
            #expect(repeats.states[0].repeatClass == .repeatedAfterNoted)
            #expect(repeats.classes == [.repeatedAfterNoted: 1, .firstTime: 1])
        }
    }

    @Test("Filters narrow every number, those of their own facet as well")
    func filtered() async throws {
        try await each { fixture in
            let repeats = try await fixture.issues.repeats(
                SearchRequest(query: "penalty", filters: [.cycle: ["2"], .state: ["XAA"]]))
            #expect(repeats.total == 1 && repeats.cycles.map(\.cycle) == [2] && repeats.statesTotal == 1)
            #expect(repeats.classes == [.firstTime: 1])
            let nothing = try await fixture.issues.repeats(SearchRequest(query: "lighthouse"))
            #expect(nothing.total == 0 && nothing.cycles.isEmpty && nothing.states.isEmpty && nothing.examined == 0)
            let pledges = try await fixture.issues.repeats(SearchRequest(filters: [.kind: ["pledge"]]))
            #expect(pledges.total == 0)
        }
    }

}
