package import Domain

/// On which days a workspace works, and how its rules count.
package struct WorkingDays: Hashable, Sendable {
    /// 1 Monday ... 7 Sunday; at most six of them.
    package let weekend: Set<Int>
    package let holidays: Set<Day>

    package static let standardWeekend: Set<Int> = [6, 7]

    package init(weekend: Set<Int> = standardWeekend, holidays: Set<Day> = []) {
        let days = weekend.intersection(1...7)
        self.weekend = days.count < 7 ? days : Self.standardWeekend
        self.holidays = holidays
    }

    package func isWorking(_ day: Day) -> Bool { !weekend.contains(day.weekday) && !holidays.contains(day) }

    /// The n-th working day after a day, or before it where n is negative; the day itself is not counted. With 0 the day itself.
    package func day(_ count: Int, from day: Day) -> Day {
        var day = day
        var left = abs(count)
        let step = count < 0 ? -1 : 1
        while left > 0 {
            day = day.adding(step)
            if isWorking(day) { left -= 1 }
        }
        return day
    }

    /// How many working days lie after `start` up to and with `end`.
    package func count(after start: Day, through end: Day) -> Int {
        guard start < end else { return 0 }
        return (start.number + 1...end.number).count { isWorking(Day(number: $0)) }
    }

    /// A date moved by an offset, as exact as it was: from a month comes a month, counted from its first day, so that what is
    /// computed is never later than the event allows. Months end in the shorter month: one month after 31 January is 28 February.
    /// Nil where that is no year of four digits.
    package func date(_ date: CalendarDate, moved offset: ClockOffset) -> CalendarDate? {
        let moved: CalendarDate?
        switch offset.unit {
        case .days: moved = Day(firstOf: date).adding(offset.count).date
        case .weeks: moved = Day(firstOf: date).adding(7 * offset.count).date
        case .workingDays: moved = day(offset.count, from: Day(firstOf: date)).date
        case .months: moved = Self.months(offset.count, from: date)
        case .years: moved = Self.months(12 * offset.count, from: date)
        }
        guard let moved else { return nil }
        guard date.month != nil else { return CalendarDate(year: moved.year) }
        guard date.day != nil else { return CalendarDate(year: moved.year, month: moved.month) }
        return moved
    }

    private static func months(_ count: Int, from date: CalendarDate) -> CalendarDate? {
        let total = date.year * 12 + (date.month ?? 1) - 1 + count
        guard total >= 12 else { return nil }
        let (year, month) = (total / 12, total % 12 + 1)
        guard let monthAlone = CalendarDate(year: year, month: month) else { return nil }
        let last = Day(lastOf: monthAlone).date?.day ?? 28
        return CalendarDate(year: year, month: month, day: min(date.day ?? 1, last))
    }
}
