package import Domain

/// One day of the Gregorian calendar, counted from 1 January 1970.
package struct Day: Hashable, Comparable, Sendable {
    package let number: Int

    package init(number: Int) { self.number = number }

    /// The first day that a date may mean.
    package init(firstOf date: CalendarDate) {
        self.init(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
    }

    /// The last day that a date may mean: the end of its month or year.
    package init(lastOf date: CalendarDate) {
        if let month = date.month, let day = date.day {
            self.init(year: date.year, month: month, day: day)
        } else {
            let month = date.month ?? 12
            let next =
                month == 12
                ? Day(year: date.year + 1, month: 1, day: 1) : Day(year: date.year, month: month + 1, day: 1)
            self.init(number: next.number - 1)
        }
    }

    /// Days from the civil date, with years that begin in March, so that the leap day is a year's last.
    private init(year: Int, month: Int, day: Int) {
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(number: era * 146_097 + dayOfEra - 719_468)
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
    }

    /// Nil outside of the years 1...9999.
    package var date: CalendarDate? {
        let civil = civil
        return CalendarDate(year: civil.year, month: civil.month, day: civil.day)
    }

    /// 1 Monday ... 7 Sunday.
    package var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    package func adding(_ days: Int) -> Day { Day(number: number + days) }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}
