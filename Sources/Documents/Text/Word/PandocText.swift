/// Makes a document's lines and tables of pandoc's blocks.
struct PandocText {
    private static let indentStep = 4

    let limits: TextLimits
    private(set) var text: DocumentText

    private var sizeBytes = 0

    init(origin: DocumentText.Origin, limits: TextLimits) {
        self.limits = limits
        text = DocumentText(origin: origin, lines: [])
    }

    mutating func add(_ block: PandocNode) throws(DocumentError) { try add(block, indent: 0) }

    /// One paragraph: a line and a blank one after it.
    mutating func add(paragraph: String, indent: Int = 0) throws(DocumentError) {
        let paragraph = PlainText.paragraph(paragraph)
        guard !paragraph.isEmpty else { return }
        sizeBytes += paragraph.utf8.count
        guard sizeBytes <= limits.textBytesMax else { throw .limit(.textBytes, max: limits.textBytesMax) }
        guard text.lines.count < 2 * limits.paragraphsMax else { throw .limit(.paragraphs, max: limits.paragraphsMax) }
        text.lines.append(.init(text: paragraph, indent: indent))
        text.lines.append(.init(text: ""))
    }

    private mutating func add(_ block: PandocNode, indent: Int) throws(DocumentError) {
        let content = block.content
        switch block.name {
        case "Para", "Plain": try add(paragraph: PandocInlines.text(of: content), indent: indent)
        case "Header": try add(paragraph: PandocInlines.text(of: content[2]), indent: indent)
        case "LineBlock":
            for line in content.array { try add(paragraph: PandocInlines.text(of: line), indent: indent) }
        case "CodeBlock":
            for line in content[1].string.split(separator: "\n") { try add(paragraph: String(line), indent: indent) }
        case "BlockQuote": for block in content.array { try add(block, indent: indent + Self.indentStep) }
        case "Div" where !Self.isFootnotes(content[0]):
            for block in content[1].array { try add(block, indent: indent) }
        case "OrderedList":
            let label = ListLabel(content[0])
            for (offset, item) in content[1].array.enumerated() {
                try add(item: item, label: label.text(at: offset), indent)
            }
        case "BulletList": for item in content.array { try add(item: item, label: "\u{2022}", indent) }
        case "DefinitionList":
            for definition in content.array {
                try add(paragraph: PandocInlines.text(of: definition[0]), indent: indent)
                for part in definition[1].array {
                    for block in part.array { try add(block, indent: indent + Self.indentStep) }
                }
            }
        case "Table": try add(table: content)
        default: break
        }
    }

    /// A part of a web page that holds its footnotes.
    private static func isFootnotes(_ attributes: PandocNode) -> Bool {
        attributes[1].array.contains { ["footnotes", "endnotes"].contains($0.string) }
            || attributes[2].array.contains { $0[0].string == "role" && $0[1].string == "doc-endnotes" }
    }

    /// The label stands before the item's first paragraph, or alone where the item begins otherwise.
    private mutating func add(item: PandocNode, label: String, _ indent: Int) throws(DocumentError) {
        var blocks = item.array[...]
        var head = label
        if let first = blocks.first, first.name == "Para" || first.name == "Plain" {
            head += " " + PandocInlines.text(of: first.content)
            blocks.removeFirst()
        }
        try add(paragraph: head, indent: indent)
        for block in blocks { try add(block, indent: indent + Self.indentStep) }
    }

    private mutating func add(table content: PandocNode) throws(DocumentError) {
        let rows = PandocTable.rows(of: content)
        guard rows.contains(where: { $0.count > 1 || ($0.first?.columns ?? 1) > 1 }) else {
            // A frame around text is no table.
            for cell in rows.joined() {
                for paragraph in cell.paragraphs { try add(paragraph: paragraph) }
            }
            return
        }
        for cell in rows.joined() { for paragraph in cell.paragraphs { sizeBytes += paragraph.utf8.count } }
        guard sizeBytes <= limits.textBytesMax else { throw .limit(.textBytes, max: limits.textBytesMax) }
        text.tables.append(.init(line: text.lines.count, rows: rows))
    }
}
