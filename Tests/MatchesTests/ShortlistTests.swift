import Cooperation
import Domain
import Insight
import People
import TestSupport
import Testing

@testable import Matches

@Suite("Lists of what fits")
struct ShortlistTests {
    @Test("A decision against a pair keeps it away from both sides' lists, in both directions, until it is taken back")
    func decisions() async throws {
        try await withEachDatabase { database in
            let fixture = try await MatchFixture(database)
            let need = try await fixture.published()
            let offer = try await fixture.cooperation.offers.add(MatchFixture.offer(), by: fixture.lanterns)
            let help = HelpID.offer(offer.id)
            let before = try await fixture.help(for: need.id)
            #expect(before == [help])
            await #expect(throws: WorkspaceError.invalid("reason", "match.reasonNeeded")) {
                try await fixture.matches.reject(help, for: need.id, because: "  ", by: fixture.aldora)
            }
            try await fixture.matches.reject(help, for: need.id, because: "Tried in 2023", by: fixture.aldora)
            await #expect(throws: WorkspaceError.invalid("reason", "match.rejectedAlready")) {
                try await fixture.matches.reject(help, for: need.id, because: "Again", by: fixture.aldora)
            }
            let own = try await fixture.matches.shortlist(for: need.id, fixture.aldora)
            #expect(own.matches.isEmpty && own.refusals.isEmpty && own.keptAway == 0)
            let decision = try #require(own.decisions.first)
            #expect(decision.rejection.reason == "Tried in 2023" && decision.rejection.by == "cli:tests")
            #expect(decision.card?.title == "Courses for midwives")
            // The other side sees that a pair is kept away, and not why.
            let theirs = try await fixture.matches.needs(for: help, fixture.lanterns)
            #expect(theirs.matches.isEmpty && theirs.decisions.isEmpty && theirs.keptAway == 1)
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.matches.takeBack(decision.rejection.id, by: fixture.lanterns)
            }
            try await fixture.matches.takeBack(decision.rejection.id, by: fixture.aldora)
            let after = try await fixture.matches.shortlist(for: need.id, fixture.aldora)
            #expect(after.matches.map(\.card.id) == [help])
            #expect(after.decisions.first?.rejection.takenBackBy == "cli:tests")
            try await fixture.matches.reject(need.id, for: help, because: "No trainers", by: fixture.lanterns)
            let list = try await fixture.matches.shortlist(for: need.id, fixture.aldora)
            #expect(list.matches.isEmpty && list.decisions.count == 1 && list.keptAway == 1)
            let theirOwn = try await fixture.matches.needs(for: help, fixture.lanterns)
            #expect(theirOwn.matches.isEmpty && theirOwn.decisions.count == 1 && theirOwn.keptAway == 0)
        }
    }

    @Test(
        "A consent that is withdrawn takes the need from a partner's list with the next question, and from its decisions"
    )
    func withdrawal() async throws {
        try await withEachDatabase { database in
            let fixture = try await MatchFixture(database)
            let (first, second) = (try await fixture.published(), try await fixture.published())
            let offer = try await fixture.cooperation.offers.add(MatchFixture.offer(), by: fixture.lanterns)
            let help = HelpID.offer(offer.id)
            try await fixture.matches.reject(second.id, for: help, because: "Too far", by: fixture.lanterns)
            let before = try await fixture.needs(for: help, fixture.lanterns)
            #expect(before == [first.id])
            for need in [first, second] {
                try await fixture.cooperation.needs.withdrawConsent(need.id, why: "Met", by: fixture.aldora)
            }
            let after = try await fixture.matches.needs(for: help, fixture.lanterns)
            #expect(after.matches.isEmpty && after.compared == 0)
            #expect(after.decisions.count == 1 && after.decisions.first?.need == nil)
            let overview = try await fixture.matches.overview(fixture.lanterns)
            let listed = overview.help.flatMap(\.matches)
            #expect(overview.help.count == 1 && listed.isEmpty)
            // The State itself still looks for help; that nobody may read the need is told as to be settled.
            let own = try await fixture.matches.shortlist(for: first.id, fixture.aldora)
            #expect(!own.isPublished)
            #expect(own.matches.first?.score.unchecked.contains(.consent) == true)
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.matches.reject(first.id, for: help, because: "x", by: fixture.lanterns)
            }
        }
    }

    @Test("What a State keeps to itself is not compared for a partner; what it refuses still excludes")
    func hidden() async throws {
        try await withEachDatabase { database in
            let fixture = try await MatchFixture(database)
            let need = try await fixture.published(hidden: [.cost, .refused])
            var draft = MatchFixture.offer()
            draft.money = MatchFixture.usd(200_000)
            let open = try await fixture.cooperation.offers.add(draft, by: fixture.lanterns)
            draft.conditions = [.policyReform]
            let tied = try await fixture.cooperation.offers.add(draft, by: fixture.lanterns)
            let theirs = try await fixture.matches.needs(for: .offer(open.id), fixture.lanterns)
            let match = try #require(theirs.matches.first)
            #expect(match.need.id == need.id && match.need.cost == nil && match.need.refused.isEmpty)
            #expect(match.score.parts.first { $0.criterion == .money }?.hundredths == nil)
            let own = try await fixture.matches.shortlist(for: need.id, fixture.aldora)
            #expect(own.matches.map(\.card.id) == [.offer(open.id)])
            #expect(own.matches.first?.score.parts.first { $0.criterion == .money }?.hundredths == 100)
            #expect(own.refusals.map(\.card.id) == [.offer(tied.id)])
            #expect(own.refusals.first?.obstacles.map(\.condition) == [.refused])
            let none = try await fixture.needs(for: .offer(tied.id), fixture.lanterns)
            #expect(none.isEmpty)
        }
    }

    @Test("A need whose cost cannot be split is no match for help that covers a part of it")
    func whole() async throws {
        try await withEachDatabase { database in
            let fixture = try await MatchFixture(database)
            var draft = MatchFixture.need()
            draft.isWhole = true
            let need = try await fixture.published(draft)
            var offer = MatchFixture.offer()
            offer.money = MatchFixture.usd(50_000)
            _ = try await fixture.cooperation.offers.add(offer, by: fixture.lanterns)
            let list = try await fixture.matches.shortlist(for: need.id, fixture.aldora)
            #expect(list.matches.isEmpty)
            #expect(list.refusals.first?.obstacles.map(\.condition) == [.ceiling])
            draft.isWhole = false
            try await fixture.cooperation.needs.edit(need.id, version: need.version, draft, by: fixture.aldora)
            let after = try await fixture.help(for: need.id)
            #expect(after.count == 1)
        }
    }

    @Test("A workspace asks only for its own needs, offers and calls")
    func own() async throws {
        try await withEachDatabase { database in
            let fixture = try await MatchFixture(database)
            let need = try await fixture.published()
            let offer = try await fixture.cooperation.offers.add(MatchFixture.offer(), by: fixture.lanterns)
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.matches.shortlist(for: need.id, fixture.belmar)
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.matches.needs(for: .offer(offer.id), fixture.harbour)
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.matches.reject(.offer(offer.id), for: need.id, because: "x", by: fixture.belmar)
            }
            let named = try await fixture.published(level: .partners)
            let theirs = try await fixture.needs(for: .offer(offer.id), fixture.lanterns)
            #expect(Set(theirs) == [need.id, named.id])
        }
    }
}
