import Domain

/// How Word counts: paragraphs through the whole document, items anew under each.
struct WordNumbering {
    let language: LanguageTag

    var bytes: [UInt8] {
        var out = PaperXML(declaration: true)
        out.element("w:numbering", ["xmlns:w": WordParts.main]) { out in
            out.element("w:abstractNum", ["w:abstractNumId": "1"]) { out in
                out.empty("w:multiLevelType", ["w:val": "multilevel"])
                level(0, "decimal", language == .arabic ? "%1-" : "%1.", "NumberedParagraph", &out)
                level(1, language == .arabic ? "arabicAbjad" : "lowerLetter", item, "NumberedItem", &out)
            }
            out.element("w:num", ["w:numId": "1"]) { $0.empty("w:abstractNumId", ["w:val": "1"]) }
        }
        return out.bytes
    }

    private var item: String {
        switch language {
        case .french, .spanish, .russian: "%2)"
        default: "(%2)"
        }
    }

    private func level(_ level: Int, _ format: String, _ text: String, _ style: String, _ out: inout PaperXML) {
        out.element("w:lvl", ["w:ilvl": String(level)]) { out in
            out.empty("w:start", ["w:val": "1"])
            out.empty("w:numFmt", ["w:val": format])
            out.empty("w:pStyle", ["w:val": style])
            out.empty("w:suff", ["w:val": "tab"])
            out.empty("w:lvlText", ["w:val": text])
            out.empty("w:lvlJc", ["w:val": "left"])
            out.element("w:pPr") { out in
                out.element("w:tabs") { $0.empty("w:tab", ["w:val": "num", "w:pos": level == 0 ? "1701" : "2268"]) }
                if level == 0 {
                    out.empty("w:ind", ["w:left": "1134", "w:firstLine": "0"])
                } else {
                    out.empty("w:ind", ["w:left": "1701", "w:firstLine": "0"])
                }
            }
        }
    }
}
