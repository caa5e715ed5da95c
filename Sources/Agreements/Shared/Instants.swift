import Domain

/// Instants as the store keeps them.
enum Instants {
    /// Milliseconds since 1970 of `2026-01-31T09:30:00.000Z`; nil where it is none.
    static func milliseconds(_ instant: String) -> Int64? {
        guard let day = CalendarDate(instant), instant.utf8.count == 24 else { return nil }
        let digits = instant.dropFirst(11).split { !$0.isNumber }.compactMap { Int64($0) }
        guard digits.count == 4 else { return nil }
        return Int64(day.dayNumber) * 86_400_000 + digits[0] * 3_600_000 + digits[1] * 60_000 + digits[2] * 1_000
            + digits[3]
    }
}
