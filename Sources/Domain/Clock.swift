import FoundationEssentials

/// The time, given from outside so that tests can choose it.
package struct Clock: Sendable {
    /// Milliseconds since 1970 in UTC.
    package let milliseconds: @Sendable () -> Int64

    package init(milliseconds: @escaping @Sendable () -> Int64) { self.milliseconds = milliseconds }

    package static let system = Clock { Int64(Date().timeIntervalSince1970 * 1_000) }

    /// The fixed-width UTC instant that the store keeps: `2026-01-31T09:30:00.000Z`.
    package var instant: String { Self.instant(milliseconds()) }

    package static func instant(_ milliseconds: Int64) -> String {
        let seconds = Double(milliseconds) / 1_000
        return Date(timeIntervalSince1970: seconds).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
