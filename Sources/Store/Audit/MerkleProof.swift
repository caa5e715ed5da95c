/// Proofs of RFC 6962, sections 2.1.1 and 2.1.2, made from complete subtrees, and checked from the roots alone.
package struct MerkleProver {
    /// The hash of a complete subtree by level and place.
    private let node: (Int, Int64) throws -> [UInt8]

    package init(node: @escaping (Int, Int64) throws -> [UInt8]) { self.node = node }

    /// The root over the first `size` leaves.
    package func root(of size: Int64) throws -> [UInt8] {
        size == 0 ? MerkleHash.empty : try root(from: 0, size)
    }

    /// PATH(m, D[n]): what joins leaf `index` (from 0) to the root over `size` leaves, from the leaf upwards.
    package func inclusion(of index: Int64, in size: Int64) throws -> [[UInt8]] {
        guard 0 <= index, index < size else { throw StoreError.statement(reason: "no leaf \(index) in \(size)") }
        return try path(index, from: 0, size)
    }

    /// PROOF(m, D[n]): what shows that the first `size` of the leaves under the root over `later` are those under the root over `size`.
    package func consistency(from size: Int64, to later: Int64) throws -> [[UInt8]] {
        guard 0 <= size, size <= later else { throw StoreError.statement(reason: "\(size) is later than \(later)") }
        return size == 0 ? [] : try subproof(size, from: 0, later, isWhole: true)
    }

    private func root(from start: Int64, _ count: Int64) throws -> [UInt8] {
        if count & (count - 1) == 0 {
            let level = count.trailingZeroBitCount
            return try node(level, start >> level)
        }
        let left = Self.split(count)
        return MerkleHash.node(try root(from: start, left), try root(from: start + left, count - left))
    }

    private func path(_ index: Int64, from start: Int64, _ count: Int64) throws -> [[UInt8]] {
        guard count > 1 else { return [] }
        let left = Self.split(count)
        return index < left
            ? try path(index, from: start, left) + [try root(from: start + left, count - left)]
            : try path(index - left, from: start + left, count - left) + [try root(from: start, left)]
    }

    private func subproof(_ size: Int64, from start: Int64, _ count: Int64, isWhole: Bool) throws -> [[UInt8]] {
        if size == count { return isWhole ? [] : [try root(from: start, count)] }
        let left = Self.split(count)
        return size <= left
            ? try subproof(size, from: start, left, isWhole: isWhole) + [try root(from: start + left, count - left)]
            : try subproof(size - left, from: start + left, count - left, isWhole: false)
                + [try root(from: start, left)]
    }

    /// The largest power of two below `count`.
    private static func split(_ count: Int64) -> Int64 {
        1 << (Int64.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}

/// The checker's side: nothing but hashes (RFC 9162, sections 2.1.3.2 and 2.1.4.2, which prove the trees of RFC 6962).
package enum MerkleCheck {
    /// The root that a leaf and its path lead to; nil where the path has another length than the tree asks for.
    package static func root(leaf: [UInt8], at index: Int64, in size: Int64, path: [[UInt8]]) -> [UInt8]? {
        guard 0 <= index, index < size else { return nil }
        var (index, last, hash) = (index, size - 1, leaf)
        for part in path {
            guard last > 0 else { return nil }
            if index & 1 == 1 || index == last {
                hash = MerkleHash.node(part, hash)
                while index & 1 == 0, index > 0 { (index, last) = (index >> 1, last >> 1) }
            } else {
                hash = MerkleHash.node(hash, part)
            }
            (index, last) = (index >> 1, last >> 1)
        }
        return last == 0 ? hash : nil
    }

    /// Whether the log of `later` leaves under `laterRoot` begins with the `size` leaves under `root`.
    package static func isConsistent(
        _ size: Int64, _ root: [UInt8], _ later: Int64, _ laterRoot: [UInt8], path: [[UInt8]]
    ) -> Bool {
        guard 0 <= size, size <= later else { return false }
        if size == 0 { return path.isEmpty && root == MerkleHash.empty }
        if size == later { return path.isEmpty && root == laterRoot }
        let whole = size & (size - 1) == 0 ? [root] + path : path
        guard let first = whole.first else { return false }
        var (index, last) = (size - 1, later - 1)
        while index & 1 == 1 { (index, last) = (index >> 1, last >> 1) }
        var (old, new) = (first, first)
        for part in whole.dropFirst() {
            guard last > 0 else { return false }
            if index & 1 == 1 || index == last {
                old = MerkleHash.node(part, old)
                new = MerkleHash.node(part, new)
                while index & 1 == 0, index > 0 { (index, last) = (index >> 1, last >> 1) }
            } else {
                new = MerkleHash.node(new, part)
            }
            (index, last) = (index >> 1, last >> 1)
        }
        return last == 0 && old == root && new == laterRoot
    }
}
