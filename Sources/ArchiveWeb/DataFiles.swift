import Archives
import Domain
import Frame
import Hummingbird
import NIOCore
import People
import Synchronization

/// Files of open data, made while they are sent: a page of rows is all that is held.
enum DataFiles {
    static func archive(_ exchange: Exchange, _ archives: Archives, _ places: DataPlaces) throws(WebError) -> Answer {
        guard places.isFree else { throw .unavailable }
        let (instant, clock) = (exchange.site.clock.instant, exchange.site.clock)
        let body = ResponseBody { writer in
            try places.take()
            defer { places.give() }
            var pace = DownloadPace(from: clock.milliseconds())
            var zip = archives.everybody.zip(at: instant)
            while let bytes = try await zip.next() {
                try pace.check(at: clock.milliseconds())
                if !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
                pace.sent += bytes.count
            }
            try await writer.finish(nil)
        }
        return answer("application/zip", PublicArchive.zipName, body)
    }

    static func file(_ exchange: Exchange, _ file: PublicFile, _ places: DataPlaces) throws(WebError) -> Answer {
        guard places.isFree else { throw .unavailable }
        let clock = exchange.site.clock
        let body = ResponseBody { writer in
            try places.take()
            defer { places.give() }
            var pace = DownloadPace(from: clock.milliseconds())
            var pieces = PublicPieces(file)
            while let bytes = try await pieces.next() {
                try pace.check(at: clock.milliseconds())
                if !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
                pace.sent += bytes.count
            }
            try await writer.finish(nil)
        }
        return answer(file.contentType, file.name, body)
    }

    static func dictionary(_ exchange: Exchange, _ archives: Archives) -> Answer {
        Answer(
            contentType: "text/markdown; charset=utf-8",
            body: .bytes(archives.everybody.dictionary(at: exchange.site.clock.instant)), caching: .never)
    }

    private static func answer(_ type: String, _ name: String, _ body: ResponseBody) -> Answer {
        Answer(
            contentType: type, body: .stream(body), caching: .never,
            headers: [("Content-Disposition", "attachment; filename=\"\(name)\"")])
    }
}

/// Whoever takes a file more slowly than this gives the place to others: the first minute is free, and from then on each second needs
/// 16 KiB. The store's connection is held for a page of rows alone, never while bytes are sent.
struct DownloadPace: Sendable {
    static let freeMilliseconds: Int64 = 60_000
    static let bytesPerSecondMin = 16 << 10

    let begun: Int64
    var sent = 0

    init(from begun: Int64) { self.begun = begun }

    func isKept(at now: Int64) -> Bool {
        let counted = max(0, now - begun - Self.freeMilliseconds) / 1_000
        return counted <= Int64(sent / Self.bytesPerSecondMin)
    }

    /// The answer ends short where it is not kept.
    func check(at now: Int64) throws { if !isKept(at: now) { throw ArchiveFault.busy } }
}

/// How many take files of open data at once: each is made anew, so that there is a limit.
final class DataPlaces: Sendable {
    private let limit: Int
    private let taken = Mutex(0)

    init(limit: Int) { self.limit = limit }

    var isFree: Bool { taken.withLock { $0 < limit } }

    /// Two may have seen the last place free: the second one's answer ends short.
    func take() throws {
        let isTaken = taken.withLock { taken in
            guard taken < limit else { return false }
            taken += 1
            return true
        }
        guard isTaken else { throw ArchiveFault.busy }
    }

    func give() { taken.withLock { $0 -= 1 } }
}

/// How many rows each kind has, counted at most once a minute.
actor DataSizes {
    private static let keptMilliseconds: Int64 = 60_000

    private let archives: Archives
    private var counts: [String: Int] = [:]
    private var counted: Int64?

    init(_ archives: Archives) { self.archives = archives }

    func current() async throws(WebError) -> [String: Int] {
        let now = archives.store.clock.milliseconds()
        if let counted, now - counted < Self.keptMilliseconds { return counts }
        var found: [String: Int] = [:]
        for table in archives.everybody.tables {
            do { found[table.name] = try await table.count() } catch { throw .failed("\(error)") }
        }
        (counts, counted) = (found, now)
        return found
    }
}
