import ArgumentParser
import Foundation

/// Loads a server with pages and API answers from a second process, over kept connections on 127.0.0.1.
struct HTTPSuite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "http",
        abstract: "Search pages and API answers a second, with their delays, and the largest page.",
        discussion: "The load comes from wrk, on the loopback interface only. Server and wrk share the machine.")

    @Option(help: "Records in the server's data folder.")
    var records = 270_000

    @Option(help: "Seconds of load for each case.")
    var seconds = 10

    @Option(help: "Connections that are kept open.")
    var connections = 8

    @Option(help: "No other program does this work here.", transform: { $0.split(separator: ",").map(String.init) })
    var peers: [String] = []

    @Flag(help: "One JSON object a line.")
    var json = false

    func validate() throws {
        guard (1...120).contains(seconds), (1...256).contains(connections) else {
            throw ValidationError("--seconds is 1 to 120, --connections 1 to 256")
        }
    }

    func run() throws {
        if let peer = peers.first { throw ServingError.unknownPeer(peer) }
        let export = try Export.path(records: records)
        let folder = try Export.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let data = folder + "/data"
        _ = try Child.run([Programs.rapporteur, "import", export, "--data", data, "--json"], output: "/dev/null")

        let questions = try Questions(export: export)
        let server = try Server(data: data)
        defer { server.stop() }
        let cases = [
            (name: "search-page", paths: questions.pages(1_000)),
            (name: "api-answer", paths: questions.answers(1_000)),
        ]
        for work in cases {
            let largest = try largestBody(of: work.paths, client: server.client)
            let load = try loaded(work.paths, server: server, folder: folder)
            Figure(
                suite: "http", name: work.name, who: "rapporteur",
                values: [
                    ("requests_per_second", load.requestsPerSecond), ("p50_ms", load.p50Milliseconds),
                    ("p95_ms", load.p95Milliseconds), ("p99_ms", load.p99Milliseconds),
                    ("largest_kib", Double(largest) / 1_024), ("connections", Double(connections)),
                    ("rss_mib", try server.child.residentMebibytes()),
                ]
            ).printed(asJSON: json)
        }
        let crawled = try Crawl(client: server.client).run()
        FileHandle.standardError.write(Data("largest page: \(crawled.largestPath)\n".utf8))
        Figure(
            suite: "http", name: "all-pages", who: "rapporteur",
            values: [("pages", Double(crawled.pages)), ("largest_kib", Double(crawled.largestBytes) / 1_024)]
        ).printed(asJSON: json)
    }

    /// Asks every path once, uncompressed: also warms the server up.
    private func largestBody(of paths: [String], client: Loopback) throws -> Int {
        var largest = 0
        for path in paths {
            guard let answer = client.get(path) else { throw ServingError.noAnswer(path: path) }
            guard answer.status == 200 else { throw ServingError.badStatus(path: path, status: answer.status) }
            largest = max(largest, answer.body.count)
        }
        return largest
    }

    private func loaded(_ paths: [String], server: Server, folder: String) throws -> Load {
        let list = folder + "/paths"
        let report = folder + "/load.json"
        try paths.joined(separator: "\n").write(toFile: list, atomically: true, encoding: .utf8)
        _ = try Child.run(
            [
                "wrk", "--threads", "1", "--connections", String(connections), "--duration", "\(seconds)s",
                "--script", "bin/peers/load.lua", "http://127.0.0.1:\(server.client.port)", "--", list, report,
            ], output: "/dev/null")
        let load = try JSONDecoder().decode(Load.self, from: Data(contentsOf: URL(filePath: report)))
        guard load.errors == 0 else { throw ServingError.wrongCounts("\(load.errors) requests failed under load") }
        return load
    }

    /// What `bin/peers/load.lua` writes.
    private struct Load: Decodable {
        let requestsPerSecond: Double
        let p50Milliseconds: Double
        let p95Milliseconds: Double
        let p99Milliseconds: Double
        let errors: Int
    }
}
