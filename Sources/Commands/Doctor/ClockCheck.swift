import FoundationEssentials

/// Deadlines, signatures and signing in go by the clock.
enum ClockCheck {
    private static let minutesMax = 2.0

    static func symptoms(lastWritten: String?, now: Date) -> [Symptom] {
        guard let last = lastWritten.flatMap(Dates.instant) else { return [] }
        let ahead = last - now.timeIntervalSince1970
        guard ahead > minutesMax * 60 else {
            return [Symptom(.clock, .fine, "The clock is later than the last entry of the audit log.")]
        }
        return [
            Symptom(
                .clock, .wrong, "The audit log was last written to \(minutes(ahead)) from now, by this clock.",
                remedy: "The clock goes wrong, or did: let the system keep it (systemd-timesyncd, chrony).")
        ]
    }

    /// How far the database's clock is from this machine's.
    static func apart(milliseconds: Int64, now: Date = Date()) -> [Symptom] {
        apart(seconds: Double(milliseconds) / 1_000 - now.timeIntervalSince1970, whose: "The database's")
    }

    static func apart(seconds: Double, whose: String) -> [Symptom] {
        guard abs(seconds) > minutesMax * 60 else { return [] }
        return [
            Symptom(
                .clock, .wrong,
                "\(whose) clock is \(minutes(abs(seconds))) \(seconds > 0 ? "ahead of" : "behind") this machine's.",
                remedy: "Let both be kept by the same source of time.")
        ]
    }

    private static func minutes(_ seconds: Double) -> String {
        seconds < 7_200 ? "\(Int((seconds / 60).rounded())) minutes" : "\(Int((seconds / 3_600).rounded())) hours"
    }
}
