import Synchronization

/// Counts of what was asked and how long it took, as Prometheus text.
final class Traffic: Sendable {
    private static let bounds: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

    private struct Key: Hashable {
        var route: String
        var status: Int
    }

    private struct Latency {
        var buckets = [Int](repeating: 0, count: Traffic.bounds.count)
        var count = 0
        var sum = 0.0
    }

    private struct Counts {
        var requests: [Key: Int] = [:]
        var latencies: [String: Latency] = [:]
        var bytes = 0
    }

    private let counts = Mutex(Counts())

    /// Routes and statuses are few, so the table stays small whatever is asked.
    func note(route: String, status: Int, seconds: Double, bytes: Int) {
        counts.withLock { counts in
            counts.requests[Key(route: route, status: status), default: 0] += 1
            counts.bytes += bytes
            var latency = counts.latencies[route] ?? Latency()
            latency.count += 1
            latency.sum += seconds
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { latency.buckets[index] += 1 }
            counts.latencies[route] = latency
        }
    }

    /// Prometheus' text format 0.0.4. `gauges` are read at the time of asking.
    func text(gauges: [Gauge]) -> String {
        let counts = counts.withLock { $0 }
        var text = ""
        func head(_ name: String, _ help: String, _ type: String) {
            text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
        }
        head("rapporteur_http_requests_total", "Requests answered, by route and status.", "counter")
        for (key, count) in counts.requests.sorted(by: { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }
        ) {
            text += "rapporteur_http_requests_total{route=\"\(key.route)\",status=\"\(key.status)\"} \(count)\n"
        }
        head("rapporteur_http_request_seconds", "Time to answer, by route.", "histogram")
        for (route, latency) in counts.latencies.sorted(by: { $0.key < $1.key }) {
            let name = "rapporteur_http_request_seconds"
            for (bound, count) in zip(Self.bounds, latency.buckets) {
                text += "\(name)_bucket{route=\"\(route)\",le=\"\(bound)\"} \(count)\n"
            }
            text += "\(name)_bucket{route=\"\(route)\",le=\"+Inf\"} \(latency.count)\n"
            text +=
                "\(name)_sum{route=\"\(route)\"} \(latency.sum)\n\(name)_count{route=\"\(route)\"} \(latency.count)\n"
        }
        head("rapporteur_http_response_bytes_total", "Bytes of bodies, before compression.", "counter")
        text += "rapporteur_http_response_bytes_total \(counts.bytes)\n"
        var named: Set<String> = []
        for gauge in gauges {
            // Figures of one name stand together, under one head.
            if named.insert(gauge.name).inserted { head(gauge.name, gauge.help, "gauge") }
            let labels = gauge.labels.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: ",")
            text += gauge.name + (labels.isEmpty ? "" : "{\(labels)}") + " \(Self.number(gauge.value))\n"
        }
        return text
    }

    /// Whole numbers without a point.
    private static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? String(value) }
}
