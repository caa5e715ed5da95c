package import Domain
package import Locales

/// Dates written out as documents of the United Nations have them: in Arabic with both names of the month.
package struct PaperDates {
    private let catalogue: Catalogue

    package init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// As exact as the date is.
    package func text(_ date: CalendarDate) -> String {
        guard catalogue.tag == LanguageTag.arabic.rawValue, let month = date.month,
            Self.arabicMonths.indices.contains(month - 1)
        else { return catalogue.date(year: date.year, month: date.month, day: date.day) }
        return (date.day.map { "\($0) " } ?? "") + "\(Self.arabicMonths[month - 1]) \(date.year)"
    }

    private static let arabicMonths = [
        "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه", "تموز/يوليه",
        "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
    ]
}
