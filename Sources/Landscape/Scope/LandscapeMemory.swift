import Domain
import Store
import Synchronization

/// What this process keeps of offers and public programmes, so that pages need not read thousands of rows again. Each is kept with a
/// stamp of its rows, and the stamp is read with every question, in the same view of the store: what is kept is never older than the
/// rows. Needs are never kept.
final class LandscapeMemory: Sendable {
    /// How many rows, their highest id and the sum of their versions: any change changes it.
    struct Stamp: Equatable {
        var rows: Int64
        var last: Int64
        var versions: Int64
        /// Workspaces that are closed: what they publish is not shown.
        var closed: Int64
    }

    private struct Kept<Value: Sendable>: Sendable {
        var stamp: Stamp
        var value: Value
    }

    private struct Contents: Sendable {
        /// By whether partners' offers are among them.
        var offers: [Bool: Kept<OfferBook>] = [:]
        var programmes: Kept<ProgrammeCounts>?
        var exchanges: Kept<Exchanges>?
    }

    private let contents = Mutex(Contents())

    /// Every offer that is open and published to everybody, or to partners as well.
    func offers(forPartners: Bool, _ connection: any ReadConnection) throws -> OfferBook {
        let stamp = try stamp("offer", connection)
        if let kept = contents.withLock({ $0.offers[forPartners] }), kept.stamp == stamp { return kept.value }
        let book = try OfferBook.read(forPartners: forPartners, connection)
        contents.withLock { $0.offers[forPartners] = Kept(stamp: stamp, value: book) }
        return book
    }

    /// Counts over all public programmes.
    func programmes(
        _ connection: any ReadConnection, _ read: () throws -> ProgrammeCounts
    ) throws -> ProgrammeCounts {
        let stamp = try stamp("programme", connection)
        if let kept = contents.withLock({ $0.programmes }), kept.stamp == stamp { return kept.value }
        let value = try read()
        contents.withLock { $0.programmes = Kept(stamp: stamp, value: value) }
        return value
    }

    /// The exchange over all public programmes, without agreements.
    func exchanges(_ connection: any ReadConnection, _ read: () throws -> Exchanges) throws -> Exchanges {
        let stamp = try stamp("programme", connection)
        if let kept = contents.withLock({ $0.exchanges }), kept.stamp == stamp { return kept.value }
        let value = try read()
        contents.withLock { $0.exchanges = Kept(stamp: stamp, value: value) }
        return value
    }

    private func stamp(_ table: String, _ connection: any ReadConnection) throws -> Stamp {
        let closed = Int64(try connection.count("SELECT COUNT(*) FROM workspace WHERE closed = 1"))
        return try connection.first(
            "SELECT COUNT(*), COALESCE(MAX(id), 0), CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM \(table)"
        ) { Stamp(rows: try $0.int(0), last: try $0.int(1), versions: try $0.int(2), closed: closed) }
            ?? Stamp(rows: 0, last: 0, versions: 0, closed: closed)
    }
}

/// Counts over programmes under way.
struct ProgrammeCounts: Sendable {
    var byTheme: [String: Int]
    var byState: [String: Int]
    var sums: ProgrammeSums
}
