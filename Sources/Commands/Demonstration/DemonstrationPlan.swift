import Clocks
import Domain
import FollowUp
import Operations
import People
import Plans

/// The demonstration's workspace: a plan of an invented State, its institutions and their work. Everything in it is invented.
struct DemonstrationPlan: Sendable {
    static let slug = "demo"
    private static let issuesTaken = 40

    let plans: Plans
    let clocks: Clocks
    let workspaces: Workspaces
    let accounts: Accounts
    let content: DemonstrationContent

    private struct Body {
        var name: String
        var abbreviation: String
        var kind: InstitutionKind
    }

    private static let bodies = [
        Body(name: "Ministry of Justice", abbreviation: "MoJ", kind: .ministry),
        Body(name: "Ministry of the Interior", abbreviation: "MoI", kind: .ministry),
        Body(name: "Ministry of Education", abbreviation: "MoE", kind: .ministry),
        Body(name: "Ministry of Health", abbreviation: "MoH", kind: .ministry),
        Body(name: "Ministry of Labour and Family", abbreviation: "MoLF", kind: .ministry),
        Body(name: "National Assembly", abbreviation: "NA", kind: .parliament),
        Body(name: "Statistics Office", abbreviation: "StO", kind: .statisticsOffice),
        Body(name: "Human Rights Commission", abbreviation: "HRC", kind: .humanRightsInstitution),
    ]

    private static let work = [
        "Draft the amendment and send it for consultation", "Train officials in the districts",
        "Publish yearly figures by sex, age and disability", "Fund shelters and a telephone line",
        "Review complaints of the last three years", "Inform people of their rights in all languages",
    ]

    /// Makes the workspace of a State with its plan, or finds the one that is there, and makes an account its administrator.
    func make(
        _ state: StateCode, name: String, for account: AccountID, by caller: Caller
    ) async throws(WorkspaceError) -> Workspace {
        let isThere = try await workspaces.all().first { $0.slug == Self.slug }
        if let isThere {
            try await workspaces.put(account, .administrator, nil, by: .keeper(caller.name, of: isThere))
            return isThere
        }
        let workspace = try await workspaces.add(
            slug: Self.slug, name: name, state: state, language: .english, timeZone: "UTC", by: caller)
        let keeper = Member.keeper(caller.name, of: workspace)
        try await workspaces.put(account, .administrator, nil, by: keeper)
        var institutions: [InstitutionID] = []
        for body in Self.bodies {
            let made = try await Institutions(workspaces.store).add(
                body.name, kind: body.kind, abbreviation: body.abbreviation,
                email: "\(body.abbreviation.lowercased())@ithavar.example", by: keeper)
            institutions.append(made.id)
        }
        let (commitments, actions) = try await plan(institutions, state, keeper)
        var ground = DemonstrationGround(
            plans: plans, content: content, keeper: keeper, today: plans.today(workspace),
            institutions: Dictionary(
                zip(Self.bodies.map(\.abbreviation), institutions), uniquingKeysWith: { first, _ in first }),
            commitments: commitments)
        try await accredit(ground)
        let people = try await people(ground, by: caller)
        ground.keeper = people.values.first { $0.role == .coordinator } ?? keeper
        try await DemonstrationMatters(ground: ground).make()
        let indicators = try await Indicators(plans.store).page(IndicatorFilter(), keeper).map(\.indicator)
        try await DemonstrationReports(
            ground: ground, people: people, actions: actions,
            indicators: indicators.sorted { $0.id < $1.id }.map(\.id)
        ).make()
        try await DemonstrationRound(ground: ground).make()
        try await DemonstrationClocks(ground: ground, clocks: clocks).make()
        return workspace
    }

    private func accredit(_ ground: DemonstrationGround) async throws(WorkspaceError) {
        guard let commission = ground.institutions["HRC"], let decided = ground.monthsAgo(52) else { return }
        try await Institutions(workspaces.store).accredit(
            commission, .a, decided: decided, reviewDue: ground.monthsAgo(-8), source: nil, by: ground.keeper)
    }

    /// Members by name; nobody can sign in as them, as nobody is told their keys.
    private func people(
        _ ground: DemonstrationGround, by caller: Caller
    ) async throws(WorkspaceError) -> [String: Member] {
        var people: [String: Member] = [:]
        for person in content.people {
            let account: Account
            do throws(AccountError) { account = try await accounts.add(person.name, .none, by: caller).account } catch {
                throw .store(error.sentence)
            }
            try await workspaces.put(
                account.id, ground.value(person.role), person.institution.flatMap { ground.institutions[$0] },
                by: ground.keeper)
            people[person.name] = try await workspaces.member(account, in: Self.slug)
        }
        return people
    }

    private typealias MadeActions = [(id: ActionID, lead: InstitutionID, status: ActionStatus)]

    private func plan(
        _ institutions: [InstitutionID], _ state: StateCode, _ keeper: Member
    ) async throws(WorkspaceError) -> (commitments: [CommitmentID], actions: MadeActions) {
        let issues: [IssueID]
        do {
            issues = try await plans.issues.list(state).items.prefix(Self.issuesTaken).map(\.issue.id)
        } catch { throw .store("\(error)") }
        guard !issues.isEmpty else { return ([], []) }
        try await plans.commit(issues, by: keeper)
        let today = plans.today(keeper.workspace)
        let commitments = try await plans.list(keeper, limit: Self.issuesTaken).items.map(\.commitment)
        var actions: MadeActions = []
        // The last quarter is left for whoever looks: without a lead, without an action.
        for (place, commitment) in commitments.prefix(commitments.count * 3 / 4).enumerated() {
            let lead = institutions[place % 6]
            try await plans.assign(
                PlanSelection(.commitments, ids: [commitment.id.value]), lead: .set(lead),
                supporting: .set([institutions[(place + 1) % institutions.count]]), by: keeper)
            try await plans.setPriority(
                PlanSelection(.commitments, ids: [commitment.id.value]),
                [Priority.high, .medium, .low][place % 3], by: keeper)
            for number in 0..<(1 + place % 3) {
                let made = try await action(place * 3 + number, commitment.id, lead, today, keeper)
                actions.append((made.id, lead, made.status))
            }
        }
        return (commitments.map(\.id), actions)
    }

    private func action(
        _ place: Int, _ commitment: CommitmentID, _ lead: InstitutionID, _ today: CalendarDate, _ keeper: Member
    ) async throws(WorkspaceError) -> Action {
        let statuses: [ActionStatus] = [.started, .planned, .done, .started, .delayed]
        let status = statuses[place % statuses.count]
        // Some dates lie behind, most ahead: from half a year ago to a year and a half on.
        let month = today.year * 12 + (today.month ?? 1) - 1 + (place * 5) % 24 - (status == .done ? 12 : 4)
        let due = CalendarDate(year: month / 12, month: month % 12 + 1, day: 28)
        let start = CalendarDate(year: (month - 8) / 12, month: (month - 8) % 12 + 1, day: 1)
        var money = ActionMoney()
        if place % 4 != 3, let currency = CurrencyCode("USD") {
            money.currency = currency
            money.cost = Int64(1 + place % 9) * 2_500_000
            money.gap = place % 3 == 0 ? nil : Int64(place % 3 - 1) * 1_000_000
        }
        let action = try await plans.addAction(
            Action(
                id: ActionID(0), workspace: keeper.workspace.id, commitment: commitment,
                title: Self.work[place % Self.work.count], lead: lead, status: status, starts: start, due: due,
                money: money), by: keeper)
        if place % 2 == 0 {
            _ = try await plans.addMilestone(
                action.id, title: "First report to the committee", due: due, by: keeper)
        }
        return action
    }
}
