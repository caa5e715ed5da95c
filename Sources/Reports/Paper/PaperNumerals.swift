package import Domain

/// How a language numbers headings, paragraphs, items and annexes in documents of the United Nations.
package struct PaperNumerals: Hashable, Sendable {
    private let language: LanguageTag

    package init(_ language: LanguageTag) { self.language = language }

    /// `I.`, `A.`, `1.` by level; in Arabic `أولاً-`, `ألف-`, `1-`; in Chinese `一.`, `A.`, `1.`. Numbers from 1.
    package func heading(level: Int, _ number: Int) -> String {
        switch (language, level) {
        case (.arabic, 1): (Self.pick(Self.arabicOrdinals, number) ?? String(number)) + "-"
        case (.arabic, 2): (Self.pick(Self.arabicNames, number) ?? String(number)) + "-"
        case (.arabic, _): "\(number)-"
        case (.chinese, 1): Self.chinese(number) + "."
        case (_, 1): Self.roman(number) + "."
        case (_, 2): Self.letters(number).uppercased() + "."
        default: "\(number)."
        }
    }

    /// `12.`; in Arabic `12-`.
    package func paragraph(_ number: Int) -> String { language == .arabic ? "\(number)-" : "\(number)." }

    /// `(a)`; in Arabic `(أ)`; in French, Spanish and Russian `a)`.
    package func item(_ number: Int) -> String {
        switch language {
        case .arabic: "(" + (Self.pick(Self.arabicLetters, number) ?? String(number)) + ")"
        case .french, .spanish, .russian: Self.letters(number) + ")"
        default: "(" + Self.letters(number) + ")"
        }
    }

    /// `II`; in Arabic `الثاني`, in Chinese `二`.
    package func annex(_ number: Int) -> String {
        switch language {
        case .arabic: Self.pick(Self.arabicAdjectives, number) ?? String(number)
        case .chinese: Self.chinese(number)
        default: Self.roman(number)
        }
    }

    private static func pick(_ words: [String], _ number: Int) -> String? {
        words.indices.contains(number - 1) ? words[number - 1] : nil
    }

    static func roman(_ number: Int) -> String {
        guard (1..<4_000).contains(number) else { return String(number) }
        let steps = [
            (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var (rest, text) = (number, "")
        for (value, sign) in steps {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    /// a to z, then aa, bb, as word processors go on.
    static func letters(_ number: Int) -> String {
        guard number >= 1 else { return String(number) }
        let letter = Character(UnicodeScalar(UInt8(ascii: "a") + UInt8((number - 1) % 26)))
        return String(repeating: letter, count: (number - 1) / 26 + 1)
    }

    /// 一 to 九十九; beyond, figures.
    static func chinese(_ number: Int) -> String {
        guard (1..<100).contains(number) else { return String(number) }
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let (tens, ones) = (number / 10, number % 10)
        return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[ones]
    }

    private static let arabicOrdinals = [
        "أولاً", "ثانياً", "ثالثاً", "رابعاً", "خامساً", "سادساً", "سابعاً", "ثامناً", "تاسعاً", "عاشراً", "حادي عشر", "ثاني عشر",
        "ثالث عشر", "رابع عشر", "خامس عشر", "سادس عشر", "سابع عشر", "ثامن عشر", "تاسع عشر", "عشرون",
    ]
    private static let arabicAdjectives = [
        "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر",
    ]
    private static let arabicNames = [
        "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم", "نون", "سين", "عين",
        "فاء", "صاد", "قاف", "راء", "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد", "ظاء", "غين",
    ]
    private static let arabicLetters = [
        "أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر", "ش", "ت",
        "ث", "خ", "ذ", "ض", "ظ", "غ",
    ]
}
