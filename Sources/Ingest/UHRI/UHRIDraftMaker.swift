import Domain

/// What a UHRI record says, whichever of its three shapes it comes in.
enum UHRIField: CaseIterable {
    case id, type, body, symbol, country, published, theme, person, sdg, recommending, position, cycle, session, text
}

/// Builds one draft at a time from the values of a UHRI record: `begin`, `set` for each value, `prepare`, `add` each text, `finish`.
struct UHRIDraftMaker {
    private var names: NameCache
    private var paragraph = ParagraphText()
    private var symbols = ByteKeyedCache<DocumentSymbol?>()
    private var dates = ByteKeyedCache<CalendarDate?>()
    private var numbers = ByteKeyedCache<Int?>(entriesMax: 2_000)
    private var kinds = ByteKeyedCache<RecommendationKind?>(entriesMax: 100)
    private var positions = ByteKeyedCache<Position?>(entriesMax: 100)

    private var draft = RecommendationDraft(row: 0, document: DocumentDraft(mechanism: .upr))
    private var mechanism: MechanismCode?
    private var unknownKind: String?
    private var isUPR = false
    private var isTextUnreadable = false

    init(_ resolver: any NameResolver) { names = NameCache(resolver) }

    mutating func begin(row: Int) {
        draft = RecommendationDraft(row: row, document: DocumentDraft(mechanism: .upr))
        mechanism = nil
        unknownKind = nil
        isUPR = false
        isTextUnreadable = false
    }

    mutating func set(_ field: UHRIField, _ value: String) {
        var value = value
        value.withUTF8 { set(field, $0) }
    }

    /// Takes one value of a field; a field with several is set as often.
    mutating func set(_ field: UHRIField, _ value: UnsafeBufferPointer<UInt8>) {
        switch field {
        case .id: draft.externalKey = value.isEmpty ? nil : value.validText
        case .type: setKind(value)
        case .body: mechanism = mechanism ?? names.mechanism(value)
        case .symbol:
            draft.document.symbol = symbols.value(for: value) { value.validText.flatMap { DocumentSymbol($0) } }
        case .country:
            if let state = names.state(value), !draft.states.contains(state) { draft.states.append(state) }
        case .published: draft.published = dates.value(for: value) { value.validText.flatMap { CalendarDate($0) } }
        case .theme: append(.theme, value)
        case .person: append(.person, value)
        case .sdg: append(.sdg, value)
        case .recommending:
            if let state = names.state(value), !draft.recommending.contains(state) { draft.recommending.append(state) }
        case .position: setPosition(value)
        case .cycle: draft.cycle = draft.cycle ?? number(value)
        case .session: draft.session = draft.session ?? number(value)
        case .text: break
        }
    }

    /// For records whose date is known by other means than text.
    mutating func set(published: CalendarDate?) { draft.published = published }

    /// For records that name no body, but a cycle or session of the Universal Periodic Review.
    mutating func assumeUPR() { mechanism = mechanism ?? .upr }

    /// What the maker knows of names, for readers whose values are identifiers.
    func knownUHRIName(_ identifier: String) -> String? { names.knownUHRIName(identifier) }

    /// Settles mechanism, State and document; what is wrong with the record, if anything.
    mutating func prepare() -> (field: String, fault: RowFault)? {
        if let unknownKind { return ("type", .unknownWord(unknownKind, known: KnownWords.kindsShown)) }
        let symbol = draft.document.symbol
        if mechanism == nil, draft.cycle != nil || draft.session != nil || !draft.recommending.isEmpty {
            mechanism = .upr
        }
        guard let mechanism = mechanism ?? symbol.flatMap(SymbolReading.mechanism) else { return ("body", .missing) }
        isUPR = mechanism == .upr
        if draft.states.isEmpty, let symbol, let code = SymbolReading.stateCode(symbol) {
            draft.states = [names.state(ofCode: code)]
        }
        if draft.states.isEmpty, isUPR { return ("state", .noState(symbol?.printed ?? "")) }
        if isUPR, draft.cycle == nil { draft.cycle = draft.session.flatMap(Numbers.cycle) }
        draft.document.mechanism = mechanism
        draft.document.state = draft.states.count == 1 ? draft.states[0] : nil
        draft.document.cycle = draft.cycle
        draft.document.session = draft.session
        draft.document.published = draft.published
        return nil
    }

    /// Adds a text. The first one decides how many wordings or duties the paragraph has; the language is guessed where the
    /// source does not say.
    mutating func add(_ raw: UnsafeBufferPointer<UInt8>, language: LanguageTag?) {
        let reading = paragraph.read(
            raw, isUPR: isUPR, recommendingCount: draft.recommending.count, expecting: draft.paragraph?.printed,
            names: &names)
        guard let text = reading.text else {
            isTextUnreadable = true
            return
        }
        guard !text.isEmpty else { return }
        let language = language ?? reading.language ?? .english
        let isFirst = draft.texts.isEmpty
        draft.texts[language] = text
        if draft.paragraph == nil { draft.paragraph = reading.number.flatMap { ParagraphNumber($0) } }
        PartAssembly.add(reading, language, isUPR: isUPR, isFirst: isFirst, to: &draft)
    }

    mutating func finish() -> (draft: RecommendationDraft?, field: String, fault: RowFault) {
        if isTextUnreadable { return (nil, "text", .notUTF8) }
        return (draft.texts.isEmpty ? nil : draft, "text", .missing)
    }

    // MARK: Fields

    private mutating func setKind(_ value: UnsafeBufferPointer<UInt8>) {
        let kind = kinds.value(for: value) {
            let word = String(decoding: value, as: UTF8.self)
            return KnownWords.key(word).isEmpty ? .recommendation : KnownWords.kind(word)
        }
        if let kind { draft.kind = kind } else { unknownKind = String(decoding: value, as: UTF8.self) }
    }

    private mutating func setPosition(_ value: UnsafeBufferPointer<UInt8>) {
        guard draft.position == nil else { return }
        draft.position = positions.value(for: value) { KnownWords.position(String(decoding: value, as: UTF8.self)) }
    }

    private mutating func append(_ kind: TagKind, _ label: UnsafeBufferPointer<UInt8>) {
        if draft.tags.isEmpty { draft.tags.reserveCapacity(12) }
        draft.tags.append(contentsOf: names.tags(kind, label))
    }

    private mutating func number(_ value: UnsafeBufferPointer<UInt8>) -> Int? {
        numbers.value(for: value) { value.validText.flatMap(Numbers.first) }
    }
}
