import Domain
import People
import Programmes
import Screening

/// The demonstration's screening: an invented programme, screened at its start and at mid-term by the State and by the agency that
/// pays, with a difference between them and risks. Nothing in it is real.
struct DemonstrationScreening: Sendable {
    private static let agency = "norrholm-cooperation"
    private static let identifier = "XI-NORRHOLM-COURTS"

    private let screenings: Screenings
    private let programmes: Programmes
    private let workspaces: Workspaces

    init(_ screenings: Screenings, _ programmes: Programmes, _ workspaces: Workspaces) {
        self.screenings = screenings
        self.programmes = programmes
        self.workspaces = workspaces
    }

    /// Makes both once.
    func make(in workspace: Workspace) async throws(WorkspaceError) {
        let agency = Member.keeper("demonstration", of: try await workspaces.find(Self.agency))
        let state = Member.keeper("demonstration", of: workspace)
        let filter = ProgrammeFilter(text: "travelling courts")
        let known = try await programmes.list(filter, .everybody).programmes
        guard !known.contains(where: { $0.identifier == Self.identifier }) else { return }
        let programme = try await programmes.add(draft(of: workspace), by: agency)
        let id = try await screenings.open(ScreenedSubject(.programme, programme.value), by: agency)
        try await screenings.ask(workspace.id, into: id, by: agency)
        try await screenings.answer(id, takesPart: true, version: 1, by: state)
        try await start(id, agency, state)
        try await midTerm(id, agency, state)
        _ = try await screenings.add(.end, on: day(500), note: "", to: id, by: agency)
    }

    private func day(_ offset: Int) -> CalendarDate? {
        CalendarDate(screenings.store.clock.instant).map { CalendarDate(dayNumber: $0.dayNumber + offset) }
    }

    private func draft(of workspace: Workspace) -> ProgrammeDraft {
        ProgrammeDraft(
            identifier: Self.identifier, reporterReference: "XI-NORRHOLM",
            reporterName: "Norrholm Agency for Cooperation (invented)", title: "Travelling courts in the districts",
            description: "Judges who come to the districts, interpreters, and help with fees.",
            plannedStart: day(-240), plannedEnd: day(500),
            states: workspace.state.map { [DraftShare(code: $0.rawValue)] } ?? [],
            sectors: [DraftShare(code: "15130")], currency: "USD",
            partners: [DraftPartner(role: "1", name: "Norrholm Agency for Cooperation (invented)")], isPublic: true)
    }

    private typealias Said = (question: String, reply: ScreeningReply, reason: String, evidence: String)

    private func start(_ id: ScreeningID, _ agency: Member, _ state: Member) async throws(WorkspaceError) {
        let moment = try await screenings.add(.start, on: day(-230), note: "", to: id, by: agency)
        try await say(
            [
                (
                    "core-minimum", .yes,
                    "Nobody pays more than before; fees of the poorest are paid by the programme.",
                    "Rule 4 of the fund for fees"
                ),
                ("equality-first", .yes, "It begins in the four districts without a court.", ""),
                (
                    "participation-asked", .yes, "Two meetings were held in each district before the plan was made.",
                    "Minutes of eight meetings"
                ),
                (
                    "conditions-attached", .yes, "The ministry keeps two posts of judges open for each district.",
                    "Annex 2 of the agreement"
                ),
                ("conditions-decides", .yes, "The ministry proposed the condition itself.", ""),
                ("sustainability-after", .partly, "The budget after the third year is not decided.", ""),
            ], at: moment, by: agency)
        try await say(
            [
                ("core-minimum", .yes, "The fund for fees works in all four districts.", ""),
                ("equality-first", .yes, "The districts were chosen by distance to a court.", ""),
                (
                    "participation-asked", .partly,
                    "Meetings were held in the language of the capital; interpreters came to half of them.",
                    "Letter of the council of the districts"
                ),
                ("conditions-attached", .yes, "Two posts in each district.", ""),
                ("sustainability-after", .no, "No line in the budget stands for the time after.", ""),
                ("ownership-priorities", .yes, "It answers recommendations that were supported.", ""),
            ], at: moment, by: state)
        let language = try await screenings.raise(
            RiskDraft(
                title: "People who do not speak the language of the capital are not heard",
                question: "participation-asked", owner: agency.workspace.id, due: day(-60)), at: moment, by: state)
        try await screenings.set(
            .closed, of: language, version: 1,
            because: "Interpreters come to every session since spring, and notices are in three languages.", by: agency)
        _ = try await screenings.raise(
            RiskDraft(
                title: "Courts stop travelling when the programme ends", question: "sustainability-after",
                due: day(-12)), at: moment, by: state)
    }

    private func midTerm(_ id: ScreeningID, _ agency: Member, _ state: Member) async throws(WorkspaceError) {
        let moment = try await screenings.add(
            .midTerm, on: day(-3), note: "After the first year and a half", to: id, by: agency)
        try await say(
            [
                ("core-minimum", .yes, "As at the start.", ""),
                (
                    "equality-first", .partly,
                    "Three of the four districts were reached; the road to the fourth was closed for months.", ""
                ),
                ("participation-asked", .yes, "Interpreters come to every session.", "Register of sessions"),
                ("accountability-complaint", .yes, "Complaints go to the ombuds office, not to the programme.", ""),
                ("sustainability-after", .partly, "Talks with the ministry of finance have begun.", ""),
            ], at: moment, by: agency)
        try await say(
            [
                ("core-minimum", .yes, "As at the start.", ""),
                (
                    "equality-first", .no,
                    "The fourth district is the poorest, and nobody from it was heard this year.",
                    "Figures of the courts by district"
                ),
                ("participation-asked", .yes, "Interpreters come to every session.", ""),
                ("accountability-complaint", .notKnown, "", ""),
                ("sustainability-after", .partly, "A line is proposed for the next budget.", ""),
            ], at: moment, by: state)
        _ = try await screenings.raise(
            RiskDraft(
                title: "The poorest district is left out", question: "equality-first", owner: agency.workspace.id,
                due: day(40)), at: moment, by: state)
    }

    private func say(_ said: [Said], at moment: MomentID, by member: Member) async throws(WorkspaceError) {
        for section in screenings.questions.newest.sections {
            let drafts = said.filter { one in section.questions.contains { $0.key == one.question } }.map {
                AnswerDraft(question: $0.question, reply: $0.reply, reason: $0.reason, evidence: $0.evidence)
            }
            guard !drafts.isEmpty else { continue }
            try await screenings.save(drafts, in: section.key, version: 0, of: moment, by: member)
        }
        try await screenings.handIn(moment, by: member)
    }
}
