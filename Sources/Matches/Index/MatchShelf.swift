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
        var counts: [HelpSource: Int]
        var evidence: MatchEvidence
    }

    private struct Held {
        var position: Int64
        var year: Int
        var stand: Stand
    }

    private let held = Mutex<Held?>(nil)

    /// More changes than this are not followed one by one.
    private static let changesMax = 2_000

    /// As of this reading, or a later one.
    func stand(
        _ reference: ReferenceFacts, today: CalendarDate, _ connection: any ReadConnection
    ) throws -> Stand {
        let position = try ChangeLog.position(connection)
        return try held.withLock { held in
            if let known = held, known.year == today.year {
                if known.position >= position { return known.stand }
                if position - known.position <= Int64(Self.changesMax) {
                    let changes = try ChangeLog.page(after: known.position, limit: Self.changesMax, connection)
                    var update = MatchUpdate(reference: reference, year: today.year, stand: known.stand)
                    // Given up here, so that the index has one owner while it changes.
                    held = nil
                    if try update.follow(changes, connection) {
                        held = Held(position: position, year: today.year, stand: update.stand)
                        return update.stand
                    }
                }
            }
            var update = MatchUpdate(
                reference: reference, year: today.year,
                stand: Stand(
                    index: MatchIndex(weights: Self.weights(reference)), counts: [:], evidence: MatchEvidence()))
            try update.build(connection)
            held = Held(position: position, year: today.year, stand: update.stand)
            return update.stand
        }
    }

    static func weights(_ reference: ReferenceFacts) -> MatchWeights {
        let points = reference.matchWeights.map { ($0.criterion, $0.weight) }
        return MatchWeights(Dictionary(points, uniquingKeysWith: { $1 }))
    }
}
