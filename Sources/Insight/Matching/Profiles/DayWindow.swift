package import Domain

/// The days from one to another, both counted; open where an end is not known.
package struct DayWindow: Hashable, Sendable {
    /// Days after 1 January 1970; nil: not known.
    package let from: Int?
    /// Not before `from`.
    package let until: Int?

    /// Two ends in the wrong order are put right.
    package init(from: Int? = nil, until: Int? = nil) {
        let isWrong = from.flatMap { from in until.map { $0 < from } } ?? false
        self.from = isWrong ? until : from
        self.until = isWrong ? from : until
    }

    /// A year or a month as the end counts to its last day.
    package init(_ from: CalendarDate?, _ until: CalendarDate?) {
        self.init(from: from?.dayNumber, until: until.map(Self.lastDay))
    }

    package var isKnown: Bool { from != nil && until != nil }
    package var isOpen: Bool { from == nil && until == nil }

    /// Days of a window whose ends are known; nil otherwise.
    package var days: Int? { from.flatMap { from in until.map { $0 - from + 1 } } }

    /// What both have; nil where they have no day in common. An end that is not known excludes nothing.
    package func overlap(_ other: DayWindow) -> DayWindow? {
        let from = [from, other.from].compactMap(\.self).max()
        let until = [until, other.until].compactMap(\.self).min()
        if let from, let until, until < from { return nil }
        return DayWindow(from: from, until: until)
    }

    private static func lastDay(_ date: CalendarDate) -> Int {
        if date.day != nil { return date.dayNumber }
        let isLast = (date.month ?? 12) == 12
        let next = CalendarDate(year: date.year + (isLast ? 1 : 0), month: isLast ? 1 : (date.month ?? 12) + 1)
        return next.map { $0.dayNumber - 1 } ?? date.dayNumber
    }
}
