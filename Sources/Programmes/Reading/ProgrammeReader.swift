import Dispatch
import Domain
import Ingest

/// Reads a file of activities ahead of whoever writes them, on a thread of its own.
actor ProgrammeReader {
    private nonisolated let queue = ReaderQueue()
    private var file: ActivityFile?
    private let codes: AidCodes
    /// Of one batch: enough to make a transaction worth it, little enough for the memory.
    private static let activitiesMax = 400
    private static let bytesMax = 4 << 20

    init(_ codes: AidCodes) { self.codes = codes }

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    struct Batch: Sendable {
        var activities: [Prepared] = []
        var bytesRead = 0
        var bytesTotal: Int?
        var isLast = false
        /// Why the file broke off after these.
        var fault: XMLFault?
    }

    struct Prepared: Sendable {
        var read: ReadActivity
        var facts: ProgrammeFacts?
    }

    func open(_ make: @Sendable () throws(IngestError) -> any ByteSupply) throws(XMLFault) {
        let supply: any ByteSupply
        do throws(IngestError) { supply = try make() } catch { throw .unreadable(error.message) }
        file = try ActivityFile(supply, codes)
    }

    func next() -> Batch {
        var batch = Batch()
        guard let file else { return Batch(isLast: true) }
        var bytes = 0
        do throws(XMLFault) {
            while batch.activities.count < Self.activitiesMax, bytes < Self.bytesMax {
                guard let read = try file.next() else {
                    batch.isLast = true
                    break
                }
                for entry in read {
                    var prepared = Prepared(read: entry)
                    prepared.facts = entry.activity.map { ProgrammeFacts($0, codes) }
                    // The tree is in the body; keeping both would double what a batch holds.
                    prepared.read.activity = nil
                    bytes += prepared.facts?.body.count ?? 0
                    batch.activities.append(prepared)
                }
            }
        } catch {
            batch.fault = error
            batch.isLast = true
        }
        batch.bytesRead = file.bytesRead
        batch.bytesTotal = file.bytesTotal
        return batch
    }
}

private final class ReaderQueue: SerialExecutor {
    private let queue = DispatchQueue(label: "programmes.reader")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
