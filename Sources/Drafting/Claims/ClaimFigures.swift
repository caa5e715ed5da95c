import Domain
import Foundation

/// The figures and dates of a text. What stands in a date is no figure.
struct ClaimFigures: Sendable {
    struct Figure: Hashable, Sendable {
        /// As written, digits made Latin.
        var text: String
        /// What it may mean: `1.234` is a thousand here and a bit more than one there.
        var values: [Double]
        var isPercent = false
    }

    struct Day: Hashable, Sendable {
        var year: Int
        var month: Int?
        var day: Int?
        var text: String
    }

    private(set) var figures: [Figure] = []
    private(set) var days: [Day] = []

    init(_ text: String, _ words: ClaimPatterns.Words?, isSpaced: Bool) {
        let folded = ClaimText.folded(text)
        let tokens = Self.tokens(folded)
        var used: Set<Int> = []
        for place in tokens.indices {
            guard case .number(let digits) = tokens[place], let year = Int(digits), digits.count == 4,
                (1900...2100).contains(year)
            else { continue }
            days.append(Self.day(year, at: place, tokens, words, &used))
        }
        for place in tokens.indices where !used.contains(place) {
            guard case .number(let digits) = tokens[place],
                !Self.isReference(place, tokens, words, isSpaced: isSpaced)
            else { continue }
            var figure = Figure(text: digits, values: Self.values(digits))
            figure.isPercent = Self.isPercent(place, tokens, words, isSpaced: isSpaced)
            figures.append(figure)
        }
    }

    private enum Token: Hashable {
        case number(String), word(String), sign(Character)
    }

    private static func tokens(_ text: String) -> [Token] {
        var tokens: [Token] = []
        var number = ""
        var word = ""
        func close() {
            while let last = number.last, !last.isNumber { number.removeLast() }
            if !number.isEmpty { tokens.append(.number(number)) }
            if !word.isEmpty { tokens.append(.word(word)) }
            (number, word) = ("", "")
        }
        let characters = Array(text)
        for (place, character) in characters.enumerated() {
            let next = characters.indices.contains(place + 1) ? characters[place + 1] : " "
            if character.isASCII, character.isNumber {
                if !word.isEmpty { close() }
                number.append(character)
            } else if !number.isEmpty, next.isASCII, next.isNumber, isJoint(character, number, characters, place) {
                number.append(
                    character == "," || character == "." || character == "٫" || character == "٬" ? character : " ")
            } else if character.isLetter, (0x4E00...0x9FFF).contains(character.unicodeScalars.first?.value ?? 0) {
                close()
                tokens.append(.word(String(character)))
            } else if character.isLetter {
                if !number.isEmpty { close() }
                word.append(character)
            } else {
                close()
                if !character.isWhitespace { tokens.append(.sign(character)) }
            }
        }
        close()
        return tokens
    }

    /// Whether a sign or space stands within a number: a blank only before three digits.
    private static func isJoint(_ character: Character, _ number: String, _ all: [Character], _ place: Int) -> Bool {
        if [",", ".", "٫", "٬"].contains(character) { return true }
        guard ["\u{A0}", "\u{202F}", "\u{2009}", " "].contains(character) else { return false }
        let after = all[(place + 1)...].prefix { $0.isASCII && $0.isNumber }
        let before = number.reversed().prefix { $0.isNumber }
        return after.count == 3 && before.count <= 3 && !number.contains(".")
    }

    private static func values(_ text: String) -> [Double] {
        let plain = text.replacing("٫", with: ".").replacing("٬", with: ",").replacing(" ", with: "")
        let signs = plain.filter { !$0.isNumber }
        guard let last = signs.last else { return Double(plain).map { [$0] } ?? [] }
        let digits = plain.filter(\.isNumber)
        let tail = plain.reversed().prefix { $0.isNumber }.count
        let asDecimal = Double(
            plain.dropLast(tail + 1).filter(\.isNumber) + "." + plain.suffix(tail))
        let isGrouped = tail == 3
        if signs.filter({ $0 == last }).count > 1 { return Double(digits).map { [$0] } ?? [] }
        return [asDecimal, isGrouped ? Double(digits) : nil].compactMap { $0 }
    }

    /// Whether it is the number of a recommendation, paragraph, article or document, and counts nothing.
    private static func isReference(
        _ place: Int, _ tokens: [Token], _ words: ClaimPatterns.Words?, isSpaced: Bool
    ) -> Bool {
        let before = tokens[max(0, place - (isSpaced ? 2 : 3))..<place].compactMap { token -> String? in
            if case .word(let word) = token { word } else { nil }
        }
        let text = ClaimText(before.joined(separator: isSpaced ? " " : ""), isSpaced: isSpaced)
        return (words?.references ?? []).contains { !$0.places(in: text).isEmpty }
    }

    private static func isPercent(
        _ place: Int, _ tokens: [Token], _ words: ClaimPatterns.Words?, isSpaced: Bool
    ) -> Bool {
        func text(_ range: Range<Int>) -> String {
            tokens[range].map { token in
                switch token {
                case .number(let text), .word(let text): text
                case .sign(let sign): String(sign)
                }
            }.joined(separator: isSpaced ? " " : "")
        }
        let after = ClaimText(text(min(place + 1, tokens.count)..<min(place + 3, tokens.count)), isSpaced: isSpaced)
        let before = ClaimText(text(max(0, place - (isSpaced ? 1 : 3))..<place), isSpaced: isSpaced)
        return (words?.percent ?? []).contains { pattern in
            pattern.places(in: after).contains { $0.lowerBound == 0 }
                || (!isSpaced && pattern.places(in: before).contains { $0.upperBound == before.words.count })
        }
    }

    private static func day(
        _ year: Int, at place: Int, _ tokens: [Token], _ words: ClaimPatterns.Words?, _ used: inout Set<Int>
    ) -> Day {
        used.insert(place)
        var day = Day(year: year, month: nil, day: nil, text: String(year))
        if let month = chineseMonth(after: place, tokens) {
            (day.month, day.day) = (month.month, month.day)
            used.formUnion(month.places)
            return day
        }
        // Words and numbers just before the year: "3 May 2026", "3 de mayo de 2026", "3 мая 2026", "May 3, 2026".
        for back in stride(from: place - 1, through: max(0, place - 5), by: -1) {
            guard case .word(let word) = tokens[back] else { continue }
            let text = ClaimText(word, isSpaced: true)
            guard
                let month = (words?.months ?? []).firstIndex(where: { names in
                    names.contains { !$0.places(in: text).isEmpty }
                })
            else { continue }
            day.month = month + 1
            used.insert(back)
            // Arabic names a month twice: "14 تشرين الأول/أكتوبر 2026".
            for near in [back - 1, back - 2, back - 3, back - 4, back + 1]
            where tokens.indices.contains(near) && near < place {
                guard case .number(let digits) = tokens[near], let value = Int(digits), (1...31).contains(value) else {
                    continue
                }
                day.day = value
                used.insert(near)
                break
            }
            break
        }
        return day
    }

    private static func chineseMonth(
        after place: Int, _ tokens: [Token]
    ) -> (month: Int, day: Int?, places: [Int])? {
        func number(_ at: Int, _ sign: String) -> Int? {
            guard tokens.indices.contains(at + 1), case .number(let digits) = tokens[at],
                tokens[at + 1] == .word(sign)
            else { return nil }
            return Int(digits)
        }
        guard tokens.indices.contains(place + 1), tokens[place + 1] == .word("年"),
            let month = number(place + 2, "月")
        else { return nil }
        guard let day = number(place + 4, "日") else { return (month, nil, [place + 2]) }
        return (month, day, [place + 2, place + 4])
    }
}
