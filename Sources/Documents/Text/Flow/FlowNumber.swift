/// A paragraph's number at the beginning of a line: `12.`, `9.2`, `١٢-`, `12．`.
struct FlowNumber: Hashable, Sendable {
    /// `[9, 2]` for `9.2`.
    var fields: [Int]
    /// Where the text behind it begins.
    var end: String.Index

    var printed: String { fields.map(String.init).joined(separator: ".") }

    /// Nil where the line begins with no number, or with one that belongs to its text (`16 million`, `5 December`).
    init?(_ text: String) {
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex, FlowText.isInvisible(scalars[index]) || scalars[index] == "§" {
            index = scalars.index(after: index)
        }
        var fields: [Int] = []
        var isClosed = false
        while index < scalars.endIndex, fields.count < 4 {
            var value = 0
            var count = 0
            while index < scalars.endIndex, let digit = Self.digit(scalars[index]), count < 5 {
                value = value * 10 + digit
                count += 1
                index = scalars.index(after: index)
            }
            guard count > 0, count < 5 else { break }
            fields.append(value)
            isClosed = false
            guard index < scalars.endIndex, Self.terminators.contains(scalars[index]) else { break }
            isClosed = true
            let isDot = scalars[index] == "."
            index = scalars.index(after: index)
            guard isDot, index < scalars.endIndex, Self.digit(scalars[index]) != nil else { break }
        }
        guard let first = fields.first, first > 0, isClosed || fields.count > 1 else { return nil }
        while index < scalars.endIndex, FlowText.isInvisible(scalars[index]) { index = scalars.index(after: index) }
        if index < scalars.endIndex {
            let next = scalars[index]
            guard next.properties.isWhitespace || (isClosed && Self.beginsText(next)) else { return nil }
        }
        while index < scalars.endIndex, scalars[index].properties.isWhitespace { index = scalars.index(after: index) }
        self.fields = fields
        end = index
    }

    /// Whether this may come right behind `other`.
    func follows(_ other: [Int]) -> Bool {
        for depth in stride(from: other.count, through: 1, by: -1) {
            var next = Array(other.prefix(depth))
            next[depth - 1] += 1
            if fields == next || fields == next + [1] { return true }
        }
        return fields == other + [1]
    }

    static func value(of digits: some StringProtocol) -> Int? {
        var value = 0
        for scalar in digits.unicodeScalars {
            guard let digit = digit(scalar), value < 100_000 else { return nil }
            value = value * 10 + digit
        }
        return digits.isEmpty ? nil : value
    }

    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0x660...0x669: Int(scalar.value - 0x660)
        case 0x6F0...0x6F9: Int(scalar.value - 0x6F0)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        default: nil
        }
    }

    private static let terminators: Set<Unicode.Scalar> = [".", ")", "-", "–", "．", "、", "。", "）"]

    /// `66.While`: a letter right behind, if it begins a sentence.
    private static func beginsText(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isUppercase || (scalar.properties.isAlphabetic && !scalar.properties.isLowercase)
    }
}
