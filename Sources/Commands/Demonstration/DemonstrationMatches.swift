import Cooperation
import Domain
import Insight
import Matches
import Operations
import People
import Programmes

/// The demonstration's matching: a running programme, States in which others found something carried out, a decision against a pair,
/// and a call with applications and marks. Nothing in it is real.
struct DemonstrationMatches: Sendable {
    private let matches: Matches
    private let programmes: Programmes
    private let assessments: DemonstrationAssessments

    init(_ matches: Matches, _ programmes: Programmes, _ assessments: DemonstrationAssessments) {
        self.matches = matches
        self.programmes = programmes
        self.assessments = assessments
    }

    private var cooperation: Cooperation { matches.cooperation }

    /// Adds to what the demonstration's cooperation made, once.
    func make(in workspace: Workspace, _ workspaces: Workspaces, by caller: Caller) async throws {
        let keeper = Member.keeper(caller.name, of: workspace)
        let foundation = Member.keeper(caller.name, of: try await workspaces.find("lantern-foundation"))
        let agency = Member.keeper(caller.name, of: try await workspaces.find("norrholm-cooperation"))
        let funds = try await cooperation.funds.all(foundation)
        guard let fund = funds.first, fund.calls.count == 1 else { return }
        let needs = try await cooperation.needs.all(keeper)
        try await programme(for: workspace, by: agency)
        if let state = workspace.state {
            try await assessments.write(themes: Set(needs.flatMap(\.themes)).sorted(), but: state)
        }
        if let need = needs.last, let offer = try await cooperation.offers.all(agency).first {
            try await matches.reject(
                .offer(offer.id), for: need.id, because: "Agreed with the ministry to ask a neighbour first (invented)",
                by: keeper)
        }
        let call = try await call(of: fund.fund, by: foundation)
        try await applications(to: call, keeper, agency, foundation)
    }

    private func day(_ offset: Int) -> CalendarDate? {
        CalendarDate(dayNumber: matches.today.dayNumber + offset)
    }

    private static func usd(_ amount: Int64) -> Money? {
        CurrencyCode("USD").map { Money(minor: amount * 100, currency: $0) }
    }

    private func programme(for workspace: Workspace, by agency: Member) async throws(WorkspaceError) {
        guard let state = workspace.state else { return }
        let draft = ProgrammeDraft(
            identifier: "XI-NORR-TRAVELLING-COURTS", reporterReference: "XI-NORR",
            reporterName: "Norrholm Agency for Cooperation (invented)", title: "Courts that travel to the districts",
            description: "Hearings and legal aid outside the capital, with registrars and interpreters.", status: "2",
            actualStart: day(-200), plannedEnd: day(600), states: [DraftShare(code: state.rawValue)],
            sectors: [DraftShare(code: "15130")], goals: ["16.3"],
            partners: [
                DraftPartner(role: "1", reference: "XI-NORR", name: "Norrholm Agency for Cooperation (invented)")
            ],
            isPublic: true)
        _ = try await programmes.add(draft, by: agency)
    }

    private func call(of fund: Fund, by foundation: Member) async throws(WorkspaceError) -> FundCall {
        var draft = FundCallDraft()
        draft.title = "Small grants for legal aid (invented)"
        draft.opens = day(-60)
        draft.closes = day(20)
        draft.ceiling = Self.usd(60_000)
        draft.budget = Self.usd(140_000)
        draft.kinds = [.training]
        draft.languages = [.english]
        let call = try await cooperation.funds.add(draft, to: fund.id, by: foundation)
        var rules = SelectionRules()
        rules.criteria = [
            .init(place: 1, label: "Reaches those left out", weight: 40),
            .init(place: 2, label: "A plan that can be checked", weight: 35),
            .init(place: 3, label: "Lasts after the money ends", weight: 25),
        ]
        rules.perStateMax = 3
        try await matches.setRules(rules, of: call.id, version: 0, by: foundation)
        return call
    }

    private func applications(
        to call: FundCall, _ keeper: Member, _ agency: Member, _ foundation: Member
    ) async throws(WorkspaceError) {
        let rows: [(String, Int64, Member, [Int])] = [
            ("Advice centres in every district", 60_000, keeper, [92, 88, 85]),
            ("Interpreters for hearings", 40_000, keeper, [80, 75, 70]),
            ("A handbook for defence lawyers", 45_000, agency, [70, 85, 80]),
            ("Training of village mediators", 55_000, keeper, [85, 60, 90]),
            ("Legal clinics at two universities", 50_000, agency, [65, 90, 75]),
            ("A telephone line for legal questions", 30_000, keeper, []),
        ]
        for (title, amount, member, marks) in rows {
            let made = try await cooperation.applications.add(to: call.id, for: nil, by: member)
            var draft = ApplicationDraft(made)
            draft.title = title + " (invented)"
            draft.amount = Self.usd(amount)
            try await cooperation.applications.submit(made.id, version: made.version, draft, by: member)
            guard !marks.isEmpty else { continue }
            let given = Dictionary(marks.enumerated().map { ($0 + 1, $1) }, uniquingKeysWith: { first, _ in first })
            try await matches.mark(made.id, version: 0, given, by: foundation)
        }
    }
}
