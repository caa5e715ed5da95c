package import Domain
import FoundationEssentials
import FoundationInternationalization

/// Hours of a workspace's own clock, as instants.
package enum Embargo {
    /// The instant at which a clock in the zone shows this day and hour; where it shows it twice, the earlier. Nil for an hour that is
    /// none. Where clocks jump over it, the moment after the jump.
    package static func instant(_ day: CalendarDate, hour: Int, minute: Int, zone: String) -> String? {
        guard day.month != nil, day.day != nil, (0...23).contains(hour), (0...59).contains(minute),
            let midnight = seconds("\(day)T00:00:00.000Z"), let zone = TimeZone(identifier: zone)
        else { return nil }
        let wall = midnight + Double(hour * 3_600 + minute * 60)
        // Offsets differ by a jump at most: both sides of it are tried, the larger offset is the earlier instant.
        let offsets = [-86_400.0, 86_400.0].map { zone.secondsFromGMT(for: Date(timeIntervalSince1970: wall + $0)) }
        let tried = Set(offsets).sorted(by: >).map { wall - Double($0) }
        let exact = tried.first { second in
            second + Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: second))) == wall
        }
        return Clock.instant(Int64(exact ?? tried.last ?? wall) * 1_000)
    }

    /// What a clock in the zone shows at an instant: `2026-03-01` and `08:30`.
    package static func local(_ instant: String, zone: String) -> (day: String, time: String)? {
        guard let second = seconds(instant) else { return nil }
        let offset = TimeZone(identifier: zone)?.secondsFromGMT(for: Date(timeIntervalSince1970: second)) ?? 0
        let text = Clock.instant(Int64(second) * 1_000 + Int64(offset) * 1_000)
        return (String(text.prefix(10)), String(text.dropFirst(11).prefix(5)))
    }

    private static func seconds(_ instant: String) -> Double? {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        return (try? Date(instant, strategy: style))?.timeIntervalSince1970
    }
}
