import Language

extension TextComparer {
    /// The words of a text that tell what it is about, as written, each once, in their order: neither small words nor words of
    /// manner. Runs of Han characters come in pairs.
    package func tellingWords(of text: InsightText, limit: Int) -> [String] {
        var seen: Set<UInt32> = []
        var words: [String] = []
        reader.forEachWord(of: text) { word, surface in
            guard words.count < limit, tells(word), seen.insert(word.term).inserted else { return }
            words.append(surface())
        }
        return words
    }

    /// Words of `text` that stand in `other` too, in whatever inflection, as `text` writes them; those that tell most first. Han
    /// characters side by side are one word.
    package func sharedWords(of text: InsightText, with other: Prepared, limit: Int) -> [String] {
        var shared: [(term: UInt32, word: String, place: Int, end: Int)] = []
        var seen: Set<UInt32> = []
        reader.forEachPlace(of: text) { word, bytes, place in
            guard tells(word), other.gist.set.contains(word.term) else { return }
            let isHan = bytes[place.lowerBound] >= 0xE3 && bytes[place.lowerBound] <= 0xE9
            if isHan, let last = shared.last, place.lowerBound < last.end {
                let run = String(decoding: bytes[last.place..<place.upperBound], as: UTF8.self)
                shared[shared.count - 1] = (last.term, run, last.place, place.upperBound)
                return
            }
            guard seen.insert(word.term).inserted else { return }
            shared.append(
                (word.term, String(decoding: bytes[place], as: UTF8.self), place.lowerBound, place.upperBound))
        }
        let weights = reader.vocabulary.weights
        let ordered = shared.enumerated().sorted {
            let (a, b) = (weights[Int($0.element.term)], weights[Int($1.element.term)])
            return a != b ? a > b : $0.offset < $1.offset
        }
        return ordered.prefix(limit).map(\.element.word)
    }

    private func tells(_ word: Vocabulary.Word) -> Bool {
        word.role == .content && reader.vocabulary.weights[Int(word.term)] >= WordClasses.whole / 2
    }
}

extension Instruments {
    /// Words by which records that name an instrument are found: its acronyms, and the telling words of its name in a language.
    package static func searchWords(_ code: String, language: String) -> [String] {
        let number = index(code)
        let base = index(convention(code))
        let short = acronyms.filter { $0.value == number || $0.value == base }.map(\.key).sorted()
        let names = names.first { $0.language == language && $0.instrument == base }
        return code.split(separator: "-").map(String.init) + short + (names?.needs ?? [])
    }

    /// What a protocol belongs to; anything else is its own.
    private static func convention(_ code: String) -> String {
        switch code {
        case "OPCAT": "CAT"
        case "ICCPR-OP1", "ICCPR-OP2": "ICCPR"
        case "OP-CRC-AC", "OP-CRC-SC", "OP-CRC-IC": "CRC"
        case _ where code.hasPrefix("OP-"): String(code.dropFirst(3))
        default: code
        }
    }
}
