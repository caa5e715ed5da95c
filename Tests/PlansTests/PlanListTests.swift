import Domain
import Plans
import Store
import TestSupport
import Testing

@Suite("Lists of the plan")
struct PlanListTests {
    @Test("Pages of every order hold every row exactly once")
    func paging() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database, sizes: [1, 1, 1, 1, 1, 1, 1])
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let ids = try await fixture.plans.list(fixture.keeper).items.map(\.commitment.id.value)
            _ = try await fixture.plans.setDue(
                PlanSelection(.commitments, ids: [ids[4], ids[2]]), CalendarDate("2026-05-01"), by: fixture.keeper)
            _ = try await fixture.plans.setPriority(
                PlanSelection(.commitments, ids: [ids[6]]), .high, by: fixture.keeper)
            _ = try await fixture.plans.assign(
                PlanSelection(.commitments, ids: [ids[3]]), lead: .set(fixture.institutions[0].id), by: fixture.keeper)
            for sort in PlanSort.allCases {
                var seen: [Int64] = []
                var after: PlanCursor?
                repeat {
                    let page = try await fixture.plans.list(fixture.keeper, sort: sort, after: after, limit: 2)
                    seen += page.items.map(\.commitment.id.value)
                    #expect(page.total == 7)
                    after = page.next.flatMap { PlanCursor($0.description) }
                } while after != nil
                #expect(seen.sorted() == ids.sorted(), "\(sort)")
                if sort == .due { #expect(seen.prefix(2) == [ids[2], ids[4]]) }
                if sort == .priority { #expect(seen.first == ids[6]) }
                if sort == .lead { #expect(seen.first == ids[3]) }
            }
        }
    }

    @Test("A theme that a person rejected does not count, one that a person added does")
    func tags() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            var filter = PlanFilter()
            filter.theme = "right-to-health"
            #expect(try await fixture.planned(filter).map(\.planned.recommendation.value) == [1])
            try await database.write { connection in
                for (id, recommendation, verdict) in [(1, 1, "rejected"), (2, 2, "added")] as [(Int, Int, String)] {
                    _ = try connection.execute(
                        """
                        INSERT INTO tag_decision (id, recommendation_id, kind, code, verdict, decided_by, decided_at, batch)
                        VALUES ($1, $2, 'theme', 'right-to-health', $3, 'ana', '', $1)
                        """, [.int(id), .int(recommendation), .text(verdict)])
                }
            }
            #expect(try await fixture.planned(filter).map(\.planned.recommendation.value) == [2])
        }
    }

    @Test("Late is what passed its date and is neither done nor given up; money is missing where a gap says so")
    func lateness() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let ids = try await fixture.plans.list(fixture.keeper).items.map(\.commitment.id)
            let all = PlanSelection(.commitments, ids: [ids[0].value, ids[1].value])
            _ = try await fixture.plans.setDue(all, CalendarDate("2026-02-01"), by: fixture.keeper)
            var fully = PlanChanges()
            fully.standing = .set(.fully)
            _ = try await fixture.plans.change(
                PlanSelection(.commitments, ids: [ids[1].value]), fully, by: fixture.keeper)
            var late = PlanFilter()
            late.isLate = true
            #expect(try await fixture.plans.list(fixture.keeper, late).items.map(\.commitment.id) == [ids[0]])
            var action = Action(
                id: ActionID(0), workspace: fixture.workspace.id, commitment: ids[2], title: "Offices",
                due: CalendarDate("2026-02-02"))
            action.money = ActionMoney(cost: 100, currency: CurrencyCode("EUR"), gap: 1)
            _ = try await fixture.plans.addAction(action, by: fixture.keeper)
            // Due today is not late.
            #expect(try await fixture.plans.list(fixture.keeper, late).total == 1)
            var missing = PlanFilter()
            missing.money = .missing
            #expect(try await fixture.plans.list(fixture.keeper, missing).items.map(\.commitment.id) == [ids[2]])
            missing.currency = CurrencyCode("EUR")
            #expect(try await fixture.plans.list(fixture.keeper, missing).total == 1)
            #expect(try await fixture.plans.actions(fixture.keeper, missing).total == 1)
            missing.currency = CurrencyCode("CHF")
            #expect(try await fixture.plans.actions(fixture.keeper, missing).total == 0)
            var without = PlanFilter()
            without.isWithoutAction = true
            #expect(try await fixture.plans.list(fixture.keeper, without).total == 2)
            var words = PlanFilter()
            words.text = "COURTS 2"
            #expect(try await fixture.plans.list(fixture.keeper, words).items.map(\.commitment.id) == [ids[1]])
        }
    }

    @Test("Shares of institutions add up actions and money by currency, unknown ones counted")
    func shares() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let commitment = try await fixture.plans.list(fixture.keeper).items[0].commitment.id
            let lead = fixture.institutions[0].id
            for (cost, currency, due) in [
                (100, "EUR", "2026-01-01"), (50, "EUR", "2026-03-01"), (7, "USD", "2026-04-01"), (nil, nil, nil),
            ] as [(Int64?, String?, String?)] {
                var action = Action(
                    id: ActionID(0), workspace: fixture.workspace.id, commitment: commitment, title: "One", lead: lead)
                action.money = ActionMoney(cost: cost, currency: currency.flatMap { CurrencyCode($0) })
                action.due = due.flatMap { CalendarDate($0) }
                _ = try await fixture.plans.addAction(action, by: fixture.keeper)
            }
            let share = try #require(
                try await fixture.plans.institutionShares(fixture.keeper).first { $0.institution == lead })
            #expect(share.actions.all == 4)
            #expect(share.actions.late == 1)
            #expect(share.actions.next?.description == "2026-01-01")
            let euro = try #require(CurrencyCode("EUR"))
            #expect(share.actions.money.lines[euro]?.cost == 150)
            #expect(share.actions.money.withoutCost == 1)
            #expect(share.actions.money.withoutGap == 4)
            let mechanisms = try await fixture.plans.mechanismShares(fixture.keeper)
            #expect(mechanisms.map(\.recommendations) == [3, 3])
            #expect(mechanisms.map(\.unsaid) == [3, 3])
            let (first, last) = (CalendarDate("2026-03-01"), CalendarDate("2026-03-31"))
            let march = try await fixture.plans.days(
                from: #require(first), to: #require(last), fixture.keeper)
            #expect(march.items.map(\.kind) == [.action])
        }
    }

    @Test("A day as a number and back is the same day, over centuries")
    func days() {
        for number in stride(from: -100_000, through: 100_000, by: 37) {
            #expect(CalendarDate(dayNumber: number).dayNumber == number)
        }
        #expect(CalendarDate(dayNumber: 0).description == "1970-01-01")
        #expect(CalendarDate("2024-02-29")?.dayNumber == 19_782)
    }

    @Test("A day begins where the workspace is")
    func zones() {
        var workspace = Workspace(
            id: WorkspaceID(1), slug: "aldora", name: "Aldora", state: StateCode("XAA"), created: "")
        // 2 February 2026, 02:40 in UTC.
        #expect(workspace.day(at: 1_770_000_000_000).description == "2026-02-02")
        workspace.timeZone = "America/Lima"
        #expect(workspace.day(at: 1_770_000_000_000).description == "2026-02-01")
    }
}
