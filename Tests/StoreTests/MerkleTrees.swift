import Secrets
import Store
import Testing

/// Against the test vectors of the Certificate Transparency project, and against the definitions of RFC 6962 written out.
@Suite("Merkle trees")
struct MerkleTrees {
    static let leaves: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57], Array(0x60...0x6f),
    ]
    static let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    /// MTH of RFC 6962, 2.1, as it stands there.
    static func mth(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        if leaves.isEmpty { return Digest.sha256([]) }
        if leaves.count == 1 { return Digest.sha256([0x00] + leaves[leaves.startIndex]) }
        var k = 1
        while k * 2 < leaves.count { k *= 2 }
        let middle = leaves.startIndex + k
        return Digest.sha256([0x01] + mth(leaves[..<middle]) + mth(leaves[middle...]))
    }

    struct Grown {
        var edge = MerkleEdge()
        var nodes: [MerkleNode] = []

        init(_ leaves: [[UInt8]]) {
            for leaf in leaves {
                var found: [MerkleNode] = []
                edge.append(MerkleHash.leaf(leaf)) { found.append($0) }
                nodes += found
            }
        }

        var prover: MerkleProver {
            let byPlace = Dictionary(uniqueKeysWithValues: nodes.map { ([Int64($0.level), $0.place], $0.hash) })
            return MerkleProver { level, place in
                guard let hash = byPlace[[Int64(level), place]] else { throw StoreError.closed }
                return hash
            }
        }
    }

    @Test("The roots are those of the published vectors")
    func vectors() throws {
        #expect(Digest.hex(MerkleEdge().root) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        for size in 1...8 {
            let grown = Grown(Array(Self.leaves.prefix(size)))
            #expect(Digest.hex(grown.edge.root) == Self.roots[size - 1])
            let read = try #require(MerkleEdge(size: Int64(size), hex: grown.edge.hex))
            #expect(read == grown.edge)
        }
    }

    @Test("Paths are those of the published vectors")
    func paths() throws {
        let grown = Grown(Self.leaves)
        func hex(_ path: [[UInt8]]) -> [String] { path.map(Digest.hex) }
        let first = try grown.prover.inclusion(of: 0, in: 8)
        #expect(
            hex(first) == [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ])
        let later = try grown.prover.consistency(from: 6, to: 8)
        #expect(
            hex(later) == [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
    }

    @Test("Every leaf of every tree up to 70 is proved, and no other leaf, place, size or path is")
    func inclusion() throws {
        let leaves = (0..<70).map { [UInt8($0), 1] }
        let prover = Grown(leaves).prover
        for size in 1...70 {
            let root = Self.mth(leaves.prefix(size))
            let proved = try prover.root(of: Int64(size))
            #expect(proved == root)
            for index in 0..<size {
                let path = try prover.inclusion(of: Int64(index), in: Int64(size))
                func leads(_ leaf: Int, _ place: Int, _ size: Int, _ path: [[UInt8]]) -> Bool {
                    MerkleCheck.root(
                        leaf: MerkleHash.leaf(leaves[leaf]), at: Int64(place), in: Int64(size), path: path) == root
                }
                #expect(leads(index, index, size, path))
                #expect(!leads((index + 1) % 70, index, size, path))
                #expect(!leads(index, size, size, path))
                #expect(!leads(index, index, size, path + [root]))
                if !path.isEmpty { #expect(!leads(index, index, size, Array(path.dropLast()))) }
                if index + 1 < size { #expect(!leads(index, index + 1, size, path)) }
            }
        }
    }

    @Test("Every earlier tree is proved to begin a later one, and a changed earlier root is not")
    func consistency() throws {
        let leaves = (0..<48).map { [UInt8($0), 2] }
        let prover = Grown(leaves).prover
        let wrong = [UInt8](repeating: 9, count: 32)
        for later in 1...48 {
            let laterRoot = Self.mth(leaves.prefix(later))
            for size in 0...later {
                let root = Self.mth(leaves.prefix(size))
                let path = try prover.consistency(from: Int64(size), to: Int64(later))
                func holds(_ root: [UInt8], _ laterRoot: [UInt8], _ path: [[UInt8]]) -> Bool {
                    MerkleCheck.isConsistent(Int64(size), root, Int64(later), laterRoot, path: path)
                }
                #expect(holds(root, laterRoot, path))
                #expect(!holds(wrong, laterRoot, path))
                #expect(!holds(root, laterRoot, path + [wrong]))
                if size > 0, size < later { #expect(!holds(root, wrong, path)) }
            }
        }
    }

    @Test("A proof takes as many steps as the tree is high, not as it is wide")
    func height() throws {
        let prover = Grown((0..<5_000).map { [UInt8($0 & 255), UInt8($0 >> 8)] }).prover
        let path = try prover.inclusion(of: 4_321, in: 5_000)
        #expect(path.count <= 13)
    }

    @Test("An edge that does not fit its size is refused")
    func brokenEdge() {
        #expect(MerkleEdge(size: 3, hex: "") == nil)
        #expect(MerkleEdge(size: 1, hex: String(repeating: "g", count: 64)) == nil)
        #expect(MerkleEdge(size: -1, hex: "") == nil)
        #expect(MerkleEdge(size: 0, hex: "") != nil)
    }
}
