/// The words of the program in one language.
package struct Catalogue: Sendable {
    package enum Direction: String, Sendable { case leftToRight = "ltr", rightToLeft = "rtl" }

    /// BCP 47, as in `lang` attributes and addresses.
    package let tag: String
    /// The language's name in itself.
    package let name: String
    package let direction: Direction
    package let plural: PluralRule
    private let numbers: NumberForm
    private let dates: DateForm
    /// Percent sign and its place: `{number} %`.
    private let percent: Message?
    let messages: [String: Message]
    /// English for what this catalogue misses: empty in English itself.
    private let fallback: [String: Message]

    init(_ file: CatalogueFile, messages: [String: Message], plural: PluralRule, fallback: [String: Message]) {
        tag = file.language.tag
        name = file.language.name
        direction = Direction(rawValue: file.language.direction) ?? .leftToRight
        self.plural = plural
        numbers = NumberForm(locale: file.language.locale)
        dates = DateForm(locale: file.language.locale)
        percent = messages["format.percent"]
        self.messages = messages
        self.fallback = fallback
    }

    package func has(_ key: String) -> Bool { messages[key] != nil }

    /// The message of a key with its arguments put in. A key that no catalogue has comes back between `⟦ ⟧`, which tests look for.
    package func text(_ key: String, _ arguments: KeyValuePairs<String, Argument> = [:]) -> String {
        guard let message = messages[key] ?? fallback[key] else { return "⟦\(key)⟧" }
        var text = ""
        write(message.parts, arguments, count: nil) { piece in
            switch piece {
            case .text(let value): text += value
            case .slot(let name): text += "⟦\(name)⟧"
            }
        }
        return text
    }

    /// A piece of a message: text, or the place of an argument that was not given, to be filled with a link or mark.
    package enum Piece: Sendable, Hashable {
        case text(String)
        case slot(String)
    }

    /// The message in pieces, so that a page can put an element where an argument stands.
    package func pieces(_ key: String, _ arguments: KeyValuePairs<String, Argument> = [:]) -> [Piece] {
        guard let message = messages[key] ?? fallback[key] else { return [.text("⟦\(key)⟧")] }
        var pieces: [Piece] = []
        write(message.parts, arguments, count: nil) { pieces.append($0) }
        return pieces
    }

    /// The message of a key, filled with values that are known by name alone: a plural or number takes whole numbers, a calendar date
    /// (`2026-05-01`) is written out. Nil where no catalogue has the key; `missing` are the names of arguments that were not given.
    package func text(_ key: String, filling values: [String: String]) -> (text: String, missing: [String])? {
        guard let message = messages[key] ?? fallback[key] else { return nil }
        var (text, missing) = ("", [String]())
        let numbers = values.compactMapValues { Int($0).map { Argument.number($0) } }
        let texts = values.mapValues { Argument.text(written($0)) }
        write(message.parts, { isNumber, name in isNumber ? numbers[name] : texts[name] }, count: nil) { piece in
            switch piece {
            case .text(let value): text += value
            case .slot(let name): missing.append(name)
            }
        }
        return (text, missing)
    }

    private func written(_ value: String) -> String {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return value }
        return date(year: year, month: month, day: day)
    }

    package func number(_ value: Int) -> String { numbers.text(value) }

    /// A share in whole percent; less than a half percent, but not nothing, is `<1`.
    package func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let exact = Double(part) * 100 / Double(whole)
        let rounded = Int(exact.rounded())
        if part > 0, rounded == 0 { return text("format.percent", ["number": .text("<" + number(1))]) }
        if part < whole, rounded == 100 { return text("format.percent", ["number": .text(">" + number(99))]) }
        return text("format.percent", ["number": .text(number(rounded))])
    }

    package func date(year: Int, month: Int? = nil, day: Int? = nil) -> String {
        dates.text(year: year, month: month, day: day) ?? String(year)
    }

    private func write(
        _ parts: [Message.Part], _ arguments: KeyValuePairs<String, Argument>, count: Int?, to put: (Piece) -> Void
    ) {
        write(parts, { _, name in arguments.first(where: { $0.key == name })?.value }, count: count, to: put)
    }

    /// `argument` gives a value by name; its first parameter says whether a number is asked for.
    private func write(
        _ parts: [Message.Part], _ argument: (Bool, String) -> Argument?, count: Int?, to put: (Piece) -> Void
    ) {
        for part in parts {
            switch part {
            case .text(let text): put(.text(text))
            case .count: put(.text(number(count ?? 0)))
            case .argument(let name): put(self.piece(name, argument(false, name)))
            case .number(let name): put(self.piece(name, argument(true, name)))
            case .plural(let name, let exact, let forms):
                guard case .number(let value) = argument(true, name) else {
                    put(.slot(name))
                    continue
                }
                let chosen = exact[value] ?? forms[plural.category(of: value)] ?? forms[.other] ?? []
                write(chosen, argument, count: value, to: put)
            }
        }
    }

    private func piece(_ name: String, _ argument: Argument?) -> Piece {
        switch argument {
        case .text(let text): .text(text)
        case .number(let value): .text(number(value))
        case nil: .slot(name)
        }
    }
}
