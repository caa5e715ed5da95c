import Domain

/// The number or letter a line begins with: `121.`, `121.14`, `77.5.2`, `(a)`, `121-14`.
struct Marker: Hashable, Sendable {
    enum Value: Hashable, Sendable {
        case numbers([Int])
        /// From 0, whatever script letters it.
        case letter(Int)
    }

    var value: Value
    /// As printed, without the mark behind it.
    var printed: String
    /// The line's text behind the marker.
    var rest: Substring
    /// Whether a full stop or parenthesis stands behind the number.
    var isClosed: Bool

    var numbers: [Int]? {
        if case .numbers(let numbers) = value { return numbers }
        return nil
    }

    init?(_ text: String) {
        if let marker = Marker(numbersOf: text) ?? Marker(letterOf: text) {
            self = marker
        } else {
            return nil
        }
    }

    private init?(numbersOf text: String) {
        var numbers: [Int] = []
        var printed = ""
        var index = text.startIndex
        var isClosed = false
        scanning: while index < text.endIndex {
            let start = index
            var digits = ""
            while index < text.endIndex, let digit = text[index].wholeNumberValue, (0...9).contains(digit),
                digits.count < 5
            {
                digits.append(String(digit))
                index = text.index(after: index)
            }
            guard !digits.isEmpty, digits.count <= 3, let number = Int(digits) else {
                // `1.2016年`: what follows the full stop is no part of the number.
                index = start
                break
            }
            numbers.append(number)
            printed += digits
            isClosed = false
            guard index < text.endIndex else { break }
            switch text[index] {
            case ".", "-", "\u{2011}", "．", "\u{2013}":
                isClosed = true
                let after = text.index(after: index)
                guard after < text.endIndex, text[after].wholeNumberValue != nil, numbers.count < 4 else {
                    index = after
                    break scanning
                }
                printed += "."
                index = after
            case ")":
                isClosed = true
                index = text.index(after: index)
                break scanning
            default: break scanning
            }
        }
        // `121.14.`: the last part closed by a full stop that no number follows.
        guard !numbers.isEmpty else { return nil }
        if printed.last == "." { printed.removeLast() }
        var rest = text[index...]
        let first = rest.first
        let isApart = first == nil || first.map(\.isWhitespace) == true
        // `99.1Ratify`, `121.14《公约》`: nothing between number and text.
        guard
            isApart
                || (isClosed || numbers.count > 1)
                    && first.map({ $0.isLetter || isClosed && $0.isNumber || "«《“\"(".contains($0) }) == true
        else { return nil }
        rest = rest.drop(while: \.isWhitespace)
        value = .numbers(numbers)
        self.printed = printed
        self.rest = rest
        self.isClosed = isClosed
    }

    private init?(letterOf text: String) {
        guard let open = text.first, open == "(" || open == "（",
            let close = text.prefix(5).firstIndex(where: { $0 == ")" || $0 == "）" })
        else { return nil }
        let inside = text[text.index(after: text.startIndex)..<close]
        guard inside.count == 1, let letter = inside.first, let place = Self.place(of: letter) else { return nil }
        value = .letter(place)
        printed = String(inside)
        rest = text[text.index(after: close)...].drop(while: \.isWhitespace)
        isClosed = true
    }

    private static func place(of letter: Character) -> Int? {
        for alphabet in alphabets {
            if let place = alphabet.firstIndex(of: letter) { return place }
        }
        return nil
    }

    private static let alphabets: [[Character]] = [
        Array("abcdefghijklmnopqrstuvwxyz"), Array("абвгдежзиклмнопрстуф"), Array("أبجدهوزحطيكلمنسعفصقر"),
    ]
}
