/// Reads ordinal numbers up to 199 as documents of the United Nations spell them.
enum OrdinalWords {
    /// The number that stands immediately before `end` in folded words: `thirty fourth`, `trente quatrieme`, `34th`, `34 o`.
    static func before(_ end: Int, in words: [String]) -> Int? {
        var start = end
        while start > 0, end - start < 6, isPart(words[start - 1]) { start -= 1 }
        return number(of: words[start..<end])
    }

    /// The number that follows `start`, as Arabic writes it.
    static func after(_ start: Int, in words: [String]) -> Int? {
        var end = start
        while end < words.count, end - start < 6, isPart(words[end]) { end += 1 }
        return number(of: words[start..<end])
    }

    /// `四十三`, `一百零二`, `43`.
    static func chinese(_ text: some StringProtocol) -> Int? {
        if let number = Int(text) { return number }
        let digits = Array("零一二三四五六七八九")
        var total = 0
        var digit: Int?
        for character in text {
            switch character {
            case "百": total += (digit ?? 1) * 100
            case "十": total += (digit ?? 1) * 10
            default:
                guard let value = digits.firstIndex(of: character) else { return nil }
                digit = value
                continue
            }
            digit = nil
        }
        total += digit ?? 0
        return total > 0 ? total : nil
    }

    private static func isPart(_ word: String) -> Bool { fillers.contains(word) || value(of: word) != nil }

    private static func number(of words: ArraySlice<String>) -> Int? {
        var total = 0
        var last = 0
        for word in words {
            guard let value = value(of: word) else { continue }
            if value == 100, last > 0, last < 10 {
                total += last * 99
            } else if value == 20, last == 4, word.hasPrefix("vingt") {
                total += 76
            } else {
                total += value
            }
            last = value
        }
        return (1...199).contains(total) ? total : nil
    }

    static func value(of word: String) -> Int? {
        if let number = digits(word) { return number }
        if let exact = exact[word] { return exact }
        var arabic = word[...]
        if arabic.hasPrefix("و"), arabic.count > 3 { arabic = arabic.dropFirst() }
        if arabic.hasPrefix("ال") { arabic = arabic.dropFirst(2) }
        if let number = self.arabic[String(arabic)] { return number }
        return stems.first { word.hasPrefix($0.0) }?.1
    }

    /// `34`, `34th`, `34e`, `1er`, `34a`.
    private static func digits(_ word: String) -> Int? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 3 else { return nil }
        let rest = word.dropFirst(digits.count)
        return rest.isEmpty || endings.contains(String(rest)) ? Int(digits) : nil
    }

    private static let endings: Set<String> = [
        "st", "nd", "rd", "th", "e", "er", "re", "eme", "ere", "nde", "o", "a", "º", "ª", "er", "я", "й", "го", "ю",
    ]
    private static let fillers: Set<String> = ["and", "et", "o", "a", "er", "e", "y", "я", "بعد", "th"]

    private static let exact: [String: Int] = {
        var words: [String: Int] = [:]
        let lists: [(Int, [String])] = [
            (
                1,
                "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
                    + "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
            ),
            (
                1,
                "premiere deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme "
                    + "douzieme treizieme quatorzieme quinzieme seizieme"
            ),
            (
                1,
                "primer segundo tercer cuarto quinto sexto septimo octavo noveno decimo undecimo duodecimo decimotercer "
                    + "decimocuarto decimoquinto decimosexto decimoseptimo decimoctavo decimonoveno vigesimo"
            ),
        ].map { ($0.0, $0.1.split(separator: " ").map(String.init)) }
        for (first, list) in lists {
            for (index, word) in list.enumerated() { words[word] = first + index }
        }
        for (word, value) in [
            ("one", 1), ("premier", 1), ("unieme", 1), ("seconde", 2), ("quatre", 4), ("dix", 10), ("vingt", 20),
            ("vingts", 20), ("vingtieme", 20), ("primero", 1), ("tercero", 3), ("septima", 7), ("setimo", 7),
            ("decimoprimer", 11), ("decimosegundo", 12), ("decimotercero", 13), ("hundred", 100), ("hundredth", 100),
            ("cent", 100), ("centieme", 100), ("centesimo", 100),
        ] { words[word] = value }
        let tens = [
            ("twenty", "vigesimo"), ("thirty", "trigesimo"), ("forty", "cuadragesimo"), ("fifty", "quincuagesimo"),
            ("sixty", "sexagesimo"), ("seventy", "septuagesimo"), ("eighty", "octogesimo"), ("ninety", "nonagesimo"),
        ]
        let units = ["", "primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "septimo", "octavo", "noveno"]
        for (index, (english, spanish)) in tens.enumerated() {
            let value = (index + 2) * 10
            words[english] = value
            words[english.dropLast() + "ieth"] = value
            for (unit, ending) in units.enumerated() { words[spanish + ending] = value + unit }
        }
        for (index, french) in ["trent", "quarant", "cinquant", "soixant"].enumerated() {
            words[french + "e"] = (index + 3) * 10
            words[french + "ieme"] = (index + 3) * 10
        }
        return words
    }()

    /// Without article and "and".
    private static let arabic: [String: Int] = {
        var words: [String: Int] = [
            "اولى": 1, "عاشرة": 10, "عشرة": 10, "عشر": 10, "ماية": 100, "مائة": 100, "مئة": 100, "مية": 100,
            "حادية": 1,
        ]
        let units = ["ثانية", "ثالثة", "رابعة", "خامسة", "سادسة", "سابعة", "ثامنة", "تاسعة"]
        for (index, word) in units.enumerated() { words[word] = index + 2 }
        let tens = ["عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
        for (index, stem) in tens.enumerated() {
            for ending in ["ون", "ين"] { words[stem + ending] = (index + 2) * 10 }
        }
        return words
    }()

    /// Russian by the beginning of the word, the longest first.
    private static let stems: [(String, Int)] = [
        ("перв", 1), ("втор", 2), ("трет", 3), ("четверт", 4), ("пят", 5), ("шест", 6), ("седьм", 7), ("восьм", 8),
        ("девят", 9), ("десят", 10), ("одиннадцат", 11), ("двенадцат", 12), ("тринадцат", 13), ("четырнадцат", 14),
        ("пятнадцат", 15), ("шестнадцат", 16), ("семнадцат", 17), ("восемнадцат", 18), ("девятнадцат", 19),
        ("двадцат", 20), ("тридцат", 30), ("сорок", 40), ("пятьдесят", 50), ("пятидесят", 50), ("шестьдесят", 60),
        ("шестидесят", 60), ("семьдесят", 70), ("семидесят", 70), ("восемьдесят", 80), ("восьмидесят", 80),
        ("девяност", 90), ("сто", 100), ("сот", 100),
    ].sorted { $0.0.count > $1.0.count }
}
