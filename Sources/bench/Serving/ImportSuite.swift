import ArgumentParser
import Foundation

/// Imports a generated export as a user would, then starts the server on the result.
struct ImportSuite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "A UHRI bulk export into SQLite with index; the server's start and memory; archives out again.",
        discussion: """
            Times and memory are the kernel's account of the child process. The server's memory is read after 1,000 mixed \
            questions, half of them pages, half answers of the API. The peer does the same import in Python with orjson, sqlite3 \
            and FTS5; our own time includes the start of the process, its time does not.
            """)

    @Option(help: "Records in the generated export.")
    var records = 270_000

    @Option(help: "Programs to compare with: python.", transform: { $0.split(separator: ",").map(String.init) })
    var peers: [String] = []

    @Flag(help: "One JSON object a line.")
    var json = false

    func run() throws {
        for peer in peers where peer != "python" { throw ServingError.unknownPeer(peer) }
        let export = try Export.path(records: records)
        let folder = try Export.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }

        try imported(export, into: folder + "/data", report: folder + "/report.json").printed(asJSON: json)
        try served(data: folder + "/data", export: export).printed(asJSON: json)
        for kind in [ArchiveExport.everybody, .installation] {
            try kind.figure(data: folder + "/data", folder: folder, records: records).printed(asJSON: json)
        }
        if peers.contains("python") {
            try importedByPeer(export, folder: folder).printed(asJSON: json)
        }
    }

    private func imported(_ export: String, into data: String, report: String) throws -> Figure {
        let spent = try Child.run([Programs.rapporteur, "import", export, "--data", data, "--json"], output: report)
        let counts = try JSONDecoder().decode(Counts.self, from: Data(contentsOf: URL(filePath: report)))
        guard counts.read == records, counts.created == records, counts.rejected == 0 else {
            throw ServingError.wrongCounts("\(records) records were written, the import says \(counts)")
        }
        return Figure(
            suite: "import", name: "uhri-bulk", who: "rapporteur",
            values: [
                ("rows", Double(counts.read)), ("seconds", spent.seconds), ("cpu_seconds", spent.cpuSeconds),
                ("peak_mib", spent.peakMebibytes),
            ])
    }

    private func served(data: String, export: String) throws -> Figure {
        let questions = try Questions(export: export)
        let server = try Server(data: data)
        defer { server.stop() }
        let fresh = try server.child.residentMebibytes()
        for path in zip(questions.pages(500), questions.answers(500)).flatMap({ [$0, $1] }) {
            guard let answer = server.client.get(path) else { throw ServingError.noAnswer(path: path) }
            guard answer.status == 200 else { throw ServingError.badStatus(path: path, status: answer.status) }
        }
        return Figure(
            suite: "import", name: "serve", who: "rapporteur",
            values: [
                ("start_seconds", server.readySeconds), ("rss_start_mib", fresh), ("questions", 1_000),
                ("rss_mib", try server.child.residentMebibytes()),
            ])
    }

    private func importedByPeer(_ export: String, folder: String) throws -> Figure {
        let script = Programs.peer(shared: "peer_import.py", own: "import_peer.py")
        let spent = try Child.run(["python3", script, export, folder + "/peer.db"], output: folder + "/peer.json")
        let counts = try JSONDecoder().decode(
            PeerCounts.self, from: Data(contentsOf: URL(filePath: folder + "/peer.json")))
        guard counts.rows == records else {
            throw ServingError.wrongCounts("\(records) records were written, the peer read \(counts.rows)")
        }
        return Figure(
            suite: "import", name: "uhri-bulk", who: "python",
            values: [
                ("rows", Double(counts.rows)), ("seconds", counts.seconds), ("cpu_seconds", spent.cpuSeconds),
                ("peak_mib", spent.peakMebibytes),
            ])
    }

    /// What `rapporteur import --json` says of one file.
    private struct Counts: Decodable {
        let read: Int
        let created: Int
        let rejected: Int
    }

    private struct PeerCounts: Decodable {
        let rows: Int
        let seconds: Double
    }
}
