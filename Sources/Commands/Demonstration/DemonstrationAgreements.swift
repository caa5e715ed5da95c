import Agreements
import Clocks
import Cooperation
import Domain
import People

/// The demonstration's introductions and agreement: one answered, one that waits for weeks, one agreement in force with a benchmark
/// that was missed, and a review. Nothing in it is real.
///
/// They are made by the usual operations on clocks of past days, so that ages, alerts and counts come out as they would.
struct DemonstrationAgreements: Sendable {
    private let agreements: Agreements
    private let workspaces: Workspaces
    private let now: Int64

    init(_ agreements: Agreements, _ workspaces: Workspaces) {
        self.agreements = agreements
        self.workspaces = workspaces
        now = agreements.store.clock.milliseconds()
    }

    /// The room as it was so many days ago.
    private func ago(_ days: Int) -> Agreements {
        let past = now - Int64(days) * 86_400_000
        let store = WorkspaceStore(database: agreements.store.database, clock: Clock { past })
        return Agreements(
            store: store, cooperation: agreements.cooperation, programmes: agreements.programmes,
            plans: agreements.plans, clocks: .init(store: store, reference: agreements.reference),
            reference: agreements.reference)
    }

    private func day(_ offset: Int) -> CalendarDate? {
        CalendarDate(agreements.store.clock.instant).map { CalendarDate(dayNumber: $0.dayNumber + offset) }
    }

    /// Does nothing where there is an introduction already.
    func make(in workspace: Workspace, by caller: Caller) async throws(WorkspaceError) {
        let state = Member.keeper(caller.name, of: workspace)
        guard try await agreements.introductions.all(state).isEmpty else { return }
        let foundation = Member.keeper(caller.name, of: try await workspaces.find("lantern-foundation"))
        let agency = Member.keeper(caller.name, of: try await workspaces.find("norrholm-cooperation"))
        let offers = try await agreements.cooperation.offers.published(.partner(workspace.id)).offers
        let needs = try await agreements.cooperation.needs.all(state).filter { $0.publication.level == .open }
        if let offer = offers.last(where: { $0.workspace == agency.workspace.id }), let need = needs.first {
            _ = try await ago(34).introductions.ask(
                IntroductionAsk(need: need.id, offer: offer.id),
                text: "We would like to hear how a statistician of yours could work with our office.", by: state)
        }
        guard let need = needs.last else { return }
        let introduction = try await talk(need.id, state, foundation)
        try await agree(introduction, state, foundation)
    }

    private func talk(
        _ need: NeedID, _ state: Member, _ foundation: Member
    ) async throws(WorkspaceError) -> IntroductionID {
        let id = try await ago(120).introductions.ask(
            IntroductionAsk(need: need), text: "Our trainers worked on this with two other courts. May we talk?",
            by: foundation)
        try await ago(116).introductions.accept(id, version: 1, by: state)
        try await ago(115).introductions.say(
            "Gladly. Registrars outside the capital come first for us.", on: id, by: state)
        try await ago(109).introductions.say(
            "That fits. We can send two people in the spring.", on: id, by: foundation)
        return id
    }

    private func terms(_ state: Member, _ foundation: Member) -> AgreementTerms? {
        guard let start = day(-90), let end = day(275), let first = day(-30), let second = day(60),
            let review = day(-20), let later = day(160)
        else { return nil }
        var terms = AgreementTerms()
        terms.title = "Courses for registrars outside the capital (invented)"
        terms.purpose = "Registrars in the districts know the new rules and can teach them to others."
        terms.starts = start
        terms.ends = end
        terms.contributions = [
            Contribution(
                giver: foundation.workspace.id, receiver: state.workspace.id, kind: .training,
                what: "Two courses of two weeks, with materials that stay",
                money: CurrencyCode("USD").map { Money(minor: 4_800_000, currency: $0) }, due: first),
            Contribution(
                giver: state.workspace.id, kind: .equipment, what: "Rooms and travel inside the country", due: first),
        ]
        terms.benchmarks = [
            Benchmark(
                kind: .result, what: "Forty registrars of nine districts have finished a course",
                measure: "Lists signed by the courts", baseline: "None", target: "40", due: first),
            Benchmark(
                kind: .process, what: "Those who come to court were asked what they need",
                measure: "A note of what they said", target: "One in each district", due: second),
        ]
        terms.reviewDays = [review, later]
        terms.conditions = [
            AttachedCondition(
                condition: .visibility, by: foundation.workspace.id, what: "The foundation’s name on the materials",
                decidedBy: "The court that holds the course")
        ]
        terms.exitNote = "Courses that have begun are finished."
        terms.noticeDays = 60
        return terms
    }

    private func agree(
        _ introduction: IntroductionID, _ state: Member, _ foundation: Member
    ) async throws(WorkspaceError) {
        guard let terms = terms(state, foundation), let review = day(-20), let given = day(-25) else { return }
        let id = try await ago(100).begin(terms, from: introduction, by: foundation)
        try await ago(98).propose(id, number: 1, version: 1, isPublic: true, by: foundation)
        try await ago(90).accept(id, number: 1, version: 2, isPublic: true, by: state)
        try await ago(24).deliver(
            1, in: id, on: given, money: CurrencyCode("USD").map { Money(minor: 2_400_000, currency: $0) },
            isComplete: false, note: "One of two courses; the second waits for the roads.", by: foundation)
        try await ago(28).state(
            .missed, of: 3, in: id, note: "Nineteen registrars of four districts.", evidence: "", by: state)
        try await ago(27).state(
            .notKnown, of: 3, in: id, note: "We wait for the lists of two courts.", evidence: "", by: foundation)
        try await ago(19).answer(
            [
                ReviewDraft(.alignment, .yes, reason: "It follows our own plan."),
                ReviewDraft(.predictability, .partly, reason: "The second course came to no date."),
                ReviewDraft(.participation, .no, reason: "Nobody who comes to court was asked yet."),
                ReviewDraft(.response, .yes),
            ], on: review, in: id, by: state)
        try await ago(18).answer(
            [
                ReviewDraft(.alignment, .yes), ReviewDraft(.predictability, .partly, reason: "Roads were closed."),
                ReviewDraft(.participation, .notKnown), ReviewDraft(.lasting, .partly, reason: "Materials stay."),
            ], on: review, in: id, by: foundation)
    }
}
