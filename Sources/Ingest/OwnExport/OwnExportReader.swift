import Domain

/// `recommendations.jsonl` of our own export: codes are taken as they are, nothing is guessed.
struct OwnExportReader: RowReader {
    private static let recordBytesMax = 8 << 20

    private var stream: JSONRecordStream
    private var cleaning = TextCleaning()

    init(_ supply: any ByteSupply, shape: JSONRecordStream.Shape) {
        stream = JSONRecordStream(ByteWindow(supply, limitBytes: Self.recordBytesMax), shape: shape)
    }

    var rowsRead: Int { stream.record }
    var bytesRead: Int { stream.window.bytesRead }
    var bytesTotal: Int? { stream.window.bytesTotal }

    mutating func nextRow() throws(IngestError) -> RowOutcome? {
        switch try stream.next() {
        case .end: return nil
        case .rejected(let fault): return rejected("record", fault)
        case .record:
            let value = JSONValue(stream)
            guard let record = value.object else { return rejected("record", .notAnObject) }
            if let field = value.memberWithBadText { return rejected(field, .notUTF8) }
            return read(record)
        }
    }

    private mutating func read(_ record: [String: JSONValue]) -> RowOutcome {
        guard let mechanism = record["mechanism"]?.string else { return rejected("mechanism", .missing) }
        guard let kind = RecommendationKind(rawValue: record["kind"]?.string ?? "recommendation") else {
            return rejected(
                "kind", .unknownWord(record["kind"]?.string ?? "", known: RecommendationKind.allCases.map(\.rawValue)))
        }
        var draft = RecommendationDraft(
            row: rowsRead, kind: kind, document: DocumentDraft(mechanism: MechanismCode(mechanism)))
        draft.texts = texts(record["texts"])
        guard !draft.texts.isEmpty else { return rejected("texts", .missing) }
        draft.states = states(record["states"])
        draft.recommending = states(record["recommending"])
        draft.paragraph = record["paragraph"]?.string.flatMap { ParagraphNumber($0) }
        draft.externalKey = record["key"]?.text ?? record["id"]?.text
        draft.cycle = record["cycle"]?.integer
        draft.session = record["session"]?.integer
        draft.published = record["published"]?.string.flatMap { CalendarDate($0) }
        draft.action = record["action"]?.integer.flatMap { ActionCategory(rawValue: $0) }
        draft.document.symbol = record["symbol"]?.string.flatMap { DocumentSymbol($0) }
        draft.document.title = record["title"]?.string
        draft.document.state =
            record["state"]?.string.map { StateCode($0) } ?? (draft.states.count == 1 ? draft.states[0] : nil)
        draft.document.cycle = draft.cycle
        draft.document.session = draft.session
        draft.document.published = draft.published
        draft.tags = tags(record["tags"])
        draft.parts = parts(record["parts"])
        if let fault = readPosition(record, &draft) { return rejected("position", fault) }
        return .draft(draft)
    }

    private func states(_ value: JSONValue?) -> [StateCode] {
        (value?.elements ?? []).compactMap(\.string).map { StateCode($0) }
    }

    private mutating func texts(_ value: JSONValue?) -> [LanguageTag: String] {
        var texts: [LanguageTag: String] = [:]
        for (language, text) in value?.object ?? [:] {
            let plain = cleaning.clean(text.string ?? "")
            if !plain.isEmpty { texts[LanguageTag(language)] = plain }
        }
        return texts
    }

    private func tags(_ value: JSONValue?) -> [TagDraft] {
        (value?.elements ?? []).compactMap { element in
            guard let tag = element.object, let kind = tag["kind"]?.string.flatMap(TagKind.init),
                let code = tag["code"]?.string
            else { return nil }
            return TagDraft(kind: kind, code: code, label: tag["label"]?.string ?? code)
        }
    }

    private mutating func parts(_ value: JSONValue?) -> [PartDraft] {
        var parts: [PartDraft] = []
        for element in value?.elements ?? [] {
            guard let part = element.object, let kind = part["kind"]?.string.flatMap(RecommendationPart.Kind.init),
                let label = part["label"]?.text
            else { continue }
            parts.append(
                PartDraft(
                    kind: kind, label: label, texts: texts(part["texts"]), recommending: states(part["recommending"])))
        }
        return parts
    }

    /// The latest of `positions`, or `position` alone.
    private func readPosition(_ record: [String: JSONValue], _ draft: inout RecommendationDraft) -> RowFault? {
        let event = record["positions"]?.elements.last?.object
        guard let word = event?["position"]?.string ?? record["position"]?.string else { return nil }
        guard let position = Position(rawValue: word) else {
            return .unknownWord(word, known: Position.allCases.map(\.rawValue))
        }
        draft.position = position
        draft.positionDate = event?["date"]?.string.flatMap { CalendarDate($0) }
        draft.positionDocument = event?["document"]?.string
        draft.positionWording = event?["wording"]?.string
        draft.positionReason = event?["reason"]?.string
        return nil
    }
}
