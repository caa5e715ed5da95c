/// The vocabulary of the field in one language, ready for matching.
struct FieldTables: Sendable {
    /// The order of the columns.
    static let languages = ["en", "fr", "es", "ru", "ar", "zh"]
    static let subjectLines = FieldLine.read(FieldSubjects.lines)
    static let personLines = FieldLine.read(FieldPersons.lines)
    static let demandLines = FieldLine.read(FieldDemands.lines)
    static let instrumentLines = FieldLine.read(FieldInstruments.lines)
    private static let softLines = FieldLine.read(FieldDemands.soft)

    let subjects: PhraseTable
    let persons: PhraseTable
    let demands: PhraseTable
    let instruments: PhraseTable
    let soft: PhraseTable

    /// By language; made once.
    static let all: [String: FieldTables] = {
        var tables: [String: FieldTables] = [:]
        for (column, language) in languages.enumerated() { tables[language] = FieldTables(column, language) }
        return tables
    }()

    private init(_ column: Int, _ language: String) {
        let reader = FieldReader(language: language)
        subjects = PhraseTable(Self.subjectLines, column: column, reader: reader)
        persons = PhraseTable(Self.personLines, column: column, reader: reader)
        demands = PhraseTable(Self.demandLines, column: column, reader: reader)
        instruments = PhraseTable(Self.instrumentLines, column: column, reader: reader)
        soft = PhraseTable(Self.softLines, column: column, reader: reader)
    }
}
