import Language

/// The words met so far, each analysed once. For one thread.
final class Vocabulary {
    struct Word {
        /// The same for words that count as one.
        var term: UInt32
        var role: WordRole
        /// Written in capitals alone, as acronyms are.
        var isUpper = false
        var isDigits = false
        /// May begin the acronym of an instrument.
        var beginsAcronym = false
    }

    /// Terms below stand for instruments; `joinTerm` and `signTerm` for becoming party to one.
    static let firstTerm: UInt32 = 64
    static let joinTerm: UInt32 = 62
    static let signTerm: UInt32 = 63

    /// The hash of each term: the same in every vocabulary.
    private(set) var hashes: [UInt64] = (0..<64).map { mix($0 &+ 0xA5A5) }
    /// What each term weighs, in hundredths: whole numbers add up to the same in any order.
    private(set) var weights: [Int32] =
        [Int32](repeating: 2 * WordClasses.whole, count: 62) + [WordClasses.whole, WordClasses.whole]

    private var terms: [UInt64: UInt32] = [:]
    private var languages: [String: LanguageWords] = [:]
    private var slots = [Int32](repeating: -1, count: 1 << 14)
    private var keys: [UInt64] = []
    private var words: [Word] = []

    func language(_ tag: String) -> LanguageWords {
        if let known = languages[tag] { return known }
        let primary = String(tag.prefix { $0 != "-" })
        if let known = languages[primary] {
            languages[tag] = known
            return known
        }
        let made = LanguageWords(primary, self)
        languages[primary] = made
        languages[tag] = made
        return made
    }

    /// The word of these bytes in `language`.
    func word(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: TokenSpan.Kind, _ language: LanguageWords) -> Word {
        let key = Self.hash(bytes, seed: language.seed)
        var slot = Int(truncatingIfNeeded: key) & (slots.count - 1)
        while slots[slot] >= 0 {
            if keys[Int(slots[slot])] == key { return words[Int(slots[slot])] }
            slot = (slot + 1) & (slots.count - 1)
        }
        let word = language.analyse(bytes, kind, self)
        slots[slot] = Int32(words.count)
        keys.append(key)
        words.append(word)
        if words.count * 2 > slots.count { grow() }
        return word
    }

    /// A term by its own name.
    func term(_ hash: UInt64, weight: Int32) -> UInt32 {
        if let known = terms[hash] { return known }
        let term = UInt32(hashes.count)
        hashes.append(Self.mix(hash))
        weights.append(weight)
        terms[hash] = term
        return term
    }

    private func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (index, key) in keys.enumerated() {
            var slot = Int(truncatingIfNeeded: key) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// SplitMix64's finaliser.
    @inline(__always) static func mix(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    static func hash(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
        var hash = seed ^ UInt64(bytes.count)
        var part: UInt64 = 0
        var filled = 0
        for byte in bytes {
            part = part << 8 | UInt64(byte)
            filled += 1
            if filled == 8 {
                hash = (hash ^ part) &* 0x9FB2_1C65_1E98_DF25
                hash ^= hash >> 32
                part = 0
                filled = 0
            }
        }
        return mix(hash ^ part)
    }
}
