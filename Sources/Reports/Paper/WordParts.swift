import Domain

/// The parts of a Word file around its text.
struct WordParts {
    static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"

    let paper: Paper
    let isRightToLeft: Bool

    var contentTypes: [UInt8] {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        var parts = [
            ("/word/document.xml", word + ".document.main+xml"), ("/word/styles.xml", word + ".styles+xml"),
            ("/word/numbering.xml", word + ".numbering+xml"), ("/word/settings.xml", word + ".settings+xml"),
            ("/word/footnotes.xml", word + ".footnotes+xml"),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ]
        for name in ["odd", "even", "first"] { parts.append(("/word/header-\(name).xml", word + ".header+xml")) }
        for name in ["odd", "even"] { parts.append(("/word/footer-\(name).xml", word + ".footer+xml")) }
        var out = PaperXML(declaration: true)
        out.element("Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"]) { out in
            out.empty(
                "Default",
                [
                    "Extension": "rels",
                    "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
                ])
            out.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
            for (name, type) in parts { out.empty("Override", ["PartName": name, "ContentType": type]) }
        }
        return out.bytes
    }

    var packageRelationships: [UInt8] {
        relationships([
            ("rDocument", Self.relations + "/officeDocument", "word/document.xml", false),
            (
                "rProperties", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml", false
            ),
        ])
    }

    func relationships(addresses: [String]) -> [UInt8] {
        let parts = [
            ("rStyles", "styles", "styles.xml"), ("rNumbering", "numbering", "numbering.xml"),
            ("rSettings", "settings", "settings.xml"), ("rFootnotes", "footnotes", "footnotes.xml"),
            ("rHeaderOdd", "header", "header-odd.xml"), ("rHeaderEven", "header", "header-even.xml"),
            ("rHeaderFirst", "header", "header-first.xml"), ("rFooterOdd", "footer", "footer-odd.xml"),
            ("rFooterEven", "footer", "footer-even.xml"),
        ]
        return relationships(
            parts.map { ($0.0, Self.relations + "/" + $0.1, $0.2, false) } + links(addresses))
    }

    func footnoteRelationships(addresses: [String]) -> [UInt8] { relationships(links(addresses)) }

    private func links(_ addresses: [String]) -> [(String, String, String, Bool)] {
        addresses.enumerated().map { ("rLink\($0.offset + 1)", Self.relations + "/hyperlink", $0.element, true) }
    }

    private func relationships(_ all: [(id: String, type: String, target: String, isOutside: Bool)]) -> [UInt8] {
        var out = PaperXML(declaration: true)
        out.element("Relationships", ["xmlns": Self.packageRelations]) { out in
            for one in all {
                out.empty(
                    "Relationship",
                    [
                        "Id": one.id, "Type": one.type, "Target": one.target,
                        "TargetMode": one.isOutside ? "External" : nil,
                    ])
            }
        }
        return out.bytes
    }

    var properties: [UInt8] {
        var out = PaperXML(declaration: true)
        out.element(
            "cp:coreProperties",
            [
                "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            ]
        ) { out in
            out.element("dc:title", text: paper.title)
            if let symbol = paper.symbol { out.element("dc:identifier", text: symbol) }
            out.element("dc:language", text: paper.language.rawValue)
        }
        return out.bytes
    }

    var settings: [UInt8] {
        var out = PaperXML(declaration: true)
        out.element("w:settings", ["xmlns:w": Self.main]) { out in
            out.empty("w:evenAndOddHeaders")
            out.element("w:footnotePr") { out in
                out.empty("w:footnote", ["w:id": "-1"])
                out.element("w:footnote", ["w:id": "0"]) { _ in }
            }
            out.element("w:compat") { out in
                out.empty(
                    "w:compatSetting",
                    [
                        "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
                        "w:val": "15",
                    ])
            }
        }
        return out.bytes
    }

    /// The symbol at the outer side, and what a reader must know of this copy.
    func header(isOdd: Bool) -> [UInt8] {
        part("w:hdr") { out in
            paragraph("Header", align: isOdd ? "right" : "left", isRuled: true, &out) { out in
                if let symbol = paper.symbol { out.wordText(symbol, rtl: false, language: .english) }
                if let mark = paper.mark { out.wordText((paper.symbol == nil ? "" : "  ") + mark, rtl: isRightToLeft) }
            }
        }
    }

    /// The first page has its masthead instead.
    var firstHeader: [UInt8] {
        part("w:hdr") { out in paragraph("Header", align: "left", isRuled: false, &out) { _ in } }
    }

    func footer(isOdd: Bool) -> [UInt8] {
        part("w:ftr") { out in
            paragraph("Footer", align: isOdd ? "right" : "left", isRuled: false, &out) { out in
                for type in ["begin", "", "end"] {
                    out.element("w:r") { out in
                        if type.isEmpty {
                            out.element("w:instrText", ["xml:space": "preserve"], text: " PAGE ")
                        } else {
                            out.empty("w:fldChar", ["w:fldCharType": type])
                        }
                    }
                }
            }
        }
    }

    private func part(_ name: StaticString, _ content: (inout PaperXML) -> Void) -> [UInt8] {
        var out = PaperXML(declaration: true)
        out.element(name, ["xmlns:w": Self.main, "xmlns:r": Self.relations], content)
        return out.bytes
    }

    private func paragraph(
        _ style: String, align: String, isRuled: Bool, _ out: inout PaperXML,
        _ content: (inout PaperXML) -> Void
    ) {
        out.element("w:p") { out in
            out.element("w:pPr") { out in
                out.empty("w:pStyle", ["w:val": style])
                if isRuled {
                    out.element("w:pBdr") { out in
                        out.empty("w:bottom", ["w:val": "single", "w:sz": "4", "w:space": "4", "w:color": "auto"])
                    }
                }
                out.empty("w:jc", ["w:val": align])
            }
            content(&out)
        }
    }
}
