/// A line of the text itself: page headers, page numbers, job numbers and footnotes are gone.
struct CleanLine: Hashable, Sendable {
    var text: String
    var indent: Int
    var page: Int
    /// Its index in `DocumentText.lines`.
    var index: Int
    /// Whether a blank line stands before it; a page break alone does not count.
    var isAfterBlank: Bool
}

/// Takes page furniture out of a document's lines: running headers, page and job numbers, footnotes and the signs that point to them.
enum PageCleaning {
    static func clean(_ text: DocumentText) -> [CleanLine] {
        guard text.origin == .pdf || text.origin == .recognised else { return plain(text.lines) }
        var lines: [CleanLine] = []
        var nextNote = 1
        var start = 0
        while start < text.lines.count {
            let page = text.lines[start].page
            var end = start
            while end < text.lines.count, text.lines[end].page == page { end += 1 }
            add(text.lines[start..<end], nextNote: &nextNote, to: &lines)
            start = end
        }
        return lines
    }

    private static func plain(_ source: [DocumentText.Line]) -> [CleanLine] {
        var lines: [CleanLine] = []
        var isAfterBlank = true
        for (index, line) in source.enumerated() {
            if line.text.isEmpty {
                isAfterBlank = true
                continue
            }
            lines.append(
                CleanLine(
                    text: line.text, indent: line.indent, page: line.page, index: index, isAfterBlank: isAfterBlank))
            isAfterBlank = false
        }
        return lines
    }

    private static func add(
        _ page: ArraySlice<DocumentText.Line>, nextNote: inout Int, to lines: inout [CleanLine]
    ) {
        var body = withoutFurniture(page)
        var signs: [String] = []
        if let note = Footnotes.start(body, next: nextNote) {
            signs = Footnotes.signs(body[note...])
            nextNote = (signs.compactMap(Int.init).max() ?? nextNote - 1) + 1
            body = body[..<note]
        }
        // A page break separates nothing: a paragraph may go on behind it.
        var isAfterBlank = lines.isEmpty
        var hasBegun = false
        for index in body.indices {
            let line = body[index]
            if line.text.isEmpty {
                if hasBegun { isAfterBlank = true }
                continue
            }
            hasBegun = true
            lines.append(
                CleanLine(
                    text: Footnotes.withoutSigns(line.text, signs), indent: line.indent, page: line.page, index: index,
                    isAfterBlank: isAfterBlank))
            isAfterBlank = false
        }
    }

    /// The page without the lines at its top and bottom that every page has.
    private static func withoutFurniture(_ page: ArraySlice<DocumentText.Line>) -> ArraySlice<DocumentText.Line> {
        var page = page
        var dropped = 0
        while let first = page.first, first.text.isEmpty || (dropped < 4 && isFurniture(first.text)) {
            if !first.text.isEmpty { dropped += 1 }
            page = page.dropFirst()
        }
        dropped = 0
        while let last = page.last, last.text.isEmpty || (dropped < 3 && isFurniture(last.text)) {
            if !last.text.isEmpty { dropped += 1 }
            page = page.dropLast()
        }
        return page
    }

    /// A symbol, a page number, a job number, or several of them on one line.
    private static func isFurniture(_ text: String) -> Bool {
        guard text.utf8.count <= 300 else { return false }
        let words = text.split(separator: " ")
        guard words.count <= 6, words.reduce(0, { $0 + $1.utf8.count }) <= 60 else { return false }
        var isPage = false
        for word in words {
            if pageWords.contains(word.lowercased()) {
                isPage = true
            } else if !isNumber(word) && !isSymbol(word) && !isJob(word) {
                return false
            }
        }
        return isPage || words.contains { isSymbol($0) || isJob($0) } || (words.count == 1 && isNumber(words[0]))
    }

    private static let pageWords: Set<String> = ["page", "página", "стр.", "стр", "الصفحة", "صفحة", "第", "页"]

    private static func isNumber(_ word: Substring) -> Bool {
        word.utf8.count <= 8 && word.unicodeScalars.allSatisfy { $0.properties.numericType != nil }
    }

    /// `A/HRC/43/15`, `CCPR/C/XAA/CO/4`, `A/HRC/11/17*`, `8/28` behind `A/HRC/`.
    private static func isSymbol(_ word: Substring) -> Bool {
        guard word.utf8.contains(UInt8(ascii: "/")) else { return false }
        if word == "A/HRC/" { return true }
        return word.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || [0x2F, 0x2E, 0x2D, 0x2A, 0x2B].contains($0)
                || (0x61...0x7A).contains($0)
        } && word.utf8.contains { (0x30...0x39).contains($0) }
    }

    /// `GE.09-15299`, `G.12-18735(E)`, with or without the six digits of a date behind it.
    private static func isJob(_ word: Substring) -> Bool {
        (word.hasPrefix("GE.") || word.hasPrefix("HR.") || word.hasPrefix("DEMO."))
            && word.utf8.contains { (0x30...0x39).contains($0) }
            || (word.hasPrefix("(") && word.hasSuffix(")") && word.utf8.count <= 4)
    }
}
