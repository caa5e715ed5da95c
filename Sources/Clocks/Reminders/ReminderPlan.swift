import Domain

/// Which dates somebody is told of on a day.
struct ReminderPlan: Sendable {
    /// 0...365, so many days before a date.
    let daysBefore: Set<Int>
    /// The days since the last time somebody looked, the last one first; a day on which nothing ran is made up for.
    let days: [Day]

    /// How often one hears again of what is late and owed: on these days after it, and then every four weeks.
    static let daysAfter: Set<Int> = [1, 7, 14]
    static let daysMadeUpMax = 7

    init(daysBefore: [Int], today: Day, last: Day?) {
        self.daysBefore = Set(daysBefore)
        let first = max(last?.adding(1) ?? today, today.adding(1 - Self.daysMadeUpMax))
        days = first <= today ? (first.number...today.number).reversed().map { Day(number: $0) } : []
    }

    /// Daily: a date so many days away, the day itself, and after it for what is binding; what is voluntary is told of beforehand only.
    func tells(_ entry: DateEntry) -> Bool {
        guard entry.status == .open else { return false }
        let due = Day(lastOf: entry.due)
        return days.contains { day in
            let left = due.number - day.number
            if left >= 0 { return daysBefore.contains(left) }
            guard entry.force == .binding else { return false }
            return Self.daysAfter.contains(-left) || -left % 28 == 0
        }
    }

    /// Weekly: everything of the next fourteen days, and what is late and owed. Told on the week's first day that is looked at.
    static func tellsWeekly(_ entry: DateEntry, _ today: Day) -> Bool {
        guard entry.status == .open else { return false }
        let left = Day(lastOf: entry.due).number - today.number
        return left >= 0 ? left <= 14 : entry.force == .binding
    }
}
