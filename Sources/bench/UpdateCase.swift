import Corpus
import Domain
import Foundation
import Synchronization

/// Eight readers that ask one question after another, with and without somebody who writes.
///
/// More readers than cores: what a reader waits for the processor is part of both figures.
struct UpdateCase {
    private static let readers = 8
    /// Each phase's length. Phases with and without writing take turns, so that both meet the same neighbours.
    private static let phase = Duration.seconds(3)
    private static let turns = 2
    /// Between one change and the next.
    private static let pauseMicroseconds: UInt32 = 10_000

    let subject: SearchSubject
    let questions: [SearchQuestion]

    func run() -> Figure {
        // The first answers of each thread's allocator and of the page cache count for nobody.
        _ = read(until: .now + .seconds(1)) { usleep(Self.pauseMicroseconds) }
        var idle: [Double] = []
        var writing: [Double] = []
        var visible: [Double] = []
        var writer = Writer(subject)
        for _ in 0..<Self.turns {
            idle += read(until: .now + Self.phase) { usleep(Self.pauseMicroseconds) }
            writing += read(until: .now + Self.phase) {
                visible.append(writer.change())
                usleep(Self.pauseMicroseconds)
            }
        }
        let (before, during, seen) = (Percentiles(idle), Percentiles(writing), Percentiles(visible))
        return Figure(
            suite: "search", name: "updates", who: "rapporteur",
            values: [
                ("readers", Double(Self.readers)), ("changes", Double(seen.count)),
                ("visible_p50_ms", seen[0.5]), ("visible_p99_ms", seen[0.99]), ("visible_max_ms", seen.highest),
                ("idle_p50_ms", before[0.5]), ("idle_p95_ms", before[0.95]), ("idle_p99_ms", before[0.99]),
                ("writing_p50_ms", during[0.5]), ("writing_p95_ms", during[0.95]), ("writing_p99_ms", during[0.99]),
                ("p99_times", before[0.99] > 0 ? during[0.99] / before[0.99] : 0),
                ("segments", Double(subject.corpus.snapshot.segmentCount)),
            ])
    }

    /// How long each question took that the readers asked until `end`, in milliseconds; `between` runs here meanwhile, again and
    /// again.
    private func read(until end: ContinuousClock.Instant, between: () -> Void) -> [Double] {
        let gathered = Gathered()
        let done = DispatchSemaphore(value: 0)
        for reader in 0..<Self.readers {
            let (subject, questions) = (subject, questions)
            Thread.detachNewThread {
                gathered.add(
                    Self.ask(questions, from: reader * questions.count / Self.readers, of: subject, until: end))
                done.signal()
            }
        }
        while ContinuousClock.now < end { between() }
        for _ in 0..<Self.readers { done.wait() }
        return gathered.values
    }

    /// One reader: questions in turn, every second with facets.
    private static func ask(
        _ questions: [SearchQuestion], from first: Int, of subject: SearchSubject, until end: ContinuousClock.Instant
    ) -> [Double] {
        var milliseconds: [Double] = []
        var place = first
        while ContinuousClock.now < end {
            let start = DispatchTime.now().uptimeNanoseconds
            subject.ask(questions[place % questions.count], facets: place & 1 == 0)
            milliseconds.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
            place += 1
        }
        return milliseconds
    }
}

/// What several threads found.
private final class Gathered: Sendable {
    private let found = Mutex<[Double]>([])

    var values: [Double] { found.withLock { $0 } }
    func add(_ values: [Double]) { found.withLock { $0 += values } }
}

/// Writes one record after another: by turns a new one, and a new text for one that is there.
private struct Writer {
    let subject: SearchSubject
    private let known: Int64
    private var number: Int64 = 0

    init(_ subject: SearchSubject) {
        self.subject = subject
        known = Int64(max(subject.corpus.snapshot.count, 1))
    }

    /// Writes one record; gives how long it took until a question found it, in milliseconds.
    mutating func change() -> Double {
        number += 1
        let old = (number &* 7_919) % known + 1
        let record = CorpusRecord(
            id: number & 1 == 0 ? old : (1 << 40) + number, texts: [("en", subject.read(old) + " mark\(number)")],
            facets: [(.state, "XAA"), (.theme, "education"), (.position, "supported"), (.action, "4")])
        let start = DispatchTime.now().uptimeNanoseconds
        subject.corpus.apply([.put(record)], position: number)
        let query = "mark\(number)"
        let answer = subject.corpus.snapshot.search(QueryParser.parse(query), SearchRequest(query: query))
        precondition(answer.total == 1, "a change was not visible")
        return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
    }
}
