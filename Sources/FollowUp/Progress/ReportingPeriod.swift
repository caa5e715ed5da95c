package import Domain

/// A month, quarter, half-year or year of the calendar for which institutions report.
package struct ReportingPeriod: Hashable, Comparable, Sendable {
    package static let lengths = [1, 3, 6, 12]

    package let year: Int
    /// Months it lasts: 1, 3, 6 or 12.
    package let months: Int
    /// From 1 within its year.
    package let number: Int

    /// Nil for a length that is none of the four, or a number its year does not have.
    package init?(year: Int, months: Int, number: Int) {
        guard Self.lengths.contains(months), (1900...9998).contains(year), (1...12 / months).contains(number) else {
            return nil
        }
        self.year = year
        self.months = months
        self.number = number
    }

    /// The period of that length in which a day lies; a date without month counts as January.
    package init?(containing date: CalendarDate, months: Int) {
        guard Self.lengths.contains(months) else { return nil }
        self.init(year: date.year, months: months, number: ((date.month ?? 1) - 1) / months + 1)
    }

    /// Reads `2026`, `2026-H1`, `2026-Q3` and `2026-11`.
    package init?(_ code: some StringProtocol) {
        let fields = code.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = fields.first, first.utf8.count == 4, let year = Int(first), fields.count <= 2 else {
            return nil
        }
        guard fields.count == 2 else {
            self.init(year: year, months: 12, number: 1)
            return
        }
        switch fields[1].first {
        case "H": self.init(year: year, months: 6, number: Int(fields[1].dropFirst()) ?? 0)
        case "Q": self.init(year: year, months: 3, number: Int(fields[1].dropFirst()) ?? 0)
        default:
            guard fields[1].utf8.count == 2 else { return nil }
            self.init(year: year, months: 1, number: Int(fields[1]) ?? 0)
        }
    }

    /// As it stands in addresses and workbooks.
    package var code: String {
        switch months {
        case 12: "\(year)"
        case 6: "\(year)-H\(number)"
        case 3: "\(year)-Q\(number)"
        default: "\(year)-\(number < 10 ? "0" : "")\(number)"
        }
    }

    /// Its first day, `2026-07-01`.
    package var starts: String { Self.day(year, (number - 1) * months + 1, 1) }

    /// Its last day.
    package var ends: String {
        let month = number * months
        let last =
            ([31, 30, 29] as [Int]).first(where: { CalendarDate(year: year, month: month, day: $0) != nil }) ?? 28
        return Self.day(year, month, last)
    }

    package var next: ReportingPeriod? {
        number == 12 / months
            ? Self(year: year + 1, months: months, number: 1) : Self(year: year, months: months, number: number + 1)
    }

    package var previous: ReportingPeriod? {
        number == 1
            ? Self(year: year - 1, months: months, number: 12 / months)
            : Self(year: year, months: months, number: number - 1)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.starts, left.months) < (right.starts, right.months)
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> String {
        CalendarDate(year: year, month: month, day: day)?.description ?? ""
    }
}
