package import Domain
import People
import Store

extension Clocks {
    package func settings(_ member: Member) async throws(WorkspaceError) -> (
        settings: ClockSettings, holidays: [Holiday]
    ) {
        try member.require(.seeWorkspace)
        return try await store.read { connection in
            (
                try ClockSettingsRow.find(member.workspace.id, connection),
                try ClockSettingsRow.holidays(member.workspace.id, connection)
            )
        }
    }

    /// Changes how the workspace counts and reminds; computed dates in working days move with the weekend.
    package func put(_ settings: ClockSettings, by member: Member) async throws(WorkspaceError) {
        try member.require(.manageDeadlines)
        var troubles: [WorkspaceError.Trouble] = []
        if settings.weekend.count > 6 || !settings.weekend.isSubset(of: 1...7) {
            troubles.append(.init("weekend", "clocks.invalid.weekend"))
        }
        if !(1...60).contains(settings.stalledMonths) { troubles.append(.init("stalled", "clocks.invalid.stalled")) }
        if !(0...23).contains(settings.digestHour) { troubles.append(.init("hour", "clocks.invalid.hour")) }
        let days = Set(settings.remindDays)
        if days.count > 10 || !days.isSubset(of: 0...365) {
            troubles.append(.init("days", "clocks.invalid.remindDays"))
        }
        guard troubles.isEmpty else { throw .invalid(troubles) }
        var next = settings
        next.remindDays = days.sorted(by: >)
        let (kept, reference, today) = (next, reference, today(in: member.workspace))
        try await store.change(member) { change in
            let subject = Subject(.workspace, change.workspace.value)
            let before = try ClockSettingsRow.find(change.workspace, change.connection)
            guard try ClockSettingsRow.put(kept, change.workspace, change.connection) else {
                throw WorkspaceError.stale(subject, version: before.version)
            }
            change.field(subject, "weekend", from: Self.text(before.weekend), to: Self.text(kept.weekend))
            change.field(subject, "stalled", from: "\(before.stalledMonths)", to: "\(kept.stalledMonths)")
            change.field(subject, "digest-hour", from: "\(before.digestHour)", to: "\(kept.digestHour)")
            change.field(subject, "remind-days", from: "\(before.remindDays)", to: "\(kept.remindDays)")
            change.did("clocks.settings", subject)
            try Self.refresh(&change, reference, today)
        }
    }

    /// Adds holidays; a day that is there already gets the new name.
    package func add(_ holidays: [Holiday], by member: Member) async throws(WorkspaceError) {
        try member.require(.manageDeadlines)
        guard !holidays.isEmpty else { throw .invalid("holidays", "clocks.invalid.holidays") }
        guard holidays.count <= ClockSettingsRow.holidaysMax, holidays.allSatisfy({ $0.day.day != nil }) else {
            throw .invalid("holidays", "clocks.invalid.holidays")
        }
        let (reference, today) = (reference, today(in: member.workspace))
        try await store.change(member) { change in
            try ClockSettingsRow.add(holidays, change.workspace, change.connection)
            guard
                try ClockSettingsRow.holidays(change.workspace, change.connection).count < ClockSettingsRow.holidaysMax
            else { throw WorkspaceError.invalid("holidays", "clocks.invalid.holidays") }
            let subject = Subject(.workspace, change.workspace.value)
            for holiday in holidays {
                change.field(subject, "holiday", from: nil, to: "\(holiday.day) \(holiday.name)")
            }
            change.did("clocks.holidays", subject, detail: "{\"added\":\(holidays.count)}")
            try Self.refresh(&change, reference, today)
        }
    }

    package func removeHoliday(_ day: CalendarDate, by member: Member) async throws(WorkspaceError) {
        try member.require(.manageDeadlines)
        let (reference, today) = (reference, today(in: member.workspace))
        try await store.change(member) { change in
            guard try ClockSettingsRow.remove(day, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            let subject = Subject(.workspace, change.workspace.value)
            change.field(subject, "holiday", from: day.description, to: nil)
            change.did("clocks.holidays", subject, detail: "{\"removed\":1}")
            try Self.refresh(&change, reference, today)
        }
    }

    private static func text(_ weekend: Set<Int>) -> String {
        weekend.sorted().map { String($0) }.joined(separator: " ")
    }
}
