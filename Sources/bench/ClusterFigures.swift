import Foundation

/// One line of the suite's answer.
struct ClusterFigures: Codable {
    struct Failure: Error, CustomStringConvertible {
        var who: String
        var status: Int32
        var description: String { "\(who) ended with status \(status); is its Python package installed?" }
    }

    var suite = "cluster"
    var `case` = "near-duplicates"
    var who = ""
    var texts: Int
    var groups: Int
    var seconds: Double
    var cpuSeconds: Double
    var peakMebibytes: Int
    /// Of the pairs of planted families the share found together.
    var recall: Double?
    /// Of the pairs found together the share that belongs together.
    var precision: Double?

    enum CodingKeys: String, CodingKey {
        case suite, `case`, who, texts, groups, seconds, recall, precision
        case cpuSeconds = "cpu_seconds"
        case peakMebibytes = "peak_mib"
    }

    init(who: String, texts: Int, groups: Int, seconds: Double, cpuSeconds: Double, peakMebibytes: Int) {
        self.who = who
        self.texts = texts
        self.groups = groups
        self.seconds = seconds
        self.cpuSeconds = cpuSeconds
        self.peakMebibytes = peakMebibytes
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        texts = try values.decode(Int.self, forKey: .texts)
        groups = try values.decode(Int.self, forKey: .groups)
        seconds = try values.decode(Double.self, forKey: .seconds)
        cpuSeconds = try values.decode(Double.self, forKey: .cpuSeconds)
        peakMebibytes = try values.decode(Int.self, forKey: .peakMebibytes)
    }

    /// Runs a program that prints such a line.
    static func run(_ who: String, _ command: [String]) throws -> ClusterFigures {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(who: who, status: process.terminationStatus) }
        var figures = try JSONDecoder().decode(ClusterFigures.self, from: data)
        figures.who = who
        return figures
    }

    mutating func judge(_ found: [[Int]], families: [Int]) {
        func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
        let planted = Dictionary(grouping: families, by: { $0 }).values.reduce(0) { $0 + pairs($1.count) }
        var together = 0
        var right = 0
        for group in found {
            together += pairs(group.count)
            right += Dictionary(grouping: group, by: { families[$0] }).values.reduce(0) { $0 + pairs($1.count) }
        }
        recall = planted > 0 ? Double(right) / Double(planted) : nil
        precision = together > 0 ? Double(right) / Double(together) : nil
    }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }

    var table: String {
        func text(_ value: Double?) -> String { value.map { String(format: "%.4f", $0) } ?? "-" }
        return who.padding(toLength: 12, withPad: " ", startingAt: 0)
            + String(format: "%.2f s, %.2f CPU-s, %d MiB; ", seconds, cpuSeconds, peakMebibytes)
            + "\(groups) groups, recall \(text(recall)), precision \(text(precision))"
    }
}

/// What this process has used.
struct ProcessUsage {
    var cpuSeconds: Double
    var peakMebibytes: Int

    static var now: ProcessUsage {
        var usage = rusage()
        #if canImport(Glibc)
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
        getrusage(RUSAGE_SELF, &usage)
        #endif
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return ProcessUsage(
            cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), peakMebibytes: Int(usage.ru_maxrss) / 1024)
    }
}
