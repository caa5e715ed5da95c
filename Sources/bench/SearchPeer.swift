import Foundation

/// A peer of the search suite, run as a Python script over the same files.
struct SearchPeer {
    struct Failure: Error, CustomStringConvertible {
        var name: String
        var status: Int32
        var description: String { "the peer \(name) ended with status \(status); is its Python package installed?" }
    }

    let name: String

    /// The common script where it is there, otherwise the project's own.
    private var script: String {
        ["../shared/tools/peer_search.py", "bin/peers/search_peer.py"].first(where: FileManager.default.fileExists)
            ?? "bin/peers/search_peer.py"
    }

    func run(corpus: String, queries: String) throws -> [SearchFigures] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let python = ProcessInfo.processInfo.environment["RAPPORTEUR_BENCH_PYTHON"] ?? "python3"
        process.arguments = [python, script, name, corpus, queries]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(name: name, status: process.terminationStatus) }
        return try data.split(separator: 0x0A).map { try JSONDecoder().decode(SearchFigures.self, from: $0) }
    }
}
