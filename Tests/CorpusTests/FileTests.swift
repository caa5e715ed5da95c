import Corpus
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

    @Test("Any flipped bit is noticed or lies between sections")
    func randomBits() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("corpus")
        try Self.corpus().save(to: path, stamp: Self.stamp)
        let good = try Array(Data(contentsOf: URL(filePath: path)))
        var generator = Seeded(state: 3)
        for _ in 0..<60 {
            var bytes = good
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^=
                UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
            try Data(bytes).write(to: URL(filePath: path))
            if let opened = try? Corpus.open(path, stamp: Self.stamp) { #expect(opened.snapshot.count == 399) }
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
