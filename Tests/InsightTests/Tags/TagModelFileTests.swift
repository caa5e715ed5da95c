import Testing

@testable import Insight

@Suite struct TagModelFileTests {
    @Test("What is written is what is read")
    func roundTrip() throws {
        let trained = try InventedTexts.model()
        let read = try TagModel.open(trained.bytes)
        #expect(read.version == trained.model.version && read.kinds == trained.model.kinds)
        for example in InventedTexts.examples(5, seed: 3) {
            #expect(read.suggest(example.text, least: 0) == trained.model.suggest(example.text, least: 0))
        }
    }

    @Test("A model damaged at any byte, or cut anywhere, is an error and never a crash")
    func damage() throws {
        let bytes = try InventedTexts.model(60, features: 80).bytes
        // Every byte of the head, then every so many.
        let places = Array(0..<150) + Array(stride(from: 150, to: bytes.count, by: max(1, bytes.count / 60)))
        for place in places where place < bytes.count {
            var damaged = bytes
            damaged[place] ^= UInt8(1 << (place % 8))
            #expect(throws: TagModelError.self) { try TagModel.open(damaged) }
        }
        for length in [0, 7, 8, 31, 32, 33, bytes.count / 2, bytes.count - 1] {
            #expect(throws: TagModelError.self) { try TagModel.open(Array(bytes[..<length])) }
        }
        #expect(throws: TagModelError.self) { try TagModel.open(bytes + [0]) }
    }

    @Test("Content that makes no sense under a right checksum is an error too")
    func nonsense() throws {
        let bytes = try InventedTexts.model(60, features: 80).bytes
        var random = SplitMix(state: 11)
        for _ in 0..<30 {
            var damaged = bytes
            for _ in 0..<3 { damaged[32 + Int(random.next() % UInt64(bytes.count - 32))] = UInt8(random.next() & 0xFF) }
            let sum = TagBytes.checksum(damaged[32...])
            for place in 0..<8 { damaged[24 + place] = UInt8(truncatingIfNeeded: sum >> (8 * UInt64(place))) }
            guard let model = try? TagModel.open(damaged) else { continue }
            _ = model.suggest("consider ferries", least: 0)
        }
        var newer = bytes
        newer[8] = 9
        #expect(throws: TagModelError.otherFormat(version: 9)) { try TagModel.open(newer) }
    }
}
