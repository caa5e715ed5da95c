import Domain

/// Makes drafts of a mapped table's rows.
struct TableDraftMaker {
    typealias Field = ColumnMapping.Field

    enum Outcome {
        case draft(RecommendationDraft)
        case fault(field: Field, RowFault)
    }

    private struct Fault: Error {
        var field: Field
        var fault: RowFault
    }

    private let mapping: ColumnMapping
    private let isFrom1904: Bool
    private var names: NameCache
    private var cleaning = TextCleaning()
    private var paragraph = ParagraphText()
    private var keys = ContentKey()

    init(_ mapping: ColumnMapping, isFrom1904: Bool, resolver: any NameResolver) {
        self.mapping = mapping
        self.isFrom1904 = isFrom1904
        names = NameCache(resolver)
    }

    mutating func draft(_ cells: [(column: ColumnMapping.Column, value: String)], row: Int) -> Outcome {
        do throws(Fault) {
            return .draft(try make(cells, row))
        } catch {
            return .fault(field: error.field, error.fault)
        }
    }

    private mutating func make(
        _ cells: [(column: ColumnMapping.Column, value: String)], _ row: Int
    ) throws(Fault) -> RecommendationDraft {
        var values: [Field: String] = [:]
        for (name, value) in mapping.fixed { if let field = Field(rawValue: name) { values[field] = value } }
        for (column, value) in cells where column.field != .text && !value.trimmingWhitespace.isEmpty {
            values[column.field] = value
        }
        var draft = RecommendationDraft(row: row, document: DocumentDraft(mechanism: .upr))
        draft.document.symbol = values[.symbol].flatMap { DocumentSymbol(cleaning.clean($0)) }
        draft.document.title = values[.title].map { cleaning.clean($0) }
        try readNumbers(values, &draft)
        draft.recommending = states(values[.recommending])
        draft.states = states(values[.state])
        let mechanism = try mechanism(values, draft)
        draft.document.mechanism = mechanism
        if draft.states.isEmpty, let code = draft.document.symbol.flatMap(SymbolReading.stateCode) {
            draft.states = [names.state(ofCode: code)]
        }
        if draft.states.isEmpty, mechanism == .upr { throw Fault(field: .state, fault: .missing) }
        try readWords(values, &draft)
        draft.tags = tags(.theme, values[.themes]) + tags(.person, values[.persons]) + tags(.sdg, values[.sdgs])
        draft.paragraph = values[.paragraph].flatMap { ParagraphNumber(cleaning.clean($0)) }
        try readTexts(cells, isUPR: mechanism == .upr, &draft)
        draft.document.state = draft.states.count == 1 ? draft.states[0] : nil
        draft.document.cycle = draft.cycle
        draft.document.session = draft.session
        draft.document.published = draft.published
        draft.externalKey = values[.externalID].map { cleaning.clean($0) } ?? contentKey(draft)
        return draft
    }

    // MARK: Fields

    private mutating func readNumbers(_ values: [Field: String], _ draft: inout RecommendationDraft) throws(Fault) {
        draft.cycle = try number(values, .cycle, 1...100)
        draft.session = try number(values, .session, 1...1_000)
        draft.published = try date(values, .date)
        draft.positionDate = try date(values, .positionDate)
        if let action = try number(values, .action, 1...5) { draft.action = ActionCategory(rawValue: action) }
    }

    private func number(_ values: [Field: String], _ field: Field, _ range: ClosedRange<Int>) throws(Fault) -> Int? {
        guard let value = values[field] else { return nil }
        guard let number = Numbers.whole(value.trimmingWhitespace) ?? Numbers.first(in: value) else {
            throw Fault(field: field, fault: .notANumber(value))
        }
        guard range.contains(number) else { throw Fault(field: field, fault: .outOfRange(value, range)) }
        return number
    }

    private func date(_ values: [Field: String], _ field: Field) throws(Fault) -> CalendarDate? {
        guard let value = values[field] else { return nil }
        guard let date = TableDates.date(value, mapping.dateFormat, from1904: isFrom1904) else {
            throw Fault(field: field, fault: .notADate(value))
        }
        return date
    }

    /// The mechanism named; else the symbol's; else the UPR, where only the UPR has what the row has.
    private mutating func mechanism(_ values: [Field: String], _ draft: RecommendationDraft) throws(Fault)
        -> MechanismCode
    {
        if let named = values[.mechanism], let mechanism = names.mechanism(named) { return mechanism }
        if let mechanism = draft.document.symbol.flatMap(SymbolReading.mechanism) { return mechanism }
        let isUPR =
            !draft.recommending.isEmpty || draft.cycle != nil || values[.position] != nil
            || values[.positionSource] != nil
        guard isUPR else { throw Fault(field: .mechanism, fault: .missing) }
        return .upr
    }

    private mutating func readWords(_ values: [Field: String], _ draft: inout RecommendationDraft) throws(Fault) {
        if let word = values[.kind].map({ cleaning.clean($0) }) {
            guard let kind = KnownWords.kind(word) else {
                throw Fault(field: .kind, fault: .unknownWord(word, known: KnownWords.kindsShown))
            }
            draft.kind = kind
        }
        if let word = values[.position].map({ cleaning.clean($0) }) {
            if KnownWords.kind(word) == .pledge {
                draft.kind = .pledge
            } else {
                guard let position = KnownWords.position(word) else {
                    throw Fault(field: .position, fault: .unknownWord(word, known: KnownWords.positionsShown))
                }
                draft.position = position
            }
            draft.positionWording = word
        }
        if let wording = values[.positionWording] { draft.positionWording = cleaning.clean(wording) }
        draft.positionReason = values[.positionReason].map { cleaning.clean($0) }
        draft.positionDocument = values[.positionSource].map { cleaning.clean($0) }
        if draft.cycle == nil, let session = draft.session, draft.document.mechanism == .upr {
            draft.cycle = Numbers.cycle(ofSession: session)
        }
    }

    private mutating func readTexts(
        _ cells: [(column: ColumnMapping.Column, value: String)], isUPR: Bool, _ draft: inout RecommendationDraft
    ) throws(Fault) {
        for (column, value) in cells where column.field == .text {
            var value = value
            let known = draft.paragraph?.printed
            let reading = value.withUTF8 { raw in
                paragraph.read(
                    raw, isUPR: isUPR, recommendingCount: draft.recommending.count, expecting: known, names: &names)
            }
            guard let text = reading.text, !text.isEmpty else { continue }
            let language = column.language.map { LanguageTag($0) } ?? reading.language ?? .english
            let isFirst = draft.texts.isEmpty
            draft.texts[language] = text
            if draft.paragraph == nil { draft.paragraph = reading.number.flatMap { ParagraphNumber($0) } }
            PartAssembly.add(reading, language, isUPR: isUPR, isFirst: isFirst, to: &draft)
        }
        if draft.texts.isEmpty { throw Fault(field: .text, fault: .missing) }
    }

    // MARK: Several values

    /// States of a cell. A name may hold a comma (`Corvia, Republic of`), so commas part names only where the whole is none.
    private mutating func states(_ value: String?) -> [StateCode] {
        guard let value else { return [] }
        var states: [StateCode] = []
        for item in split(value) {
            var whole = item
            if item.contains(","), whole.withUTF8({ names.mention($0) }) == nil {
                states += item.split(separator: ",").compactMap { names.state(String($0).trimmingWhitespace) }
            } else if let state = names.state(item) {
                states.append(state)
            }
        }
        return states.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private mutating func tags(_ kind: TagKind, _ value: String?) -> [TagDraft] {
        guard let value else { return [] }
        return split(value).flatMap { names.tags(kind, $0) }
    }

    private func split(_ value: String) -> [String] {
        var items = [value]
        for separator in mapping.separators where !separator.isEmpty {
            items = items.flatMap { $0.split(separator: separator).map(String.init) }
        }
        return items.map(\.trimmingWhitespace).filter { !$0.isEmpty }
    }

    /// Rows that nothing else identifies are told apart by what they say.
    private mutating func contentKey(_ draft: RecommendationDraft) -> String {
        let place = (draft.document.symbol?.key ?? "") + " " + (draft.paragraph?.printed ?? "")
        let text = draft.texts.sorted { $0.key < $1.key }.map(\.value).joined(separator: " ")
        return keys.key(
            state: draft.states.first ?? StateCode(""), session: draft.session, recommending: draft.recommending,
            text: place + " " + text)
    }
}
