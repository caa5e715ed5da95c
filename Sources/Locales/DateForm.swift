import FoundationEssentials
import FoundationInternationalization

/// Dates written out as a locale writes them, as exactly as they are known.
package struct DateForm: Sendable {
    private let day: Date.FormatStyle
    private let month: Date.FormatStyle
    private let year: Date.FormatStyle

    package init(locale identifier: String) {
        let base = Date.FormatStyle(
            locale: Locale(identifier: identifier), calendar: Calendar(identifier: .gregorian), timeZone: .gmt)
        day = base.day().month(.wide).year()
        month = base.month(.wide).year()
        year = base.year()
    }

    /// `30 January 2020`, `January 2020`, `2020`; nil for what is no date.
    package func text(year: Int, month: Int?, day: Int?) -> String? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let components = DateComponents(year: year, month: month ?? 1, day: day ?? 1)
        guard let date = calendar.date(from: components) else { return nil }
        let style = day != nil ? self.day : month != nil ? self.month : self.year
        return date.formatted(style)
    }
}
