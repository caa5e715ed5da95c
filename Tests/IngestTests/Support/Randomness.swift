import Ingest

/// SplitMix64: the same seed gives the same numbers everywhere.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }
}

/// Bytes in memory, given out in small pieces so that every border is met.
final class BytesSupply: ByteSupply {
    private let bytes: [UInt8]
    private let pieceBytes: Int
    private(set) var bytesRead = 0

    init(_ bytes: [UInt8], pieceBytes: Int = 7) {
        self.bytes = bytes
        self.pieceBytes = pieceBytes
    }

    var bytesTotal: Int? { bytes.count }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, pieceBytes, bytes.count - bytesRead)
        for place in 0..<count { buffer[place] = bytes[bytesRead + place] }
        bytesRead += count
        return count
    }
}
