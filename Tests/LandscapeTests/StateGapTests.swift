import Cooperation
import Domain
import People
import Store
import TestSupport
import Testing

@testable import Landscape

@Suite("The gap of a State")
struct StateGapTests {
    @Test("Each issue stands once by the first that holds, and every figure opens as many rows")
    func figures() async throws {
        try await withEachDatabase { database in
            let fixture = try await LandscapeFixture(database)
            try await fixture.programme("1", issue: 1)
            try await fixture.need(Publication(level: .open), from: 2)
            try await fixture.offer(["right-to-health"])
            try await fixture.offer([])
            let gap = try await fixture.gap()
            #expect(gap.issues.map(\.standing) == [.helped, .asked, .offered, .none])
            #expect(gap.isHere)
            #expect(gap.outside == 2)
            #expect(gap.plan == nil)
            let scope = GapScope(state: fixture.state)
            for only in GapIssueFilter.allCases where !only.isOfPlan {
                var filter = GapRowFilter(scope: scope)
                filter.issues = only
                let page = try await fixture.landscape.rows(.issues, filter, .everybody)
                #expect(page.total == gap.count(only), "\(only)")
                #expect(page.rows.count == page.total)
            }
            let found = [
                (GapRowKind.needs, gap.sums.needs), (.offers, gap.sums.offers ?? -1),
                (.programmes, gap.sums.programmes ?? -1), (.agreements, gap.sums.agreements ?? -1),
            ]
            for (kind, count) in found {
                let page = try await fixture.landscape.rows(kind, GapRowFilter(scope: scope), .everybody)
                #expect(page.total == count && page.rows.count == count, "\(kind)")
            }
            var alone = GapRowFilter(scope: scope)
            alone.isAlone = true
            let unmet = try await fixture.landscape.rows(.needs, alone, .everybody)
            let unused = try await fixture.landscape.rows(.offers, alone, .everybody)
            #expect(unmet.total == gap.potential.unmet.count)
            #expect(unused.total == gap.potential.unused.count)
            var unsaid = GapRowFilter(scope: scope)
            unsaid.isUnsaid = true
            let anyTheme = try await fixture.landscape.rows(.offers, unsaid, .everybody)
            let noMoney = try await fixture.landscape.rows(.programmes, unsaid, .everybody)
            #expect(anyTheme.total == gap.sums.offersOfAnyTheme)
            #expect(noMoney.total == gap.sums.programmesWithoutMoney)
            #expect(gap.sums.programmesWithoutMoney == 1)
            #expect(gap.sums.money.isEmpty)
        }
    }

    @Test(
        "A need that is a draft, named to others, without shown sources or withdrawn changes no figure of anybody else")
    func hidden() async throws {
        try await withEachDatabase { database in
            let fixture = try await LandscapeFixture(database)
            try await fixture.offer(["rule-of-law"])
            let stranger = GapReader.member(fixture.harbour)
            func picture(_ reader: GapReader) async throws -> String {
                let gap = try await fixture.gap(reader)
                let world = try await fixture.landscape.gap(GapScope(), reader)
                return "\(gap)\(world)"
            }
            let (open, partner) = (try await picture(.everybody), try await picture(stranger))
            try await fixture.need(nil)
            try await fixture.need(Publication(level: .named, named: [fixture.lanterns.workspace.id]))
            let (openAfter, partnerAfter) = (try await picture(.everybody), try await picture(stranger))
            #expect(openAfter == open)
            #expect(partnerAfter == partner)
            let named = try await fixture.gap(.member(fixture.lanterns))
            #expect(named.sums.needs == 1)
            let own = try await fixture.gap(.member(fixture.keeper))
            #expect(own.sums.needs == 2)
            // One that keeps what it answers to itself counts, and stands at no issue.
            let quiet = try await fixture.need(Publication(level: .open, hidden: [.sources]))
            let seen = try await fixture.gap()
            #expect(seen.sums.needs == 1)
            #expect(seen.count(.need) == 0)
            let theirs = try await fixture.gap(.member(fixture.keeper))
            #expect(theirs.count(.need) == 1)
            try await fixture.needs.withdrawConsent(quiet, why: "Met otherwise", by: fixture.keeper)
            let gone = try await picture(.everybody)
            #expect(gone == open)
        }
    }

    @Test("A plan's money is told by currency, and what is not known is no zero")
    func money() async throws {
        try await withEachDatabase { database in
            let fixture = try await LandscapeFixture(database)
            try await database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO commitment (id, workspace_id, issue_id, title, title_key, priority, withdrawn, made, version)
                    VALUES (1, $1, 1, 'Courts', 'courts', 'high', 0, '', 1), (2, $1, 2, 'Schools', 'schools', 'high', 0, '', 1)
                    """, [.int(fixture.keeper.workspace.id.value)])
                for (id, commitment, cost, currency, gap) in [
                    (1, 1, 500, "EUR", 200), (2, 1, nil, nil, nil), (3, 1, 700, "USD", nil), (4, 1, 100, "EUR", 0),
                ] as [(Int64, Int64, Int64?, String?, Int64?)] {
                    try connection.execute(
                        """
                        INSERT INTO action (id, workspace_id, commitment_id, title, title_key, description, status, cost,
                            currency, gap, withdrawn, made, version)
                        VALUES ($1, $2, $3, 'a', $4, '', 'planned', $5, $6, $7, 0, '', 1)
                        """,
                        [
                            .int(id), .int(fixture.keeper.workspace.id.value), .int(commitment), .text("a\(id)"),
                            .optional(cost), .optional(currency), .optional(gap),
                        ])
                }
            }
            let gap = try await fixture.gap(.member(fixture.keeper))
            let plan = try #require(gap.plan)
            #expect(plan.map { $0.currency?.rawValue } == ["EUR", "USD", nil])
            #expect(plan.map(\.cost) == [600, 700, 0])
            #expect(plan.map(\.costKnown) == [2, 1, 0])
            #expect(plan.map(\.gap) == [200, 0, 0])
            #expect(plan.map(\.gapKnown) == [2, 0, 0])
            #expect(gap.count(.planned) == 2)
            #expect(gap.count(.unplanned) == 2)
            #expect(gap.count(.acted) == 1)
            #expect(gap.count(.short) == 1)
            #expect(gap.count(.covered) == 0)
            let reader = GapReader.member(fixture.keeper)
            let filter = GapRowFilter(scope: GapScope(state: fixture.state))
            let actions = try await fixture.landscape.rows(.actions, filter, reader)
            #expect(actions.total == 4 && gap.actions == 4)
            await #expect(throws: WorkspaceError.forbidden) {
                try await fixture.landscape.rows(.actions, filter, .everybody)
            }
            var planned = filter
            planned.issues = .planned
            await #expect(throws: WorkspaceError.forbidden) {
                try await fixture.landscape.rows(.issues, planned, .member(fixture.lanterns))
            }
        }
    }

    @Test("Two programmes with an issue in common by hand are proposed as doing the same, with a page of each")
    func overlaps() async throws {
        try await withEachDatabase { database in
            let fixture = try await LandscapeFixture(database)
            let one = try await fixture.programme("1", issue: 1)
            let other = try await fixture.programme("2", issue: 1, giver: ("XX-HARB-1", "Harbour"))
            try await fixture.programme("3", issue: 1)
            try await fixture.programme("4", issue: 2)
            let gap = try await fixture.gap()
            // The third has the first one's reporter.
            #expect(gap.overlaps.contains { $0.one.id == one && $0.other.id == other })
            #expect(gap.overlaps.count == 2)
            #expect(gap.overlaps.allSatisfy { $0.issues == [IssueID(1)] && !$0.isTimeKnown })
        }
    }

    @Test("A theme and a group of persons narrow the issues; what nobody says of persons is no figure")
    func scopes() async throws {
        try await withEachDatabase { database in
            let fixture = try await LandscapeFixture(database)
            let health = try await fixture.gap(.everybody, GapScope(theme: "right-to-health"))
            #expect(health.issues.map(\.issue.id) == [IssueID(1)])
            #expect(health.issues.map(\.recommendations) == [1])
            let children = try await fixture.gap(.everybody, GapScope(person: "children"))
            #expect(children.issues.isEmpty)
            #expect(children.sums.offers == nil)
            #expect(children.sums.programmes == 0)
            let world = try await fixture.landscape.gap(GapScope(person: "children"), .everybody)
            #expect(world.sums.programmes == nil)
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.landscape.gap(StateCode("QQQ"), GapScope(), .everybody)
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.landscape.gap(GapScope(group: "nobody"), .everybody)
            }
        }
    }

    @Test("A pair that somebody decided against stays away from the gap of its two sides, until that is taken back")
    func rejected() async throws {
        try await withEachDatabase { database in
            let fixture = try await LandscapeFixture(database)
            let need = try await fixture.need(Publication(level: .open))
            let offer = try await fixture.offer(["rule-of-law"])
            let sides = [fixture.keeper, fixture.lanterns, fixture.harbour]
            func pairs() async throws -> [Int] {
                var counts: [Int] = []
                for member in sides { counts.append(try await fixture.gap(.member(member)).potential.pairs.count) }
                return counts
            }
            let before = try await pairs()
            #expect(before == [1, 1, 1])
            try await database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO match_rejection (id, workspace_id, need_id, need_workspace_id, help, help_workspace_id, reason,
                        decided_by, at) VALUES (1, $1, $2, $1, $3, $4, 'No', 'x', '2026-01-01T00:00:00.000Z')
                    """,
                    [
                        .int(fixture.keeper.workspace.id.value), .int(need.value), .text("offer-\(offer)"),
                        .int(fixture.lanterns.workspace.id.value),
                    ])
            }
            let rejected = try await pairs()
            #expect(rejected == [0, 0, 1])
            try await database.write { connection in
                try connection.execute("UPDATE match_rejection SET taken_back = '2026-01-02', taken_back_by = 'x'")
            }
            let after = try await pairs()
            #expect(after == [1, 1, 1])
        }
    }
}
