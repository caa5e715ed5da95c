import Domain
import Ingest

/// The paragraph numbers that a cell may mean.
///
/// Spreadsheet programs read `127.10` as a decimal and keep 127.1, and `6.12` as a date. What was meant is not known then, so all
/// that it can have been are candidates, and words decide.
struct ParagraphReading: Hashable {
    /// Sort keys of `ParagraphNumber`, likeliest first.
    var keys: [String] = []
    /// The cell shows the number as it was typed.
    var isExact = false
    /// As shown, for messages.
    var shown = ""

    var isEmpty: Bool { keys.isEmpty }
    static let none = ParagraphReading()

    init() {}

    init(_ cell: CellContent?) {
        guard let cell else { return }
        shown = String(cell.shown.prefix(60))
        switch cell.value {
        case .text(let text): self = Self.inText(text) ?? Self()
        case .number(let value): readNumber(value, cell.shown)
        case .date(let date, let serial): readDate(date, serial)
        case .flag, .error: break
        }
    }

    /// A number at the beginning of a recommendation's words: `127.10 Ratify the ...`, `(45) Ensure ...`.
    static func leading(_ text: String) -> ParagraphReading {
        let text = western(text.drop { $0.isWhitespace || $0 == "(" || $0 == "§" }.prefix(60))
        let number = text.prefix { $0.isNumber || $0 == "." }
        guard number.contains("."), number.first?.isNumber == true,
            text.dropFirst(number.count).first.map(isBreak) ?? true,
            let paragraph = ParagraphNumber(String(trimmed(number)))
        else { return .none }
        var reading = ParagraphReading()
        reading.keys = [paragraph.sortKey]
        reading.isExact = true
        reading.shown = paragraph.printed
        return reading
    }

    private static func isBreak(_ character: Character) -> Bool {
        character.isWhitespace || ".):–-".contains(character)
    }

    /// `127.10`, `Para. 127,10`, `§ 127.10`, `A/HRC/43/15 para 127.10`, `21 (b)`, `№ 127.10`: the last number, with its letter.
    private static func inText(_ text: String) -> ParagraphReading? {
        guard text.count <= 80 else { return nil }
        let western = western(text[...])
        // A symbol's own numbers are none of a paragraph.
        let words = western.split(whereSeparator: { $0.isWhitespace || $0 == ":" || $0 == "§" || $0 == "№" })
            .filter { !$0.contains("/") }
        for (place, word) in words.enumerated().reversed() {
            let start = word.drop { !$0.isNumber }
            guard start.first?.isNumber == true else { continue }
            let number = start.prefix { $0.isNumber || ".,-".contains($0) }
            let printed = String(trimmed(number).map { ",-".contains($0) ? "." : $0 })
            guard !printed.isEmpty, printed.count <= 20 else { continue }
            let letter =
                letter(start.dropFirst(number.count)) ?? (place + 1 < words.count ? letter(words[place + 1]) : nil)
            var reading = ParagraphReading()
            reading.keys = [letter.map { printed + "(\($0))" }, printed].compactMap { $0 }
                .compactMap { ParagraphNumber($0)?.sortKey }
            reading.isExact = true
            reading.shown = printed + (letter.map { "(\($0))" } ?? "")
            return reading
        }
        return nil
    }

    /// `(b)` or `b)`; not a word.
    private static func letter(_ text: Substring) -> Character? {
        let inner = text.filter { $0 != "(" && $0 != ")" && $0 != "." }
        guard inner.count == 1, let letter = inner.lowercased().first, ("a"..."z").contains(letter),
            text.count > 1 || text.first == inner.first
        else { return nil }
        return letter
    }

    private static func trimmed(_ number: Substring) -> Substring {
        var number = number
        while let last = number.last, ".,-".contains(last) { number.removeLast() }
        return number
    }

    /// Digits of every script as 0...9, the Arabic decimal sign as a point.
    private static func western(_ text: Substring) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            if let digit = WordKey.digit(scalar) {
                out += String(digit)
            } else {
                out.unicodeScalars.append(scalar == "٫" || scalar == "．" ? "." : scalar)
            }
        }
        return out
    }

    private mutating func readNumber(_ value: Double, _ shown: String) {
        guard value > 0, value < 1_000_000, let paragraph = ParagraphNumber(shown) else { return }
        keys = [paragraph.sortKey]
        guard let point = shown.firstIndex(of: ".") else {
            isExact = true
            // A date whose format was taken away.
            if value > 20_000, let date = CalendarDate.ofSheet(serial: value) { addDate(date) }
            return
        }
        let decimals = shown.distance(from: point, to: shown.endIndex) - 1
        // With a format of two decimals the zero is shown; without, it may have been lost.
        isExact = shown.hasSuffix("0") || decimals >= 3
        if !isExact {
            for zeros in ["0", "00"] where decimals + zeros.count <= 3 {
                if let longer = ParagraphNumber(shown + zeros) { keys.append(longer.sortKey) }
            }
        }
    }

    private mutating func readDate(_ date: CalendarDate, _ serial: Double) {
        addDate(date)
        if serial > 0, let paragraph = ParagraphNumber(String(Int(serial))) { keys.append(paragraph.sortKey) }
    }

    /// `6.12` became 6 December or 12 June, `10.45` October 1945 or 2045.
    private mutating func addDate(_ date: CalendarDate) {
        guard let month = date.month, let day = date.day else { return }
        var forms = ["\(day).\(month)", "\(month).\(day)"]
        if day == 1 {
            let short = date.year % 100
            forms += ["\(month).\(short)", "\(month).0\(short)", "\(month).\(date.year)"]
        }
        for form in forms {
            if let paragraph = ParagraphNumber(form), !keys.contains(paragraph.sortKey) {
                keys.append(paragraph.sortKey)
            }
        }
    }
}
