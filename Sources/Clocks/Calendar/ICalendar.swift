/// Writes iCalendar (RFC 5545): lines of at most 75 octets, folded between characters, with CRLF.
package struct ICalendar: Sendable {
    package struct Event: Hashable, Sendable {
        /// Stays with the event for good.
        package var uid: String
        /// `20260501`: the day, and the day after its last.
        package var starts: String
        package var ends: String
        package var sequence: Int
        /// `20260501T093000Z`
        package var stamp: String
        package var summary: String
        package var description: String
        package var address: String?
        package var category: String
    }

    private(set) var bytes: [UInt8] = []

    package init(name: String, language: String) {
        line("BEGIN", "VCALENDAR")
        line("VERSION", "2.0")
        line("PRODID", "-//Rapporteur//Deadlines//EN")
        line("CALSCALE", "GREGORIAN")
        line("METHOD", "PUBLISH")
        line("X-WR-CALNAME;LANGUAGE=\(language)", Self.escaped(name))
        line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H")
    }

    package mutating func add(_ event: Event) {
        line("BEGIN", "VEVENT")
        line("UID", Self.escaped(event.uid))
        line("DTSTAMP", event.stamp)
        line("LAST-MODIFIED", event.stamp)
        line("SEQUENCE", "\(max(0, event.sequence))")
        line("DTSTART;VALUE=DATE", event.starts)
        line("DTEND;VALUE=DATE", event.ends)
        line("SUMMARY", Self.escaped(event.summary))
        if !event.description.isEmpty { line("DESCRIPTION", Self.escaped(event.description)) }
        if let address = event.address { line("URL", address) }
        line("CATEGORIES", Self.escaped(event.category))
        line("TRANSP", "TRANSPARENT")
        line("END", "VEVENT")
    }

    package mutating func finish() -> [UInt8] {
        line("END", "VCALENDAR")
        return bytes
    }

    /// TEXT of RFC 5545, 3.3.11; control characters are left out.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case ";": result += "\\;"
            case ",": result += "\\,"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20 && scalar != "\t": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private mutating func line(_ name: String, _ value: String) {
        var room = 75
        for scalar in "\(name):\(value)".unicodeScalars {
            let units = Array(String(Character(scalar)).utf8)
            if units.count > room {
                bytes += [13, 10, 32]
                room = 74
            }
            bytes += units
            room -= units.count
        }
        bytes += [13, 10]
    }
}
