/// What the columns of a table of answers hold, by the words of its head.
enum AnswerColumn: Sendable {
    case number, recommendation, position, comment

    init?(_ heading: String) {
        let folded = FoldedText(heading)
        guard !folded.isEmpty, folded.words.count <= 14 else { return nil }
        if folded.contains(Self.comments) {
            self = .comment
        } else if folded.contains(Self.positions) {
            self = .position
        } else if folded.hasPrefix(Self.numbers) {
            self = .number
        } else if folded.contains(ReferenceWords.recommendation) {
            self = .recommendation
        } else {
            return nil
        }
    }

    /// The columns of a row that is a table's head; nil where it is none.
    static func head(_ cells: [String]) -> [Int: AnswerColumn]? {
        guard cells.count >= 2, cells.allSatisfy({ ParagraphReferences($0).groups.isEmpty }) else { return nil }
        var columns: [Int: AnswerColumn] = [:]
        for (index, cell) in cells.enumerated() { columns[index] = AnswerColumn(cell) }
        let kinds = Set(columns.values)
        let answers = kinds.contains(.position) || kinds.contains(.comment)
        return answers && (kinds.contains(.number) || kinds.contains(.recommendation)) ? columns : nil
    }

    private static let numbers: PhraseList = [
        "no ", "nos ", "n ", "number", "paragraph", "para", "numero", "номер", "№", "الرقم", "رقم", "الفقرة", "编号",
        "段次", "段落",
        "rec no", "пункт", "n o",
    ]
    private static let positions: PhraseList = [
        "position", "response", "status", "reponse", "respuesta", "posicion", "estado ", "позиция", "ответ", "статус",
        "الموقف",
        "الرد", "موقف", "立场", "答复", "状态", "accepted noted", "supported noted",
    ]
    private static let comments: PhraseList = [
        "comment", "explanation", "remark", "reason", "justification", "observation", "explicac", "razon", "комментари",
        "пояснени", "примечани", "тعليق", "تعليق", "ملاحظات", "الاسباب", "评论", "说明", "意见", "理由", "explicat",
    ]
}

extension AddendumWalk {
    /// A row of a table: number, recommendation, answer, comment, in whatever order.
    mutating func take(row unit: AddendumUnit) {
        if let head = AnswerColumn.head(unit.cells) {
            columns = head
            return
        }
        let filled = unit.cells.indices.filter { !unit.cells[$0].isEmpty }
        guard let first = filled.first else { return }
        let lead =
            AddendumText.leading(ParagraphReferences(unit.cells[first], plainNumbers: plainNumbers))
            ?? plainLead(unit.cells[first], column: first)
        guard let lead else {
            if filled.count == 1 { take(AddendumUnit(text: unit.cells[first], page: unit.page, lines: unit.lines)) }
            return
        }
        begin(ParagraphReferences(lead.numbers, plainNumbers: true), unit)
        answer(cells: filled.dropFirst().map { ($0, unit.cells[$0]) }, lead.rest, unit)
        endRow()
    }

    /// `12` alone in the column of numbers.
    private func plainLead(_ cell: String, column: Int) -> (numbers: String, rest: String)? {
        guard columns[column] == .number, let number = Int(AddendumText.withoutEnd(cell)), number < 1_000 else {
            return nil
        }
        return ("Recommendation \(number)", "")
    }

    private mutating func answer(cells: [(column: Int, text: String)], _ rest: String, _ unit: AddendumUnit) {
        var isAnswered = false
        if cells.allSatisfy({ columns[$0.column] == nil }), let answer = ShortAnswer(rest) {
            answerCurrent(answer, unit)
            isAnswered = true
        }
        for (column, text) in cells {
            switch columns[column] {
            case .number, .recommendation: continue
            case .comment where isAnswered: addReason(text, unit)
            default:
                if !isAnswered, let answer = answer(in: text, isPosition: columns[column] == .position) {
                    answerCurrent(answer, unit)
                    isAnswered = true
                } else if isAnswered || columns[column] != nil {
                    addReason(text, unit)
                }
            }
        }
    }

    private func answer(in text: String, isPosition: Bool) -> ShortAnswer? {
        if let answer = ShortAnswer(text) { return answer }
        guard isPosition, let sentence = Sentences.split(text).first,
            let event = PositionWords.events(in: FoldedText(sentence)).first
        else { return nil }
        return ShortAnswer(
            event: event, wording: AddendumText.withoutEnd(sentence), rest: String(text.dropFirst(sentence.count)))
    }
}
