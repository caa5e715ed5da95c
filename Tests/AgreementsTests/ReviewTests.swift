import Cooperation
import Domain
import Operations
import People
import PlanSupport
import Plans
import Store
import TestSupport
import Testing

@testable import Agreements

@Suite("Reviews of agreements")
struct ReviewTests {
    @Test("Each side and an invited institution answer for themselves; nobody else learns of the review")
    func answers() async throws {
        try await withEachDatabase { database in
            let fixture = try await PactFixture(database)
            let agreements = fixture.agreements
            let id = try await fixture.inForce([fixture.lanterns])
            let day = try fixture.day(40)
            let guest = fixture.plan.member(.contributor, fixture.plan.institutions[0].id)
            let other = fixture.plan.member(.contributor, fixture.plan.institutions[1].id)
            await #expect(throws: WorkspaceError.notFound) { try await agreements.reviews(of: id, guest) }
            try await agreements.invite(fixture.plan.institutions[0].id, true, to: id, by: fixture.aldora)
            await #expect(throws: WorkspaceError.invalid("day", "agreement.allowed.future")) {
                try await agreements.answer([ReviewDraft(.alignment, .yes)], on: day, in: id, by: guest)
            }
            fixture.time.move(days: 41)
            try await agreements.answer([ReviewDraft(.alignment, .yes)], on: day, in: id, by: fixture.aldora)
            try await agreements.answer(
                [ReviewDraft(.alignment, .no, reason: "Nobody asked us")], on: day, in: id, by: guest)
            try await agreements.answer(
                [ReviewDraft(.alignment, .partly, reason: "In part")], on: day, in: id,
                by: fixture.lanterns)
            await #expect(throws: WorkspaceError.invalid("reason", "agreement.allowed.needed")) {
                try await agreements.answer([ReviewDraft(.lasting, .no)], on: day, in: id, by: fixture.lanterns)
            }
            await #expect(throws: WorkspaceError.invalid("day", "agreement.allowed.reviewDay")) {
                try await agreements.answer(
                    [ReviewDraft(.lasting, .yes)], on: try fixture.day(0), in: id, by: fixture.lanterns)
            }
            let book = try await agreements.reviews(of: id, guest)
            let said = book.sayings.answers(on: day).mapValues { $0[.alignment]?.value }
            #expect(
                said == [
                    Respondent(workspace: fixture.aldora.workspace.id): .yes,
                    Respondent(workspace: fixture.lanterns.workspace.id): .partly,
                    Respondent(
                        workspace: fixture.aldora.workspace.id, institution: fixture.plan.institutions[0].id): .no,
                ])
            await #expect(throws: WorkspaceError.notFound) { try await agreements.reviews(of: id, other) }
            await #expect(throws: WorkspaceError.notFound) { try await agreements.reviews(of: id, fixture.stranger) }
            await #expect(throws: WorkspaceError.notFound) { try await agreements.find(id, fixture.stranger) }
        }
    }

    @Test("Predictability counts each party's words apart, and sums no other currency than the promised one")
    func predictability() async throws {
        try await withEachDatabase { database in
            let fixture = try await PactFixture(database)
            let agreements = fixture.agreements
            let id = try await fixture.inForce([fixture.lanterns])
            let (usd, eur) = (try #require(CurrencyCode("USD")), try #require(CurrencyCode("EUR")))
            fixture.time.move(days: 25)
            for (minor, currency) in [(Int64(2_000_000), usd), (Int64(1_000_000), eur)] {
                try await agreements.deliver(
                    1, in: id, on: try fixture.day(-10), money: Money(minor: minor, currency: currency),
                    isComplete: false, note: "", by: fixture.lanterns)
            }
            try await agreements.deliver(
                1, in: id, on: try fixture.day(-1), money: nil, isComplete: true, note: "", by: fixture.lanterns)
            try await agreements.deliver(
                2, in: id, on: try fixture.day(-16), money: nil, isComplete: true, note: "", by: fixture.aldora)
            let counted = try await agreements.reviews(of: id, fixture.aldora).predictability
            let own = try #require(counted.first { $0.workspace == fixture.aldora.workspace.id })
            #expect([own.due, own.onTime, own.late, own.open, own.inKind] == [2, 1, 0, 1, 1])
            let theirs = try #require(counted.first { $0.workspace == fixture.lanterns.workspace.id })
            #expect([theirs.due, theirs.onTime, theirs.late, theirs.open] == [2, 0, 1, 1])
            #expect(theirs.money[usd]?.promised == 5_000_000)
            #expect(theirs.money[usd]?.given == 2_000_000)
            #expect(theirs.money[eur] == nil)
        }
    }

    @Test("Response times run from the first message that waits to the next of the other side")
    func responses() {
        let (one, other) = (WorkspaceID(1), WorkspaceID(2))
        let hour: Int64 = 3_600_000
        let times = ResponseTimes.of(
            [
                (one, 0), (other, 5 * hour), (one, 7 * hour), (one, 9 * hour), (other, 17 * hour), (one, 20 * hour),
            ], [one, other], now: 30 * hour, isOver: false)
        #expect(times.map(\.hours) == [[2, 3], [5, 10]])
        #expect(times.map(\.median) == [2, 5])
        #expect(times.map(\.longest) == [3, 10])
        #expect(times.map(\.waitingHours) == [nil, 10])
    }

    @Test(
        "Direction follows from who gives and who gets, and is not known where one of them is in no group that tells",
        arguments: [
            ([FlowDirection.Side.north], [FlowDirection.Side.south], FlowDirection.northSouth),
            ([.south], [.south], .southSouth), ([.south, .north], [.south], .triangular),
            ([.south, nil], [.south], .notKnown), ([.north], [nil], .notKnown), ([], [.south], .notKnown),
            ([.north], [.north, .south], .notKnown),
        ] as [([FlowDirection.Side?], [FlowDirection.Side?], FlowDirection)])
    func direction(_ givers: [FlowDirection.Side?], _ getters: [FlowDirection.Side?], _ expected: FlowDirection) {
        #expect(FlowDirection.of(givers: givers, getters: getters) == expected)
    }

    @Test(
        "A need is heard in its title and in six words in a row, and not in words of everybody",
        arguments: [
            ("They ask to train judges in the districts, again", true),
            ("two courses a year for the registrars of all", true), ("Courses for registrars, twice a year", false),
            ("Judges", false), ("", false),
        ])
    func echo(_ text: String, _ isHeard: Bool) {
        let echo = NeedEcho(
            titles: ["Train judges in the districts"], texts: ["Two courses a year for the registrars of all courts"])
        #expect(echo.isHeard(in: text) == isHeard)
    }

    @Test("A need is heard in what is written without spaces, and by a title it had before")
    func echoOfIdeographs() {
        let echo = NeedEcho(titles: ["Water for clinics", "Wells for villages"], texts: ["为各区法院的书记官每年举办两期课程"])
        #expect(echo.isHeard(in: "我们知道你们要为各区法院的书记官办班。"))
        #expect(!echo.isHeard(in: "我们可以举办课程。"))
        #expect(echo.isHeard(in: "You said wells for villages first."))
    }
}
