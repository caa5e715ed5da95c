import Clocks
import Domain
import Frame
import Locales
import Operations
import Plans
import Rounds

/// What an agenda could hold, found in what is due: open questions of rounds, and dates of deadlines, plan and rounds that are late
/// or come within 45 days of the meeting.
struct AgendaProposals {
    static let proposalsMax = 60
    static let daysAhead = 45

    private let visit: Visit
    private let view: View

    init(_ visit: Visit, _ view: View) {
        self.visit = visit
        self.view = view
    }

    /// Without what the agenda has already.
    func found(
        _ record: MeetingRecord, _ plans: Plans, _ clocks: Clocks
    ) async throws(WebError) -> [AgendaDraft] {
        let known = Set(record.items.compactMap(\.about))
        let rounds = try await visit.run { () throws(WorkspaceError) in try await plans.rounds.all(visit.member) }
        var drafts = rounds.filter { $0.round.status == .open }.compactMap { round($0) }
        var filter = DeadlineFilter()
        filter.to = Day(lastOf: record.meeting.day).adding(Self.daysAhead).date?.description
        let entries = try await visit.run { () throws(WorkspaceError) in
            try await clocks.entries(filter, limit: Self.proposalsMax, visit.member).entries
        }
        let words = DateWords(view.words, plans.library.reference)
        let today = clocks.today(in: visit.workspace)
        drafts += entries.map { entry in
            let key = entry.isLate(today) ? "meeting.agenda.late" : "meeting.agenda.due"
            return AgendaDraft(
                title: String(words.title(entry).prefix(Meetings.titleCharactersMax)),
                note: view.say(key, ["date": .text(view.date(entry.due))]), about: entry.subject)
        }
        return Array(drafts.filter { $0.about.map { !known.contains($0) } ?? true }.prefix(Self.proposalsMax))
    }

    /// Nil where nothing of a round is open.
    private func round(_ summary: RoundSummary) -> AgendaDraft? {
        let open = summary.total - summary.count(.decided, .cleared)
        guard open > 0 else { return nil }
        return AgendaDraft(
            title: view.say("meeting.agenda.round", ["title": .text(summary.round.title)]),
            note: view.say(
                "meeting.agenda.roundNote",
                [
                    "open": .number(open), "disputed": .number(summary.disputes),
                    "waiting": .number(summary.count(.waiting, .uncirculated)),
                ]), about: summary.round.subject)
    }
}
