import Domain
import Ingest
import People
import Store

/// What rows are read against: the record of the workspace's State, its institutions, and words that were settled before.
struct TrackingGround: Sendable {
    let records: [StoredRecord]
    let institutions: [Institution]
    let words: [TrackingWord]

    static func read(_ store: SheetStore, _ workspace: Workspace) async throws(TrackingError) -> TrackingGround {
        try await store.read { connection in
            TrackingGround(
                records: try workspace.mechanismState.map {
                    try RecordLoader(connection).load(RecordOfState.ids($0, connection))
                } ?? [],
                institutions: try InstitutionRow.all(workspace.id, connection),
                words: try TrackingFileRow.words(workspace.id, connection))
        }
    }

    var names: InstitutionNames {
        let settled = words.filter { $0.kind == .institution }.compactMap { word in
            InstitutionID(word.value).map { (WordKey.of(word.word), $0) }
        }
        return InstitutionNames(institutions, settled: Dictionary(settled, uniquingKeysWith: { first, _ in first }))
    }

    var statuses: [String: ImplementationStatus] {
        let settled = words.filter { $0.kind == .status }.compactMap { word in
            ImplementationStatus(rawValue: word.value).map { (WordKey.of(word.word), $0) }
        }
        return Dictionary(settled, uniquingKeysWith: { first, _ in first })
    }

    private var guessing: MappingGuess {
        MappingGuess(index: RecordIndex(records), names: names, settledStatuses: Set(statuses.keys))
    }

    @concurrent
    func guess(_ sheets: SheetFile) async -> TrackingMapping { guessing.mapping(sheets) }

    @concurrent
    func fit(_ mapping: TrackingMapping, _ sheets: SheetFile) async -> TrackingMapping {
        mapping.fitted(to: sheets, guess: guessing)
    }

    /// Every row that the mapping reaches, in the order of the file.
    @concurrent
    func rows(_ sheets: SheetFile, _ mapping: TrackingMapping) async -> [ReadRow] {
        let matcher = LineMatcher(RecordIndex(records))
        let settler = TrackingSettler(names: names, statuses: statuses)
        var rows: [ReadRow] = []
        for page in mapping.pages {
            guard let sheet = sheets.pages.first(where: { $0.name == page.sheet }) else { continue }
            for line in TrackingReader(sheet, page).lines() {
                let isRecord = line.kind == .record
                rows.append(
                    ReadRow(
                        line: line,
                        match: isRecord
                            ? matcher.match(line) : LineMatch(sure: nil, verdict: .nothingAlike, candidates: []),
                        values: isRecord ? settler.values(line) : TrackingValues()))
            }
        }
        return rows
    }
}

/// One row with what it was found to mean.
struct ReadRow: Sendable {
    var line: TrackingLine
    var match: LineMatch
    var values: TrackingValues
}

/// What a State was told.
enum RecordOfState {
    /// In the order of documents and paragraphs.
    static func ids(_ state: StateCode, _ connection: any ReadConnection) throws -> [RecommendationID] {
        try connection.all(
            """
            SELECT r.id FROM recommendation r WHERE r.merged_into IS NULL AND r.id IN (
                SELECT s.recommendation_id FROM recommendation_state s WHERE s.state = $1 AND s.role = 0)
            ORDER BY r.document_id, r.paragraph_key, r.ordinal, r.id
            """, [.text(state.rawValue)]
        ) { RecommendationID(try $0.int(0)) }
    }
}
