import Domain
import Insight
import Reference
import Store
import Synchronization

/// The index of all help that is published, in memory: ids and profiles, brought up to date from the change log whenever it is
/// asked. What it finds is a proposal: whoever shows it reads each again with the rights of who asks. No need is ever in it.
final class MatchShelf: Sendable {
    /// The index as it stood at one reading, and how much help of each kind is in it.
    struct Stand: Sendable {
        var index: MatchIndex
        var counts: [HelpSource: Int] = [:]
        var evidence = MatchEvidence()
        /// The part of the evidence that comes from recommendations: read again only when those changed.
        var assessed = EvidenceTally<StateCode>()
    }

    private struct Held {
        var position: Int64
        var year: Int
        var stand: Stand
    }

    private let held = Mutex<Held?>(nil)

    /// More changes than this are not followed one by one.
    private static let changesMax = 2_000

    /// As of this reading, or a later one. Nothing is locked while the database is read: who asks beside somebody that builds, builds for
    /// itself, and the latest that was built is kept.
    func stand(
        _ reference: ReferenceFacts, today: CalendarDate, _ connection: any ReadConnection
    ) throws -> Stand {
        let position = try ChangeLog.position(connection)
        let known = held.withLock { $0 }
        if let known, known.year == today.year, known.position >= position { return known.stand }
        let stand =
            try followed(known, to: position, reference, today, connection) ?? built(reference, today, connection)
        let made = Held(position: position, year: today.year, stand: stand)
        held.withLock { held in
            if let other = held, (other.year, other.position) >= (made.year, made.position) { return }
            held = made
        }
        return stand
    }

    /// What is known, brought up to date; nil where everything has to be read.
    private func followed(
        _ known: Held?, to position: Int64, _ reference: ReferenceFacts, _ today: CalendarDate,
        _ connection: any ReadConnection
    ) throws -> Stand? {
        guard let known, known.year == today.year, position - known.position <= Int64(Self.changesMax) else {
            return nil
        }
        let changes = try ChangeLog.page(after: known.position, limit: Self.changesMax, connection)
        var update = MatchUpdate(reference: reference, year: today.year, stand: known.stand)
        return try update.follow(changes, connection) ? update.stand : nil
    }

    private func built(
        _ reference: ReferenceFacts, _ today: CalendarDate, _ connection: any ReadConnection
    ) throws -> Stand {
        var update = MatchUpdate(
            reference: reference, year: today.year, stand: Stand(index: MatchIndex(weights: Self.weights(reference))))
        try update.build(connection)
        return update.stand
    }

    static func weights(_ reference: ReferenceFacts) -> MatchWeights {
        let points = reference.matchWeights.map { ($0.criterion, $0.weight) }
        return MatchWeights(Dictionary(points, uniquingKeysWith: { $1 }))
    }
}
