import Language

/// A text for looking phrases up: folded, punctuation as single spaces, one space at each end.
///
/// A phrase is found where one of its words begins: `accept` finds `accepted`. Chinese, which writes no spaces, is found anywhere.
struct FoldedText: Sendable {
    let bytes: [UInt8]

    init(_ text: some StringProtocol) {
        var bytes: [UInt8] = [0x20]
        for scalar in TextFolding.fold(String(text)).unicodeScalars {
            if scalar.properties.generalCategory == .format { continue }
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
            } else if bytes.last != 0x20 {
                bytes.append(0x20)
            }
        }
        if bytes.last != 0x20 { bytes.append(0x20) }
        self.bytes = bytes
    }

    var isEmpty: Bool { bytes.count < 2 }
    var string: String { String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self) }
    var words: [String] { string.split(separator: " ").map(String.init) }

    /// The bytes of the first occurrence of a folded phrase, its leading space left out.
    func range(of phrase: String, from: Int = 0) -> Range<Int>? {
        let needle = Self.needle(phrase)
        guard !needle.isEmpty, bytes.count >= needle.count, from >= 0 else { return nil }
        let last = bytes.count - needle.count
        var start = from
        while start <= last {
            if bytes[start] == needle[0], bytes[start..<start + needle.count].elementsEqual(needle) {
                return (needle[0] == 0x20 ? start + 1 : start)..<start + needle.count
            }
            start += 1
        }
        return nil
    }

    func contains(_ phrase: String) -> Bool { range(of: phrase) != nil }
    func contains(anyOf phrases: [String]) -> Bool { phrases.contains { contains($0) } }
    func hasPrefix(_ phrase: String) -> Bool { range(of: phrase).map { $0.lowerBound <= 1 } ?? false }
    func hasPrefix(anyOf phrases: [String]) -> Bool { phrases.contains { hasPrefix($0) } }

    /// Words are looked for from their first letter on; Chinese characters anywhere.
    private static func needle(_ phrase: String) -> [UInt8] {
        guard let first = phrase.unicodeScalars.first else { return [] }
        return (0x3000...0x9FFF).contains(first.value) ? Array(phrase.utf8) : [0x20] + Array(phrase.utf8)
    }
}
