/// UPR Info as JSON: lines of flat rows, or its present API's `rows` with `metadata`.
struct UPRInfoRecordReader: RowReader {
    enum Shape { case lines, api }

    private static let recordBytesMax = 4 << 20

    private var stream: JSONRecordStream
    private var maker: UPRInfoDraftMaker
    private let shape: Shape

    init(_ supply: any ByteSupply, shape: Shape, resolver: any NameResolver) {
        let window = ByteWindow(supply, limitBytes: Self.recordBytesMax)
        stream = JSONRecordStream(window, shape: shape == .lines ? .lines : .member("rows"))
        maker = UPRInfoDraftMaker(resolver, controls: .macRoman)
        self.shape = shape
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
            let row: UPRInfoRow
            switch shape {
            case .lines: row = Self.flat(record)
            case .api:
                guard let metadata = record["metadata"]?.object else { return rejected("metadata", .missing) }
                row = Self.labelled(metadata)
            }
            switch maker.draft(row, number: rowsRead) {
            case .draft(let draft): return .draft(draft)
            case .fault(let field, let fault): return rejected(field, fault)
            }
        }
    }

    private static func flat(_ record: [String: JSONValue]) -> UPRInfoRow {
        UPRInfoRow(
            state: record["to"]?.text ?? "",
            recommending: ((record["frm"] ?? record["from"])?.elements ?? []).compactMap(\.text),
            text: record["text"]?.text ?? "", response: record["response"]?.text ?? "",
            action: record["action"]?.text ?? "",
            issues: (record["issues"]?.elements ?? []).compactMap(\.text), session: record["session"]?.text ?? "",
            cycle: record["cycle"]?.text ?? "")
    }

    private static func labelled(_ metadata: [String: JSONValue]) -> UPRInfoRow {
        func labels(_ name: String) -> [String] {
            (metadata[name]?.elements ?? []).compactMap { element in
                guard let object = element.object else { return element.text }
                return object["label"]?.text ?? object["value"]?.text
            }
        }
        return UPRInfoRow(
            state: labels("state_under_review").first ?? "", recommending: labels("recommending_state"),
            text: labels("recommendation").first ?? "", response: labels("response").first ?? "",
            action: labels("action_category").first ?? "", issues: labels("issues"),
            session: labels("session").first ?? "",
            cycle: labels("cycle").first ?? "")
    }
}
