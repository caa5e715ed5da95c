import ArgumentParser

/// `bin/bench SUITE`: one subcommand a suite, each in a file of its own.
@main struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures this program beside its peers, on the same work in the same run.",
        subcommands: [
            SearchSuite.self, RelevanceSuite.self, CorpusSuite.self, ImportSuite.self, HTTPSuite.self,
            ClusterSuite.self, PairsSuite.self, IssuesSuite.self, ManyIssuesSuite.self, WorkSuite.self,
            ReportSuite.self, MatchingSuite.self,
            Durability.self,
        ])
}
