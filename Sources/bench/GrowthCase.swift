import Corpus
import Foundation

/// The same questions over ten times as many texts.
struct GrowthCase {
    private static let times = 10

    /// How many texts the small index has.
    let texts: Int
    let folder: URL

    /// Builds the large index and measures it as the small one was; gives its figures and how many times the small one's they are.
    func run(
        _ questions: [SearchQuestion], from small: SearchSubject, _ plain: SearchFigures, _ faceted: SearchFigures
    ) throws -> Figure {
        let path = folder.appending(path: "texts-large.jsonl").path
        try SyntheticTexts(count: texts * Self.times).write(to: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let large = try SearchSubject(corpusPath: path, textsPath: folder.appending(path: "texts-large.bin").path)
        let grownPlain = large.measure(questions, case: "top10", facets: false, byType: false)
        let grownFaceted = large.measure(questions, case: "top10+facets", facets: true, byType: false)
        return Figure(
            suite: "search", name: "growth", who: "rapporteur",
            values: [
                ("texts", Double(texts * Self.times)), ("index_seconds", large.indexSeconds),
                ("index_times", large.indexSeconds / small.indexSeconds),
                ("bytes_per_text", large.bytesPerText),
                ("bytes_per_text_times", large.bytesPerText / small.bytesPerText),
                ("top10_p50_ms", grownPlain.p50Milliseconds), ("top10_p95_ms", grownPlain.p95Milliseconds),
                ("top10_p50_times", grownPlain.p50Milliseconds / plain.p50Milliseconds),
                ("top10_p95_times", grownPlain.p95Milliseconds / plain.p95Milliseconds),
                ("facets_p50_ms", grownFaceted.p50Milliseconds), ("facets_p95_ms", grownFaceted.p95Milliseconds),
                ("facets_p50_times", grownFaceted.p50Milliseconds / faceted.p50Milliseconds),
                ("facets_p95_times", grownFaceted.p95Milliseconds / faceted.p95Milliseconds),
                ("hits", Double(grownPlain.hits)), ("peak_mib", ProcessMemory.mebibytes("VmHWM")),
            ])
    }
}

extension SearchSubject {
    /// Of the index alone: the texts are in the store.
    var bytesPerText: Double { Double(corpus.snapshot.bytes) / Double(max(corpus.snapshot.count, 1)) }

    /// What the index takes.
    func size() -> Figure {
        let snapshot = corpus.snapshot
        return Figure(
            suite: "search", name: "size", who: "rapporteur",
            values: [
                ("texts", Double(snapshot.count)), ("index_mib", Double(snapshot.bytes) / 1_048_576),
                ("bytes_per_text", bytesPerText), ("rss_mib", ProcessMemory.mebibytes("VmRSS")),
                ("peak_mib", ProcessMemory.mebibytes("VmHWM")),
            ])
    }
}

/// What this process holds, by the kernel's account.
enum ProcessMemory {
    /// `field` of `/proc/self/status`; 0 where the system has none.
    static func mebibytes(_ field: String) -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(field + ":") } ?? ""
        return Double(line.split { !$0.isNumber }.first ?? "").map { ($0 / 1_024).rounded() } ?? 0
    }
}
