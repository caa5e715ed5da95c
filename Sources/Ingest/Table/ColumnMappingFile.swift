import FoundationEssentials

extension ColumnMapping {
    private static let sizeBytesMax = 1 << 20

    /// Reads a saved mapping and checks it.
    package init(json: some Sequence<UInt8>) throws(IngestError) {
        let data = Data(json)
        guard data.count <= Self.sizeBytesMax else { throw .limit(.mappingSizeBytes, max: Self.sizeBytesMax) }
        do {
            self = try JSONDecoder().decode(ColumnMapping.self, from: data)
        } catch {
            throw .badMapping(reason: Self.reason(error))
        }
        try check()
    }

    /// The mapping as JSON for people to read and change; the same mapping always gives the same bytes.
    package func json() throws(IngestError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(self))
        } catch {
            throw .badMapping(reason: "it cannot be written as JSON")
        }
    }

    /// Throws where a field is not known, or where a text is missing.
    package func check() throws(IngestError) {
        guard !source.trimmingWhitespace.isEmpty else { throw .badMapping(reason: "it has no source name") }
        guard columns.contains(where: { $0.field == .text }) else {
            throw .badMapping(reason: "no column is mapped to text")
        }
        for name in fixed.keys.sorted() where Field(rawValue: name) == nil {
            throw .badMapping(reason: Self.unknownField(name))
        }
    }

    private static func unknownField(_ name: String) -> String {
        let known = Field.allCases.map(\.rawValue)
        let near = Spelling.nearest(to: name, among: known).map { ". Did you mean \u{201C}\($0)\u{201D}?" }
        return "\u{201C}\(name)\u{201D} is no field" + (near ?? "; fields are " + known.joined(separator: ", "))
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "\u{201C}\(key.stringValue)\u{201D} is missing"
        case DecodingError.dataCorrupted(let context) where context.codingPath.last?.stringValue == "field":
            "a column's field is not one of " + Field.allCases.map(\.rawValue).joined(separator: ", ")
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            "it is not as expected at " + (context.codingPath.map(\.stringValue).joined(separator: ".") + " (JSON)")
        default: "it is not JSON"
        }
    }
}
