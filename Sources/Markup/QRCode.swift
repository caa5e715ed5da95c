/// A QR code (ISO/IEC 18004) of bytes at error correction level M, as modules and as the path of a picture.
public struct QRCode: Sendable {
    /// Data and check bytes of versions 1 to 10 at level M: check bytes a block, blocks, and all bytes.
    private static let versions: [(check: Int, blocks: Int, bytes: Int)] = [
        (10, 1, 26), (16, 1, 44), (26, 1, 70), (18, 2, 100), (24, 2, 134), (16, 4, 172), (18, 4, 196), (22, 4, 242),
        (22, 5, 292), (26, 5, 346),
    ]

    /// Modules a side.
    public let size: Int
    private var dark: [Bool]
    private var isFunction: [Bool]

    /// Nil where the text has more than 213 bytes.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let found = (1...Self.versions.count).first { version in
            let form = Self.versions[version - 1]
            let room = form.bytes - form.check * form.blocks
            return bytes.count + (version < 10 ? 2 : 3) <= room
        }
        guard let version = found else { return nil }
        size = 17 + 4 * version
        dark = Array(repeating: false, count: size * size)
        isFunction = dark
        drawFunctions(version)
        drawData(Self.codewords(bytes, version))
        mask()
    }

    public subscript(x: Int, y: Int) -> Bool { dark[y * size + x] }

    /// Squares of one unit, moved by `offset`.
    public func path(offset: Int) -> String {
        var text = ""
        for y in 0..<size {
            var x = 0
            while x < size {
                guard self[x, y] else {
                    x += 1
                    continue
                }
                let start = x
                while x < size, self[x, y] { x += 1 }
                text += "M\(start + offset) \(y + offset)h\(x - start)v1h-\(x - start)z"
            }
        }
        return text
    }

    // MARK: Bytes

    private static func codewords(_ bytes: [UInt8], _ version: Int) -> [UInt8] {
        let form = versions[version - 1]
        let room = form.bytes - form.check * form.blocks
        var bits = BitWriter()
        bits.write(0b0100, 4)
        bits.write(bytes.count, version < 10 ? 8 : 16)
        for byte in bytes { bits.write(Int(byte), 8) }
        bits.write(0, min(4, room * 8 - bits.count))
        bits.write(0, (8 - bits.count % 8) % 8)
        var data = bits.bytes
        var isFirst = true
        while data.count < room {
            data.append(isFirst ? 0xEC : 0x11)
            isFirst.toggle()
        }
        return interleaved(data, form)
    }

    /// Blocks with their check bytes, one byte of each in turn. The first blocks are one byte shorter where they do not all fit.
    private static func interleaved(_ data: [UInt8], _ form: (check: Int, blocks: Int, bytes: Int)) -> [UInt8] {
        let short = data.count / form.blocks
        let longBlocks = data.count % form.blocks
        let divisor = ReedSolomon.divisor(form.check)
        var blocks: [(data: [UInt8], check: [UInt8])] = []
        var place = 0
        for block in 0..<form.blocks {
            let length = short + (block >= form.blocks - longBlocks ? 1 : 0)
            let part = Array(data[place..<place + length])
            blocks.append((part, ReedSolomon.remainder(part, divisor)))
            place += length
        }
        var out: [UInt8] = []
        for index in 0...short { for block in blocks where index < block.data.count { out.append(block.data[index]) } }
        for index in 0..<form.check { for block in blocks { out.append(block.check[index]) } }
        return out
    }

    // MARK: Patterns

    private mutating func set(_ x: Int, _ y: Int, _ isDark: Bool) {
        guard (0..<size).contains(x), (0..<size).contains(y) else { return }
        dark[y * size + x] = isDark
        isFunction[y * size + x] = true
    }

    private mutating func drawFunctions(_ version: Int) {
        for index in 0..<size {
            set(6, index, index % 2 == 0)
            set(index, 6, index % 2 == 0)
        }
        for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { square(x, y, 4) { $0 != 2 && $0 != 4 } }
        let places = Self.alignment(version, size)
        for x in places {
            for y in places where !isCorner(x, y) { square(x, y, 2) { $0 != 1 } }
        }
        drawFormat(0)
        drawVersion(version)
    }

    private func isCorner(_ x: Int, _ y: Int) -> Bool {
        (x == 6 && y == 6) || (x == 6 && y == size - 7) || (x == size - 7 && y == 6)
    }

    /// Rings around a place; `isDark` says which distances are.
    private mutating func square(_ x: Int, _ y: Int, _ radius: Int, isDark: (Int) -> Bool) {
        for dy in -radius...radius {
            for dx in -radius...radius { set(x + dx, y + dy, isDark(max(abs(dx), abs(dy)))) }
        }
    }

    private static func alignment(_ version: Int, _ size: Int) -> [Int] {
        guard version > 1 else { return [] }
        let last = size - 7
        guard version > 6 else { return [6, last] }
        let step = (last - 6 + 2) / 2 / 2 * 2
        return [6, last - (step >= last - 6 ? 0 : step), last].sorted()
    }

    /// Level M and the mask, with their check bits.
    private mutating func drawFormat(_ mask: Int) {
        var rest = mask
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
        let bits = (mask << 10 | rest) ^ 0x5412
        func bit(_ place: Int) -> Bool { bits >> place & 1 == 1 }
        for place in 0...5 { set(8, place, bit(place)) }
        set(8, 7, bit(6))
        set(8, 8, bit(7))
        set(7, 8, bit(8))
        for place in 9..<15 { set(14 - place, 8, bit(place)) }
        for place in 0..<8 { set(size - 1 - place, 8, bit(place)) }
        for place in 8..<15 { set(8, size - 15 + place, bit(place)) }
        set(8, size - 8, true)
    }

    private mutating func drawVersion(_ version: Int) {
        guard version >= 7 else { return }
        var rest = version
        for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
        let bits = version << 12 | rest
        for place in 0..<18 {
            let isDark = bits >> place & 1 == 1
            let (long, short) = (size - 11 + place % 3, place / 3)
            set(long, short, isDark)
            set(short, long, isDark)
        }
    }

    /// In pairs of columns from the right, upwards and downwards in turn.
    private mutating func drawData(_ bytes: [UInt8]) {
        var place = 0
        var right = size - 1
        while right >= 1 {
            if right == 6 { right = 5 }
            for step in 0..<size {
                for x in [right, right - 1] {
                    let y = (right + 1) & 2 == 0 ? size - 1 - step : step
                    guard !isFunction[y * size + x], place < bytes.count * 8 else { continue }
                    dark[y * size + x] = bytes[place >> 3] >> (7 - UInt8(place & 7)) & 1 == 1
                    place += 1
                }
            }
            right -= 2
        }
    }

    // MARK: Masks

    /// Takes the mask whose picture is easiest to read.
    private mutating func mask() {
        var best: (penalty: Int, code: QRCode)?
        for mask in 0..<8 {
            var code = self
            code.apply(mask)
            code.drawFormat(mask)
            let penalty = code.penalty
            if penalty < best?.penalty ?? .max { best = (penalty, code) }
        }
        if let best { self = best.code }
    }

    private mutating func apply(_ mask: Int) {
        for y in 0..<size {
            for x in 0..<size where !isFunction[y * size + x] {
                let turns =
                    switch mask {
                    case 0: (x + y) % 2 == 0
                    case 1: y % 2 == 0
                    case 2: x % 3 == 0
                    case 3: (x + y) % 3 == 0
                    case 4: (x / 3 + y / 2) % 2 == 0
                    case 5: x * y % 2 + x * y % 3 == 0
                    case 6: (x * y % 2 + x * y % 3) % 2 == 0
                    default: ((x + y) % 2 + x * y % 3) % 2 == 0
                    }
                if turns { dark[y * size + x].toggle() }
            }
        }
    }

    /// Long runs, full squares and an uneven share of dark make a picture hard to read.
    private var penalty: Int {
        var sum = 0
        for y in 0..<size {
            var (row, column) = (1, 1)
            for x in 1..<size {
                row = self[x, y] == self[x - 1, y] ? row + 1 : 1
                column = self[y, x] == self[y, x - 1] ? column + 1 : 1
                for run in [row, column] { sum += run == 5 ? 3 : run > 5 ? 1 : 0 }
                guard y > 0 else { continue }
                let corner = self[x, y]
                if corner == self[x - 1, y], corner == self[x, y - 1], corner == self[x - 1, y - 1] { sum += 3 }
            }
        }
        let share = dark.filter { $0 }.count * 20
        let total = size * size
        return sum + abs(share - total * 10) / total * 10
    }
}

private struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    mutating func write(_ value: Int, _ width: Int) {
        for place in stride(from: width - 1, through: 0, by: -1) {
            if count % 8 == 0 { bytes.append(0) }
            if value >> place & 1 == 1 { bytes[count / 8] |= 0x80 >> UInt8(count % 8) }
            count += 1
        }
    }
}

/// Check bytes over GF(256) with the polynomial 0x11D.
private enum ReedSolomon {
    static func divisor(_ degree: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: degree)
        result[degree - 1] = 1
        var root: UInt8 = 1
        for _ in 0..<degree {
            for place in 0..<degree {
                result[place] = product(result[place], root)
                if place + 1 < degree { result[place] ^= result[place + 1] }
            }
            root = product(root, 2)
        }
        return result
    }

    static func remainder(_ data: [UInt8], _ divisor: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: divisor.count)
        for byte in data {
            let factor = byte ^ result.removeFirst()
            result.append(0)
            for place in divisor.indices { result[place] ^= product(divisor[place], factor) }
        }
        return result
    }

    private static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
        var result = 0
        for place in stride(from: 7, through: 0, by: -1) {
            result = result << 1 ^ (result >> 7) * 0x11D
            result ^= Int(other >> UInt8(place) & 1) * Int(one)
        }
        return UInt8(truncatingIfNeeded: result)
    }
}
