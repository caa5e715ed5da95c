package import Domain
package import Locales
import People
import Secrets
import Store

extension Clocks {
    static let tokenPurpose = "calendar"

    /// A new private address for a member's calendar; the one before ends. The token is shown once and kept nowhere.
    package func makeCalendarToken(_ member: Member) async throws(WorkspaceError) -> String {
        try member.require(.seeWorkspace)
        let token = Token.make()
        let digest = Token.digest(token, purpose: Self.tokenPurpose)
        try await store.change(member) { change in
            _ = try CalendarTokenRow.revoke(member.account, change.workspace, at: change.at, change.connection)
            try CalendarTokenRow.insert(digest, member.account, change.workspace, at: change.at, change.connection)
            change.did("calendar.make", Subject(.membership, member.account.value))
        }
        return token
    }

    /// Ends the private address.
    package func revokeCalendarToken(_ member: Member) async throws(WorkspaceError) {
        try member.require(.seeWorkspace)
        try await store.change(member) { change in
            guard
                try CalendarTokenRow.revoke(member.account, change.workspace, at: change.at, change.connection) > 0
            else { return }
            change.did("calendar.revoke", Subject(.membership, member.account.value))
        }
    }

    /// Since when a member has a private address; nil: there is none.
    package func calendarTokenMade(_ member: Member) async throws(WorkspaceError) -> String? {
        try member.require(.seeWorkspace)
        return try await store.read { try CalendarTokenRow.made(member.account, member.workspace.id, $0) }
    }

    /// The calendar behind a private address, with what its owner may see now. `notFound` once it is revoked, or its owner is no
    /// member any more.
    package func feed(
        token: String, _ locales: Locales, address: String?
    ) async throws(WorkspaceError) -> [UInt8] {
        let digest = Token.digest(token, purpose: Self.tokenPurpose)
        let at = store.clock.instant
        let owner = try await store.read { connection -> (Reader, WorkspaceID)? in
            guard let owner = try CalendarTokenRow.owner(digest, connection),
                let reader = try ReaderRow.find(owner.account, owner.workspace, at: at, connection)
            else { return nil }
            return (reader, owner.workspace)
        }
        guard let (reader, id) = owner else { throw .notFound }
        guard let workspace = try await Workspaces(store).all().first(where: { $0.id == id }), !workspace.isClosed
        else {
            throw .notFound
        }
        let language = reader.language ?? workspace.language
        return try await calendar(
            reader.member(of: workspace), locales[language.rawValue] ?? locales.english, address: address)
    }

    /// Every open date that a member sees, as an iCalendar file. The same dates give the same bytes.
    package func calendar(
        _ member: Member, _ words: Catalogue, address: String?
    ) async throws(WorkspaceError) -> [UInt8] {
        let page = try await entries(DeadlineFilter(), limit: Self.calendarMax, member)
        var calendar = ICalendar(
            name: words.text("clocks.calendar.name", ["workspace": .text(member.workspace.name)]), language: words.tag)
        let names = DateWords(words, reference)
        let institutions = Dictionary(
            try await Institutions(store).all(member).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        for entry in page.entries {
            guard let event = event(entry, member.workspace, names, institutions, address) else { continue }
            calendar.add(event)
        }
        return calendar.finish()
    }

    private func event(
        _ entry: DateEntry, _ workspace: Workspace, _ names: DateWords, _ institutions: [InstitutionID: String],
        _ address: String?
    ) -> ICalendar.Event? {
        let day = Day(lastOf: entry.due)
        guard let starts = day.date, let ends = day.adding(1).date else { return nil }
        let words = names.words
        var lines: [String] = []
        if entry.due.day == nil {
            lines.append(words.text("clocks.calendar.about", ["date": .text(names.date(entry.due))]))
        }
        if let deadline = entry.deadline {
            lines.append(words.text(DateWords.force(entry)))
            if !entry.isOwn { lines.append(words.text("clocks.origin.\(deadline.origin.rawValue)")) }
            if !deadline.source.isEmpty { lines.append(deadline.source) }
        }
        lines += entry.institutions.compactMap { institutions[$0] }
        let path = "/workspaces/\(workspace.slug)/" + Self.path(entry)
        return ICalendar.Event(
            uid: "\(entry.subject.kind.rawValue)-\(entry.subject.id).\(workspace.slug)@rapporteur",
            starts: starts.description.filter { $0 != "-" }, ends: ends.description.filter { $0 != "-" },
            sequence: entry.sequence, stamp: Self.stamp(entry.changed), summary: names.title(entry),
            description: lines.joined(separator: "\n"), address: address.map { $0 + path },
            category: words.text("clocks.category.\(entry.deadline?.kind.rawValue ?? entry.subject.kind.rawValue)"))
    }

    /// Where an entry is shown, after the workspace: a milestone on its action's page.
    package static func path(_ entry: DateEntry) -> String {
        entry.action.map { "plan/actions/\($0)" } ?? path(entry.subject)
    }

    /// The same for an object alone; milestones have no page of their own.
    package static func path(_ subject: Subject) -> String {
        switch subject.kind {
        case .deadline: "deadlines/\(subject.id)"
        case .action: "plan/actions/\(subject.id)"
        case .milestone: "plan/calendar"
        case .fundCall: "funds/calls/\(subject.id)"
        case .agreement: "agreements/\(subject.id)"
        case .introduction: "introductions/\(subject.id)"
        case .screeningRisk: "screenings/risks/\(subject.id)"
        case .screeningMoment: "screenings/moments/\(subject.id)"
        default: "round/\(subject.id)"
        }
    }

    /// `2026-01-31T09:30:00.000Z` as `20260131T093000Z`.
    private static func stamp(_ instant: String) -> String {
        instant.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }
}
