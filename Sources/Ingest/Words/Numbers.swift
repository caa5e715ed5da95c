import Domain

/// Numbers and dates as sources write them.
enum Numbers {
    /// The first run of digits (`Session 34`, `34th session (November 2019)`), or a cycle in words (`Third cycle`).
    static func first(in text: String) -> Int? {
        let digits = text.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty { return digits.count <= 6 ? Int(digits) : nil }
        let word = text.lowercased()
        return ["first", "second", "third", "fourth", "fifth"].firstIndex { word.contains($0) }.map { $0 + 1 }
    }

    /// A whole number, alone or as a spreadsheet writes it (`4.0`).
    static func whole(_ text: String) -> Int? {
        if let number = Int(text) { return number }
        guard let point = text.firstIndex(of: "."), text[text.index(after: point)...].allSatisfy({ $0 == "0" }) else {
            return nil
        }
        return Int(text[..<point])
    }

    /// The cycle a UPR session belongs to: 1-12, 13-26, 27-40, 41-54 (Human Rights Council resolutions 5/1 and 16/21).
    static func cycle(ofSession session: Int) -> Int? {
        switch session {
        case 1...12: 1
        case 13...: (session - 13) / 14 + 2
        default: nil
        }
    }

    /// A spreadsheet's day number, 1900 system (day 60 is its 29 February 1900, which never was) or 1904 system.
    static func date(serial: Double, from1904: Bool = false) -> CalendarDate? {
        guard serial.isFinite, serial >= 1, serial < 2_958_466 else { return nil }
        var days = Int(serial)
        if from1904 { days += 1_462 } else if days == 60 { return nil }
        // Days since 1 March 0000 in the proleptic Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms").
        let shifted = days - (days > 60 ? 25_569 : 25_568) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        return CalendarDate(year: year, month: month < 10 ? month + 3 : month - 9, day: day)
    }
}
