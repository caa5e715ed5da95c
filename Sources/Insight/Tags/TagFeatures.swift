import Language

/// Where a feature stands in its text: the words that carry it.
struct TagFeature {
    var hash: UInt32
    var family: TagFamily
    /// Index of the first word, and of the one behind the last.
    var from: UInt16
    var to: UInt16
}

/// What a feature is made of. Each family is brought to length one by itself, so that none drowns the others.
enum TagFamily: UInt8, CaseIterable {
    /// One to three words.
    case words
    /// Two to five characters of one word.
    case characters
    /// The first words with their places: what is asked stands at the head of a sentence.
    case head
}

/// Turns a text into features. Keeps its room between texts; one for each thread.
final class TagFeatureScanner {
    /// What is read of a text, in bytes: the tag of a recommendation does not hang on its tenth page.
    static let textBytesMax = 12_000
    static let wordsMax = 2_000
    static let headWords = 6

    private(set) var features: [TagFeature] = []
    private(set) var words: [UInt8] = []
    /// Start of each word in `words`, and the end of the last.
    private(set) var starts: [Int] = []
    private(set) var isIdeograph: [Bool] = []
    /// The words as they stand in the text, in bytes.
    private(set) var spans: [TokenSpan] = []
    private var scanner = TokenScanner()
    private let analyzer = Analyzer(language: "und")
    private var term: [UInt8] = []
    private var folded: [UInt8] = []
    private var hashes: [UInt64] = []

    /// Replaces `features`, `words` and `spans` by those of the text.
    func scan(_ text: UnsafeBufferPointer<UInt8>) {
        features.removeAll(keepingCapacity: true)
        fold(Self.head(of: text))
        addWords()
        addCharacters()
        addHead()
    }

    /// The text's beginning, cut between characters.
    static func head(of text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard text.count > textBytesMax else { return text }
        var end = textBytesMax
        while end > textBytesMax - 4, text[end] & 0xC0 == 0x80 { end -= 1 }
        return UnsafeBufferPointer(rebasing: text[..<end])
    }

    private func fold(_ text: UnsafeBufferPointer<UInt8>) {
        words.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        isIdeograph.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        spans.removeAll(keepingCapacity: true)
        scanner.scan(text) { found in
            for span in found {
                guard spans.count < Self.wordsMax else { return }
                analyzer.analyse(
                    UnsafeBufferPointer(rebasing: text[span.start..<span.end]), span.kind, term: &term, folded: &folded)
                guard !folded.isEmpty else { continue }
                starts.append(words.count)
                words.append(contentsOf: folded)
                hashes.append(folded.reduce(TagHash.start) { TagHash.add($1, to: $0) })
                isIdeograph.append(span.kind == .ideograph)
                spans.append(span)
            }
        }
        starts.append(words.count)
    }

    /// One to three words; of Han characters one to four, which are most of the words of Chinese.
    private func addWords() {
        for first in hashes.indices {
            var hash: UInt64 = 1
            let longest = isIdeograph[first] ? 4 : 3
            for last in first..<min(hashes.count, first + longest) {
                hash = TagHash.mix(hashes[last], into: hash)
                add(hash, .words, first, last + 1)
            }
        }
    }

    private func addCharacters() {
        for word in hashes.indices where !isIdeograph[word] {
            let end = starts[word + 1]
            var at = starts[word]
            // The edges of a word are characters of their own.
            addRun(from: at, end: end, word: word, isEdge: true)
            while at < end {
                addRun(from: at, end: end, word: word, isEdge: false)
                at += 1
                while at < end, words[at] & 0xC0 == 0x80 { at += 1 }
            }
        }
    }

    private func addRun(from: Int, end: Int, word: Int, isEdge: Bool) {
        var hash: UInt64 = isEdge ? TagHash.add(0x20, to: 2) : 2
        var count = isEdge ? 1 : 0
        var at = from
        while at < end, count < 5 {
            hash = TagHash.add(words[at], to: hash)
            at += 1
            while at < end, words[at] & 0xC0 == 0x80 {
                hash = TagHash.add(words[at], to: hash)
                at += 1
            }
            count += 1
            if count >= 2 { add(hash, .characters, word, word + 1) }
        }
        if at == end, count < 5, count >= 1 {
            add(TagHash.add(0x20, to: hash), .characters, word, word + 1)
        }
    }

    private func addHead() {
        for word in 0..<min(Self.headWords, hashes.count) {
            add(TagHash.mix(hashes[word], into: 1_000 + UInt64(word)), .head, word, word + 1)
            if word + 1 < hashes.count {
                let pair = TagHash.mix(hashes[word + 1], into: TagHash.mix(hashes[word], into: 2_000 + UInt64(word)))
                add(pair, .head, word, word + 2)
            }
        }
        if hashes.count > 2 {
            let three = hashes[..<3].reduce(3_000) { TagHash.mix($1, into: $0) }
            add(three, .head, 0, 3)
        }
    }

    @inline(__always) private func add(_ hash: UInt64, _ family: TagFamily, _ from: Int, _ to: Int) {
        features.append(
            TagFeature(hash: TagHash.finish(hash), family: family, from: UInt16(from), to: UInt16(to)))
    }
}
