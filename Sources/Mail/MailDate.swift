/// A date as messages write it (RFC 5322): `Sat, 31 Jan 2026 09:30:00 +0000`.
enum MailDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

    /// Of a fixed-width UTC instant.
    static func text(_ instant: String) -> String {
        let parts = instant.prefix(19).split { "-T:".contains($0) }.compactMap { Int($0) }
        guard parts.count == 6, (1...12).contains(parts[1]) else { return instant }
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let weekday = days[Self.weekday(parts[0], parts[1], parts[2])]
        return
            "\(weekday), \(parts[2]) \(months[parts[1] - 1]) \(parts[0]) \(two(parts[3])):\(two(parts[4])):\(two(parts[5])) +0000"
    }

    /// 0 for Sunday (Sakamoto's rule).
    private static func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let year = month < 3 ? year - 1 : year
        return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7
    }
}
