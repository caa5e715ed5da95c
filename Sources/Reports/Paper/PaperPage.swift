import Domain

/// A paper as a page of HTML that needs nothing beside itself: no script, no picture, no address of ours.
struct PaperPage {
    enum Use { case reading, printing }

    let numbered: NumberedPaper
    let words: PaperWords
    /// For printing, footnotes stand where their marks are and the printer puts them below; a browser gets them at the end.
    let use: Use
    let style: String

    private var paper: Paper { numbered.paper }

    func write() -> [UInt8] {
        var out = PaperXML()
        out.raw("<!DOCTYPE html>\n")
        out.element("html", ["lang": paper.language.rawValue, "dir": words.isRightToLeft ? "rtl" : "ltr"]) { out in
            out.element("head") { out in
                out.empty("meta", ["charset": "utf-8"])
                out.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                out.element("title", text: [paper.symbol, paper.title].compactMap(\.self).joined(separator: " · "))
                out.element("style") { $0.raw(style) }
            }
            out.element("body") { body(&$0) }
        }
        out.raw("\n")
        return out.bytes
    }

    private func body(_ out: inout PaperXML) {
        if let mark = paper.mark { out.element("p", ["class": "mark"], text: mark) }
        masthead(&out)
        out.element("main") { out in
            for block in numbered.blocks { write(block, &out) }
            for annex in numbered.annexes {
                out.element("section", ["class": "annex"]) { out in
                    out.element("h2", ["class": "annex-title"]) { out in
                        out.element("span", ["class": "annex-number"], text: words.annex(annex.number))
                        out.text(" ")
                        out.element("span", text: annex.title)
                    }
                    for block in annex.blocks { write(block, &out) }
                }
            }
        }
        if use == .reading, !numbered.footnotes.isEmpty { notes(&out) }
    }

    private func masthead(_ out: inout PaperXML) {
        out.element("header", ["class": "head"]) { out in
            out.element("div", ["class": "masthead"]) { out in
                out.element("p", ["class": "organ"], text: paper.organs.first ?? "")
                out.element("div", ["class": "rubric"]) { out in
                    if let symbol = paper.symbol {
                        out.element("p", ["class": "symbol", "dir": "ltr", "lang": "en"], text: symbol)
                    }
                    for line in words.rubric(paper) { out.element("p", text: line) }
                }
            }
            for organ in paper.organs.dropFirst() { out.element("p", ["class": "under"], text: organ) }
            out.element("h1", text: paper.title)
            if let subtitle = paper.subtitle { out.element("p", ["class": "subtitle"], text: subtitle) }
        }
    }

    private func write(_ block: NumberedBlock, _ out: inout PaperXML) {
        switch block {
        case .heading(let level, let label, let runs): heading(level, label, runs, &out)
        case .paragraph(let label, let runs):
            out.element("p", ["class": Self.kind(label)]) { out in
                if let text = label.text {
                    out.element("span", ["class": "label"], text: text)
                    out.text(" ")
                }
                write(runs, &out)
            }
        case .quotation(let runs): out.element("blockquote") { out in out.element("p") { write(runs, &$0) } }
        case .table(let number, let table, let rows, let note): write(table, number, rows, note, &out)
        case .pageBreak: out.element("div", ["class": "break"], text: "")
        }
    }

    private static func kind(_ label: NumberedBlock.Label) -> String {
        switch label {
        case .counted: "paragraph"
        case .given: "paragraph given"
        case .item: "item"
        case .none: "plain"
        }
    }

    private func heading(_ level: Int, _ label: String, _ runs: [NumberedRun], _ out: inout PaperXML) {
        let content = { (out: inout PaperXML) in
            out.element("span", ["class": "label"], text: label)
            out.text(" ")
            out.element("span") { write(runs, &$0) }
        }
        switch level {
        case 1: out.element("h2", [:], content)
        case 2: out.element("h3", [:], content)
        default: out.element("h4", [:], content)
        }
    }

    private func write(
        _ table: PaperTable, _ number: Int, _ rows: [[[NumberedRun]]], _ note: [NumberedRun], _ out: inout PaperXML
    ) {
        let whole = max(table.columns.reduce(0) { $0 + $1.share }, 0.001)
        let caption = { (out: inout PaperXML) in
            out.element("span", ["class": "table-number"], text: words.table(number))
            out.text(" ")
            out.text(table.caption)
        }
        // The printer would leave a caption alone at the foot of a page.
        if use == .printing { out.element("p", ["class": "caption"], caption) }
        out.element("table") { out in
            if use == .reading { out.element("caption", [:], caption) }
            out.element("colgroup") { out in
                for column in table.columns {
                    let percent = Int((column.share / whole * 1_000).rounded())
                    out.empty("col", ["style": "width: \(percent / 10).\(percent % 10)%"])
                }
            }
            out.element("thead") { out in
                out.element("tr") { out in
                    for column in table.columns {
                        out.element(
                            "th", ["scope": "col", "class": column.isNumber ? "number" : nil], text: column.title)
                    }
                }
            }
            out.element("tbody") { out in
                for row in rows {
                    out.element("tr") { out in
                        for (place, cell) in row.enumerated() {
                            let isNumber = table.columns.indices.contains(place) && table.columns[place].isNumber
                            out.element("td", ["class": isNumber ? "number" : nil]) { write(cell, &$0) }
                        }
                    }
                }
            }
        }
        if !note.isEmpty { out.element("p", ["class": "table-note"]) { write(note, &$0) } }
    }

    private func write(_ runs: [NumberedRun], _ out: inout PaperXML) {
        for run in runs {
            write(run.run, &out)
            guard let number = run.footnote, let note = run.run.footnote else { continue }
            switch use {
            case .printing:
                out.element("span", ["class": "footnote"]) { out in for run in note { write(run, &out) } }
            case .reading:
                out.element("sup") { out in
                    out.element("a", ["href": "#note-\(number)", "id": "mark-\(number)"], text: String(number))
                }
            }
        }
    }

    private func write(_ run: PaperRun, _ out: inout PaperXML) {
        let content = { (out: inout PaperXML) in
            switch run.style {
            case .plain: out.text(run.text)
            case .strong: out.element("strong", text: run.text)
            case .emphasis: out.element("em", text: run.text)
            }
        }
        let direction = run.language.map { PaperWords.isRightToLeft($0) ? "rtl" : "ltr" }
        if let address = run.safeAddress {
            out.element("a", ["href": address, "lang": run.language?.rawValue, "dir": direction], content)
        } else if let language = run.language, language != paper.language {
            out.element("span", ["lang": language.rawValue, "dir": direction], content)
        } else {
            content(&out)
        }
    }

    private func notes(_ out: inout PaperXML) {
        out.element("section", ["class": "notes"]) { out in
            out.element("h2", text: words.notes)
            out.element("ol") { out in
                for (place, note) in numbered.footnotes.enumerated() {
                    out.element("li", ["id": "note-\(place + 1)"]) { out in
                        for run in note { write(run, &out) }
                        out.text(" ")
                        out.element("a", ["href": "#mark-\(place + 1)", "class": "back"], text: "↩")
                    }
                }
            }
        }
    }
}
