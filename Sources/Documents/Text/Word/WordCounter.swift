/// Counts numbered paragraphs as Word does.
struct WordCounter {
    private let numbering: WordNumbering
    /// By abstract list: the number each level stands at.
    private var counts: [String: [Int: Int]] = [:]
    private var started: Set<WordNumbering.Use> = []

    init(_ numbering: WordNumbering) { self.numbering = numbering }

    /// What stands before the next paragraph of a list; empty where its level shows nothing.
    mutating func label(_ use: WordNumbering.Use) -> String {
        guard let abstract = numbering.abstractList(use.list), let levels = numbering.levels(of: use.list),
            let level = levels[use.level]
        else { return "" }
        var count = counts[abstract] ?? [:]
        if started.insert(use).inserted, let start = numbering.startOverride(use) {
            count[use.level] = start
        } else {
            count[use.level] = count[use.level].map { $0 + 1 } ?? level.start
        }
        // A number begins all levels below it anew.
        for deeper in count.keys where deeper > use.level { count[deeper] = nil }
        for higher in 0..<use.level where count[higher] == nil { count[higher] = levels[higher]?.start ?? 1 }
        counts[abstract] = count
        guard level.format != "bullet" else { return "\u{2022}" }
        guard level.format != "none" || level.text.contains("%") == false else { return "" }
        var text = ""
        var isMark = false
        for character in level.text {
            if isMark, let place = character.wholeNumberValue, place > 0 {
                let format = level.isLegal ? "decimal" : levels[place - 1]?.format ?? "decimal"
                text += WordNumber.text(count[place - 1] ?? 1, format)
                isMark = false
            } else if character == "%", !isMark {
                isMark = true
            } else {
                text.append(character)
            }
        }
        return text
    }
}

/// A number in one of Word's formats.
enum WordNumber {
    static func text(_ number: Int, _ format: String) -> String {
        switch format {
        case "lowerLetter": ListLabel.letters(number)
        case "upperLetter": ListLabel.letters(number).uppercased()
        case "lowerRoman": ListLabel.roman(number)
        case "upperRoman": ListLabel.roman(number).uppercased()
        case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
        case "russianLower": letter(number, "абвгдежзиклмнопрстуфхцчшщэюя")
        case "russianUpper": letter(number, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ")
        case "arabicAlpha": letter(number, "أبتثجحخدذرزسشصضطظعغفقكلمنهوي")
        case "arabicAbjad": letter(number, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")
        case "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting",
            "taiwaneseCountingThousand":
            chinese(number)
        case "none": ""
        default: String(number)
        }
    }

    private static func letter(_ number: Int, _ alphabet: String) -> String {
        let letters = Array(alphabet)
        return (1...letters.count).contains(number) ? String(letters[number - 1]) : String(number)
    }

    private static func chinese(_ number: Int) -> String {
        let digits = Array("零一二三四五六七八九")
        guard (1...99).contains(number) else { return String(number) }
        if number < 10 { return String(digits[number]) }
        let tens = number < 20 ? "" : String(digits[number / 10])
        return tens + "十" + (number % 10 == 0 ? "" : String(digits[number % 10]))
    }
}
