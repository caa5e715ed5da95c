package import Domain

/// A day on which nobody works, though it is no weekend.
package struct Holiday: Hashable, Sendable {
    /// A whole date.
    package var day: CalendarDate
    package var name: String

    package init(day: CalendarDate, name: String) {
        self.day = day
        self.name = name
    }
}

/// Reads a list of holidays: an iCalendar file, or lines of `2026-05-01,Labour Day` (comma, semicolon or tab; a heading is passed over).
package enum HolidayFile {
    package struct Outcome: Hashable, Sendable {
        package var holidays: [Holiday] = []
        /// Numbers of lines that no date was found in.
        package var rejected: [Int] = []
    }

    package static let bytesMax = 512 * 1_024
    package static let nameMax = 200

    package static func read(_ text: String) -> Outcome {
        let clean = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        let lines = clean.split(omittingEmptySubsequences: false) { $0.isNewline }
        return clean.hasPrefix("BEGIN:VCALENDAR") ? calendar(lines) : table(lines)
    }

    private static func table(_ lines: [Substring]) -> Outcome {
        var outcome = Outcome()
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            guard let end = line.firstIndex(where: { ",;\t".contains($0) }) ?? (line.count <= 12 ? line.endIndex : nil),
                let day = day(line[..<end])
            else {
                // Lists have a heading.
                if index > 0 { outcome.rejected.append(index + 1) }
                continue
            }
            let rest = end == line.endIndex ? "" : line[line.index(after: end)...]
            outcome.add(day, rest.filter { $0 != "\"" })
        }
        return outcome
    }

    /// Every event's first day and name; continued lines are joined.
    private static func calendar(_ lines: [Substring]) -> Outcome {
        var outcome = Outcome()
        var (start, name): (String?, String) = (nil, "")
        var whole: [(line: Int, text: String)] = []
        for (index, line) in lines.enumerated() {
            if line.first == " " || line.first == "\t", !whole.isEmpty {
                whole[whole.count - 1].text += line.dropFirst()
            } else {
                whole.append((index + 1, String(line)))
            }
        }
        for (line, text) in whole {
            guard let colon = text.firstIndex(of: ":") else { continue }
            let value = text[text.index(after: colon)...]
            switch text[..<colon].split(separator: ";").first.map({ $0.uppercased() }) {
            case "BEGIN" where value == "VEVENT": (start, name) = (nil, "")
            case "DTSTART": start = String(value)
            case "SUMMARY":
                name = String(value).replacing("\\,", with: ",").replacing("\\;", with: ";")
                    .replacing("\\n", with: " ").replacing("\\\\", with: "\\")
            case "END" where value == "VEVENT":
                if let start, let day = day(start) { outcome.add(day, name) } else { outcome.rejected.append(line) }
            default: break
            }
        }
        return outcome
    }

    /// `2026-05-01`, `20260501` or `20260501T000000Z`; a whole date only.
    private static func day(_ text: some StringProtocol) -> CalendarDate? {
        let trimmed = String(text.filter { !$0.isWhitespace && $0 != "\"" })
        if trimmed.count >= 8, trimmed.prefix(8).allSatisfy({ $0.isASCII && $0.isNumber }) {
            let digits = Array(trimmed.prefix(8))
            return CalendarDate(String(digits[0..<4]) + "-" + String(digits[4..<6]) + "-" + String(digits[6..<8]))
        }
        guard trimmed.count == 10 else { return nil }
        return CalendarDate(trimmed)
    }
}

extension HolidayFile.Outcome {
    fileprivate mutating func add(_ day: CalendarDate, _ name: some StringProtocol) {
        let trimmed = name.drop(while: \.isWhitespace)
        let end = trimmed.lastIndex { !$0.isWhitespace }
        let clean = end.map { trimmed[...$0] } ?? ""
        holidays.append(Holiday(day: day, name: String(clean.prefix(HolidayFile.nameMax))))
    }
}
