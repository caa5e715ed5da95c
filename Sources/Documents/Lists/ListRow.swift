/// A row of a list as it is read: the cells, then what each of them was found to hold.
struct ListRow: Sendable {
    var cells: [DocumentText.Cell]
    var line: Int
    var page: Int?
    /// The theme or area above the row.
    var heading: String?
    var recommendation: [String] = []
    var position: [String] = []
    var tags: [String] = []
    var implementation: [String] = []

    init(_ cells: [DocumentText.Cell], at line: Int, page: Int?) {
        self.cells = cells
        self.line = line
        self.page = page
    }

    var texts: [String] { cells.map { LineJoining.join($0.paragraphs) } }
}

/// What the columns of a list hold, by its head; lists without a head are told by what stands in the cells.
struct ListColumns: Sendable {
    enum Kind: Sendable { case number, recommendation, position, tags, implementation, states }

    private var kinds: [Int: Kind] = [:]

    init() {}

    /// Nil where the row is no head.
    init?(head: [String]) {
        var kinds: [Int: Kind] = [:]
        for (index, text) in head.enumerated() { kinds[index] = Self.kind(text) }
        guard kinds.count >= 2, kinds.values.contains(.recommendation) else { return nil }
        self.kinds = kinds
    }

    private static func kind(_ text: String) -> Kind? {
        let folded = FoldedText(text)
        guard !folded.isEmpty, folded.words.count <= 16 else { return nil }
        if folded.contains(implementations) { return .implementation }
        if folded.contains(themes) { return .tags }
        if folded.contains(positions) { return .position }
        if folded.contains(states) { return .states }
        if folded.contains(ReferenceWords.recommendation), folded.words.count <= 6 { return .recommendation }
        return folded.hasPrefix(numbers) ? .number : nil
    }

    /// The row with its cells sorted by what they hold. A cell that holds several recommendations makes as many rows.
    func split(_ row: ListRow, under heading: String?) -> [ListRow] {
        var filled = row
        filled.heading = heading
        var number = ""
        var states = ""
        for (index, cell) in row.cells.enumerated() where !cell.paragraphs.isEmpty {
            switch kinds[index] ?? guess(cell, isFirst: index == 0) {
            case .number: number = cell.text
            case .states: states = cell.text
            case .recommendation: filled.recommendation += cell.paragraphs
            case .position: filled.position += cell.paragraphs
            case .tags: filled.tags += cell.paragraphs
            case .implementation: filled.implementation += cell.paragraphs
            }
        }
        if !number.isEmpty, let first = filled.recommendation.first, !ListNumber.begins(first) {
            filled.recommendation[0] = number + " " + first
        }
        if !states.isEmpty, let last = filled.recommendation.indices.last {
            filled.recommendation[last] += " (\(states))"
        }
        return ListNumber.split(filled)
    }

    private func guess(_ cell: DocumentText.Cell, isFirst: Bool) -> Kind {
        if let first = cell.paragraphs.first, ListNumber.begins(first), first.count > 12 { return .recommendation }
        let folded = FoldedText(cell.text)
        if folded.words.count <= 3, !PositionWords.events(in: folded).isEmpty { return .position }
        if cell.paragraphs.contains(where: { TagSections.isHeading($0) || $0.hasPrefix("\u{2022}") }) { return .tags }
        return isFirst ? .recommendation : .implementation
    }

    private static let implementations: PhraseList = [
        "implementation", "assessment", "comments on level", "level of implementation", "mise en oeuvre", "aplicacion",
        "implementacion", "осуществлен", "выполнен", "التنفيذ", "تنفيذ", "落实", "执行",
    ]
    private static let themes: PhraseList = [
        "theme", "thematique", "tema", "тем", "مواضيع", "المواضيع", "专题", "主题", "issue", "sdg",
    ]
    private static let positions: PhraseList = [
        "position", "response", "status", "posicion", "reponse", "respuesta", "позиция", "ответ", "الموقف", "موقف",
        "立场", "答复",
    ]
    private static let states: PhraseList = [
        "recommending state", "state making", "etat auteur", "estado que", "recommending country",
    ]
    private static let numbers: PhraseList = ["no ", "number", "n ", "para", "numero", "номер", "الرقم", "编号"]
}

/// The number in front of a recommendation.
enum ListNumber {
    /// `121.14`, `121.14.`, `A-121.14`; a whole number only where a point follows (`12. Ratify`).
    static func leading(_ text: some StringProtocol) -> (number: String, rest: String)? {
        let trimmed = text.drop { $0.isWhitespace || "\u{2022}\u{200E}\u{200F}".contains($0) }
        let digits = trimmed.prefix { $0.isNumber || $0 == "." }
        guard let first = digits.first, first.isNumber, digits.count <= 14 else { return nil }
        let number = digits.trimming { $0 == "." }
        guard number.contains(".") || digits.hasSuffix(".") else { return nil }
        let rest = trimmed.dropFirst(digits.count)
        // `3.5 per cent` and `2.1%` are no numbers of paragraphs.
        guard rest.first.map({ $0.isWhitespace || $0.isLetter || ":)-–".contains($0) }) ?? true else { return nil }
        return (String(number), rest.trimming { $0.isWhitespace || ":)-–".contains($0) }.description)
    }

    static func begins(_ text: String) -> Bool { leading(text) != nil }

    /// A row for each numbered paragraph of the cell; what follows belongs to it.
    static func split(_ row: ListRow) -> [ListRow] {
        var rows: [ListRow] = []
        for paragraph in row.recommendation {
            if begins(paragraph) || rows.isEmpty {
                var next = row
                next.recommendation = [paragraph]
                rows.append(next)
            } else {
                rows[rows.count - 1].recommendation.append(paragraph)
            }
        }
        return rows
    }
}

/// Rows that name the theme of those below them.
enum ListHeading {
    /// `Theme: Right to education`, `Right or area: ...`, or a merged cell without a number.
    static func theme(_ row: ListRow) -> String? {
        let filled = row.texts.filter { !$0.isEmpty }
        guard filled.count == 1, let text = filled.first, !ListNumber.begins(text), text.count <= 250 else {
            return nil
        }
        if let labelled = labelled(text) { return labelled }
        return row.cells.count == 1 || row.cells.contains { $0.columns > 1 } ? text : nil
    }

    static func labelled(_ text: String) -> String? {
        guard let colon = text.firstIndex(where: { ":：".contains($0) }), FoldedText(text[..<colon]).hasPrefix(labels)
        else {
            return nil
        }
        let theme = text[text.index(after: colon)...].trimming(where: \.isWhitespace)
        return theme.isEmpty ? nil : String(theme)
    }

    private static let labels: PhraseList = [
        "theme", "right or area", "right s or area", "rights or area", "cluster", "droit ou domaine", "tema",
        "derecho o",
        "тема", "право или", "الموضوع", "الحق او", "专题", "主题", "权利或领域",
    ]
}
