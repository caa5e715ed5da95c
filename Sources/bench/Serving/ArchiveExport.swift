import Foundation

/// An archive written by `rapporteur export`: of what everybody may read, or of the whole installation.
enum ArchiveExport: String {
    case everybody = "archive-public"
    case installation = "archive-whole"

    /// Time and memory by the kernel's account of the child. Every record has to be in the archive.
    func figure(data: String, folder: String, records: Int) throws -> Figure {
        let out = "\(folder)/\(rawValue)"
        defer { try? FileManager.default.removeItem(atPath: out) }
        let more = self == .everybody ? ["--public"] : []
        let spent = try Child.run(
            [Programs.rapporteur, "export", "--data", data, "--out", out, "--json"] + more,
            output: "\(folder)/\(rawValue).json")
        let (lines, bytes) = try Self.lines(out + "/recommendations.jsonl")
        guard lines == records else {
            throw ServingError.wrongCounts("\(records) records are in the store, the archive has \(lines)")
        }
        return Figure(
            suite: "import", name: rawValue, who: "rapporteur",
            values: [
                ("rows", Double(lines)), ("records_mib", Double(bytes) / 1_048_576), ("seconds", spent.seconds),
                ("cpu_seconds", spent.cpuSeconds), ("peak_mib", spent.peakMebibytes),
            ])
    }

    private static func lines(_ path: String) throws -> (count: Int, bytes: Int) {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        var (count, bytes) = (0, 0)
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
            bytes += piece.count
            count += piece.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        }
        return (count, bytes)
    }
}
