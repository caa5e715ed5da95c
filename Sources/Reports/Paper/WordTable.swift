import Domain

/// Tables of a Word file, ruled as UN documents rule them: lines above, below and under the header, none between columns.
enum WordTable {
    /// Of the page between its margins, in twentieths of a point.
    private static let width = 9_638

    static func write(
        _ table: PaperTable, _ rows: [[[NumberedRun]]], _ out: inout PaperXML, rtl: Bool,
        _ cell: ([NumberedRun], inout PaperXML) -> Void
    ) {
        let whole = max(table.columns.reduce(0) { $0 + $1.share }, 0.001)
        let widths = table.columns.map { Int(Double(width) * $0.share / whole) }
        out.element("w:tbl") { out in
            properties(&out, rtl: rtl)
            grid(widths, &out)
            out.element("w:tr") { out in
                out.element("w:trPr") { out in
                    out.empty("w:cantSplit")
                    out.empty("w:tblHeader")
                }
                for (place, column) in table.columns.enumerated() {
                    write(&out, width: widths[place], style: "TableHead", isNumber: column.isNumber, isHead: true) {
                        out in
                        out.wordText(column.title, rtl: rtl)
                    }
                }
            }
            for row in rows {
                out.element("w:tr") { out in
                    out.element("w:trPr") { $0.empty("w:cantSplit") }
                    for place in table.columns.indices {
                        let runs = row.indices.contains(place) ? row[place] : []
                        write(
                            &out, width: widths[place], style: "TableText", isNumber: table.columns[place].isNumber,
                            isHead: false
                        ) { cell(runs, &$0) }
                    }
                }
            }
        }
    }

    /// Organ at one side; symbol, distribution, date and language at the other.
    static func masthead(_ out: inout PaperXML, rtl: Bool, organ: String, symbol: String?, lines: [String]) {
        let widths = [6_238, 3_400]
        out.element("w:tbl") { out in
            out.element("w:tblPr") { out in
                if rtl { out.empty("w:bidiVisual") }
                out.empty("w:tblW", ["w:w": String(width), "w:type": "dxa"])
                out.element("w:tblBorders") { $0.empty("w:bottom", border(18)) }
                out.empty("w:tblLayout", ["w:type": "fixed"])
            }
            grid(widths, &out)
            out.element("w:tr") { out in
                write(&out, width: widths[0], style: "Masthead", isNumber: false, isHead: false) {
                    $0.wordText(organ, rtl: rtl)
                }
                out.element("w:tc") { out in
                    out.element("w:tcPr") { $0.empty("w:tcW", ["w:w": String(widths[1]), "w:type": "dxa"]) }
                    if let symbol {
                        paragraph("Symbol", &out) { $0.wordText(symbol, rtl: false, language: .english) }
                    }
                    for line in lines { paragraph("Rubric", &out) { $0.wordText(line, rtl: rtl) } }
                    // A cell without a paragraph is no cell.
                    if symbol == nil, lines.isEmpty { paragraph("Rubric", &out) { _ in } }
                }
            }
        }
    }

    private static func paragraph(_ style: String, _ out: inout PaperXML, _ content: (inout PaperXML) -> Void) {
        out.element("w:p") { out in
            out.element("w:pPr") { $0.empty("w:pStyle", ["w:val": style]) }
            content(&out)
        }
    }

    private static func properties(_ out: inout PaperXML, rtl: Bool) {
        out.element("w:tblPr") { out in
            out.empty("w:tblStyle", ["w:val": "PaperTable"])
            if rtl { out.empty("w:bidiVisual") }
            out.empty("w:tblW", ["w:w": String(width), "w:type": "dxa"])
            out.empty("w:tblLayout", ["w:type": "fixed"])
            out.empty("w:tblLook", ["w:val": "0020", "w:firstRow": "1"])
        }
    }

    private static func grid(_ widths: [Int], _ out: inout PaperXML) {
        out.element("w:tblGrid") { out in for width in widths { out.empty("w:gridCol", ["w:w": String(width)]) } }
    }

    private static func write(
        _ out: inout PaperXML, width: Int, style: String, isNumber: Bool, isHead: Bool,
        _ content: (inout PaperXML) -> Void
    ) {
        out.element("w:tc") { out in
            out.element("w:tcPr") { out in
                out.empty("w:tcW", ["w:w": String(width), "w:type": "dxa"])
                if isHead {
                    out.element("w:tcBorders") { out in
                        out.empty("w:top", border(4))
                        out.empty("w:bottom", border(12))
                    }
                    out.empty("w:vAlign", ["w:val": "bottom"])
                }
            }
            out.element("w:p") { out in
                out.element("w:pPr") { out in
                    out.empty("w:pStyle", ["w:val": style])
                    // "right" is the end of the line in either direction of the paragraph.
                    if isNumber { out.empty("w:jc", ["w:val": "right"]) }
                }
                content(&out)
            }
        }
    }

    private static func border(_ eighths: Int) -> KeyValuePairs<StaticString, String?> {
        ["w:val": "single", "w:sz": String(eighths), "w:space": "0", "w:color": "auto"]
    }
}
