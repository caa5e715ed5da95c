import Foundation

/// A peer of the matching suite, run as a Python script over the same file.
struct MatchingPeer {
    struct Found: Decodable {
        var `case`: String
        var value: Int64
        var seconds: Double
        var proven: Bool
    }

    struct Failure: Error, CustomStringConvertible {
        var name: String
        var status: Int32
        var description: String { "the peer \(name) ended with status \(status); is its Python package installed?" }
    }

    let name: String

    func run(_ file: String) throws -> [Found] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let python = ProcessInfo.processInfo.environment["RAPPORTEUR_BENCH_PYTHON"] ?? "python3"
        process.arguments = [python, "bin/peers/matching_peer.py", name, file]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(name: name, status: process.terminationStatus) }
        return try data.split(separator: 0x0A).map { try JSONDecoder().decode(Found.self, from: Data($0)) }
    }
}
