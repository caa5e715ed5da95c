import Domain

/// UHRI's bulk export: one JSON array, a record at a time.
struct UHRIBulkReader: RowReader {
    static let recordBytesMax = 4 << 20

    private var stream: JSONRecordStream
    private var maker: UHRIDraftMaker
    private let language: LanguageTag?
    private var fields = ByteKeyedCache<UHRIField?>(entriesMax: 1_000)
    private var plain: [UInt8] = []

    /// `language` is that of all texts, where known; else each text's script decides, and Latin script counts as English.
    init(_ supply: any ByteSupply, language: LanguageTag?, resolver: any NameResolver) {
        stream = JSONRecordStream(ByteWindow(supply, limitBytes: Self.recordBytesMax), shape: .array)
        maker = UHRIDraftMaker(resolver)
        self.language = language
    }

    var rowsRead: Int { stream.record }
    var bytesRead: Int { stream.window.bytesRead }
    var bytesTotal: Int? { stream.window.bytesTotal }

    mutating func nextRow() throws(IngestError) -> RowOutcome? {
        switch try stream.next() {
        case .end: nil
        case .rejected(let fault): rejected("record", fault)
        case .record: readRecord()
        }
    }

    private mutating func readRecord() -> RowOutcome {
        guard let root = stream.tape.nodes.first, root.kind == .object else { return rejected("record", .notAnObject) }
        maker.begin(row: rowsRead)
        var text: JSONNode?
        var place = 1
        while place < Int(root.next) {
            let name = stream.tape.nodes[place]
            let value = stream.tape.nodes[place + 1]
            let nameBytes = stream.bytes.slice(Int(name.start)..<Int(name.end))
            switch fields.value(for: nameBytes, make: { Self.field(nameBytes.validText ?? "") }) {
            case nil: break
            case .text: text = value.kind == .string ? value : nil
            case let field?: set(field, from: place + 1)
            }
            place = Int(value.next)
        }
        if let (field, fault) = maker.prepare() { return rejected(field, fault) }
        if let text, !addText(text) { return rejected("text", .notUTF8) }
        let (draft, field, fault) = maker.finish()
        return draft.map { .draft($0) } ?? rejected(field, fault)
    }

    /// Sets a field from a string or from an array of strings.
    private mutating func set(_ field: UHRIField, from place: Int) {
        let node = stream.tape.nodes[place]
        var index = node.kind == .array ? place + 1 : place
        while index < Int(node.next) {
            let value = stream.tape.nodes[index]
            if value.kind == .string { set(field, value) }
            index = Int(value.next)
        }
    }

    private mutating func set(_ field: UHRIField, _ value: JSONNode) {
        let raw = stream.bytes.slice(Int(value.start)..<Int(value.end))
        guard value.isEscaped else { return maker.set(field, raw) }
        plain.removeAll(keepingCapacity: true)
        guard JSONText.unescape(raw, into: &plain) else { return }
        plain.withUnsafeBufferPointer { maker.set(field, $0) }
    }

    /// False where the text's escapes are not JSON's.
    private mutating func addText(_ value: JSONNode) -> Bool {
        let raw = stream.bytes.slice(Int(value.start)..<Int(value.end))
        guard value.isEscaped else {
            maker.add(raw, language: language)
            return true
        }
        plain.removeAll(keepingCapacity: true)
        guard JSONText.unescape(raw, into: &plain) else { return false }
        plain.withUnsafeBufferPointer { maker.add($0, language: language) }
        return true
    }

    private static func field(_ name: String) -> UHRIField? {
        switch name {
        case "AnnotationId": .id
        case "AnnotationType": .type
        case "Body": .body
        case "Symbol": .symbol
        case "Countries": .country
        case "PublicationDate": .published
        case "Themes": .theme
        case "AffectedPersons": .person
        case "Sdgs": .sdg
        case "UprRecommendingCountry": .recommending
        case "UprPositions": .position
        case "UprCycle": .cycle
        case "UprSession": .session
        case "Text": .text
        default: nil
        }
    }
}
