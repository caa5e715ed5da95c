import Domain

/// A paper as a Word file: headings that Word knows, paragraphs that it numbers itself, footnotes, tables whose header row stands on every page.
struct WordPaper {
    let numbered: NumberedPaper
    let words: PaperWords

    private var paper: Paper { numbered.paper }

    func write() throws(PaperError) -> [UInt8] {
        var body = WordBody(numbered: numbered, words: words)
        let document = body.document()
        let footnotes = body.footnotes()
        let parts = WordParts(paper: paper, isRightToLeft: words.isRightToLeft)
        return try ZipPackage.write([
            ("[Content_Types].xml", parts.contentTypes),
            ("_rels/.rels", parts.packageRelationships),
            ("docProps/core.xml", parts.properties),
            ("word/document.xml", document),
            ("word/_rels/document.xml.rels", parts.relationships(addresses: body.addresses)),
            ("word/footnotes.xml", footnotes),
            ("word/_rels/footnotes.xml.rels", parts.footnoteRelationships(addresses: body.noteAddresses)),
            ("word/styles.xml", WordStyles(language: paper.language, isRightToLeft: words.isRightToLeft).bytes),
            ("word/numbering.xml", WordNumbering(language: paper.language).bytes),
            ("word/settings.xml", parts.settings),
            ("word/header-odd.xml", parts.header(isOdd: true)),
            ("word/header-even.xml", parts.header(isOdd: false)),
            ("word/header-first.xml", parts.firstHeader),
            ("word/footer-odd.xml", parts.footer(isOdd: true)),
            ("word/footer-even.xml", parts.footer(isOdd: false)),
        ])
    }
}

/// The main part of a Word file and its footnotes.
struct WordBody {
    let numbered: NumberedPaper
    let words: PaperWords
    /// Targets of links, in the order of their relationships.
    private(set) var addresses: [String] = []
    private(set) var noteAddresses: [String] = []

    private var paper: Paper { numbered.paper }

    init(numbered: NumberedPaper, words: PaperWords) {
        self.numbered = numbered
        self.words = words
    }

    mutating func document() -> [UInt8] {
        var out = PaperXML(declaration: true)
        var links: [String] = []
        out.element("w:document", ["xmlns:w": WordParts.main, "xmlns:r": WordParts.relations]) { out in
            out.element("w:body") { out in
                masthead(&out)
                for block in numbered.blocks { write(block, &out, &links) }
                for annex in numbered.annexes {
                    paragraph("AnnexNumber", &out) { $0.wordText(words.annex(annex.number), rtl: isRTL) }
                    paragraph("AnnexTitle", &out) { $0.wordText(annex.title, rtl: isRTL) }
                    for block in annex.blocks { write(block, &out, &links) }
                }
                section(&out)
            }
        }
        addresses = links
        return out.bytes
    }

    mutating func footnotes() -> [UInt8] {
        var out = PaperXML(declaration: true)
        var links: [String] = []
        out.element("w:footnotes", ["xmlns:w": WordParts.main, "xmlns:r": WordParts.relations]) { out in
            for (id, type) in [("-1", "separator"), ("0", "continuationSeparator")] {
                out.element("w:footnote", ["w:type": type, "w:id": id]) { out in
                    out.element("w:p") { out in
                        out.element("w:r") { out in
                            if id == "0" { out.empty("w:continuationSeparator") } else { out.empty("w:separator") }
                        }
                    }
                }
            }
            for (place, note) in numbered.footnotes.enumerated() {
                out.element("w:footnote", ["w:id": String(place + 1)]) { out in
                    paragraph("FootnoteText", &out) { out in
                        out.element("w:r") { out in
                            out.element("w:rPr") { $0.empty("w:rStyle", ["w:val": "FootnoteReference"]) }
                            out.empty("w:footnoteRef")
                        }
                        out.wordText(" ", rtl: isRTL)
                        for run in note { write(run, &out, &links) }
                    }
                }
            }
        }
        noteAddresses = links
        return out.bytes
    }

    private var isRTL: Bool { words.isRightToLeft }

    private func masthead(_ out: inout PaperXML) {
        if let mark = paper.mark { paragraph("Mark", &out) { $0.wordText(mark, rtl: isRTL) } }
        let lines = words.rubric(paper)
        if paper.symbol != nil || !lines.isEmpty || !paper.organs.isEmpty {
            WordTable.masthead(&out, rtl: isRTL, organ: paper.organs.first ?? "", symbol: paper.symbol, lines: lines)
        }
        for organ in paper.organs.dropFirst() { paragraph("Organ", &out) { $0.wordText(organ, rtl: isRTL) } }
        paragraph("Title", &out) { $0.wordText(paper.title, rtl: isRTL) }
        if let subtitle = paper.subtitle { paragraph("Subtitle", &out) { $0.wordText(subtitle, rtl: isRTL) } }
    }

    private func write(_ block: NumberedBlock, _ out: inout PaperXML, _ links: inout [String]) {
        switch block {
        case .heading(let level, let label, let runs):
            paragraph("Heading\(level)", &out) { out in
                out.wordText(label, rtl: isRTL)
                out.wordTab()
                for run in runs { write(run, &out, &links) }
            }
        case .paragraph(let label, let runs): write(label, runs, &out, &links)
        case .quotation(let runs):
            paragraph("Quote", &out) { out in for run in runs { write(run, &out, &links) } }
        case .table(let number, let table, let rows, let note):
            paragraph("TableNumber", &out) { $0.wordText(words.table(number), rtl: isRTL) }
            paragraph("Caption", &out) { $0.wordText(table.caption, rtl: isRTL) }
            WordTable.write(table, rows, &out, rtl: isRTL) { cell, out in
                for run in cell { write(run, &out, &links) }
            }
            paragraph("TableNote", &out) { out in for run in note { write(run, &out, &links) } }
        case .pageBreak:
            paragraph("PlainParagraph", &out) { out in
                out.element("w:r") { $0.empty("w:br", ["w:type": "page"]) }
            }
        }
    }

    private func write(
        _ label: NumberedBlock.Label, _ runs: [NumberedRun], _ out: inout PaperXML, _ links: inout [String]
    ) {
        let style: String
        switch label {
        case .counted: style = "NumberedParagraph"
        case .item: style = "NumberedItem"
        case .given: style = "GivenParagraph"
        case .none: style = "PlainParagraph"
        }
        paragraph(style, &out) { out in
            if case .given(let text) = label {
                out.wordText(text, rtl: isRTL)
                out.wordTab()
            }
            for run in runs { write(run, &out, &links) }
        }
    }

    private func paragraph(_ style: String, _ out: inout PaperXML, _ content: (inout PaperXML) -> Void) {
        out.element("w:p") { out in
            out.element("w:pPr") { $0.empty("w:pStyle", ["w:val": style]) }
            content(&out)
        }
    }

    private func write(_ run: NumberedRun, _ out: inout PaperXML, _ links: inout [String]) {
        write(run.run, &out, &links)
        guard let number = run.footnote else { return }
        out.element("w:r") { out in
            out.element("w:rPr") { $0.empty("w:rStyle", ["w:val": "FootnoteReference"]) }
            out.empty("w:footnoteReference", ["w:id": String(number)])
        }
    }

    private func write(_ run: PaperRun, _ out: inout PaperXML, _ links: inout [String]) {
        let rtl = run.language.map(PaperWords.isRightToLeft) ?? isRTL
        let language = run.language == paper.language ? nil : run.language
        guard let address = run.safeAddress else {
            out.wordText(run.text, style: run.style, rtl: rtl, language: language)
            return
        }
        links.append(address)
        out.element("w:hyperlink", ["r:id": "rLink\(links.count)"]) { out in
            out.wordText(run.text, style: run.style, rtl: rtl, language: language, isLink: true)
        }
    }

    /// A4, with the symbol above and the number of the page below, on the outer side of each.
    private func section(_ out: inout PaperXML) {
        out.element("w:sectPr") { out in
            for (type, id) in [("default", "rHeaderOdd"), ("even", "rHeaderEven"), ("first", "rHeaderFirst")] {
                out.empty("w:headerReference", ["w:type": type, "r:id": id])
            }
            for (type, id) in [("default", "rFooterOdd"), ("even", "rFooterEven"), ("first", "rFooterOdd")] {
                out.empty("w:footerReference", ["w:type": type, "r:id": id])
            }
            out.empty("w:pgSz", ["w:w": "11906", "w:h": "16838"])
            out.empty(
                "w:pgMar",
                [
                    "w:top": "1701", "w:right": "1134", "w:bottom": "1474", "w:left": "1134", "w:header": "851",
                    "w:footer": "567", "w:gutter": "0",
                ])
            out.empty("w:titlePg")
            if isRTL { out.empty("w:bidi") }
        }
    }
}

extension PaperXML {
    /// A run of text as Word has it.
    mutating func wordText(
        _ text: String, style: PaperRun.Style = .plain, rtl: Bool, language: LanguageTag? = nil, isLink: Bool = false
    ) {
        element("w:r") { out in
            out.element("w:rPr") { out in
                if isLink { out.empty("w:rStyle", ["w:val": "Hyperlink"]) }
                switch style {
                case .plain: break
                case .strong:
                    out.empty("w:b")
                    out.empty("w:bCs")
                case .emphasis:
                    out.empty("w:i")
                    out.empty("w:iCs")
                }
                if rtl { out.empty("w:rtl") }
                if let language { WordStyles.write(language, &out) }
            }
            for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if place > 0 { out.empty("w:br") }
                out.element("w:t", ["xml:space": "preserve"], text: String(line))
            }
        }
    }

    mutating func wordTab() {
        element("w:r") { $0.empty("w:tab") }
    }
}
