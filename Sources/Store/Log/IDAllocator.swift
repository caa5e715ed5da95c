import Synchronization

/// Hands out ids that are never handed out twice. Blocks are taken in transactions of their own, so there are gaps.
package final class IDAllocator: Sendable {
    /// How many ids are taken from the store at least.
    private static let blockSize = 64
    package static let countMax = 10_000_000

    private let database: any Database
    private let left = Mutex<[String: Range<Int64>]>([:])

    package init(_ database: any Database) { self.database = database }

    /// `count` ids in a row.
    package func take(_ kind: String, _ count: Int = 1) async throws(StoreError) -> Range<Int64> {
        guard (1...Self.countMax).contains(count) else { throw .limit(.size) }
        if let range = takeFromBlock(kind, Int64(count)) { return range }
        let size = max(count, Self.blockSize)
        let end = try await database.write { try Self.advance(kind, size, $0) }
        let block = (end - Int64(size))..<end
        let range = block.lowerBound..<(block.lowerBound + Int64(count))
        keep(kind, range.upperBound..<block.upperBound)
        return range
    }

    /// `count` ids in a row within a transaction, for what is counted only there; others wait for this kind to its end.
    package static func take(
        _ kind: String, _ count: Int, _ connection: any WriteConnection
    ) throws -> Range<Int64> {
        guard (1...countMax).contains(count) else { throw StoreError.limit(.size) }
        let end = try advance(kind, count, connection)
        return (end - Int64(count))..<end
    }

    private static func advance(_ kind: String, _ size: Int, _ connection: any WriteConnection) throws -> Int64 {
        // Ids begin at 1; the first block ends at 1 + its size.
        try connection.first(
            """
            INSERT INTO id_head (kind, next) VALUES ($1, 1 + $2)
            ON CONFLICT (kind) DO UPDATE SET next = id_head.next + $2 RETURNING next
            """, [.text(kind), .int(size)]
        ) { try $0.int(0) } ?? 0
    }

    private func takeFromBlock(_ kind: String, _ count: Int64) -> Range<Int64>? {
        left.withLock { left in
            guard let block = left[kind], block.upperBound - block.lowerBound >= count else { return nil }
            let middle = block.lowerBound + count
            left[kind] = middle..<block.upperBound
            return block.lowerBound..<middle
        }
    }

    /// The longer of two rests is kept; the other becomes a gap.
    private func keep(_ kind: String, _ rest: Range<Int64>) {
        left.withLock { left in
            if rest.count > left[kind]?.count ?? 0 { left[kind] = rest }
        }
    }
}
