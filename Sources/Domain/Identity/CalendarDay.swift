/// Whole days as numbers, in the Gregorian calendar.
extension CalendarDate {
    /// The day so many days after 1 January 1970, held to the years 1 to 9999.
    package init(dayNumber: Int) {
        // Days are counted from 1 March of year 0, so that a leap day ends its year (Howard Hinnant, "chrono-compatible
        // low-level date algorithms", civil_from_days).
        let shifted = min(max(dayNumber, -719_162), 2_932_896) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let place = (5 * dayOfYear + 2) / 153
        let month = place < 10 ? place + 3 : place - 9
        self.init(
            wholeDay: (
                year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
                day: dayOfYear - (153 * place + 2) / 5 + 1
            ))
    }

    /// Days after 1 January 1970; a year or a month counts as its first day.
    package var dayNumber: Int {
        let month = month ?? 1
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + (day ?? 1) - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
