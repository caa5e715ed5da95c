/// The lines between the heading at which a rule begins and the one at which it ends.
struct RulePart {
    private let from: String?
    private let to: String?

    init(_ rules: ParagraphRules) {
        from = rules.from.map { FlowText.of($0).trimmingSpaces }.flatMap { $0.isEmpty ? nil : $0 }
        to = rules.to.map { FlowText.of($0).trimmingSpaces }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The same lines with those outside blanked, so that places in the text stay what they are. The whole text where `from` is not found.
    func part(of text: DocumentText) -> DocumentText {
        guard from != nil || to != nil else { return text }
        let start = from.map { place(of: $0, in: text.lines, from: 0) } ?? 0
        guard let start else { return text }
        let end = to.flatMap { place(of: $0, in: text.lines, from: start + 1) } ?? text.lines.count
        var part = text
        for index in part.lines.indices where index < start || index >= end { part.lines[index].text = "" }
        return part
    }

    /// The last such heading where a table of contents names it too: contents have page numbers at their ends.
    private func place(of heading: String, in lines: [DocumentText.Line], from: Int) -> Int? {
        guard from < lines.count else { return nil }
        return lines[from...].firstIndex { line in
            guard line.text.count <= 200, !line.text.contains("...") else { return false }
            let title = HeadingPath.parts(of: line.text).title
            return FlowText.of(title).hasPrefix(heading) || FlowText.of(line.text).hasPrefix(heading)
        }
    }
}
