import Cooperation
import Domain
import Operations
import People
import Reference

/// The demonstration's cooperation: two invented partners with offers, a fund with a call, and needs of the invented State. Nothing
/// in it is real.
struct DemonstrationCooperation: Sendable {
    private static let foundation = "lantern-foundation"
    private static let agency = "norrholm-cooperation"

    private let cooperation: Cooperation
    private let workspaces: Workspaces

    init(_ cooperation: Cooperation, _ workspaces: Workspaces) {
        self.cooperation = cooperation
        self.workspaces = workspaces
    }

    /// Fills the workspace of a State and makes its partners, once; makes an account an administrator of them.
    func make(
        in workspace: Workspace, for account: AccountID, by caller: Caller
    ) async throws(WorkspaceError) {
        let there = Set(try await workspaces.all().map(\.slug))
        let isNew = !there.contains(Self.foundation)
        let foundation = try await partner(
            Self.foundation, "Lantern Foundation (invented)", .foundation, nil, isNew: isNew, caller)
        let agency = try await partner(
            Self.agency, "Norrholm Agency for Cooperation (invented)", .stateAgency, StateCode("XAH"), isNew: isNew,
            caller)
        for member in [foundation, agency] { try await workspaces.put(account, .administrator, nil, by: member) }
        guard isNew else { return }
        try await offers(foundation, agency)
        try await fund(foundation)
        try await needs(Member.keeper(caller.name, of: workspace))
    }

    private func partner(
        _ slug: String, _ name: String, _ actor: ActorKind, _ state: StateCode?, isNew: Bool, _ caller: Caller
    ) async throws(WorkspaceError) -> Member {
        guard isNew else { return .keeper(caller.name, of: try await workspaces.find(slug)) }
        let made = try await workspaces.addPartner(
            slug: slug, name: name, actor: actor, state: state, region: nil, language: .english, timeZone: "UTC",
            by: caller)
        return .keeper(caller.name, of: made)
    }

    private static func usd(_ amount: Int64) -> Money? {
        CurrencyCode("USD").map { Money(minor: amount * 100, currency: $0) }
    }

    /// A day so many days from today.
    private func day(_ offset: Int) -> CalendarDate? {
        CalendarDate(cooperation.store.clock.instant).map { CalendarDate(dayNumber: $0.dayNumber + offset) }
    }

    private func offers(_ foundation: Member, _ agency: Member) async throws(WorkspaceError) {
        var courses = OfferDraft()
        courses.title = "Courses for judges, prosecutors and registrars"
        courses.text =
            "Two weeks on site, with materials that stay. Trainers come from courts that changed the same rules."
        courses.kinds = [.training, .peerExchange]
        courses.themes = ["access-to-justice", "rule-of-law", "arbitrary-detention"]
        courses.languages = [.english, .french]
        courses.capacityPerYear = 6
        courses.money = Self.usd(80_000)
        courses.conditions = [.visibility]
        courses.contact = OfferContact(office: "Programme office", email: "programmes@lantern.example")
        courses.level = .open
        _ = try await cooperation.offers.add(courses, by: foundation)
        var figures = OfferDraft()
        figures.title = "Help with figures by sex, age and disability"
        figures.text = "A statistician for three months, and software that is free to keep."
        figures.kinds = [.dataStatistics, .equipment]
        figures.themes = ["data-collection"]
        figures.eligible = Eligibility(groups: ["demo-coast", "demo-small"])
        figures.languages = [.english]
        figures.capacityPerYear = 2
        figures.contact = OfferContact(office: "Desk for statistics", email: "figures@norrholm.example")
        figures.level = .open
        _ = try await cooperation.offers.add(figures, by: agency)
        var drafting = OfferDraft()
        drafting.title = "Drafting of laws on equality"
        drafting.text = "Two drafters who wrote such laws, on request of a ministry of justice."
        drafting.kinds = [.draftingLaws]
        drafting.languages = [.english, .spanish]
        drafting.conditions = [.coFunding]
        drafting.level = .partners
        _ = try await cooperation.offers.add(drafting, by: agency)
    }

    private func fund(_ foundation: Member) async throws(WorkspaceError) {
        var fund = FundDraft()
        fund.name = "Fund for Open Courts (invented)"
        fund.text = "Pays for steps that a review recommended and that nobody else pays for."
        fund.contact = OfferContact(office: "Fund office", email: "fund@lantern.example")
        fund.level = .open
        let made = try await cooperation.funds.add(fund, by: foundation)
        var call = FundCallDraft()
        call.title = "Access to courts outside the capital"
        call.opens = day(-20)
        call.closes = day(50)
        call.ceiling = Self.usd(120_000)
        call.budget = Self.usd(600_000)
        call.kinds = [.training, .institutionBuilding, .funding]
        call.languages = [.english, .french]
        call.needsConsent = true
        call.form = cooperation.reference.fundTemplate("upr-implementation")?.form(in: .english) ?? []
        for place in call.form.indices where call.form[place].kind == .longText { call.form[place].wordsMax = 300 }
        _ = try await cooperation.funds.add(call, to: made.id, by: foundation)
    }

    private func needs(_ keeper: Member) async throws(WorkspaceError) {
        let found = try await cooperation.needs.proposals(language: .english, keeper).prefix(3)
        for (place, proposal) in found.enumerated() {
            var draft = try await cooperation.needs.draft(
                from: [NeedSource(.recommendation, proposal.recommendation.id.value)], language: .english, keeper)
            draft.kinds = [[.training], [.dataStatistics, .equipment], [.institutionBuilding, .funding]][place]
            draft.exists = "A working group of the ministry, and a plan that was adopted last year."
            draft.missing = "People who have done it before, and money for the districts."
            draft.targetGroup = "Women and persons with disabilities in the districts"
            draft.cost = place == 1 ? nil : Self.usd([60_000, 0, 110_000][place])
            draft.from = day(60)
            draft.until = day(400)
            draft.languages = [.english]
            draft.refused = [.austerity, .policyReform]
            let need = try await cooperation.needs.add(draft, by: keeper)
            guard place < 2, let date = day(-10) else { continue }
            _ = try await cooperation.needs.record(
                ConsentDraft(
                    authority: .foreignMinister, office: "Ministry of Foreign Affairs (invented)",
                    date: date, instrument: "Note verbale 7 (invented)", level: .open), for: need.id, by: keeper)
            try await cooperation.needs.publish(
                need.id, version: need.version, Publication(level: .open, hidden: place == 0 ? [] : [.missing]),
                by: keeper)
        }
    }
}
