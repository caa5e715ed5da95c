import Domain
import Insight

/// What becomes of issues when a tenth of the recommendations comes later.
struct IssuesStability {
    let records: [IssueRecord]
    let rounds: Int

    /// Of the pairs of the first nine tenths, those that stay as they were (`kept`); and all together against one run over everything.
    var lines: [GroupingFigures] {
        var kept: [GroupingFigures] = []
        var whole: [GroupingFigures] = []
        let atOnce = IssueLabels(IssueFinder.find(records, standing: IssueStanding()).issues).ofRecords(records)
        for round in 0..<rounds {
            let isLate = late(round)
            let early = zip(records, isLate).filter { !$1 }.map(\.0)
            let first = IssueFinder.find(early, standing: IssueStanding()).issues
            var standing = IssueStanding()
            for (number, issue) in first.enumerated() {
                standing.issues[IssueID(Int64(number + 1))] = issue.members.map(\.recommendation)
            }
            let then = IssueLabels(IssueFinder.find(records, standing: standing).issues)
            kept.append(
                GroupingFigures(
                    who: "rapporteur", case: "kept", then.ofRecords(early),
                    against: (name: "before", groups: IssueLabels(first).ofRecords(early))))
            whole.append(
                GroupingFigures(
                    who: "rapporteur", case: "added", then.ofRecords(records),
                    against: (name: "at-once", groups: atOnce)))
        }
        return [mean(kept), mean(whole)].compactMap { $0 }
    }

    private func late(_ round: Int) -> [Bool] {
        var state = UInt64(round + 1)
        return records.map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % 10 == 0
        }
    }

    private func mean(_ lines: [GroupingFigures]) -> GroupingFigures? {
        guard var mean = lines.first else { return nil }
        func average(_ figure: (GroupingFigures) -> Double) -> Double {
            lines.map(figure).reduce(0, +) / Double(lines.count)
        }
        mean.precision = average(\.precision)
        mean.recall = average(\.recall)
        mean.f1 = average(\.f1)
        mean.adjustedRand = average(\.adjustedRand)
        return mean
    }
}
