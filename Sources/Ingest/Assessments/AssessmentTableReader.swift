import Domain

/// A table of what somebody said of how far paragraphs are carried out, follow-up grades of committees above all.
///
/// Columns, in any order: `symbol` and `paragraph` of what is assessed, `grade`; and where they are known `scheme`, `date`, `document` (that
/// says so), `assessor_kind` (committee where it is empty), `assessor`, `wording`.
struct AssessmentTableReader: RowReader {
    static let needed = ["symbol", "paragraph", "grade"]
    private static let optional = ["scheme", "date", "document", "assessor_kind", "assessor", "wording"]
    /// Kinds that documents name.
    private static let kinds: [Assessment.AssessorKind] = [.state, .nhri, .civilSociety, .un, .committee, .expert]
    private static let wordingCharactersMax = 10_000
    private static let nameCharactersMax = 200

    private var rows: any RowSource
    private let places: [String: Int]
    private let header: [String]
    private let headerRow: Int
    private let isFrom1904: Bool
    private let resolver: any NameResolver
    private var seen: Set<String> = []

    init(_ rows: any RowSource, isFrom1904: Bool = false, resolver: any NameResolver) throws(IngestError) {
        self.rows = rows
        self.isFrom1904 = isFrom1904
        self.resolver = resolver
        guard case .cells(let cells)? = try self.rows.next() else { throw .missingColumns(Self.needed, header: []) }
        headerRow = self.rows.rowNumber
        header = cells
        let names = cells.map(Self.name)
        var places: [String: Int] = [:]
        for name in Self.needed + Self.optional { places[name] = names.firstIndex(of: name) }
        self.places = places
        let missing = Self.needed.filter { places[$0] == nil }
        guard missing.isEmpty else { throw .missingColumns(missing, header: cells) }
    }

    /// Whether a table with this header is one of assessments.
    static func fits(_ header: [String]) -> Bool { Set(header.map(name)).isSuperset(of: needed) }

    private static func name(_ cell: String) -> String {
        cell.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "_" }).joined(separator: "_")
    }

    var rowsRead: Int { max(0, rows.rowNumber - headerRow) }
    var bytesRead: Int { rows.bytesRead }
    var bytesTotal: Int? { rows.bytesTotal }

    mutating func nextRow() throws(IngestError) -> RowOutcome? {
        switch try rows.next() {
        case nil: return nil
        case .faulty(let column, let fault)?:
            return rejected(column.flatMap { $0 < header.count ? header[$0] : nil } ?? "row", fault)
        case .cells(let cells)?:
            if cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return .nothing }
            return read(cells)
        }
    }

    private mutating func read(_ cells: [String]) -> RowOutcome {
        func cell(_ name: String) -> String {
            guard let place = places[name], place < cells.count else { return "" }
            return cells[place].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        guard let symbol = DocumentSymbol(cell("symbol")) else { return rejected("symbol", .missing) }
        guard let paragraph = ParagraphNumber(cell("paragraph")) else { return rejected("paragraph", .missing) }
        let grade = cell("grade")
        if grade.isEmpty { return rejected("grade", .missing) }
        let named = cell("scheme").lowercased()
        let known = GradeWords.schemes.map(\.code)
        if !named.isEmpty, !known.contains(named) { return rejected("scheme", .unknownWord(named, known: known)) }
        guard let scheme = named.isEmpty ? GradeWords.scheme(of: grade) : named,
            let value = GradeWords.value(grade, in: scheme)
        else {
            let values = GradeWords.schemes.first { $0.code == named }?.values ?? GradeWords.schemes.flatMap(\.values)
            return rejected("grade", .unknownWord(grade, known: values))
        }
        let date = cell("date")
        let day = TableDates.date(date, .automatic, from1904: isFrom1904)
        if !date.isEmpty, day == nil { return rejected("date", .notADate(date)) }
        let kindName = cell("assessor_kind").lowercased()
        guard let kind = kindName.isEmpty ? .committee : Self.kinds.first(where: { $0.rawValue == kindName }) else {
            return rejected("assessor_kind", .unknownWord(kindName, known: Self.kinds.map(\.rawValue)))
        }
        var assessor = String(cell("assessor").prefix(Self.nameCharactersMax))
        if kind == .state {
            guard let state = resolver.state(named: assessor) else { return rejected("assessor", .noState(assessor)) }
            assessor = state.rawValue
        } else if assessor.isEmpty {
            // The body whose document it is: the first part of the symbol, as committees are called in short.
            guard kind == .committee else { return rejected("assessor", .missing) }
            assessor = String(symbol.printed.prefix { $0 != "/" })
        }
        let wording = String(cell("wording").prefix(Self.wordingCharactersMax))
        return draft(
            symbol, paragraph, day,
            StatementDraft(
                date: day, document: DocumentSymbol(cell("document"))?.printed,
                wording: wording.isEmpty ? nil : wording, letter: Self.letter(of: paragraph),
                grade: .init(assessor: kind, name: assessor, scheme: scheme, value: value)))
    }

    private mutating func draft(
        _ symbol: DocumentSymbol, _ paragraph: ParagraphNumber, _ day: CalendarDate?, _ statement: StatementDraft
    ) -> RowOutcome {
        guard let grade = statement.grade else { return .nothing }
        // Who said something of a paragraph in one document on one day, said it once.
        let key = [
            symbol.key, paragraph.sortKey, grade.assessor, grade.name, grade.scheme, statement.document ?? "",
            day?.description ?? "",
        ].joined(separator: "|")
        guard seen.insert(key).inserted else {
            return .rejected(
                RowRejection(
                    row: rowsRead, field: "grade",
                    reason: "The same assessor, scheme, document and day stand in an earlier row for this paragraph."))
        }
        var draft = RecommendationDraft(
            row: rowsRead, document: DocumentDraft(symbol: symbol, mechanism: MechanismCode("own-assessed")))
        draft.externalKey = key
        draft.paragraph = paragraph
        draft.statement = statement
        return .draft(draft)
    }

    /// `b` of `21(b)`.
    private static func letter(of paragraph: ParagraphNumber) -> String? {
        guard paragraph.printed.hasSuffix(")"), let open = paragraph.printed.lastIndex(of: "(") else { return nil }
        let inside = paragraph.printed[paragraph.printed.index(after: open)...].dropLast()
        return inside.isEmpty || inside.count > 3 ? nil : String(inside).lowercased()
    }
}
