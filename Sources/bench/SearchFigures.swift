import Foundation

/// One line of the suite's answer.
struct SearchFigures: Codable {
    var suite = "search"
    var `case`: String
    var who: String
    var p50Milliseconds: Double
    var p95Milliseconds: Double
    var p99Milliseconds: Double
    var hits: Int
    var queries: Int
    var indexSeconds: Double
    /// Median by type of question.
    var types: [String: Double]?

    enum CodingKeys: String, CodingKey {
        case suite, `case`, who, hits, queries, types
        case p50Milliseconds = "p50_ms"
        case p95Milliseconds = "p95_ms"
        case p99Milliseconds = "p99_ms"
        case indexSeconds = "index_seconds"
    }

    init(case name: String, who: String, milliseconds: [Double], hits: Int, indexSeconds: Double) {
        let times = Percentiles(milliseconds)
        self.case = name
        self.who = who
        p50Milliseconds = times[0.5]
        p95Milliseconds = times[0.95]
        p99Milliseconds = times[0.99]
        self.hits = hits
        queries = milliseconds.count
        self.indexSeconds = indexSeconds
    }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }

    var table: String {
        func column(_ text: String, _ width: Int) -> String {
            text.padding(toLength: width, withPad: " ", startingAt: 0)
        }
        let figures = [("p50", p50Milliseconds), ("p95", p95Milliseconds), ("p99", p99Milliseconds)].map {
            name, value in
            column("\(name) \(String(format: "%.3f", value)) ms", 18)
        }
        let extra = types.map { types in
            "\n"
                + types.keys.sorted().map { "    \($0): \(String(format: "%.3f", types[$0] ?? 0)) ms" }.joined(
                    separator: "\n")
        }
        return column(`case`, 14) + column(who, 12) + figures.joined() + "hits \(hits)  indexed in "
            + String(format: "%.2f s", indexSeconds) + (extra ?? "")
    }
}

/// Times in order of length.
struct Percentiles {
    private let sorted: [Double]

    init(_ values: [Double]) { sorted = values.sorted() }

    var count: Int { sorted.count }
    var highest: Double { sorted.last ?? 0 }

    /// The value that this share of them does not pass; 0 where there are none.
    subscript(share: Double) -> Double {
        sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
}
