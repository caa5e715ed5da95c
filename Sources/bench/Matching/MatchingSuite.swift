import ArgumentParser
import Domain
import Foundation
import Insight

/// `bench matching`: shortlists for needs, and the best selections of calls.
struct MatchingSuite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matching",
        abstract:
            "Shortlists among many offers and programmes; exact selections of calls beside a peer's and the greedy ones."
    )

    @Option(help: "How many offers.") var offers = 5_000
    @Option(help: "How many programmes.") var programmes = 20_000
    @Option(help: "How many needs are asked for.") var needs = 200
    @Option(help: "How many calls and assignments of each size.") var instances = 100
    @Option(help: "Peers to run beside, by comma: ortools.") var peers = ""
    @Flag(help: "One JSON object a line.") var json = false

    func run() throws {
        shortlists()
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "bench-matching-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "calls.jsonl").path
        let own = try CallRuns(instances: instances, writing: file)
        for name in CallRuns.names { own.figures(name).printed(asJSON: json) }
        for peer in peers.split(separator: ",").map(String.init) {
            let found = try MatchingPeer(name: peer).run(file)
            for name in CallRuns.names { own.compared(name, with: found, of: peer).printed(asJSON: json) }
        }
    }

    private func shortlists() {
        var filler = HelpFiller(seed: 25_000)
        let profiles =
            (1...max(1, offers)).map { filler.help(.offer(OfferID(Int64($0)))) }
            + (1...max(1, programmes)).map { filler.help(.programme(Int64($0))) }
        let asked = (1...max(1, needs)).map { filler.need($0) }
        let start = ContinuousClock.now
        var index = MatchIndex(weights: Self.weights)
        for profile in profiles { index.add(profile) }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let question = MatchQuestion(view: .others, today: HelpFiller.today)
        report("shortlist", asked, seconds) { index.matches(for: $0, question).count }
        report("why-not", asked, seconds) { index.refusals(for: $0, question).count }
    }

    private func report(_ name: String, _ needs: [NeedProfile], _ seconds: Double, _ ask: (NeedProfile) -> Int) {
        for need in needs.prefix(5) { _ = ask(need) }
        var hits = 0
        let times = Percentiles(
            needs.map { need in
                let start = ContinuousClock.now
                hits += ask(need)
                return (ContinuousClock.now - start) / .milliseconds(1)
            })
        Figure(
            suite: "matching", name: name, who: "rapporteur",
            values: [
                ("p50_ms", times[0.5]), ("p95_ms", times[0.95]), ("p99_ms", times[0.99]), ("max_ms", times.highest),
                ("needs", Double(needs.count)), ("help", Double(offers + programmes)), ("hits", Double(hits)),
                ("index_seconds", seconds),
            ]
        ).printed(asJSON: json)
    }

    /// Those shipped; their values change no time.
    private static let weights = MatchWeights([
        .themes: 24, .goals: 8, .kinds: 20, .text: 14, .priority: 8, .record: 10, .money: 6, .time: 5, .language: 5,
    ])
}
