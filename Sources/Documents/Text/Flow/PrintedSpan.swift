import Domain

/// A span of time in words or numbers: `within one year`, `dans un délai de 60 jours`, `в течение двух лет`, `两年内`.
struct PrintedSpan: Hashable, Sendable {
    enum Unit: Sendable { case hours, days, months, years }

    var count: Int
    var unit: Unit
    /// The words themselves, folded.
    var wording: String

    /// The first span that follows a word for "within".
    static func first(in text: String) -> PrintedSpan? {
        let folded = FlowText.of(text)
        guard let opening = within.firstRange(in: folded) else { return nil }
        let behind = folded[opening.lowerBound...].prefix(90)
        let words = behind.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }).map(String.init)
        for (index, word) in words.enumerated() {
            if let chinese = chineseSpan(word) { return chinese }
            guard let unit = unit(of: word) else { continue }
            // `سنتين`, `عامين`: the word itself says two; `سنة واحدة`: the number stands behind.
            let dual = duals.contains(word) ? 2 : nil
            let before = words[max(0, index - 3)..<index].reversed().lazy.compactMap { number($0) }.first
            let count = dual ?? before ?? 1
            return PrintedSpan(count: count, unit: unit, wording: words[...index].joined(separator: " "))
        }
        return nil
    }

    /// The day on which it ends; nil for hours.
    func end(from start: CalendarDate) -> CalendarDate? {
        guard let month = start.month, let day = start.day, count <= 1_000 else { return nil }
        switch unit {
        case .hours: return nil
        case .days: return Self.date(dayNumber: Self.dayNumber(start.year, month, day) + count)
        case .months, .years:
            let months = start.year * 12 + month - 1 + (unit == .years ? count * 12 : count)
            let year = months / 12
            // The 31st ends on the last day of a shorter month.
            return (0...3).lazy.compactMap { CalendarDate(year: year, month: months % 12 + 1, day: day - $0) }.first
        }
    }

    private static let within = FlowPhrases([
        "within", "in the course of", "no later than", "not later than", "dans un délai", "dans un delai", "dans les",
        "au plus tard",
        "en el plazo", "en un plazo", "dentro de", "в течение", "в срок", "не позднее", "в годичный срок", "في غضون",
        "خلال", "في ظرف",
        "年内", "个月内", "天内", "日内", "小时内",
    ])

    private static func unit(of word: String) -> Unit? {
        for (unit, words) in units where words.contains(where: { word.hasPrefix($0) }) { return unit }
        return nil
    }

    private static let units: [(Unit, [String])] = [
        (.hours, ["hour", "heure", "hora", "час", "ساعة"]),
        (.days, ["day", "jour", "dia", "дней", "дня", "день", "يوم", "ايام"]),
        (.months, ["month", "mois", "mes", "месяц", "شهر", "اشهر", "شهور"]),
        (.years, ["year", "an", "ano", "год", "лет", "سنة", "سنتين", "عام", "عامين", "سنوات"].map { $0 }),
    ].map { unit, words in (unit, words.map { FlowText.of($0) }) }
    private static let duals: Set<String> = Set(["سنتين", "عامين", "شهرين", "يومين"].map { FlowText.of($0) })

    private static func number(_ word: String) -> Int? { FlowNumber.value(of: word) ?? words[word] }

    private static let words: [String: Int] = {
        let lists: [String] = [
            "one two three four five six seven eight nine ten eleven twelve",
            "un deux trois quatre cinq six sept huit neuf dix onze douze",
            "un dos tres cuatro cinco seis siete ocho nueve diez once doce",
            "одного двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати",
        ]
        var words: [String: Int] = [
            "sixty": 60, "soixante": 60, "sesenta": 60, "шестидесяти": 60, "une": 1, "una": 1, "eighteen": 18,
            "ستين": 60, "ستون": 60,
            "واحدة": 1, "ثلاث": 3, "اثني": 12,
        ]
        for list in lists {
            for (place, word) in list.split(separator: " ").enumerated() { words[FlowText.of(word)] = place + 1 }
        }
        return words
    }()

    /// `一年内`, `60天内`, `在本结论性意见通过后两年内`.
    private static func chineseSpan(_ word: String) -> PrintedSpan? {
        let forms: [(String, Unit)] = [("小时内", .hours), ("天内", .days), ("日内", .days), ("个月内", .months), ("年内", .years)]
        for (form, unit) in forms {
            guard let range = word.firstRange(of: form) else { continue }
            let head = word[..<range.lowerBound]
            let digits: [Character: Int] = [
                "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
            ]
            let number = String(head.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
            let count = FlowNumber.value(of: number) ?? head.last.flatMap { digits[$0] } ?? 1
            return PrintedSpan(count: count, unit: unit, wording: String(head.suffix(4)) + form)
        }
        return nil
    }

    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    private static func date(dayNumber: Int) -> CalendarDate? {
        let era = dayNumber / 146_097
        let dayOfEra = dayNumber - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return CalendarDate(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}
