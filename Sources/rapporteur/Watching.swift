import Commands
import Corpus
import Domain
import Foundation
import Frame
import Mail
import Operations
import Store

/// What whoever runs the server wants to know of what runs beside the pages. Names are documented in docs/operations/watching.md.
enum Watching {
    static func gauges(_ settings: Settings, _ record: OpenRecord) -> Gauges {
        let started = Date().timeIntervalSince1970
        return {
            await database(record) + index(settings, record) + outbox(record) + disk(settings)
                + process(started)
        }
    }

    /// The time is that of one small read, waiting for a connection included.
    private static func database(_ record: OpenRecord) async -> [Gauge] {
        let load = record.database.load
        let start = ContinuousClock.now
        let lag = try? await record.lag()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let connections = "rapporteur_database_connections"
        let help = "Connections to the database, and callers that wait for one."
        var gauges = [
            Gauge("rapporteur_database_up", "Whether the database answers.", lag == nil ? 0 : 1),
            Gauge(connections, help, labels: [("state", "running")], load.running),
            Gauge(connections, help, labels: [("state", "waiting")], load.waiting),
            Gauge("rapporteur_database_connections_max", "Connections this process has.", load.connectionsMax),
        ]
        guard let lag else { return gauges }
        gauges.append(
            Gauge("rapporteur_database_read_seconds", "How long one small read took just now.", seconds: seconds))
        gauges.append(
            Gauge("rapporteur_feed_lag_entries", "Entries of the change log that the index has not read yet.", lag))
        return gauges
    }

    private static func index(_ settings: Settings, _ record: OpenRecord) -> [Gauge] {
        var gauges = [
            Gauge("rapporteur_index_position", "Number of the last change in the index.", record.corpus.position)
        ]
        let path = settings.data + "/" + OpenRecord.corpusName
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let bytes = attributes[.size] as? NSNumber, let at = attributes[.modificationDate] as? Date
        else { return gauges }
        gauges.append(Gauge("rapporteur_index_file_bytes", "The index as it was saved last.", bytes.int64Value))
        gauges.append(
            Gauge(
                "rapporteur_index_saved_timestamp_seconds", "When the index was saved last.",
                seconds: at.timeIntervalSince1970.rounded()))
        return gauges
    }

    private static func outbox(_ record: OpenRecord) async -> [Gauge] {
        let outbox = Outbox(database: record.database, clock: .system)
        var gauges: [Gauge] = []
        for status in [Outbox.Status.waiting, .failed] {
            guard let count = try? await outbox.count(status) else { continue }
            gauges.append(
                Gauge(
                    "rapporteur_outbox_messages", "Messages that wait, and those that were given up.",
                    labels: [("status", status.rawValue)], count))
        }
        return gauges
    }

    private static func disk(_ settings: Settings) -> [Gauge] {
        guard let attributes = try? FileManager.default.attributesOfFileSystem(forPath: settings.data),
            let free = attributes[.systemFreeSize] as? NSNumber
        else { return [] }
        return [
            Gauge(
                "rapporteur_data_free_bytes", "Free on the file system of the data folder.", free.int64Value)
        ]
    }

    /// Under the names that client libraries of Prometheus give them.
    private static func process(_ started: Double) -> [Gauge] {
        var gauges = [
            Gauge("process_start_time_seconds", "When this process started.", seconds: started.rounded())
        ]
        if let pages = text("/proc/self/statm")?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) {
            gauges.append(
                Gauge(
                    "process_resident_memory_bytes", "Memory of this process.",
                    pages * Int(sysconf(Int32(_SC_PAGESIZE)))))
        }
        if let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            gauges.append(Gauge("process_open_fds", "Open files and sockets of this process.", open.count))
        }
        return gauges
    }

    private static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}
