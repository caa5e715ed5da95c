package import Domain

/// The time an observation is about, as exact as its source: a year, half-year, quarter, month or day.
package struct ObservationPeriod: Hashable, Comparable, Sendable {
    /// `2024`, `2024-H1`, `2024-Q3`, `2024-07`, `2024-07-15`.
    package let code: String
    /// Its first day.
    package let starts: CalendarDate

    /// Reads those forms, and the ones of SDMX: `2024-A1`, `2024-S1`, `2024-M07`.
    package init?(_ text: some StringProtocol) {
        let text = text.uppercased()
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        var code = text
        if fields.count == 2, let kind = fields[1].first, kind.isLetter {
            switch kind {
            case "A" where fields[1] == "A1": code = String(fields[0])
            case "S": code = fields[0] + "-H" + fields[1].dropFirst()
            case "M": code = fields[0] + "-" + fields[1].dropFirst()
            default: break
            }
        }
        if let date = CalendarDate(code), date.description == code, (1900...2200).contains(date.year) {
            self.code = code
            guard let day = CalendarDate(year: date.year, month: date.month ?? 1, day: date.day ?? 1) else {
                return nil
            }
            starts = day
        } else if let period = ReportingPeriod(code), period.code == code, let day = CalendarDate(period.starts),
            period.year <= 2200
        {
            self.code = code
            starts = day
        } else {
            return nil
        }
    }

    package var year: Int { starts.year }

    /// Where its first day lies among years: 2024.5 is the beginning of July.
    package var place: Double {
        Double(starts.year) + Double((starts.month ?? 1) - 1) / 12 + Double((starts.day ?? 1) - 1) / 366
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.starts.number, left.code.utf8.count, left.code) < (right.starts.number, right.code.utf8.count, right.code)
    }
}
