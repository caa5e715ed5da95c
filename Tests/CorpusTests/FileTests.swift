import Corpus
import Domain
import Foundation
import Testing

@Suite("The Corpus file") struct FileTests {
    private static let stamp = CorpusStamp(store: "store-1", generation: 1)

    private static func corpus() -> Corpus {
        var inventions = Inventions(seed: 11)
        let corpus = Corpus()
        corpus.apply((1...400).map { .put(inventions.record(Int64($0))) }, position: 400)
        corpus.apply([.remove(7)], position: 401)
        return corpus
    }

    /// Ten kinds of harm, each to a good file.
    enum Harm: CaseIterable {
        case empty, oneByte, otherMagic, otherVersion, headerBit, segmentBit, lastBit, cutInHeader, cutInSegment, zeros,
            missing
    }

    @Test("A damaged file is refused with its reason, never read", arguments: Harm.allCases)
    func damaged(_ harm: Harm) throws {
        let folder = try TemporaryFolder()
        let path = folder.path("corpus")
        try Self.corpus().save(to: path, stamp: Self.stamp)
        var bytes = try Array(Data(contentsOf: URL(filePath: path)))
        switch harm {
        case .empty: bytes = []
        case .oneByte: bytes = [0x52]
        case .otherMagic: bytes[0] ^= 1
        case .otherVersion: bytes[8] = 99
        case .headerBit: bytes[60] ^= 4
        case .segmentBit: bytes[bytes.count / 2] ^= 128
        case .lastBit: bytes[bytes.count - 1] ^= 1
        case .cutInHeader: bytes = Array(bytes.prefix(40))
        case .cutInSegment: bytes = Array(bytes.prefix(bytes.count - 5_000))
        case .zeros: for index in 4_096..<8_192 { bytes[index] = 0 }
        case .missing: try FileManager.default.removeItem(atPath: path)
        }
        if harm != .missing { try Data(bytes).write(to: URL(filePath: path)) }
        let failure = #expect(throws: CorpusError.self) { try Corpus.open(path, stamp: Self.stamp) }
        switch harm {
        case .missing: #expect(failure == .missing(path: path))
        case .otherVersion: #expect(failure == .otherFormat(path: path, version: 99))
        case .headerBit: #expect(failure == .damaged(path: path, section: 0))
        case .empty, .oneByte, .otherMagic, .cutInHeader, .cutInSegment: #expect(failure == .malformed(path: path))
        case .segmentBit, .zeros, .lastBit:
            guard case .damaged = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
        }
    }

    /// Changes one bit of one byte of a file for as long as `body` runs.
    private static func withDamage(
        _ file: FileHandle, at place: Int, of bytes: [UInt8], bit: UInt8, _ body: () throws -> Void
    ) throws {
        try file.seek(toOffset: UInt64(place))
        try file.write(contentsOf: [bytes[place] ^ 1 << bit])
        try body()
        try file.seek(toOffset: UInt64(place))
        try file.write(contentsOf: [bytes[place]])
    }

    @Test("A small file damaged at any of its bytes is refused")
    func everyByte() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("corpus")
        let corpus = Corpus()
        let record = CorpusRecord(id: 1, texts: [("en", "Build schools")], facets: [(.state, "XAA")])
        corpus.apply([.put(record), .put(CorpusRecord(id: 2, texts: [("en", "Build roads")]))], position: 1)
        corpus.apply([.remove(2)], position: 2)
        try corpus.save(to: path, stamp: Self.stamp)
        let bytes = try Array(Data(contentsOf: URL(filePath: path)))
        let file = try FileHandle(forUpdating: URL(filePath: path))
        var generator = Seeded(state: 4)
        var unnoticed: [Int] = []
        for place in bytes.indices {
            try Self.withDamage(file, at: place, of: bytes, bit: .random(in: 0..<8, using: &generator)) {
                if (try? Corpus.open(path, stamp: Self.stamp)) != nil { unnoticed.append(place) }
            }
        }
        #expect(unnoticed.isEmpty && bytes.count > 4_096)
        #expect(try Corpus.open(path, stamp: Self.stamp).snapshot.count == 1)
    }

    @Test("A larger file damaged, shortened or lengthened anywhere is refused", arguments: [3, 5] as [UInt64])
    func anywhere(_ seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let path = folder.path("corpus")
        try Self.corpus().save(to: path, stamp: Self.stamp)
        let bytes = try Array(Data(contentsOf: URL(filePath: path)))
        let file = try FileHandle(forUpdating: URL(filePath: path))
        var generator = Seeded(state: seed)
        for _ in 0..<80 {
            let place = Int.random(in: bytes.indices, using: &generator)
            try Self.withDamage(file, at: place, of: bytes, bit: .random(in: 0..<8, using: &generator)) {
                #expect(throws: CorpusError.self, "byte \(place)") { try Corpus.open(path, stamp: Self.stamp) }
            }
        }
        #expect(try Corpus.open(path, stamp: Self.stamp).snapshot.count == 399)
        for _ in 0..<10 {
            let length = Int.random(in: bytes.indices, using: &generator)
            try Data(bytes[..<length]).write(to: URL(filePath: path))
            #expect(throws: CorpusError.self, "\(length) bytes") { try Corpus.open(path, stamp: Self.stamp) }
            try Data(bytes + [UInt8](repeating: 0, count: length % 9_000 + 1)).write(to: URL(filePath: path))
            #expect(throws: CorpusError.self, "longer") { try Corpus.open(path, stamp: Self.stamp) }
        }
    }

    @Test("A file of another store, or from before a restore, is refused")
    func otherStore() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("corpus")
        try Self.corpus().save(to: path, stamp: Self.stamp)
        for stamp in [CorpusStamp(store: "store-2", generation: 1), CorpusStamp(store: "store-1", generation: 2)] {
            #expect(throws: CorpusError.otherStore(path: path)) { try Corpus.open(path, stamp: stamp) }
        }
    }

    @Test("Saving again leaves the open file as it was, and nothing beside it")
    func savedTwice() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("corpus")
        try Self.corpus().save(to: path, stamp: Self.stamp)
        let first = try Corpus.open(path, stamp: Self.stamp)
        try Corpus().save(to: path, stamp: Self.stamp)
        #expect(first.snapshot.count == 399)
        #expect(try Corpus.open(path, stamp: Self.stamp).snapshot.count == 0)
        #expect(!FileManager.default.fileExists(atPath: path + ".new"))
        #expect(throws: CorpusError.self) { try Corpus().save(to: folder.path("none/corpus"), stamp: Self.stamp) }
    }

    @Test("Only one holds the lock")
    func lock() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("corpus.lock")
        var first: CorpusLock? = try CorpusLock(path)
        #expect(throws: CorpusError.locked(path: path)) { try CorpusLock(path) }
        withExtendedLifetime(first) {}
        first = nil
        _ = try CorpusLock(path)
    }
}
