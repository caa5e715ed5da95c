/// A date as a document gives it: a year, a month or a day. Never more exact than its source.
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let year: Int
    /// 1...12, or nil where only the year is known.
    package let month: Int?
    /// 1...31, or nil where only the month is known.
    package let day: Int?

    package init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year), month.map((1...12).contains) ?? (day == nil) else { return nil }
        if let month, let day, !(1...Self.days(inMonth: month, year: year)).contains(day) { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// For days that were computed.
    init(wholeDay: (year: Int, month: Int, day: Int)) {
        year = wholeDay.year
        month = wholeDay.month
        day = wholeDay.day
    }

    /// Reads `2020`, `2020-01`, `2020-01-30` and the date part of `2020-01-30T00:00:00`.
    package init?(_ text: some StringProtocol) {
        let fields = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        guard let first = fields.first, first.count == 4, let year = Int(first), fields.count <= 3 else { return nil }
        var numbers: [Int] = []
        for field in fields.dropFirst() {
            guard field.count == 2, let number = Int(field) else { return nil }
            numbers.append(number)
        }
        self.init(year: year, month: numbers.first, day: numbers.count > 1 ? numbers[1] : nil)
    }

    /// The ISO 8601 form, as long as what is known.
    package var description: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        var text = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
        if let month { text += "-" + two(month) }
        if let day { text += "-" + two(day) }
        return text
    }

    /// `yyyymmdd` with zeros for what is not known; for sorting.
    package var number: Int32 { Int32(year * 10_000 + (month ?? 0) * 100 + (day ?? 0)) }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    private static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
