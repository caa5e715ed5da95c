import Domain
import FoundationEssentials
import FoundationInternationalization

/// A moment as the clock on a workspace's wall shows it.
package struct LocalTime: Hashable, Sendable {
    package let day: Day
    /// 0...23
    package let hour: Int

    /// `zone` is an IANA name; one that is not known counts as UTC.
    package init(milliseconds: Int64, zone: String) {
        let seconds = (Double(milliseconds) / 1_000).rounded(.down)
        let offset = TimeZone(identifier: zone)?.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)) ?? 0
        let local = Int(seconds) + offset
        let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        self.day = Day(number: day)
        hour = (local - day * 86_400) / 3_600
    }

    package static func isZone(_ name: String) -> Bool { TimeZone(identifier: name) != nil }
}
