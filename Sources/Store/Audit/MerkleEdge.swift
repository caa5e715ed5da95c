import Secrets

/// A complete subtree: of 2^level leaves, the `place`th of its level from 0.
package struct MerkleNode: Hashable, Sendable {
    package let level: Int
    package let place: Int64
    package let hash: [UInt8]
}

/// The right edge of a tree: the roots of its complete subtrees, largest first. All that an append needs, in O(log n).
package struct MerkleEdge: Hashable, Sendable {
    package private(set) var size: Int64
    private var peaks: [[UInt8]]

    package init() {
        size = 0
        peaks = []
    }

    /// The edge of `size` leaves as `hex` writes it; nil where the two do not fit.
    package init?(size: Int64, hex: String) {
        guard size >= 0, hex.utf8.count == 2 * MerkleHash.bytes * size.nonzeroBitCount else { return nil }
        var peaks: [[UInt8]] = []
        var rest = hex[...]
        while !rest.isEmpty {
            guard let hash = MerkleHash.read(hex: rest.prefix(2 * MerkleHash.bytes)) else { return nil }
            peaks.append(hash)
            rest = rest.dropFirst(2 * MerkleHash.bytes)
        }
        self.size = size
        self.peaks = peaks
    }

    package var hex: String { peaks.map(Digest.hex).joined() }

    /// The root of the whole tree (RFC 6962, 2.1: MTH).
    package var root: [UInt8] {
        guard var hash = peaks.last else { return MerkleHash.empty }
        for peak in peaks.dropLast().reversed() { hash = MerkleHash.node(peak, hash) }
        return hash
    }

    /// Adds a leaf and hands over each subtree that becomes complete by it, the leaf itself first.
    package mutating func append(_ leaf: [UInt8], _ complete: (MerkleNode) -> Void) {
        var hash = leaf
        complete(MerkleNode(level: 0, place: size, hash: hash))
        var level = 0
        while size >> level & 1 == 1 {
            hash = MerkleHash.node(peaks.removeLast(), hash)
            level += 1
            complete(MerkleNode(level: level, place: size >> level, hash: hash))
        }
        peaks.append(hash)
        size += 1
    }
}
