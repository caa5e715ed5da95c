import Domain
import Ingest

/// Dates as people write them in tables: days, months, quarters and years, never more exact than what is written.
enum DateReading {
    enum Reading: Hashable {
        case date(CalendarDate)
        /// "ongoing", "to be confirmed": there is none.
        case none
        case unreadable
    }

    static func read(_ cell: CellContent) -> Reading {
        switch cell.value {
        case .date(let date, _): return .date(date)
        case .number(let value):
            if value == value.rounded(), (1_990...2_100).contains(value) { return year(Int(value)) }
            if value > 20_000, let date = CalendarDate.ofSheet(serial: value) { return .date(date) }
            return .unreadable
        case .text(let text): return read(text)
        case .flag, .error: return .unreadable
        }
    }

    static func read(_ text: String) -> Reading {
        let words = WordKey.words(text)
        let key = words.joined(separator: " ")
        if key.isEmpty || none.contains(key) { return .none }
        if let date = CalendarDate(text.filter { !$0.isWhitespace }), text.count <= 12 { return .date(date) }
        // Chinese writes its marks between the numbers.
        let marked = key.map { "年月日号".contains($0) ? " " : String($0) }.joined()
        let parts = marked.split(separator: " ").map(String.init)
        let numbers = parts.compactMap { part in Int(part.prefix { $0.isNumber }) }
        if let quarter = quarter(parts), let year = numbers.first(where: { (1_990...2_100).contains($0) }) {
            return CalendarDate(year: year, month: quarter * 3).map { .date($0) } ?? .unreadable
        }
        let named = parts.lazy.compactMap { month($0) }.first
        switch (numbers.count, named) {
        case (1, nil): return (1_990...2_100).contains(numbers[0]) ? year(numbers[0]) : .unreadable
        case (1, let month?): return made(numbers[0], month, nil)
        case (2, let month?): return made(numbers[1], month, numbers[0])
        case (2, nil):
            // 12/2026 and 2026-12.
            let isYearFirst = numbers[0] > 1_000
            return made(isYearFirst ? numbers[0] : numbers[1], isYearFirst ? numbers[1] : numbers[0], nil)
        case (3, nil): return numeric(numbers)
        default: return .unreadable
        }
    }

    /// 03/04/2026 could be either, and is not guessed.
    private static func numeric(_ numbers: [Int]) -> Reading {
        if numbers[0] > 1_000 { return made(numbers[0], numbers[1], numbers[2]) }
        let year = numbers[2] < 100 ? numbers[2] + 2_000 : numbers[2]
        if numbers[0] > 12 || numbers[0] == numbers[1] { return made(year, numbers[1], numbers[0]) }
        return numbers[1] > 12 ? made(year, numbers[0], numbers[1]) : .unreadable
    }

    private static func made(_ year: Int, _ month: Int, _ day: Int?) -> Reading {
        guard (1_990...2_100).contains(year) else { return .unreadable }
        return CalendarDate(year: year, month: month, day: day).map { .date($0) } ?? .unreadable
    }

    private static func year(_ year: Int) -> Reading { CalendarDate(year: year).map { .date($0) } ?? .unreadable }

    /// `Q4`, `4e trimestre`, `IV квартал`.
    private static func quarter(_ parts: [String]) -> Int? {
        for (place, part) in parts.enumerated() {
            if part.count == 2, let first = part.first, "qtt季".contains(first), let number = Int(part.dropFirst()),
                (1...4).contains(number)
            {
                return number
            }
            guard quarterWords.contains(part), place > 0 else { continue }
            let before = parts[place - 1]
            if let number = Int(before.prefix { $0.isNumber }), (1...4).contains(number) { return number }
            if let roman = ["i", "ii", "iii", "iv"].firstIndex(of: before) { return roman + 1 }
        }
        return nil
    }

    private static func month(_ word: String) -> Int? {
        guard word.count >= 3 else { return nil }
        for (number, names) in months.enumerated() {
            if names.contains(where: { $0 == word || ($0.count > 4 && word.count >= 4 && $0.hasPrefix(word)) }) {
                return number + 1
            }
        }
        return nil
    }

    private static let quarterWords: Set<String> = ["quarter", "trimestre", "квартал", "кв", "الربع", "季度"]
    private static let none = Set(
        [
            "ongoing", "continuous", "tbc", "tbd", "n a", "na", "to be confirmed", "permanent", "en continu",
            "à confirmer",
            "permanente", "continuo", "por confirmar", "постоянно", "مستمر", "غير محدد", "长期", "待定", "持续",
        ]
        .map { WordKey.of($0) })

    private static let months: [[String]] = [
        ["january", "jan", "janvier", "janv", "enero", "ene", "январь", "января", "янв", "يناير", "كانون الثاني"],
        ["february", "feb", "fevrier", "fevr", "febrero", "февраль", "февраля", "فبراير", "شباط"],
        ["march", "mar", "mars", "marzo", "март", "марта", "مارس", "اذار"],
        ["april", "apr", "avril", "avr", "abril", "abr", "апрель", "апреля", "ابريل", "نيسان"],
        ["may", "mai", "mayo", "май", "мая", "مايو", "ايار"],
        ["june", "jun", "juin", "junio", "июнь", "июня", "يونيو", "حزيران"],
        ["july", "jul", "juillet", "juil", "julio", "июль", "июля", "يوليو", "تموز"],
        ["august", "aug", "aout", "agosto", "ago", "август", "августа", "اغسطس", "اب"],
        ["september", "sept", "sep", "septembre", "septiembre", "сентябрь", "сентября", "سبتمبر", "ايلول"],
        ["october", "oct", "octobre", "octubre", "октябрь", "октября", "اكتوبر", "تشرين الاول"],
        ["november", "nov", "novembre", "noviembre", "ноябрь", "ноября", "نوفمبر", "تشرين الثاني"],
        ["december", "dec", "decembre", "diciembre", "dic", "декабрь", "декабря", "ديسمبر", "كانون الاول"],
    ]
}
