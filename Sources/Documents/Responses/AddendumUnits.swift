/// A paragraph, heading or line of numbers of an addendum.
struct AddendumUnit: Sendable {
    var text: String
    var page: Int
    /// Lines of the document's text.
    var lines: Range<Int>
    /// Where the unit is a row of a table: its cells.
    var cells: [String] = []
}

/// Puts an addendum's lines together to paragraphs. A line of numbers alone, such as `122.14–15`, is a unit of its own.
enum AddendumUnits {
    static func units(_ lines: [CleanLine]) -> [AddendumUnit] {
        var units: [AddendumUnit] = []
        var run: [CleanLine] = []
        func end() {
            guard let first = run.first, let last = run.last else { return }
            units.append(
                AddendumUnit(
                    text: LineJoining.join(run.map(\.text)), page: first.page, lines: first.index..<last.index + 1))
            run = []
        }
        for line in lines {
            let isSubject = isSubject(line, after: run.last)
            if line.isAfterBlank || isSubject || startsParagraph(line, after: run.last) { end() }
            run.append(line)
            if isSubject { end() }
        }
        end()
        return units
    }

    /// Numbers alone, where the line before does not run on into them.
    private static func isSubject(_ line: CleanLine, after last: CleanLine?) -> Bool {
        guard line.text.utf8.count <= 60, let sign = line.text.last, sign != ",", sign != "-", sign != "–" else {
            return false
        }
        let references = ParagraphReferences(line.text, plainNumbers: true)
        guard references.standsAlone, !references.paragraphs.isEmpty else { return false }
        return line.isAfterBlank || last.map { ".;:!?".contains($0.text.last ?? " ") } ?? true
    }

    /// `5.   For the time being` or `122.11 Accepted` behind a finished sentence.
    private static func startsParagraph(_ line: CleanLine, after last: CleanLine?) -> Bool {
        guard let last, ".;:".contains(last.text.last ?? " ") else { return false }
        let digits = line.text.prefix { $0.isNumber || $0 == "." }
        return digits.count >= 2 && digits.first != "." && digits.contains(".")
            && line.text.dropFirst(digits.count).first?.isWhitespace ?? false
    }
}
