import Domain

/// Which of a State's documents words speak of: symbols, names of mechanisms, cycles, years.
struct DocumentHints {
    private struct Known {
        var id: DocumentID
        var symbol: String?
        var mechanism: Set<String>
        var isReview: Bool
        var cycle: Int?
        var year: String?
    }

    private let known: [Known]

    init(_ documents: [Document]) {
        var seen: Set<DocumentID> = []
        known = documents.filter { seen.insert($0.id).inserted }.map { document in
            let words = Set(WordKey.words(document.mechanism.rawValue))
            return Known(
                id: document.id, symbol: document.symbol?.key,
                mechanism: words.subtracting(["demo", "sp", "regional"]),
                isReview: words.contains("upr"), cycle: document.cycle,
                year: document.published.map { String($0.year) })
        }
    }

    /// Of several places the last one that says anything: a row says more than its heading, a heading more than the sheet's name.
    func documents(_ places: [String]) -> Set<DocumentID> {
        for place in places.reversed() {
            let found = documents(place)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func documents(_ text: String) -> Set<DocumentID> {
        let packed = text.filter { !$0.isWhitespace }.uppercased()
        let bySymbol = known.filter { $0.symbol.map { Self.contains($0, in: packed) } ?? false }
        if !bySymbol.isEmpty { return Set(bySymbol.map(\.id)) }
        let key = WordKey.of(text)
        let words = Set(key.split(separator: " ").map(String.init))
        let isReview = Self.review.contains { WordKey.contains($0, in: key) }
        let cycle = Self.cycle(key)
        let translated = words.union(words.compactMap { Self.acronyms[$0] })
        var fitting = known.filter { $0.isReview ? isReview : !$0.mechanism.isDisjoint(with: translated) }
        if fitting.isEmpty, cycle != nil, !isReview { fitting = known.filter(\.isReview) }
        if let cycle {
            let ofCycle = fitting.filter { $0.cycle == cycle }
            // A cycle the record does not have: nothing is known then.
            if fitting.contains(where: { $0.cycle != nil }) { fitting = ofCycle }
        }
        let ofYear = fitting.filter { $0.year.map { words.contains($0) } ?? false }
        return Set((ofYear.isEmpty ? fitting : ofYear).map(\.id))
    }

    /// `A/HRC/4/1` does not stand in `A/HRC/4/15`.
    private static func contains(_ symbol: String, in packed: String) -> Bool {
        guard let range = packed.firstRange(of: symbol) else { return false }
        return range.upperBound == packed.endIndex || !packed[range.upperBound].isNumber
    }

    private static func cycle(_ key: String) -> Int? {
        let words = key.split(separator: " ").map(String.init)
        for (place, word) in words.enumerated() where cycles.contains(where: { word.hasPrefix($0) }) {
            for near in [place - 1, place + 1, place - 2] where words.indices.contains(near) {
                if let number = ordinal(words[near]) { return number }
            }
        }
        for (number, marks) in chinese.enumerated() where marks.contains(where: { key.contains($0) }) {
            return number + 1
        }
        return nil
    }

    private static func ordinal(_ word: String) -> Int? {
        let digits = word.prefix { $0.isNumber }
        if digits.count == 1, let number = Int(digits), (1...5).contains(number) { return number }
        if let roman = ["i", "ii", "iii", "iv", "v"].firstIndex(of: word) { return roman + 1 }
        return ordinals.firstIndex { $0.contains { word.hasPrefix($0) } }.map { $0 + 1 }
    }

    private static let review = [
        "upr", "epu", "universal periodic review", "periodic review", "examen périodique universel",
        "examen periódico universal", "универсальный периодический обзор", "универсального периодического обзора",
        "упо",
        "الاستعراض الدوري الشامل", "普遍定期审议",
    ].map { WordKey.of($0) }
    private static let cycles = ["cycle", "ciclo", "цикл", "الدوره", "الدورة", "دورة", "الجولة", "جولة"].map {
        WordKey.of($0)
    }
    private static let chinese = [["第一轮", "第1轮"], ["第二轮", "第2轮"], ["第三轮", "第3轮"], ["第四轮", "第4轮"]]
    private static let ordinals = [
        ["first", "premier", "primer", "перв", "الاول"], ["second", "deuxieme", "segundo", "втор", "الثاني"],
        ["third", "troisieme", "tercer", "трет", "الثالث"], ["fourth", "quatrieme", "cuarto", "четверт", "الرابع"],
    ]
    /// French, Spanish and Russian initials of committees.
    private static let acronyms: [String: String] = [
        "cedef": "cedaw", "cde": "crc", "cdn": "crc", "cct": "cat", "cdh": "ccpr", "cdesc": "cescr", "desc": "cescr",
        "cdph": "crpd", "cdpd": "crpd", "ctm": "cmw", "cdf": "ced", "клдж": "cedaw", "клрд": "cerd", "кпр": "crc",
        "кпп": "cat", "кпч": "ccpr", "кэскп": "cescr", "кпи": "crpd",
    ]
}
