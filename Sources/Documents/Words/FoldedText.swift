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

    /// The bytes of the first occurrence of one of the phrases, its leading space left out.
    func range(of phrases: PhraseList, from: Int = 0) -> Range<Int>? {
        phrases.needles.compactMap { range(ofBytes: $0, from: from) }.min { $0.lowerBound < $1.lowerBound }
    }

    func contains(_ phrases: PhraseList) -> Bool { phrases.needles.contains { range(ofBytes: $0, from: 0) != nil } }

    func hasPrefix(_ phrases: PhraseList) -> Bool {
        phrases.needles.contains { needle in
            bytes.starts(with: needle) || bytes.dropFirst().starts(with: needle)
        }
    }

    /// Begins with one of the phrases or, as Chinese titles end with what they are, holds a Chinese one.
    func opens(with phrases: PhraseList) -> Bool {
        hasPrefix(phrases) || phrases.needles.contains { $0.first != 0x20 && range(ofBytes: $0, from: 0) != nil }
    }

    func range(ofBytes needle: [UInt8], from: Int) -> Range<Int>? {
        guard let first = needle.first, bytes.count >= needle.count, from >= 0 else { return nil }
        let last = bytes.count - needle.count
        var start = from
        while start <= last {
            if bytes[start] == first, bytes[start..<start + needle.count].elementsEqual(needle) {
                return (first == 0x20 ? start + 1 : start)..<start + needle.count
            }
            start += 1
        }
        return nil
    }
}

/// Phrases to look for, in any writing: folded once. A space at a phrase's end asks for the end of the word.
struct PhraseList: ExpressibleByArrayLiteral, Sendable {
    let needles: [[UInt8]]

    init(arrayLiteral phrases: String...) { self.init(phrases) }

    /// Words are looked for from their first letter on; Chinese characters anywhere.
    init(_ phrases: [String]) {
        needles = phrases.flatMap { phrase -> [[UInt8]] in
            let folded = FoldedText(phrase).string
            guard let first = folded.unicodeScalars.first?.value else { return [] }
            let bytes = Array(folded.utf8) + (phrase.hasSuffix(" ") ? [0x20] : [])
            if (0x3000...0x9FFF).contains(first) { return [bytes] }
            // Arabic writes "and" to the word behind it.
            let joined = (0x600...0x6FF).contains(first) ? [[0x20] + Array("و".utf8) + bytes] : []
            return [[0x20] + bytes] + joined
        }
    }
}
