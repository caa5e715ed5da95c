import Domain
import Testing

@testable import People

@Suite("How often what is open to everybody may be done")
struct FloodTests {
    private let rate = Rate(most: 3, refillMilliseconds: 1_000)

    private func source(_ number: Int) -> RequestSource? {
        RequestSource(address: [UInt8(number / 65_536), UInt8(number / 256 % 256), UInt8(number % 256), 9])
    }

    @Test("A source that sends without end is held back, and takes nothing from what all others have")
    func one() {
        let flood = Flood(all: Rate(most: 10, refillMilliseconds: 60_000), each: rate)
        let now: Int64 = 1_770_000_000_000
        let taken = (0..<100).count { _ in flood.take(source(1), at: now) }
        #expect(taken == 3)
        #expect((2...3).allSatisfy { number in (0..<3).allSatisfy { _ in flood.take(source(number), at: now) } })
        // One is left for all: the first of a new source has it.
        #expect(flood.take(source(4), at: now) && !flood.take(source(5), at: now) && !flood.take(nil, at: now))
    }

    @Test("It comes back with time, and a source that nobody knows is held by the rate of all")
    func refill() {
        let flood = Flood(all: Rate(most: 5, refillMilliseconds: 1_000), each: rate)
        let now: Int64 = 1_770_000_000_000
        #expect((0..<5).allSatisfy { _ in flood.take(nil, at: now) } && !flood.take(nil, at: now))
        #expect(!flood.take(source(1), at: now) && flood.take(source(1), at: now + 2_000))
        #expect(flood.take(nil, at: now + 2_000) && !flood.take(nil, at: now - 10_000))
    }

    @Test("When a day ends everything that was known of sources is gone, and there are never more than its limit")
    func forgets() {
        let flood = Flood(all: Rate(most: 1_000_000, refillMilliseconds: 1), each: rate)
        let now: Int64 = 20_000 * Flood.dayMilliseconds
        for _ in 0..<4 { _ = flood.take(source(1), at: now) }
        #expect(!flood.take(source(1), at: now))
        #expect(flood.names.count == 1)
        #expect(flood.take(source(1), at: now + Flood.dayMilliseconds) && flood.names.count == 1)
    }

    @Test(
        "Neither the source nor anything made from it alone is kept: the same net has another name in another process")
    func hashed() {
        let (first, second) = (Flood(all: rate, each: rate), Flood(all: rate, each: rate))
        let now: Int64 = 1_770_000_000_000
        _ = (first.take(source(7), at: now), second.take(source(7), at: now))
        #expect(first.names.count == 1 && first.names != second.names)
        var dumped = ""
        dump(first, to: &dumped)
        #expect(!dumped.contains("[0, 0, 7]") && !dumped.contains("000007"))
    }
}
