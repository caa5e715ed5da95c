/// One figure of the running program as it is when somebody asks, for those who watch over it.
package struct Gauge: Sendable {
    /// With the unit at its end, as Prometheus has it: `rapporteur_feed_lag_entries`.
    package var name: String
    package var help: String
    /// Figures of one name differ in these.
    package var labels: [(name: String, value: String)]
    package var value: Double

    package init(
        _ name: String, _ help: String, labels: [(name: String, value: String)] = [], _ value: some BinaryInteger
    ) {
        self.init(name, help, labels: labels, seconds: Double(value))
    }

    package init(_ name: String, _ help: String, labels: [(name: String, value: String)] = [], seconds: Double) {
        self.name = name
        self.help = help
        self.labels = labels
        value = seconds
    }
}

/// Reads the figures of what runs beside the pages. What cannot be read has no line, which is not the same as 0.
package typealias Gauges = @Sendable () async -> [Gauge]
