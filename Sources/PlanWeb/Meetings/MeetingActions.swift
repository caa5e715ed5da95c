import Domain
import Frame
import Plans

/// What forms of meetings do.
struct MeetingActions {
    private let visit: Visit
    private let form: Query
    private let meetings: Meetings

    init(_ visit: Visit, _ form: Query, _ plans: Plans) {
        self.visit = visit
        self.form = form
        meetings = plans.meetings
    }

    private var version: Int { Int(form.words(Conflict.versionField)) ?? 0 }
    private func day() throws(WebError) -> CalendarDate {
        guard let day = try form.day("day") else { throw .invalid([.init(name: "day", allowed: "round.wholeDay")]) }
        return day
    }

    func add() async throws(WebError) -> Answer {
        let day = try day()
        let meeting = try await visit.run { () throws(WorkspaceError) in
            try await meetings.add(
                form.words("title"), on: day, begins: form.words("begins"), room: form.words("room"), by: visit.member)
        }
        return back(meeting.id)
    }

    func edit() async throws(WebError) -> Answer {
        let id: MeetingID = try visit.id()
        let day = try day()
        guard let status = MeetingStatus(rawValue: form.words("status")) else {
            throw .invalid([.init(name: "status", allowed: "meeting.statusNeeded")])
        }
        let meeting = Meeting(
            id: id, workspace: visit.workspace.id, title: form.words("title"), day: day, begins: form.words("begins"),
            room: form.words("room"), status: status, present: form.words("present"), minutes: form.words("minutes"),
            version: version)
        try await visit.run { () throws(WorkspaceError) in try await meetings.edit(meeting, by: visit.member) }
        return back(id)
    }

    /// Ticked proposals, or one item of one's own.
    func agenda() async throws(WebError) -> Answer {
        let id: MeetingID = try visit.id()
        var drafts = form.all("pick").prefix(AgendaProposals.proposalsMax).map { place in
            AgendaDraft(
                title: form.words("title-\(place)"), note: form.words("note-\(place)"),
                about: Self.subject(form.words("about-\(place)")))
        }
        if let title = form.first("title"), !title.isEmpty {
            drafts.append(AgendaDraft(title: title, note: form.words("note")))
        }
        let all = drafts
        try await visit.run { () throws(WorkspaceError) in try await meetings.add(all, to: id, by: visit.member) }
        return back(id)
    }

    /// `round/7`
    private static func subject(_ text: String) -> Subject? {
        let parts = text.split(separator: "/")
        guard parts.count == 2, let kind = SubjectKind(rawValue: String(parts[0])), let id = Int64(parts[1]) else {
            return nil
        }
        return [.round, .action, .milestone, .deadline].contains(kind) ? Subject(kind, id) : nil
    }

    func item() async throws(WebError) -> Answer {
        let id: MeetingID = try visit.id()
        guard let itemID = AgendaItemID(form.words("item")) else { throw .notFound }
        let record = try await visit.run { () throws(WorkspaceError) in try await meetings.find(id, visit.member) }
        guard var item = record.items.first(where: { $0.id == itemID }) else { throw .notFound }
        if form.words("do") == "remove" {
            item.isWithdrawn = true
        } else {
            guard let place = Int(form.words("place").filter { !$0.isWhitespace }), (0...10_000).contains(place) else {
                throw .invalid([.init(name: "place", allowed: "meeting.placeNumber")])
            }
            item.place = place
            item.title = form.words("title")
            item.note = form.words("note")
            item.minutes = form.words("minutes")
        }
        item.version = version
        let changed = item
        try await visit.run { () throws(WorkspaceError) in try await meetings.edit(changed, by: visit.member) }
        return back(id)
    }

    func decide() async throws(WebError) -> Answer {
        let id: MeetingID = try visit.id()
        let draft = DecisionDraft(
            text: form.words("text"), item: AgendaItemID(form.words("item")),
            institution: InstitutionID(form.words("institution")), due: try form.day("due"),
            commitment: CommitmentID(form.words("commitment")),
            work: DecisionDraft.Work(rawValue: form.words("work")) ?? .nothing)
        _ = try await visit.run { () throws(WorkspaceError) in
            try await meetings.decide(draft, in: id, by: visit.member)
        }
        return back(id)
    }

    func undecide() async throws(WebError) -> Answer {
        let id: MeetingID = try visit.id()
        guard let decision = DecisionID(form.words("decision")) else { throw .notFound }
        try await visit.run { () throws(WorkspaceError) in
            try await meetings.withdraw(
                decision, of: id, version: version, reason: form.words("reason"), by: visit.member)
        }
        return back(id)
    }

    private func back(_ id: MeetingID) -> Answer {
        .seeOther(View(visit).address(visit.path("/meetings/\(id)"), [("said", "done")]))
    }
}
