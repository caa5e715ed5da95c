import Domain
import People
import PlanSupport
import Plans
import Store
import TestSupport
import Testing

@Suite("Dashboards")
struct DashboardTests {
    /// Three issues in the plan; ministries 1 and 2 lead; one action late, one done, one without money.
    private func filled(_ database: any Database) async throws -> PlanFixture {
        let fixture = try await PlanFixture.make(database, sizes: [3, 2, 2])
        let plans = fixture.plans
        _ = try await plans.commit(fixture.issues, by: fixture.keeper)
        let ids = try await plans.list(fixture.keeper).items.map(\.commitment.id)
        let (one, two) = (fixture.institutions[0].id, fixture.institutions[1].id)
        _ = try await plans.assign(
            PlanSelection(.commitments, ids: [ids[0].value]), lead: .set(one), by: fixture.keeper)
        _ = try await plans.setDue(
            PlanSelection(.commitments, ids: [ids[0].value]), CalendarDate("2025-05-01"), by: fixture.keeper)
        let euro = CurrencyCode("EUR")
        for (commitment, lead, status, due, money) in [
            (ids[0], one, ActionStatus.started, "2025-12-01", ActionMoney(cost: 9_000, currency: euro, gap: 4_000)),
            (ids[0], two, .done, "2025-12-01", ActionMoney(cost: 500, currency: euro, gap: 0)),
            (ids[1], two, .delayed, "2027-01-01", ActionMoney()),
            (ids[1], two, .planned, "2026-12-01", ActionMoney(currency: euro, gap: 700)),
        ] {
            _ = try await plans.addAction(
                Action(
                    id: ActionID(0), workspace: fixture.workspace.id, commitment: commitment, title: "Open an office",
                    lead: lead, status: status, due: CalendarDate(due), money: money), by: fixture.keeper)
        }
        return fixture
    }

    @Test("Every number is the length of the plan's list for the same filter, for all and for one institution")
    func numbersAreLists() async throws {
        try await withEachDatabase { database in
            let fixture = try await filled(database)
            for member in [
                fixture.keeper, fixture.member(.observer), fixture.member(.focalPoint, fixture.institutions[0].id),
                fixture.member(.focalPoint, fixture.institutions[2].id),
            ] {
                let dashboard = try await fixture.plans.dashboard(member)
                try await check(dashboard, fixture.plans, member)
            }
        }
    }

    private func check(_ dashboard: PlanDashboard, _ plans: Plans, _ member: Member) async throws {
        func recommendations(_ narrow: (inout PlanFilter) -> Void) async throws -> Int {
            var filter = PlanFilter()
            narrow(&filter)
            return try await plans.recommendations(member, filter, limit: 1, language: .english).total
        }
        func actions(_ narrow: (inout PlanFilter) -> Void) async throws -> Int {
            var filter = PlanFilter()
            narrow(&filter)
            return try await plans.actions(member, filter, limit: 1).total
        }
        let all = try await recommendations { _ in }
        let late = try await recommendations { $0.isLate = true }
        let bare = try await recommendations { $0.isWithoutAction = true }
        let unsaid = try await recommendations { $0.standing = .nothing }
        #expect(dashboard.recommendations.all == all)
        #expect(dashboard.recommendations.late == late)
        #expect(dashboard.recommendations.withoutAction == bare)
        #expect(dashboard.recommendations.unsaid == unsaid)
        for dimension in PlanDimension.allCases {
            for part in dashboard.parts[dimension] ?? [] {
                let count = try await recommendations { Self.narrow(&$0, dimension, part) }
                let lateOnes = try await recommendations {
                    Self.narrow(&$0, dimension, part)
                    $0.isLate = true
                }
                #expect(part.standing.all == count, "\(dimension) \(part.key ?? "-")")
                #expect(part.standing.late == lateOnes, "\(dimension) \(part.key ?? "-")")
            }
        }
        for (institution, figures) in dashboard.actions {
            let lead = institution.map { PlanFilter.Lead.institution($0) } ?? .nobody
            let count = try await actions { $0.lead = lead }
            let lateOnes = try await actions {
                $0.lead = lead
                $0.isLate = true
            }
            let missing = try await actions {
                $0.lead = lead
                $0.money = .missing
            }
            #expect(figures.all == count)
            #expect(figures.late == lateOnes)
            #expect(figures.withGap == missing)
        }
    }

    private static func narrow(_ filter: inout PlanFilter, _ dimension: PlanDimension, _ part: PlanStandingPart) {
        switch dimension {
        case .theme: filter.theme = part.key
        case .person: filter.person = part.key
        case .goal: filter.goal = part.key
        case .mechanism: filter.mechanism = part.key.map { MechanismCode($0) }
        case .institution: filter.lead = part.key.flatMap { InstitutionID($0) }.map { .institution($0) } ?? .nobody
        }
    }

    @Test("Money that is missing is summed by institution and currency; what is not known is counted and not added")
    func money() async throws {
        try await withEachDatabase { database in
            let fixture = try await filled(database)
            let dashboard = try await fixture.plans.dashboard(fixture.keeper, [])
            #expect(dashboard.missing.map(\.amount) == [4_700])
            #expect(dashboard.gaps.map(\.amount) == [4_000, 700])
            #expect(dashboard.total.withGap == 2)
            #expect(dashboard.total.unknownGap == 1)
            #expect(dashboard.total.ended == 1)
            #expect(dashboard.parts.isEmpty)
        }
    }

    @Test("A tag of two targets of one goal counts a recommendation once, one that a person rejected does not count")
    func tags() async throws {
        try await withEachDatabase { database in
            let fixture = try await filled(database)
            try await database.write { connection in
                for (id, code) in [(911, "16.3"), (912, "16.a"), (913, "5")] as [(Int64, String)] {
                    _ = try connection.execute(
                        "INSERT INTO term (id, kind, code, label) VALUES ($1, 'sdg', $2, $2)", [.int(id), .text(code)])
                    _ = try connection.execute(
                        "INSERT INTO tag (recommendation_id, part_id, term_id, source_id) VALUES (2, 0, $1, 900)",
                        [.int(id)])
                }
            }
            let goals = try await fixture.plans.dashboard(fixture.keeper, [.goal]).parts[.goal]
            #expect(goals?.map(\.key) == ["16", "5"])
            #expect(goals?.map(\.standing.all) == [1, 1])
            try await database.write { connection in
                _ = try connection.execute(
                    """
                    INSERT INTO tag_decision (id, recommendation_id, kind, code, verdict, decided_by, decided_at, batch)
                    VALUES (1, 2, 'sdg', '5', 'rejected', 'ana', '2026-01-01', 1), (2, 3, 'sdg', '5.2', 'added', 'ana', '2026-01-01', 2)
                    """)
            }
            let again = try await fixture.plans.dashboard(fixture.keeper, [.goal])
            #expect(again.parts[.goal]?.map(\.standing.all) == [1, 1])
            try await check(again, fixture.plans, fixture.keeper)
        }
    }

    @Test("Who may see no dashboard gets none, and another workspace's plan is not in it")
    func apart() async throws {
        try await withEachDatabase { database in
            let fixture = try await filled(database)
            let other = try await fixture.workspaces.add(
                slug: "belmar", name: "Belmar", state: StateCode("XAB"), language: .english, timeZone: "UTC",
                by: .commandLine("tests"))
            let dashboard = try await fixture.plans.dashboard(Member.keeper("cli:tests", of: other))
            #expect(dashboard.commitments == 0)
            #expect(dashboard.actions.isEmpty)
            #expect(dashboard.recommendations == PlanStanding())
            let nobody = fixture.keeper.limited(to: [.seePlan])
            await #expect(throws: WorkspaceError.forbidden) { try await fixture.plans.dashboard(nobody) }
        }
    }
}
