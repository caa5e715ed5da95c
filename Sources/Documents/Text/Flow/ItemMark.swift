/// The letter, number or bullet that begins an item of a list: `(a)`, `б)`, `(أ)`, `(iv)`, `(1)`, `•`.
struct ItemMark: Hashable, Sendable {
    /// As printed, with its parentheses.
    var printed: String
    /// Places in an alphabet that the letter can stand for, from 1: Latin and Cyrillic letters look alike.
    var letterPlaces: Set<Int> = []
    var romanPlace: Int?
    var numberPlace: Int?
    var isBullet = false

    /// The mark at the beginning of `text`, and where the text behind it begins.
    static func at(_ start: String.Index, of text: String) -> (mark: ItemMark, end: String.Index)? {
        let scalars = text.unicodeScalars
        var index = start
        while index < scalars.endIndex, FlowText.isInvisible(scalars[index]) { index = scalars.index(after: index) }
        guard index < scalars.endIndex else { return nil }
        if bullets.contains(scalars[index]) { return bullet(index, text) }
        if let place = circled(scalars[index]) {
            let end = scalars.index(after: index)
            return (ItemMark(printed: String(scalars[index]), numberPlace: place), end)
        }
        let isOpen = opening.contains(scalars[index])
        let inner = isOpen ? scalars.index(after: index) : index
        var end = inner
        var count = 0
        while end < scalars.endIndex, count < 5, isMarkLetter(scalars[end]) {
            end = scalars.index(after: end)
            count += 1
        }
        guard count > 0, end < scalars.endIndex else { return nil }
        let closing = scalars[end]
        let after = scalars.index(after: end)
        guard closing == ")" || closing == "）" || closing == "]" || (closing == "(" && scalars[index] == ")") else {
            guard closing == ".", !isOpen, count <= 4, after < scalars.endIndex, scalars[after].properties.isWhitespace
            else { return nil }
            return mark(text[inner..<end], text[index..<after], isDotted: true).map { ($0, after) }
        }
        // `word)`: only the whole word may be the mark, and one that is open needs no check.
        return mark(text[inner..<end], text[index..<after], isDotted: false).map { ($0, after) }
    }

    private static func mark(_ letters: Substring, _ printed: Substring, isDotted: Bool) -> ItemMark? {
        var mark = ItemMark(printed: String(printed.unicodeScalars.filter { !FlowText.isInvisible($0) }))
        // `A.` begins a heading, `a.` an item.
        if isDotted, letters.unicodeScalars.contains(where: { $0.properties.isUppercase }) { return nil }
        let lower = letters.lowercased()
        if lower.unicodeScalars.allSatisfy({ $0.properties.numericType == .decimal }) {
            guard !isDotted, lower.count <= 2 else { return nil }
            mark.numberPlace = FlowNumber.value(of: lower)
            return mark
        }
        if let place = chineseNumber(lower) {
            mark.numberPlace = place
            return mark
        }
        mark.letterPlaces = letterPlaces(lower)
        mark.romanPlace = roman(lower)
        return mark.letterPlaces.isEmpty && mark.romanPlace == nil ? nil : mark
    }

    private static func bullet(_ index: String.Index, _ text: String) -> (ItemMark, String.Index)? {
        let end = text.unicodeScalars.index(after: index)
        guard end < text.endIndex, text.unicodeScalars[end].properties.isWhitespace else { return nil }
        return (ItemMark(printed: "•", isBullet: true), end)
    }

    private static let opening: Set<Unicode.Scalar> = ["(", "（", "[", ")"]
    private static let bullets: Set<Unicode.Scalar> = [
        "•", "●", "○", "◦", "▪", "■", "–", "—", "-", "·", "\u{F0B7}", "*", "‣",
    ]

    private static func isMarkLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
    }

    private static func circled(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x2460...0x2473: Int(scalar.value - 0x2460) + 1
        case 0x3220...0x3229: Int(scalar.value - 0x3220) + 1
        default: nil
        }
    }
}

extension ItemMark {
    /// `i` of `(i)`, in small letters of any script.
    static func roman(_ text: String) -> Int? { romans[text] }

    private static let romans: [String: Int] = {
        let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
        let tens = ["", "x", "xx", "xxx"]
        var places: [String: Int] = [:]
        for (ten, first) in tens.enumerated() {
            for (one, second) in ones.enumerated() where ten + one > 0 { places[first + second] = ten * 10 + one }
        }
        return places
    }()

    private static func letterPlaces(_ letters: String) -> Set<Int> {
        guard let first = letters.first, letters.count == 1 || letters == String(repeating: first, count: 2) else {
            return []
        }
        let turn = letters.count == 2 ? 26 : 0
        return Set(alphabets.compactMap { alphabet in alphabet[first].map { $0 + (alphabet["a"] == nil ? 0 : turn) } })
    }

    private static let alphabets: [[Character: Int]] = [
        "abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщ", "абвгдеёжзийклмнопрстуфхцчш",
        // Cyrillic letters written in the place of Latin ones.
        "аbсdеfghijklmnорqrstuvwху", "أبجدهوزحطيكلمنسعفصقرشت", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
        "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
        "ابجدهوزحطيكلمنسعفصقرشت",
    ].map { alphabet in
        Dictionary(alphabet.enumerated().map { ($0.element, $0.offset + 1) }, uniquingKeysWith: { first, _ in first })
    }

    private static func chineseNumber(_ text: String) -> Int? {
        let digits: [Character: Int] = [
            "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
        ]
        let values = text.compactMap { digits[$0] }
        guard values.count == text.count else { return nil }
        return switch values.count {
        case 1: values[0]
        case 2 where values[0] == 10: 10 + values[1]
        case 2 where values[1] == 10: values[0] * 10
        default: nil
        }
    }

    /// `a` for the first item, whatever letters the document uses.
    static func label(_ place: Int) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        guard place > 0 else { return "" }
        if place <= 26 { return String(letters[place - 1]) }
        let letter = letters[(place - 1) % 26]
        return String(repeating: letter, count: (place - 1) / 26 + 1)
    }
}
