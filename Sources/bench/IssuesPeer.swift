import Foundation

/// A peer of the issues suite, run as a Python script over the same files.
struct IssuesPeer {
    struct Failure: Error, CustomStringConvertible {
        var name: String
        var status: Int32
        var description: String { "the peer \(name) ended with status \(status); is its Python package installed?" }
    }

    let name: String

    func run(corpus: String, golds: String) throws -> [GroupingFigures] {
        struct Grouping: Decodable { var `case`: String, gold: String, labels: [String], groups: [String] }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let python = ProcessInfo.processInfo.environment["RAPPORTEUR_BENCH_PYTHON"] ?? "python3"
        process.arguments = [python, "bin/peers/issues_peer.py", name, corpus, golds]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(name: name, status: process.terminationStatus) }
        return try data.split(separator: 0x0A).map { line in
            let found = try JSONDecoder().decode(Grouping.self, from: Data(line))
            return GroupingFigures(
                who: name, case: found.case, found.labels, against: (name: found.gold, groups: found.groups))
        }
    }
}
