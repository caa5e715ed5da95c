import Cooperation
import Domain
import Insight
import People
import Store
import TestSupport
import Testing

@testable import Matches

@Suite("One call, many applications")
struct CallBoardTests {
    /// A fund with a call of 100,000 dollars.
    private func call(_ fixture: MatchFixture, _ change: (inout FundCallDraft) -> Void = { _ in }) async throws
        -> FundCall
    {
        var fund = FundDraft()
        fund.name = "Clinics"
        fund.level = .open
        let made = try await fixture.cooperation.funds.add(fund, by: fixture.lanterns)
        var draft = FundCallDraft()
        draft.title = "Midwives"
        draft.budget = MatchFixture.usd(100_000)
        change(&draft)
        return try await fixture.cooperation.funds.add(draft, to: made.id, by: fixture.lanterns)
    }

    private static func rules(_ weights: [Int] = [60, 40]) -> SelectionRules {
        var rules = SelectionRules()
        rules.criteria = weights.enumerated().map {
            SelectionRules.Criterion(place: $0 + 1, label: "Criterion \($0 + 1)", weight: $1)
        }
        return rules
    }

    @Test("Rules and marks are kept with their versions; a criterion that something is marked by stays")
    func keeping() async throws {
        try await withEachDatabase { database in
            let fixture = try await MatchFixture(database)
            let call = try await call(fixture)
            let application = try await fixture.handedIn(
                "North", MatchFixture.usd(60_000), to: call.id, by: fixture.aldora)
            let (matches, fund) = (fixture.matches, fixture.lanterns)
            await #expect(throws: WorkspaceError.notFound) {
                try await matches.setRules(Self.rules(), of: call.id, version: 0, by: fixture.harbour)
            }
            try await matches.setRules(Self.rules(), of: call.id, version: 0, by: fund)
            await #expect(throws: WorkspaceError.stale(Subject(.fundCall, call.id.value), version: 1)) {
                try await matches.setRules(Self.rules(), of: call.id, version: 0, by: fund)
            }
            await #expect(throws: WorkspaceError.invalid("mark-1", "match.mark.range")) {
                try await matches.mark(application.id, version: 0, [1: 101], by: fund)
            }
            await #expect(throws: WorkspaceError.invalid("mark-3", "match.mark.criterion")) {
                try await matches.mark(application.id, version: 0, [3: 50], by: fund)
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await matches.mark(application.id, version: 0, [1: 50], by: fixture.aldora)
            }
            try await matches.mark(application.id, version: 0, [1: 50], by: fund)
            await #expect(throws: WorkspaceError.stale(Subject(.application, application.id.value), version: 1)) {
                try await matches.mark(application.id, version: 0, [1: 51], by: fund)
            }
            var rules = Self.rules()
            rules.criteria.removeFirst()
            await #expect(throws: WorkspaceError.invalid("label-1", "match.rules.marked")) {
                try await matches.setRules(rules, of: call.id, version: 1, by: fund)
            }
            rules = Self.rules([0, 40])
            rules.money = MatchFixture.usd(80_000)
            rules.countMax = 3
            rules.perStateMax = 1
            rules.perKind = [.training: 2]
            rules.perGroup = ["demo-coast": 2]
            try await matches.setRules(rules, of: call.id, version: 1, by: fund)
            let board = try await matches.board(call.id, fund)
            rules.version = 2
            #expect(board.rules == rules)
            let entry = try #require(board.entries.first)
            #expect(entry.marks[1]?.mark == 50 && entry.marks[1]?.by == "cli:tests" && entry.marks[2] == nil)
            #expect(board.missing(entry).map(\.place) == [2])
            #expect(board.points(entry) == 0 && board.pointsMax(entry) == 4_000)
        }
    }

    @Test("What stands in the way of an application is told, and keeps it out of the proposal whatever its marks")
    func obstacles() async throws {
        try await withEachDatabase { database in
            let fixture = try await MatchFixture(database)
            let call = try await call(fixture) {
                $0.eligible = Eligibility(states: [StateCode("XAA")])
            }
            let fits = try await fixture.handedIn("Fits", MatchFixture.usd(60_000), to: call.id, by: fixture.aldora)
            let silent = try await fixture.handedIn("Silent", nil, to: call.id, by: fixture.aldora)
            let dear = try await fixture.handedIn("Dear", MatchFixture.usd(80_000), to: call.id, by: fixture.aldora)
            let other = try await fixture.handedIn("Other", MatchFixture.usd(10_000), to: call.id, by: fixture.belmar)
            // A ceiling that the call got only later.
            var lowered = FundCallDraft(call)
            lowered.ceiling = MatchFixture.usd(70_000)
            try await fixture.cooperation.funds.edit(
                call.id, version: call.version, lowered, by: fixture.lanterns)
            try await fixture.matches.setRules(Self.rules([100]), of: call.id, version: 0, by: fixture.lanterns)
            for application in [fits, silent, dear, other] {
                try await fixture.matches.mark(application.id, version: 0, [1: 90], by: fixture.lanterns)
            }
            let board = try await fixture.matches.board(call.id, fixture.lanterns)
            func obstacles(_ application: Application) -> [SelectionObstacle]? {
                board.entries.first { $0.application.id == application.id }?.obstacles
            }
            #expect(obstacles(fits) == [] && obstacles(silent) == [.noAmount])
            #expect(obstacles(dear) == [.aboveCeiling] && obstacles(other) == [.ineligible])
            let proposal = await board.proposal()
            #expect(proposal.best.chosen == [fits.id])
        }
    }

    @Test(
        "A ceiling in another currency, and one that nothing is said against, stand in the way where no money is named")
    func ceilings() async throws {
        try await withEachDatabase { database in
            let fixture = try await MatchFixture(database)
            let call = try await call(fixture) { $0.budget = nil }
            let euro = CurrencyCode("EUR").map { Money(minor: 1_000, currency: $0) }
            let other = try await fixture.handedIn("Other", euro, to: call.id, by: fixture.aldora)
            let silent = try await fixture.handedIn("Silent", nil, to: call.id, by: fixture.aldora)
            let fits = try await fixture.handedIn("Fits", MatchFixture.usd(60_000), to: call.id, by: fixture.aldora)
            let open = try await fixture.matches.board(call.id, fixture.lanterns)
            let hindered = open.entries.filter { !$0.obstacles.isEmpty }
            #expect(open.entries.count == 3 && hindered.isEmpty)
            // The call gets its ceiling only later.
            var lowered = FundCallDraft(call)
            lowered.ceiling = MatchFixture.usd(70_000)
            try await fixture.cooperation.funds.edit(call.id, version: call.version, lowered, by: fixture.lanterns)
            let board = try await fixture.matches.board(call.id, fixture.lanterns)
            let obstacles = Dictionary(uniqueKeysWithValues: board.entries.map { ($0.application.id, $0.obstacles) })
            #expect(obstacles == [other.id: [.otherCurrency], silent.id: [.noAmount], fits.id: []])
        }
    }

    @Test("A consent that was withdrawn after an application was handed in stands in its way")
    func consent() async throws {
        try await withEachDatabase { database in
            let fixture = try await MatchFixture(database)
            let call = try await call(fixture) { $0.needsConsent = true }
            let need = try await fixture.published()
            _ = try await fixture.handedIn(
                "Midwives", MatchFixture.usd(50_000), to: call.id, by: fixture.aldora, for: need.id)
            let before = try await fixture.matches.board(call.id, fixture.lanterns)
            #expect(before.entries.first?.obstacles == [] && before.entries.first?.kinds == [.training])
            try await fixture.cooperation.needs.withdrawConsent(need.id, why: "Met", by: fixture.aldora)
            let after = try await fixture.matches.board(call.id, fixture.lanterns)
            #expect(after.entries.first?.obstacles == [.noConsent] && after.entries.first?.kinds == nil)
        }
    }
}
