import Testing

@testable import Secrets

struct HybridKeyTests {
    @Test("What is sealed to a key opens with it, at its place, and with nothing else")
    func seal() throws {
        let key = HybridKey()
        let sealed = try key.publicKey.seal([1, 2, 3], for: "here")
        #expect(try key.open(sealed, for: "here") == [1, 2, 3])
        #expect(throws: SealError.refused) { try key.open(sealed, for: "there") }
        #expect(throws: SealError.refused) { try HybridKey().open(sealed, for: "here") }
        #expect(throws: SealError.refused) { try key.open(Array(sealed.dropLast()), for: "here") }
        let again = try HybridKey(key.bytes)
        #expect(try again.open(sealed, for: "here") == [1, 2, 3])
    }

    @Test("Lengths come in classes, and what was padded comes out whole")
    func padding() {
        for count in [0, 1, 4_092, 4_093, 70_000] {
            let bytes = [UInt8](repeating: 9, count: count)
            #expect(Padding.unpadded(Padding.padded(bytes)) == bytes)
        }
        #expect(Padding.padded([UInt8](repeating: 1, count: 4_092)).count == 4_096)
        #expect(Padding.padded([UInt8](repeating: 1, count: 4_093)).count == 8_192)
        #expect(Padding.unpadded([1, 2, 3]) == nil)
        #expect(Padding.unpadded([255, 255, 255, 255] + [UInt8](repeating: 0, count: 5_000)) == nil)
    }

    @Test("scrypt at the cost of receipts gives other bytes for another secret or salt, and the same for the same")
    func scrypt() throws {
        let one = try Scrypt.derive([1, 2], salt: [3], count: 64, cost: Scrypt.protected)
        #expect(one.count == 64)
        #expect(Scrypt.protected.logN == 17)
        let cheap = PasswordHash.Cost(logN: 4, blockSize: 8, parallelism: 1)
        let first = try Scrypt.derive([1], salt: [2], count: 32, cost: cheap)
        #expect(try Scrypt.derive([1], salt: [2], count: 32, cost: cheap) == first)
        #expect(try Scrypt.derive([1], salt: [3], count: 32, cost: cheap) != first)
    }
}
