/// The number or letter in front of a list item, as a word processor shows it.
struct ListLabel {
    private let start: Int
    private let style: String
    private let delimiter: String

    /// From the attributes of pandoc's ordered list.
    init(_ attributes: PandocNode) {
        start = attributes[0].number
        style = attributes[1].name
        delimiter = attributes[2].name
    }

    /// `1.`, `(a)`, `iv)`. Where the delimiter is not known, letters and Roman numbers stand in parentheses and numbers before a point.
    func text(at offset: Int) -> String {
        let number = start + offset
        let (name, usual) =
            switch style {
            case "LowerAlpha": (Self.letters(number), "TwoParens")
            case "UpperAlpha": (Self.letters(number).uppercased(), "Period")
            case "LowerRoman": (Self.roman(number), "TwoParens")
            case "UpperRoman": (Self.roman(number).uppercased(), "Period")
            default: (String(number), "Period")
            }
        switch delimiter == "DefaultDelim" ? usual : delimiter {
        case "OneParen": return name + ")"
        case "TwoParens": return "(" + name + ")"
        default: return name + "."
        }
    }

    /// `a` to `z`, then `aa`, `bb` as Word counts on.
    static func letters(_ number: Int) -> String {
        guard (1...26 * 20).contains(number) else { return String(number) }
        let letter = Character(Unicode.Scalar(UInt8(97 + (number - 1) % 26)))
        return String(repeating: letter, count: (number - 1) / 26 + 1)
    }

    static func roman(_ number: Int) -> String {
        guard (1...3_999).contains(number) else { return String(number) }
        var left = number
        var text = ""
        for (value, sign) in romanSigns {
            while left >= value {
                text += sign
                left -= value
            }
        }
        return text
    }

    private static let romanSigns = [
        (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
        (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
}
