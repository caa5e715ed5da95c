import Language

/// How the words of one language are told: its analyser, its classes, the names of instruments.
final class LanguageWords {
    let language: String
    let seed: UInt64
    private let analyzer: Analyzer
    private var exact: [String: Meaning] = [:]
    private var stems: [String: Meaning] = [:]
    private(set) var names: [InstrumentName] = []
    /// Terms that tell the protocols to the Convention on the Rights of the Child apart, or end the name of one.
    private(set) var saleTerms: Set<UInt32> = []
    private(set) var conflictTerms: Set<UInt32> = []
    private(set) var procedureTerms: Set<UInt32> = []
    private(set) var deathPenaltyTerms: Set<UInt32> = []
    private(set) var internationalTerm: UInt32 = .max
    private(set) var firstOrdinalTerm: UInt32 = .max

    private struct Meaning {
        var role: WordRole
        /// Of the class, where its words are one.
        var term: UInt32?
        var weight: Int32
    }

    /// The name of an instrument as terms.
    struct InstrumentName {
        var instrument: Int
        var needs: [UInt32]
        var words: Set<UInt32>
    }

    init(_ language: String, _ vocabulary: Vocabulary) {
        self.language = language
        seed = language.utf8.reduce(0x5EED) { Vocabulary.mix($0 ^ UInt64($1)) }
        analyzer = Analyzer(language: language)
        for (name, words) in WordClasses.lines(language) { add(name, words, vocabulary) }
        for name in Instruments.names where name.language == language {
            let needs = name.needs.map { term(of: $0, vocabulary) }
            let words = name.words.map { term(of: $0, vocabulary) }
            names.append(InstrumentName(instrument: name.instrument, needs: needs, words: Set(needs + words)))
        }
        guard let special = Self.special[language] else { return }
        func terms(_ list: String) -> Set<UInt32> {
            Set(list.split(separator: " ").map { term(of: String($0), vocabulary) })
        }
        saleTerms = terms(special.sale)
        conflictTerms = terms(special.conflict)
        procedureTerms = terms(special.procedure)
        deathPenaltyTerms = terms(special.deathPenalty)
        internationalTerm = term(of: special.international, vocabulary)
        firstOrdinalTerm = term(of: special.first, vocabulary)
    }

    private func add(_ name: String, _ words: [String], _ vocabulary: Vocabulary) {
        let isExact = name.hasSuffix("!")
        let name = isExact ? String(name.dropLast()) : name
        let role = WordClasses.role(name) ?? .content
        var term: UInt32?
        if name.hasPrefix("=") {
            var name = name
            let hash = name.withUTF8 { Vocabulary.hash($0, seed: 1) }
            term = vocabulary.term(hash, weight: WordClasses.weight(name))
        }
        let meaning = Meaning(role: role, term: term, weight: WordClasses.weight(name))
        for word in words {
            if isExact { exact[TextFolding.fold(word)] = meaning } else { stems[analyzer.term(word)] = meaning }
        }
    }

    private func term(of word: String, _ vocabulary: Vocabulary) -> UInt32 {
        var word = word
        return word.withUTF8 { bytes in
            vocabulary.word(bytes, bytes.allSatisfy { $0 < 0x80 } ? .asciiWord : .word, self).term
        }
    }

    func analyse(
        _ bytes: UnsafeBufferPointer<UInt8>, _ kind: TokenSpan.Kind, _ vocabulary: Vocabulary
    ) -> Vocabulary.Word {
        var stem: [UInt8] = []
        var folded: [UInt8] = []
        analyzer.analyse(bytes, kind, term: &stem, folded: &folded)
        let foldedWord = String(decoding: folded, as: UTF8.self)
        let known = exact[foldedWord] ?? stems[String(decoding: stem, as: UTF8.self)]
        let isDigits = folded.allSatisfy { $0 &- 48 < 10 }
        let hash = stem.withUnsafeBufferPointer { Vocabulary.hash($0, seed: isDigits ? 2 : seed) }
        let first = bytes.first ?? 0
        let isUpper = bytes.count > 1 && bytes.allSatisfy { $0 &- 65 < 26 || $0 &- 48 < 10 } && !isDigits
        var word = Vocabulary.Word(
            term: known?.term ?? vocabulary.term(hash, weight: known?.weight ?? WordClasses.whole),
            role: known?.role ?? .content)
        word.isDigits = isDigits
        word.isUpper = isUpper
        if isDigits {
            word.role = bytes.count == 4 && (first == 49 || first == 50) ? .year : .number
        } else if known == nil, StopWords.contains(foldedWord, language: language) {
            word.role = .stop
        }
        word.beginsAcronym =
            (word.isUpper || first >= 0x80)
            && Self.acronymStarts.contains { foldedWord.hasPrefix($0) || $0 == foldedWord }
        return word
    }

    private static let acronymStarts: [String] =
        Array(Set(Instruments.acronyms.keys.map { String($0.prefix(3)) })) + ["op"]

    private struct Special {
        var sale: String
        var conflict: String
        var procedure: String
        var deathPenalty: String
        var international: String
        var first: String
    }

    private static let special: [String: Special] = [
        "en": Special(
            sale: "sale child children prostitution pornography", conflict: "involvement children armed conflict",
            procedure: "communications communication procedure",
            deathPenalty: "abolition abolishing aiming death penalty",
            international: "international", first: "first"),
        "fr": Special(
            sale: "vente enfants prostitution pornographie mettant scène concernant",
            conflict: "implication participation enfants conflits armés concernant",
            procedure: "établissant procédure présentation communications",
            deathPenalty: "visant abolir abolition peine mort",
            international: "international", first: "premier"),
        "es": Special(
            sale: "venta niños prostitución infantil utilización pornografía relativo",
            conflict: "participación niños conflictos armados relativo",
            procedure: "relativo procedimiento comunicaciones", deathPenalty: "destinado abolir abolición pena muerte",
            international: "internacional", first: "primer"),
        "ru": Special(
            sale: "касающийся торговли детьми детской проституции порнографии",
            conflict: "касающийся участия детей вооруженных конфликтах", procedure: "касающийся процедуры сообщений",
            deathPenalty: "направленный отмену смертной казни", international: "международный", first: "первый"),
        "ar": Special(
            sale: "بشأن بيع الأطفال واستغلال البغاء المواد الإباحية", conflict: "بشأن اشتراك الأطفال المنازعات المسلحة",
            procedure: "المتعلق بإجراء تقديم البلاغات", deathPenalty: "الهادف إلغاء عقوبة الإعدام",
            international: "الدولي", first: "الأول"),
    ]
}
