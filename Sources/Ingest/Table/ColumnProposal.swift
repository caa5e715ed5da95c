import Domain

extension ColumnMapping {
    /// The mapping a header and a few rows suggest. Every column gets at most one field and, texts aside, every field at most one
    /// column: the surest. What is not proposed is for a person to choose.
    package static func propose(header: [String], sampleRows: [[String]], source: String = "table") -> ColumnMapping {
        var candidates: [Column] = []
        for (index, name) in header.enumerated() {
            if let column = candidate(name, values: sampleRows.compactMap { index < $0.count ? $0[index] : nil }) {
                candidates.append(column)
            }
        }
        var chosen: [Column] = []
        for column in candidates.sorted(by: { $0.confidence > $1.confidence }) {
            let isTaken = chosen.contains { other in
                other.field == column.field && (column.field != .text || other.language == column.language)
            }
            if !isTaken { chosen.append(column) }
        }
        let order = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        chosen.sort { (order[$0.name] ?? 0) < (order[$1.name] ?? 0) }
        return ColumnMapping(source: source, columns: chosen, dateFormat: dateFormat(chosen, header, sampleRows))
    }

    private static func candidate(_ name: String, values: [String]) -> Column? {
        let key = KnownWords.key(name)
        guard !key.isEmpty else { return nil }
        // Our own field names come first: `position-source`.
        if let field = Field(rawValue: name.trimmingWhitespace.lowercased()) { return Column(name: name, field: field) }
        if let field = ColumnWords.exact[key] { return Column(name: name, field: field, confidence: 0.95) }
        // `Text (French)`, `en`.
        let words = key.split(separator: " ").map(String.init)
        if let last = words.last, let language = ColumnWords.languages[last] {
            if words.count == 1, isProse(values) {
                return Column(name: name, field: .text, language: language, confidence: 0.8)
            }
            let rest = words.dropLast().joined(separator: " ")
            if ColumnWords.exact[rest] == .text {
                return Column(name: name, field: .text, language: language, confidence: 0.9)
            }
        }
        if let (_, field) = ColumnWords.contained.first(where: { key.contains($0.word) }) {
            return Column(name: name, field: field, confidence: 0.6)
        }
        if key.utf8.count <= 40,
            let near = Spelling.nearest(to: key, among: Array(ColumnWords.exact.keys.filter { $0.count > 4 }.sorted())),
            let field = ColumnWords.exact[near]
        {
            return Column(name: name, field: field, confidence: 0.5)
        }
        return isProse(values) ? Column(name: name, field: .text, confidence: 0.3) : nil
    }

    /// Most values are sentences.
    private static func isProse(_ values: [String]) -> Bool {
        let filled = values.filter { !$0.isEmpty }
        return !filled.isEmpty && filled.count { $0.count > 60 && $0.contains(" ") } * 2 > filled.count
    }

    /// Day or month first, where the sample tells.
    private static func dateFormat(_ columns: [Column], _ header: [String], _ rows: [[String]]) -> TableDates.Format {
        guard let name = columns.first(where: { $0.field == .date })?.name, let index = header.firstIndex(of: name)
        else {
            return .automatic
        }
        let values = rows.compactMap { index < $0.count && !$0[index].isEmpty ? $0[index] : nil }
        for format in [TableDates.Format.automatic, .dayFirst, .monthFirst] {
            if values.allSatisfy({ TableDates.date($0, format) != nil }) { return format }
        }
        return .automatic
    }
}
