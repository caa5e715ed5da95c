/// Writes the numbers that Word only shows into the paragraphs of a DOCX, so that they are text like any other.
struct WordParagraphs {
    private let numbering: WordNumbering
    private let limits: TextLimits

    init(_ numbering: WordNumbering, _ limits: TextLimits) {
        self.numbering = numbering
        self.limits = limits
    }

    /// What is known of the paragraph whose properties are being read.
    private struct Properties {
        var style: String?
        var list: String?
        var level: Int?
        /// Where its numbering stands in the file.
        var numbering: Range<Int>?
    }

    /// The document with the numbers as text and no automatic numbering.
    func numbered(_ document: [UInt8]) throws(DocumentError) -> [UInt8] {
        var tags = try XMLTags(document, depthMax: limits.depthMax)
        var counter = WordCounter(numbering)
        var output: [UInt8] = []
        output.reserveCapacity(document.count + document.count / 16)
        var copied = 0
        var paragraphs = 0
        var properties: Properties?
        // Properties as they were before a tracked change say nothing.
        var formerDepth = 0
        while let tag = try tags.next() {
            if tag.isNamed("w:p"), tag.kind != .close {
                paragraphs += 1
                guard paragraphs <= limits.paragraphsMax else { throw .limit(.paragraphs, max: limits.paragraphsMax) }
            }
            if tag.isNamed("w:pPrChange"), tag.kind != .empty { formerDepth += tag.kind == .open ? 1 : -1 }
            guard formerDepth == 0, !numbering.isEmpty else { continue }
            if tag.isNamed("w:pPr") {
                if tag.kind == .open { properties = Properties() }
                guard tag.kind == .close, let ended = properties else { continue }
                properties = nil
                if let range = ended.numbering {
                    output += document[copied..<range.lowerBound]
                    copied = range.upperBound
                }
                output += document[copied..<tag.range.upperBound]
                copied = tag.range.upperBound
                let use = numbering.use(list: ended.list, level: ended.level, style: ended.style)
                if let label = use.map({ counter.label($0) }), !label.isEmpty { output += Self.run(label) }
            } else if properties != nil {
                Self.read(tag, tags, into: &properties)
            }
        }
        output += document[copied...]
        return output
    }

    private static func read(_ tag: XMLTags.Tag, _ tags: XMLTags, into properties: inout Properties?) {
        if tag.isNamed("w:pStyle") {
            properties?.style = tags.attribute("w:val", of: tag)
        } else if tag.isNamed("w:ilvl") {
            properties?.level = tags.attribute("w:val", of: tag).flatMap { Int($0) }
        } else if tag.isNamed("w:numId") {
            properties?.list = tags.attribute("w:val", of: tag)
        } else if tag.isNamed("w:numPr") {
            let start = properties?.numbering?.lowerBound ?? tag.range.lowerBound
            properties?.numbering = start..<tag.range.upperBound
        }
    }

    /// A run of text. Labels come out of the file's own attributes, so what must be escaped is escaped there already.
    private static func run(_ label: String) -> [UInt8] {
        let safe = label.replacing("<", with: "")
        return Array("<w:r><w:t xml:space=\"preserve\">\(safe) </w:t></w:r>".utf8)
    }

    /// The texts of a page header, paragraph by paragraph.
    static func texts(of part: [UInt8], depthMax: Int) throws(DocumentError) -> [String] {
        var tags = try XMLTags(part, depthMax: depthMax)
        var texts: [String] = []
        var text = ""
        var start: Int?
        while let tag = try tags.next() {
            if tag.isNamed("w:t") {
                if tag.kind == .open { start = tag.range.upperBound }
                if tag.kind == .close, let from = start {
                    text += unescaped(String(decoding: part[from..<tag.range.lowerBound], as: UTF8.self))
                    start = nil
                }
            } else if tag.isNamed("w:tab") || tag.isNamed("w:br") {
                text += " "
            } else if tag.isNamed("w:p"), tag.kind == .close {
                texts.append(PlainText.paragraph(text))
                text = ""
            }
        }
        return texts.filter { !$0.isEmpty }
    }

    private static func unescaped(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&apos;", with: "'").replacing("&amp;", with: "&")
    }
}
