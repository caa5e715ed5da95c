import Domain

/// The styles of a paper in Word, named as Word names its own where it has them, so that its outline and contents work.
struct WordStyles {
    let language: LanguageTag
    let isRightToLeft: Bool

    private struct Style {
        var id: String
        var name: String
        var base: String?
        var next: String?
        /// Half points.
        var size: Int?
        var isBold = false
        var isItalic = false
        /// Twentieths of a point.
        var before = 0
        var after = 0
        var left = 0
        var right = 0
        var hanging = 0
        /// `both`, `center`, `left` (the start of the line) or `right`.
        var align: String?
        var tab: Int?
        var outline: Int?
        var keepsNext = false
        var startsPage = false
        var numberLevel: Int?
    }

    var bytes: [UInt8] {
        var out = PaperXML(declaration: true)
        out.element("w:styles", ["xmlns:w": WordParts.main]) { out in
            defaults(&out)
            for style in Self.styles { write(style, &out) }
            characterStyles(&out)
            tableStyle(&out)
        }
        return out.bytes
    }

    private static let styles: [Style] = [
        Style(id: "Normal", name: "Normal"),
        Style(id: "Mark", name: "Mark", size: 18, isBold: true, after: 120, align: "center"),
        Style(id: "Masthead", name: "Masthead", size: 40, isBold: true),
        Style(id: "Symbol", name: "Document Symbol", size: 28, isBold: true, after: 120, align: "left"),
        Style(id: "Rubric", name: "Rubric"),
        Style(id: "Organ", name: "Organ", isBold: true, before: 60),
        Style(
            id: "Title", name: "Title", next: "Subtitle", size: 34, isBold: true, before: 360, after: 240, left: 1134,
            right: 1134, keepsNext: true),
        Style(
            id: "Subtitle", name: "Subtitle", next: "NumberedParagraph", size: 24, isBold: true, after: 240, left: 1134,
            right: 1134),
        Style(
            id: "Heading1", name: "heading 1", next: "NumberedParagraph", size: 28, isBold: true, before: 360,
            after: 240, left: 1134, right: 1134, hanging: 567, tab: 1134, outline: 0, keepsNext: true),
        Style(
            id: "Heading2", name: "heading 2", next: "NumberedParagraph", size: 24, isBold: true, before: 360,
            after: 240, left: 1134, right: 1134, hanging: 567, tab: 1134, outline: 1, keepsNext: true),
        Style(
            id: "Heading3", name: "heading 3", next: "NumberedParagraph", isBold: true, before: 240, after: 120,
            left: 1134, right: 1134, hanging: 567, tab: 1134, outline: 2, keepsNext: true),
        Style(
            id: "PlainParagraph", name: "Plain Paragraph", after: 120, left: 1134, right: 1134, align: "both"),
        Style(
            id: "NumberedParagraph", name: "Numbered Paragraph", base: "PlainParagraph", after: 120, left: 1134,
            right: 1134, align: "both", numberLevel: 0),
        Style(
            id: "NumberedItem", name: "Numbered Item", base: "PlainParagraph", after: 120, left: 1701, right: 1134,
            align: "both", numberLevel: 1),
        Style(
            id: "GivenParagraph", name: "Given Paragraph", base: "PlainParagraph", after: 120, left: 1134, right: 1134,
            align: "both", tab: 2098),
        Style(id: "Quote", name: "Quote", after: 120, left: 1701, right: 1701, align: "both"),
        Style(
            id: "AnnexNumber", name: "Annex Number", next: "AnnexTitle", size: 28, isBold: true, after: 120,
            align: "left", keepsNext: true, startsPage: true),
        Style(
            id: "AnnexTitle", name: "Annex Title", next: "NumberedParagraph", size: 28, isBold: true, after: 240,
            left: 1134, right: 1134, outline: 0, keepsNext: true),
        Style(id: "TableNumber", name: "Table Number", before: 240, keepsNext: true),
        Style(id: "Caption", name: "caption", isBold: true, after: 120, keepsNext: true),
        Style(id: "TableHead", name: "Table Head", size: 16, isItalic: true, before: 60, after: 60, keepsNext: true),
        Style(id: "TableText", name: "Table Text", size: 18, before: 40, after: 40),
        Style(id: "TableNote", name: "Table Note", size: 16, before: 60, after: 240),
        Style(id: "FootnoteText", name: "footnote text", size: 18),
        Style(id: "Header", name: "header", size: 18, isBold: true),
        Style(id: "Footer", name: "footer", size: 18, isBold: true),
    ]

    private func defaults(_ out: inout PaperXML) {
        out.element("w:docDefaults") { out in
            out.element("w:rPrDefault") { out in
                out.element("w:rPr") { out in
                    out.empty(
                        "w:rFonts",
                        [
                            "w:ascii": "Times New Roman", "w:hAnsi": "Times New Roman", "w:eastAsia": "SimSun",
                            "w:cs": language == .arabic ? "Traditional Arabic" : "Times New Roman",
                        ])
                    out.empty("w:sz", ["w:val": language == .chinese ? "21" : "20"])
                    out.empty("w:szCs", ["w:val": language == .arabic ? "28" : "20"])
                    Self.write(language, &out)
                }
            }
            out.element("w:pPrDefault") { out in
                out.element("w:pPr") { $0.empty("w:spacing", ["w:line": "240", "w:lineRule": "atLeast"]) }
            }
        }
    }

    /// Which of Word's three languages a tag is for.
    static func write(_ language: LanguageTag, _ out: inout PaperXML) {
        let regions = [
            "ar": "ar-SA", "zh": "zh-CN", "en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU",
        ]
        let full = regions[language.rawValue] ?? language.rawValue
        let isArabic = PaperWords.isRightToLeft(language)
        let isEastAsian = ["zh", "ja", "ko"].contains(String(language.rawValue.prefix(2)))
        out.empty(
            "w:lang",
            [
                "w:val": isArabic || isEastAsian ? "en-GB" : full, "w:eastAsia": isEastAsian ? full : "zh-CN",
                "w:bidi": isArabic ? full : "ar-SA",
            ])
    }

    private func write(_ style: Style, _ out: inout PaperXML) {
        out.element(
            "w:style",
            [
                "w:type": "paragraph", "w:default": style.id == "Normal" ? "1" : nil, "w:styleId": style.id,
                "w:customStyle": Self.own.contains(style.id) ? "1" : nil,
            ]
        ) { out in
            out.empty("w:name", ["w:val": style.name])
            if style.id != "Normal" { out.empty("w:basedOn", ["w:val": style.base ?? "Normal"]) }
            if let next = style.next { out.empty("w:next", ["w:val": next]) }
            out.empty("w:qFormat")
            out.element("w:pPr") { paragraph(style, &$0) }
            out.element("w:rPr") { out in
                if style.isBold { out.empty("w:b") }
                if style.isBold || (style.isItalic && language == .arabic) { out.empty("w:bCs") }
                // Neither Chinese nor Arabic has italics.
                if style.isItalic, language != .chinese { out.empty("w:i") }
                if let size = style.size {
                    out.empty("w:sz", ["w:val": String(size)])
                    out.empty("w:szCs", ["w:val": String(language == .arabic ? size + 6 : size)])
                }
            }
        }
    }

    private static let own: Set<String> = [
        "Mark", "Masthead", "Symbol", "Rubric", "Organ", "PlainParagraph", "NumberedParagraph", "NumberedItem",
        "GivenParagraph", "AnnexNumber", "AnnexTitle", "TableNumber", "TableHead", "TableText", "TableNote",
    ]

    /// In the order the schema wants.
    private func paragraph(_ style: Style, _ out: inout PaperXML) {
        if style.keepsNext { out.empty("w:keepNext") }
        if style.startsPage { out.empty("w:pageBreakBefore") }
        if let level = style.numberLevel {
            out.element("w:numPr") { out in
                out.empty("w:ilvl", ["w:val": String(level)])
                out.empty("w:numId", ["w:val": "1"])
            }
        }
        if let tab = style.tab {
            out.element("w:tabs") { $0.empty("w:tab", ["w:val": "left", "w:pos": String(tab)]) }
        }
        if isRightToLeft, style.id == "Normal" { out.empty("w:bidi") }
        if style.before > 0 || style.after > 0 {
            out.empty("w:spacing", ["w:before": String(style.before), "w:after": String(style.after)])
        }
        if style.left > 0 || style.right > 0 {
            out.empty(
                "w:ind",
                [
                    "w:left": String(style.left), "w:right": String(style.right),
                    "w:hanging": style.hanging > 0 ? String(style.hanging) : nil,
                ])
        }
        if let align = style.align { out.empty("w:jc", ["w:val": align]) }
        if let outline = style.outline { out.empty("w:outlineLvl", ["w:val": String(outline)]) }
    }

    private func characterStyles(_ out: inout PaperXML) {
        for (id, name) in [("FootnoteReference", "footnote reference"), ("Hyperlink", "Hyperlink")] {
            out.element("w:style", ["w:type": "character", "w:styleId": id]) { out in
                out.empty("w:name", ["w:val": name])
                out.element("w:rPr") { out in
                    if id == "Hyperlink" {
                        out.empty("w:color", ["w:val": "0B5C7A"])
                    } else {
                        out.empty("w:vertAlign", ["w:val": "superscript"])
                    }
                }
            }
        }
    }

    private func tableStyle(_ out: inout PaperXML) {
        out.element("w:style", ["w:type": "table", "w:styleId": "PaperTable", "w:customStyle": "1"]) { out in
            out.empty("w:name", ["w:val": "Paper Table"])
            out.element("w:tblPr") { out in
                out.element("w:tblBorders") { out in
                    out.empty("w:top", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "auto"])
                    out.empty("w:bottom", ["w:val": "single", "w:sz": "12", "w:space": "0", "w:color": "auto"])
                    out.empty("w:insideH", ["w:val": "single", "w:sz": "2", "w:space": "0", "w:color": "BFBFBF"])
                }
                out.element("w:tblCellMar") { out in
                    out.empty("w:left", ["w:w": "57", "w:type": "dxa"])
                    out.empty("w:right", ["w:w": "57", "w:type": "dxa"])
                }
            }
        }
    }
}
