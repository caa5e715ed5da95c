/// Finds the things to do among a State's recommendations. The same recommendations give the same issues in any order; what stands is
/// never changed, only joined by newcomers that fit.
package enum IssueFinder {
    package static func find(
        _ records: [IssueRecord], standing: IssueStanding
    ) -> (issues: [FoundIssue], proposals: [IssueProposal]) {
        find(records, standing: standing, weights: IssueWeights())
    }

    static func find(
        _ records: [IssueRecord], standing: IssueStanding, weights: IssueWeights
    ) -> (issues: [FoundIssue], proposals: [IssueProposal]) {
        let run = IssueRun(unique(records), standing: standing, weights: weights)
        return (run.issues(), run.proposals())
    }

    /// By id; of several with one id the first.
    private static func unique(_ records: [IssueRecord]) -> [IssueRecord] {
        let sorted = records.sorted { $0.id < $1.id }
        return sorted.indices.filter { $0 == 0 || sorted[$0 - 1].id != sorted[$0].id }.map { sorted[$0] }
    }
}
