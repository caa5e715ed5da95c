import Foundation

/// How one grouping agrees with another, over pairs.
struct GroupingFigures: Codable {
    var suite = "issues"
    var who: String
    var `case`: String
    var gold: String
    var groups: Int
    /// Of the pairs together here, how many are together in the gold; of those in the gold, how many here.
    var precision: Double
    var recall: Double
    var f1: Double
    var adjustedRand: Double
    var seconds: Double?
    var largest: Int?
    var largeWithReason: Int?

    init(who: String, case name: String, _ labels: [String], against gold: (name: String, groups: [String])) {
        self.who = who
        self.case = name
        self.gold = gold.name
        groups = Set(labels).count
        let both = Self.pairs(zip(labels, gold.groups).map { $0 + "\t" + $1 })
        let (own, other) = (Self.pairs(labels), Self.pairs(gold.groups))
        let all = Double(labels.count) * Double(labels.count - 1) / 2
        precision = own > 0 ? both / own : 0
        recall = other > 0 ? both / other : 0
        f1 = own + other > 0 ? 2 * both / (own + other) : 0
        let expected = all > 0 ? own * other / all : 0
        let room = (own + other) / 2 - expected
        adjustedRand = room > 0 ? (both - expected) / room : 1
    }

    private static func pairs(_ labels: [String]) -> Double {
        var counts: [String: Int] = [:]
        for label in labels { counts[label, default: 0] += 1 }
        return Double(counts.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
    }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    var table: String {
        let name = "\(who) \(self.case)".padding(toLength: 34, withPad: " ", startingAt: 0)
        let file = gold.padding(toLength: 20, withPad: " ", startingAt: 0)
        let figures = String(
            format: "groups %4d  precision %.3f  recall %.3f  F1 %.3f  adjusted Rand %.3f", groups, precision, recall,
            f1,
            adjustedRand)
        let size = largest.map { "  largest \($0), \(largeWithReason ?? 0) with a reason" } ?? ""
        return name + file + figures + size + (seconds.map { String(format: "  %.2f s", $0) } ?? "")
    }
}
