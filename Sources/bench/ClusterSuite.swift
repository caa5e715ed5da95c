import ArgumentParser
import Foundation
import Insight

/// `bench cluster`: near-duplicates among many texts, where it is known which belong together.
struct ClusterSuite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cluster", abstract: "Near-duplicates among a quarter of a million texts, some of them planted.")

    @Option(help: "How many texts.") var texts = 250_000
    @Option(help: "Peers to run beside, by comma: datasketch, rensa.") var peers = ""
    @Option(help: "Jaccard similarity of word shingles from which the peers take two texts for near-duplicates.")
    var peerThreshold = 0.5
    @Flag(help: "One JSON object a line.") var json = false
    @Option(help: .hidden) var only: String?

    func run() throws {
        let process = ProcessInfo.processInfo.processIdentifier
        let folder = FileManager.default.temporaryDirectory.appending(path: "bench-cluster-\(process)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        if let only { return try measure(only) }
        let planted = try PlantedTexts(count: texts, in: folder)
        let file = folder.appending(path: "texts.jsonl").path
        let groups = folder.appending(path: "groups.json").path
        try planted.write(to: file)
        // A process of its own: the peak is of the clustering, not of making the texts.
        let own = [CommandLine.arguments[0], "cluster", "--only", file + "," + groups]
        try report("rapporteur", own, groups, planted)
        for peer in peers.split(separator: ",").map(String.init) {
            let python = ProcessInfo.processInfo.environment["RAPPORTEUR_BENCH_PYTHON"] ?? "python3"
            let threshold = ["--threshold", String(peerThreshold)]
            try report(
                peer, ["/usr/bin/env", python, "bin/peers/cluster_peer.py", peer, file, groups] + threshold, groups,
                planted)
        }
    }

    private func report(_ who: String, _ command: [String], _ groups: String, _ planted: PlantedTexts) throws {
        var figures = try ClusterFigures.run(who, command)
        let found = try JSONDecoder().decode([[Int]].self, from: Data(contentsOf: URL(filePath: groups)))
        figures.judge(found, families: planted.families)
        print(json ? figures.json : figures.table)
        fflush(nil)
    }

    /// What the process of its own does: `TEXTS,GROUPS`.
    private func measure(_ paths: String) throws {
        struct Record: Decodable { var text: String }
        let paths = paths.split(separator: ",").map(String.init)
        guard paths.count == 2 else { throw ValidationError("TEXTS,GROUPS") }
        let decoder = JSONDecoder()
        var texts: [InsightText] = []
        try LineReader.forEachLine(of: paths[0]) { line in
            let text = try decoder.decode(Record.self, from: Data(line)).text
            texts.append(InsightText(id: Int64(texts.count), language: "en", text: text))
        }
        let before = ProcessUsage.now
        let start = ContinuousClock.now
        let groups = NearDuplicates.groups(texts)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let after = ProcessUsage.now
        try JSONEncoder().encode(groups).write(to: URL(filePath: paths[1]))
        let figures = ClusterFigures(
            who: "rapporteur", texts: texts.count, groups: groups.count, seconds: seconds,
            cpuSeconds: after.cpuSeconds - before.cpuSeconds, peakMebibytes: after.peakMebibytes)
        print(figures.json)
    }
}
