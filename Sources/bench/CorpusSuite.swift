import ArgumentParser
import Corpus
import Domain
import Foundation

/// How large the index is, how long it takes to build, save and open, and what the process holds.
struct CorpusSuite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus", abstract: "Size, building, saving and opening of the index.")

    @Option(help: "Records to make.") var records = 270_000
    @Option(help: "Times 388 characters a record.") var length = 3
    @Option(help: "A saved index to open instead of making one.") var open: String?
    @Option(help: "Where the index made is saved.") var save: String?

    private static let stamp = CorpusStamp(store: "bench", generation: 1)

    func run() throws {
        let corpus: Corpus
        if let open {
            let start = ContinuousClock.now
            corpus = try Corpus.open(open, stamp: Self.stamp)
            print("opened in \(ContinuousClock.now - start), \(Self.memory("VmRSS"))")
        } else {
            corpus = try build()
        }
        ask(corpus.snapshot)
        if let save {
            let start = ContinuousClock.now
            try corpus.save(to: save, stamp: Self.stamp)
            print("saved in \(ContinuousClock.now - start)")
        }
    }

    private func build() throws -> Corpus {
        let path = FileManager.default.temporaryDirectory.appending(path: "bench-corpus-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try SyntheticTexts(count: records, lengthFactor: length).write(to: path)
        let before = Self.memory("VmHWM")
        let corpus = Corpus()
        let builder = CorpusBuilder(corpus)
        let start = ContinuousClock.now
        var changes: [CorpusChange] = []
        var id: Int64 = 0
        try LineReader.forEachLine(of: path) { line in
            id += 1
            changes.append(.put(Self.record(id, line)))
            if changes.count == 1_000 {
                builder.add(changes, position: id)
                changes = []
            }
        }
        builder.add(changes, position: id)
        builder.finish()
        print(
            "built in \(ContinuousClock.now - start), \(corpus.snapshot.bytes >> 20) MiB in \(corpus.snapshot.segmentCount) segments; "
                + "peak \(Self.memory("VmHWM")) (before \(before)), now \(Self.memory("VmRSS"))")
        return corpus
    }

    /// The whole line is the text; a dozen facet values come from the number.
    private static func record(_ id: Int64, _ line: Data) -> CorpusRecord {
        let number = Int(id)
        let facets: [(facet: Facet, value: String)] = [
            (.state, "X\(number % 193)"), (.region, "r\(number % 5)"), (.group, "g\(number % 7)"),
            (.group, "h\(number % 9)"),
            (.mechanism, "m\(number % 40)"), (.document, "\(number / 25)"), (.year, "\(2006 + number % 20)"),
            (.theme, "t\(number % 97)"), (.theme, "t\(number % 41)"), (.sdg, "\(number % 17)"),
            (.target, "\(number % 169)"),
            (.kind, "recommendation"), (.language, "en"), (.source, "uhri"),
        ]
        return CorpusRecord(
            id: id, texts: [("en", String(decoding: line, as: UTF8.self))], facets: facets,
            date: Int32(20_060_101 + number % 190_000), place: UInt64(number))
    }

    private func ask(_ snapshot: CorpusSnapshot) {
        let words = [
            "education", "health", "women", "prisons", "the", "protect", "water", "\"in order\"", "scho*",
            "school OR land",
        ]
        let start = ContinuousClock.now
        for number in 0..<1_000 {
            let text = words[number % words.count] + (number % 3 == 0 ? "" : " " + words[number / 10 % words.count])
            _ = snapshot.search(
                QueryParser.parse(text),
                SearchRequest(query: text, facets: [.state, .theme, .year, .mechanism, .position]))
        }
        print("1,000 questions with five facets in \(ContinuousClock.now - start), \(Self.memory("VmRSS"))")
        let browse = ContinuousClock.now
        for _ in 0..<100 { _ = snapshot.search(QueryParser.parse(""), SearchRequest(facets: Facet.allCases)) }
        print("everything with all facets: \((ContinuousClock.now - browse) / 100)")
    }

    private static func memory(_ field: String) -> String {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(field) } ?? ""
        let kibibytes =
            line.split(separator: " ").compactMap { Int($0) }.first ?? line.split { !$0.isNumber }.compactMap {
                Int($0)
            }.first ?? 0
        return "\(field) \(kibibytes >> 10) MiB"
    }
}
