import Domain

/// Records of UHRI's API, one a line or in an array: texts in up to six languages, names as GUIDs. A name whose GUID is not known
/// stays as the GUID where it is a tag; a State comes from the document's symbol then.
struct UHRIAPIReader: RowReader {
    private static let recordBytesMax = 8 << 20

    private var stream: JSONRecordStream
    private var maker: UHRIDraftMaker

    init(_ supply: any ByteSupply, shape: JSONRecordStream.Shape, resolver: any NameResolver) {
        stream = JSONRecordStream(ByteWindow(supply, limitBytes: Self.recordBytesMax), shape: shape)
        maker = UHRIDraftMaker(resolver)
    }

    var rowsRead: Int { stream.record }
    var bytesRead: Int { stream.window.bytesRead }
    var bytesTotal: Int? { stream.window.bytesTotal }

    mutating func nextRow() throws(IngestError) -> RowOutcome? {
        switch try stream.next() {
        case .end: nil
        case .rejected(let fault): rejected("record", fault)
        case .record: read(JSONValue(stream))
        }
    }

    private mutating func read(_ value: JSONValue) -> RowOutcome {
        guard let record = value.object else { return rejected("record", .notAnObject) }
        if let field = value.memberWithBadText { return rejected(field, .notUTF8) }
        maker.begin(row: rowsRead)
        maker.set(.id, record["annotationId"]?.string ?? "")
        maker.set(.symbol, record["symbol"]?.string ?? "")
        maker.set(.published, record["publicationDate"]?.string ?? "")
        for (name, field) in Self.named {
            for identifier in (record[name]?.elements ?? []).compactMap(\.string) {
                if let known = maker.knownUHRIName(identifier) {
                    maker.set(field, known)
                } else if [.theme, .person, .sdg].contains(field) {
                    maker.set(field, identifier)
                }
            }
        }
        if record["uprCycle"]?.string != nil || record["uprSessionIds"]?.elements.isEmpty == false { maker.assumeUPR() }
        if let (field, fault) = maker.prepare() { return rejected(field, fault) }
        for language in Self.languages {
            guard var text = record[language.rawValue]?.string else { continue }
            text.withUTF8 { maker.add($0, language: language) }
        }
        let (draft, field, fault) = maker.finish()
        return draft.map { .draft($0) } ?? rejected(field, fault)
    }

    /// English first: its numbering and wordings lead.
    private static let languages: [LanguageTag] = [.english, .french, .spanish, .russian, .chinese, .arabic]

    private static let named: [(name: String, field: UHRIField)] = [
        ("bodyId", .body), ("annotationType", .type), ("countryIds", .country), ("themesIds", .theme),
        ("affectedPersonIds", .person), ("sdgsIds", .sdg), ("uprPositionIds", .position), ("uprSessionIds", .session),
        ("uprCycle", .cycle), ("uprRecommendingCountryIds", .recommending),
    ]
}
