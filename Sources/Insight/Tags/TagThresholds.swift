/// From which probability on a tag is chosen.
///
/// The threshold of a tag lies halfway between the one that serves all tags together best (micro-F1) and the one that serves
/// this tag best (its own F1); a tag with few texts leans on the first. Measured on texts held out.
enum TagThresholds {
    private static let steps: [Double] = (4...16).map { Double($0) * 0.05 }.flatMap { [$0 - 0.1, $0 - 0.075] }

    /// `probabilities` and `targets` (1, -1, 0) hold one list for each tag.
    static func tune(probabilities: [[Float]], targets: [[Int8]]) -> [Double] {
        var sums = [TagTally](repeating: TagTally(), count: steps.count)
        var own: [Double] = []
        var support: [Int] = []
        for (column, target) in zip(probabilities, targets) {
            let tallies = steps.map { TagTally(column, target, threshold: $0) }
            for place in sums.indices { sums[place].add(tallies[place]) }
            own.append(steps[best(tallies)])
            support.append(target.count { $0 > 0 })
        }
        let common = steps[best(sums)]
        return zip(own, support).map { threshold, texts in
            let trust = 0.5 * Double(texts) / Double(texts + 20)
            return trust * threshold + (1 - trust) * common
        }
    }

    private static func best(_ tallies: [TagTally]) -> Int {
        tallies.indices.max { tallies[$0].f1 < tallies[$1].f1 } ?? 0
    }
}

/// Right and wrong answers.
struct TagTally: Sendable {
    var right = 0
    var wrong = 0
    var missed = 0

    init() {}

    init(_ probabilities: [Float], _ targets: [Int8], threshold: Double) {
        for (probability, target) in zip(probabilities, targets) where target != 0 {
            add(isChosen: Double(probability) >= threshold, isTrue: target > 0)
        }
    }

    mutating func add(isChosen: Bool, isTrue: Bool) {
        if isChosen, isTrue { right += 1 }
        if isChosen, !isTrue { wrong += 1 }
        if !isChosen, isTrue { missed += 1 }
    }

    mutating func add(_ other: TagTally) {
        right += other.right
        wrong += other.wrong
        missed += other.missed
    }

    /// 0 where nothing was right.
    var f1: Double { right > 0 ? Double(2 * right) / Double(2 * right + wrong + missed) : 0 }
}
