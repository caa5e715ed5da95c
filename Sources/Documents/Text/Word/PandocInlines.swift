/// The text of pandoc's inlines.
enum PandocInlines {
    /// Without footnotes and their marks, pictures and markup of other formats; a forced line break is `\n`.
    static func text(of inlines: PandocNode) -> String {
        var text = ""
        append(inlines, to: &text)
        return text
    }

    private static func append(_ inlines: PandocNode, to text: inout String) {
        for inline in inlines.array { append(inline: inline, to: &text) }
    }

    private static func append(inline: PandocNode, to text: inout String) {
        let content = inline.content
        switch inline.name {
        case "Str": text += content.string
        case "Space", "SoftBreak": text += " "
        case "LineBreak": text += "\n"
        case "Emph", "Underline", "Strong", "Strikeout", "Subscript", "SmallCaps": append(content, to: &text)
        case "Superscript":
            // A footnote's mark that was typed by hand; `1st` keeps its letters.
            let raised = Self.text(of: content)
            if !raised.allSatisfy({ $0.isNumber || $0 == "*" || $0 == "," || $0.isWhitespace }) { text += raised }
        case "Quoted": quote(content, to: &text)
        case "Cite", "Link", "Span": append(content[1], to: &text)
        case "Code", "Math": text += content[1].string
        default: break
        }
    }

    private static func quote(_ content: PandocNode, to text: inout String) {
        let isDouble = content[0].name == "DoubleQuote"
        text += isDouble ? "\u{201C}" : "\u{2018}"
        append(content[1], to: &text)
        text += isDouble ? "\u{201D}" : "\u{2019}"
    }
}
