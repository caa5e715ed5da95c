import Corpus
package import Domain
import FoundationEssentials
import Store

extension Library {
    /// One recommendation. One that became part of another answers with that other: compare the id.
    package func recommendation(_ id: RecommendationID) async throws(OperationError) -> RecommendationPage {
        let page = try await read { connection -> RecommendationPage? in
            guard let current = try CurrentRecord.id(of: id, connection),
                let record = try RecordLoader(connection).load([current], .whole).first
            else {
                return nil
            }
            return RecommendationPage(
                recommendation: record.recommendation, document: record.document,
                otherWordings: record.otherWordings.map {
                    OtherWording(language: $0.language, source: $0.source, text: $0.text)
                },
                sources: try SourceEntry.all(of: current, connection),
                history: try HistoryEntry.all(of: current, connection),
                assessments: try AssessmentRow.all(of: current, connection),
                disagreements: try DisagreementRow.all(of: [.int(current.value)], connection),
                followUps: try FollowUpRow.all(of: current, connection),
                acceptedFindings: try AcceptedFindingRow.all(of: current, connection).map { AcceptedFinding($0) },
                previous: try Neighbour.beside(current, before: true, connection),
                next: try Neighbour.beside(current, before: false, connection))
        }
        guard let page else { throw .notFound }
        return page
    }

    /// A document, its numbers and a page of its recommendations in document order.
    package func document(
        _ id: DocumentID, language: LanguageTag, after: SearchCursor?
    ) async throws(OperationError) -> DocumentPage {
        let found = try await read { connection -> (document: Document, files: [DocumentFile])? in
            let document = try connection.first(DocumentRow.select + " WHERE id = $1", [.int(id.value)]) {
                try DocumentRow.read($0)
            }
            guard let document else { return nil }
            return (document, try DocumentFileRow.all(of: id, connection).map { DocumentFile($0) })
        }
        guard let (document, files) = found else { throw .notFound }
        let filters: [Facet: Set<String>] = [.document: [String(id.value)]]
        let numbers = self.numbers(filters, [.kind, .position, .theme, .person, .state, .recommending])
        let page = try await search(
            SearchRequest(filters: filters, sort: .document, limit: 50, after: after, language: language))
        return DocumentPage(
            document: document, kinds: numbers[.kind], positions: numbers[.position], themes: numbers[.theme],
            persons: numbers[.person], states: numbers[.state], recommending: numbers[.recommending],
            total: numbers.total, recommendations: page, files: files)
    }

    /// Newest first; documents without a date last. `after` is the last document of the page before.
    package func documents(
        mechanism: MechanismCode? = nil, state: StateCode? = nil, after: DocumentID? = nil, limit: Int
    ) async throws(OperationError) -> [DocumentSummary] {
        guard (1...SearchRequest.limitMax).contains(limit) else {
            throw .invalid(field: "limit", allowed: "1...\(SearchRequest.limitMax)")
        }
        let documents = try await read { connection in
            var conditions = [
                "EXISTS (SELECT 1 FROM recommendation r WHERE r.document_id = document.id AND r.merged_into IS NULL)"
            ]
            var values: [SQLValue] = [.int(limit)]
            func add(_ condition: (String) -> String, _ value: SQLValue) {
                values.append(value)
                conditions.append(condition("$\(values.count)"))
            }
            if let mechanism { add({ "mechanism = \($0)" }, .text(mechanism.rawValue)) }
            if let state { add({ "state = \($0)" }, .text(state.rawValue)) }
            if let after {
                let published = try connection.first(
                    "SELECT COALESCE(published, '') FROM document WHERE id = $1", [.int(after.value)]
                ) { try $0.text(0) }
                add({ "(COALESCE(published, ''), id) < (\($0), " + "$\(values.count + 1))" }, .text(published ?? ""))
                values.append(.int(after.value))
            }
            return try connection.all(
                DocumentRow.select + " WHERE " + conditions.joined(separator: " AND ")
                    + " ORDER BY COALESCE(published, '') DESC, id DESC LIMIT $1", values
            ) { try DocumentRow.read($0) }
        }
        let counts = Dictionary(
            corpus.snapshot.values(of: .document).values.map { ($0.value, $0.count) },
            uniquingKeysWith: { first, _ in first })
        return documents.map { document in
            DocumentSummary(document: document, recommendations: counts[String(document.id.value)] ?? 0)
        }
    }

    func count(_ filters: [Facet: Set<String>]) -> Int { numbers(filters, []).total }

    /// Every import, newest first, and how many records each source has.
    package func sources(clock: Clock = .system) async throws(OperationError) -> SourcePage {
        let runs = try await read { connection in try ImportRunRow.all(connection) }
        return SourcePage(runs: runs.map { $0.standing(at: clock) }, sources: numbers([:], [.source])[.source])
    }

    /// The rows an import rejected, in the order of the file.
    package func rejections(ofImport name: String) async throws(OperationError) -> [RowRejection] {
        let rejections = try await read { connection -> [RowRejection]? in
            try ImportRunRow.named(name, connection).map { try ImportRunRow.rejections($0.id, connection) }
        }
        guard let rejections else { throw .notFound }
        return rejections
    }
}

extension AcceptedFinding {
    /// Files that are no communication are kept open: their names need no key.
    init(_ found: AcceptedFindingRow.Found) {
        let name = found.name.first == 0 ? String(decoding: found.name.dropFirst(), as: UTF8.self) : ""
        self.init(
            reading: found.reading, item: found.item, name: name, source: found.source,
            symbol: DocumentFacts(open: found.facts)?.symbol, language: found.language.map { LanguageTag($0) },
            page: found.page, isCorrected: found.isCorrected, acceptedBy: found.decidedBy,
            acceptedAt: found.decidedAt)
    }
}

extension DocumentFile {
    init(_ found: DocumentFileRow.Found) {
        self.init(
            source: found.source, file: found.file, facts: DocumentFacts(open: found.facts),
            recommendations: found.recommendations, imported: found.imported)
    }
}

extension DocumentFacts {
    /// Of what is kept open; nil for what is sealed.
    fileprivate init?(open bytes: [UInt8]?) {
        guard let bytes, bytes.first == 0,
            let facts = try? JSONDecoder().decode(DocumentFacts.self, from: Data(bytes.dropFirst()))
        else { return nil }
        self = facts
    }
}

extension Library {
    /// Where sources disagree, over the whole record: everything about the next `limit` (1...500) recommendations after one, and how
    /// many disagreements there are in all.
    package func disagreements(
        after: RecommendationID? = nil, limit: Int = 100
    ) async throws(OperationError) -> (rows: [Disagreement], total: Int) {
        guard (1...500).contains(limit) else { throw .invalid(field: "limit", allowed: "1...500") }
        let found = try await read { connection in
            (try DisagreementRow.page(after: after, limit: limit, connection), try DisagreementRow.count(connection))
        }
        return (rows: found.0, total: found.1)
    }
}

extension SourceEntry {
    static func all(of id: RecommendationID, _ connection: any ReadConnection) throws -> [SourceEntry] {
        try connection.all(
            """
            SELECT c.code, s.external_key, i.file, s.row_number, i.started, s.part_id FROM source_row s
            JOIN source c ON c.id = s.source_id JOIN import_run i ON i.id = s.import_id
            WHERE s.recommendation_id = $1 ORDER BY c.rank, c.id, s.row_number LIMIT 500
            """, [.int(id.value)]
        ) { row in
            let part = try row.int(5)
            return SourceEntry(
                source: SourceCode(try row.text(0)), externalKey: try row.text(1), file: try row.text(2),
                row: Int(try row.int(3)), imported: try row.text(4), part: part == 0 ? nil : PartID(part))
        }
    }
}

extension HistoryEntry {
    static func all(of id: RecommendationID, _ connection: any ReadConnection) throws -> [HistoryEntry] {
        try connection.all(
            """
            SELECT h.field, h.old, h.new, c.code, h.at FROM history h JOIN source c ON c.id = h.source_id
            WHERE h.recommendation_id = $1 AND h.undone = 0 ORDER BY h.at DESC, h.import_id DESC, h.sequence DESC LIMIT 500
            """, [.int(id.value)]
        ) { row in
            HistoryEntry(
                field: try row.text(0), old: try row.textOrNil(1), new: try row.textOrNil(2),
                source: SourceCode(try row.text(3)), at: try row.text(4))
        }
    }
}

extension Neighbour {
    /// The nearest recommendation of the same document, in document order.
    static func beside(_ id: RecommendationID, before: Bool, _ connection: any ReadConnection) throws -> Neighbour? {
        let (sign, order) = before ? ("<", "DESC") : (">", "ASC")
        return try connection.first(
            """
            SELECT r.id, r.paragraph FROM recommendation r JOIN recommendation here ON here.id = $1
            WHERE r.document_id = here.document_id AND r.merged_into IS NULL
            AND (r.paragraph_key, r.ordinal, r.id) \(sign) (here.paragraph_key, here.ordinal, here.id)
            ORDER BY r.paragraph_key \(order), r.ordinal \(order), r.id \(order) LIMIT 1
            """, [.int(id.value)]
        ) { row in
            Neighbour(
                id: RecommendationID(try row.int(0)), paragraph: try row.textOrNil(1).flatMap { ParagraphNumber($0) })
        }
    }
}
