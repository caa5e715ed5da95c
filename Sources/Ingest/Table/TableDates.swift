import Domain

/// Dates as tables write them.
package enum TableDates {
    package enum Format: String, Codable, Sendable, CaseIterable {
        /// `2020-01-30`, a spreadsheet's day number, a year, or day or month first where only one of them is possible.
        case automatic
        case iso
        /// `30/01/2020`, `30.1.2020`
        case dayFirst = "day-first"
        /// `01/30/2020`
        case monthFirst = "month-first"
        /// A spreadsheet's day number.
        case serial
    }

    /// Nil for what is no date in this format.
    static func date(_ text: String, _ format: Format, from1904: Bool = false) -> CalendarDate? {
        let text = text.trimmingWhitespace
        switch format {
        case .iso: return CalendarDate(text)
        case .serial: return Double(text).flatMap { Numbers.date(serial: $0, from1904: from1904) }
        case .dayFirst: return parts(text).flatMap { CalendarDate(year: $0[2], month: $0[1], day: $0[0]) }
        case .monthFirst: return parts(text).flatMap { CalendarDate(year: $0[2], month: $0[0], day: $0[1]) }
        case .automatic:
            if let date = CalendarDate(text) { return date }
            if let serial = Double(text), serial > 9_999 { return Numbers.date(serial: serial, from1904: from1904) }
            guard let parts = parts(text) else { return nil }
            // 03/04/2020 could be either: no guess.
            guard parts[0] > 12 || parts[1] > 12 || parts[0] == parts[1] else { return nil }
            return parts[0] > 12
                ? CalendarDate(year: parts[2], month: parts[1], day: parts[0])
                : CalendarDate(year: parts[2], month: parts[0], day: parts[1])
        }
    }

    /// Three numbers between points, slashes or hyphens, the last a year of four digits.
    private static func parts(_ text: String) -> [Int]? {
        let fields = text.prefix { !$0.isWhitespace }.split { "./-".contains($0) }
        let numbers = fields.compactMap { Int($0) }
        guard fields.count == 3, numbers.count == 3, fields[2].count == 4 else { return nil }
        return numbers
    }
}

extension String {
    /// Without white space at both ends.
    var trimmingWhitespace: String {
        let tail = drop { $0.isWhitespace }
        guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(tail[...last])
    }
}
