import Domain

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The words of all help, by number: who has which, and how long each text is.
struct TermTable: Sendable {
    struct Posting: Sendable {
        var slot: Int32
        var count: UInt16
    }

    /// One term of one slot.
    struct Entry: Sendable {
        var term: Int32
        var count: UInt16
    }

    /// Words of a need that are looked for, by language.
    static let termsMax = 40
    private static let saturation: Float = 1.2
    private static let lengthShare: Float = 0.75

    private var numbers: [String: [String: Int32]] = [:]
    private(set) var postings: [[Posting]] = []
    private var entries: [[String: [Entry]]] = []
    /// Words of each slot's text, 0 where it has none in that language.
    private var lengths: [String: [Int32]] = [:]
    private var texts: [String: Int] = [:]
    private var totals: [String: Int] = [:]

    mutating func add(_ terms: ProfileTerms, slot: Int) {
        while entries.count <= slot { entries.append([:]) }
        var mine: [String: [Entry]] = [:]
        for (language, counts) in terms.counts {
            var length = 0
            for (term, count) in counts {
                let number = number(term, language)
                let held = UInt16(clamping: count)
                postings[Int(number)].append(Posting(slot: Int32(slot), count: held))
                mine[language, default: []].append(Entry(term: number, count: held))
                length += count
            }
            mine[language]?.sort { $0.term < $1.term }
            var all = lengths.removeValue(forKey: language) ?? []
            while all.count <= slot { all.append(0) }
            all[slot] = Int32(clamping: length)
            lengths[language] = all
            texts[language, default: 0] += 1
            totals[language, default: 0] += length
        }
        entries[slot] = mine
    }

    mutating func remove(slot: Int) {
        guard entries.indices.contains(slot) else { return }
        for (language, mine) in entries[slot] {
            for entry in mine { postings[Int(entry.term)].removeAll { $0.slot == Int32(slot) } }
            totals[language, default: 0] -= length(slot, language)
            texts[language, default: 0] -= 1
            lengths[language]?[slot] = 0
        }
        entries[slot] = [:]
    }

    private mutating func number(_ term: String, _ language: String) -> Int32 {
        if let known = numbers[language]?[term] { return known }
        let number = Int32(postings.count)
        numbers[language, default: [:]][term] = number
        postings.append([])
        return number
    }

    private func length(_ slot: Int, _ language: String) -> Int {
        guard let all = lengths[language], all.indices.contains(slot) else { return 0 }
        return Int(all[slot])
    }

    func hasWords(slot: Int) -> Bool { entries.indices.contains(slot) && !entries[slot].isEmpty }

    /// The weightiest words of a need that any help has, by language; rarest first, then by letters.
    func question(_ terms: ProfileTerms) -> [TextQuestion] {
        terms.counts.keys.sorted().compactMap { language in
            guard let texts = texts[language], texts > 0 else { return nil }
            let known = (terms.counts[language] ?? [:]).keys.compactMap { term -> TextQuestion.Term? in
                guard let number = numbers[language]?[term] else { return nil }
                let having = postings[Int(number)].count
                guard having > 0 else { return nil }
                let rarity = Float(log(1 + Double(texts) / Double(having)))
                return TextQuestion.Term(
                    number: number, rarity: rarity, word: terms.written[language]?[term] ?? term)
            }
            let chosen = known.sorted { ($1.rarity, $0.word) < ($0.rarity, $1.word) }.prefix(Self.termsMax)
            guard !chosen.isEmpty else { return nil }
            let mean = Float(totals[language] ?? 0) / Float(texts)
            return TextQuestion(language: language, terms: Array(chosen), meanLength: max(1, mean))
        }
    }

    /// What each slot has of the need's words, 0...1; the best of the languages.
    func shares(_ questions: [TextQuestion], slots: Int) -> [Float] {
        var best = [Float](repeating: 0, count: slots)
        for question in questions {
            var sums = [Float](repeating: 0, count: slots)
            let norms = (lengths[question.language] ?? []).map { Self.norm(Int($0), question.meanLength) }
            for term in question.terms {
                for posting in postings[Int(term.number)] {
                    let slot = Int(posting.slot)
                    sums[slot] += term.rarity * Self.worth(posting.count, norm: norms[slot])
                }
            }
            let total = question.total
            for slot in 0..<slots where sums[slot] > 0 { best[slot] = max(best[slot], sums[slot] / total) }
        }
        return best
    }

    /// The same for one slot, with the words.
    func fit(_ questions: [TextQuestion], slot: Int) -> TextFit {
        guard hasWords(slot: slot) else { return TextFit() }
        var fit = TextFit(hundredths: questions.isEmpty ? nil : 0)
        var best: Float = 0
        for question in questions {
            let mine = Dictionary(
                (entries[slot][question.language] ?? []).map { ($0.term, $0.count) },
                uniquingKeysWith: { first, _ in first })
            let norm = Self.norm(length(slot, question.language), question.meanLength)
            var sum: Float = 0
            var found: [String] = []
            for term in question.terms {
                guard let count = mine[term.number] else { continue }
                sum += term.rarity * Self.worth(count, norm: norm)
                found.append(term.word)
            }
            let share = sum / question.total
            if share > best {
                best = share
                fit.words = Array(found.prefix(TextFit.wordsShownMax))
            }
        }
        if fit.hundredths != nil { fit.hundredths = Self.hundredths(best) }
        return fit
    }

    static func hundredths(_ share: Float) -> Int { min(100, Int((share * 100).rounded())) }

    private static func norm(_ length: Int, _ mean: Float) -> Float {
        saturation * (1 - lengthShare + lengthShare * Float(length) / mean)
    }

    /// As in BM25 (Robertson and Zaragoza, 2009), held to 1: a word that stands once in a text of mean length counts whole.
    private static func worth(_ count: UInt16, norm: Float) -> Float {
        let count = Float(count)
        return min(1, count * (saturation + 1) / (count + norm))
    }
}

/// The words of a need in one language, weighed by how few texts have them.
struct TextQuestion: Sendable {
    struct Term: Sendable {
        let number: Int32
        let rarity: Float
        let word: String
    }

    let language: String
    let terms: [Term]
    let meanLength: Float

    var total: Float { terms.reduce(0) { $0 + $1.rarity } }
}
