package import Domain
package import Locales
import People
import Store

/// How often somebody wants to hear of dates.
package enum ReminderFrequency: String, Sendable, CaseIterable {
    case none, daily, weekly
}

extension Clocks {
    /// As many dates as one message names.
    static let linesMax = 20

    package func reminderFrequency(_ member: Member) async throws(WorkspaceError) -> ReminderFrequency {
        try member.require(.seeWorkspace)
        let choices = try await store.read { try ReminderRow.choices(member.workspace.id, $0) }
        return choices[member.account] ?? .daily
    }

    package func choose(_ frequency: ReminderFrequency, _ member: Member) async throws(WorkspaceError) {
        try member.require(.seeWorkspace)
        try await store.change(member) { change in
            let before = try ReminderRow.choices(change.workspace, change.connection)[member.account] ?? .daily
            try ReminderRow.choose(frequency, member.account, change.workspace, change.connection)
            let subject = Subject(.membership, member.account.value)
            change.field(subject, "reminders", from: before.rawValue, to: frequency.rawValue)
            change.did("reminders.choose", subject)
        }
    }

    /// Makes today's message for everybody of a workspace who has something to hear of, once the local hour has come. Each person gets
    /// one message a day at most, whichever machine makes it, and none where nothing is due. Says how many were made.
    @discardableResult
    package func remind(_ workspace: Workspace, _ locales: Locales) async throws(WorkspaceError)
        -> Int
    {
        let now = LocalTime(milliseconds: store.clock.milliseconds(), zone: workspace.timeZone)
        let at = store.clock.instant
        guard let date = now.day.date else { return 0 }
        let state = try await store.read { connection in
            ReminderState(
                settings: try ClockSettingsRow.find(workspace.id, connection),
                readers: try ReaderRow.all(workspace.id, at: at, connection),
                choices: try ReminderRow.choices(workspace.id, connection),
                last: try ReminderRow.lastDays(workspace.id, connection))
        }
        guard now.hour >= state.settings.digestHour else { return 0 }
        var made = 0
        for reader in state.readers {
            let last = state.last[reader.account]
            if let seen = last?.seen, Day(firstOf: seen) >= now.day { continue }
            let frequency = state.choices[reader.account] ?? .daily
            var entries: [DateEntry] = []
            if reader.email != nil, frequency != .none {
                entries = try await self.entries(for: reader, workspace, frequency, state, now.day)
            }
            let message = message(entries, reader, workspace, locales, now.day)
            let isMade = try await store.change(Member.keeper("system", of: workspace)) { change in
                guard
                    try ReminderRow.claim(
                        reader.account, workspace.id, date, sends: message != nil, at: change.at, change.connection)
                else { return false }
                guard let message else { return false }
                change.mail(message)
                change.did("reminder.send", Subject(.membership, reader.account.value))
                return true
            }
            if isMade { made += 1 }
        }
        return made
    }

    struct ReminderState: Sendable {
        var settings: ClockSettings
        var readers: [Reader]
        var choices: [AccountID: ReminderFrequency]
        var last: [AccountID: (seen: CalendarDate?, sent: CalendarDate?)]
    }

    /// What concerns somebody: what is theirs, their institution's, and for those who coordinate every deadline.
    private func entries(
        for reader: Reader, _ workspace: Workspace, _ frequency: ReminderFrequency, _ state: ReminderState, _ today: Day
    ) async throws(WorkspaceError) -> [DateEntry] {
        let last = state.last[reader.account]
        if frequency == .weekly, let sent = last?.sent, Day(firstOf: sent) > today.adding(-7) { return [] }
        let member = reader.member(of: workspace)
        let horizon = today.adding(max(14, state.settings.remindDays.max() ?? 0)).date?.description
        let all = try await self.entries(DeadlineFilter(to: horizon), limit: Self.calendarMax, member).entries
        let plan = ReminderPlan(
            daysBefore: state.settings.remindDays, today: today, last: last?.seen.map { Day(firstOf: $0) })
        return all.filter { entry in
            guard concerns(entry, reader) else { return false }
            return frequency == .weekly ? ReminderPlan.tellsWeekly(entry, today) : plan.tells(entry)
        }
    }

    private func concerns(_ entry: DateEntry, _ reader: Reader) -> Bool {
        if entry.account == reader.account { return true }
        if let institution = reader.institution, entry.institutions.contains(institution) { return true }
        let coordinates = reader.role == .administrator || reader.role == .coordinator
        if coordinates { return entry.deadline != nil }
        // What a focal point sees of the plan is the own institution's, supported actions too.
        return reader.role == .focalPoint && entry.deadline == nil
    }

    private func message(
        _ entries: [DateEntry], _ reader: Reader, _ workspace: Workspace, _ locales: Locales, _ today: Day
    ) -> OutboxMessage? {
        guard let email = reader.email, let first = entries.first else { return nil }
        let language = reader.language ?? workspace.language
        let words = locales[language.rawValue] ?? locales.english
        let names = DateWords(words, reference)
        let lines = entries.prefix(Self.linesMax).map { entry in
            words.text(
                entry.isLate(today) ? "clocks.line.late" : "clocks.line.due",
                ["title": .text(names.title(entry)), "date": .text(names.date(entry.due))])
        }
        var body = lines.map { "- " + $0 }.joined(separator: "\n")
        if entries.count > Self.linesMax {
            body += "\n" + words.text("clocks.line.more", ["n": .number(entries.count - Self.linesMax)])
        }
        let base = "/workspaces/\(workspace.slug)/"
        return OutboxMessage(
            kind: entries.count == 1 ? "reminder" : "digest", address: email, language: LanguageTag(words.tag),
            arguments: [
                "name": reader.name, "workspace": workspace.name, "title": names.title(first),
                "date": names.date(first.due), "lines": body, "count": "\(entries.count)",
                "path": base + (entries.count == 1 ? Self.path(first) : "deadlines"),
                "settings": base + "deadlines/calendar",
            ],
            account: reader.account, workspace: workspace.id)
    }
}
