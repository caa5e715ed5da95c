package import Domain

/// Recommendations as they stand, with what pages, index and exports need.
package struct StoredRecord: Sendable {
    package var recommendation: Recommendation
    package var document: Document
    /// Codes of every source that has a row of it.
    package var sources: [SourceCode]
    /// Where another source words it differently: that source's text.
    package var otherWordings: [OtherWording]

    package struct OtherWording: Sendable, Hashable {
        package var language: LanguageTag
        package var source: SourceCode
        package var text: String
    }
}

/// How much of a record is read.
package enum LoadDepth: Sendable {
    /// What lists and the index show: no position events.
    case summary
    case whole
}

/// Reads whole records in sets, one statement a table.
package struct RecordLoader {
    let connection: any ReadConnection
    private let sources: [Int64: (code: SourceCode, rank: Int64)]

    package init(_ connection: any ReadConnection) throws {
        self.connection = connection
        var sources: [Int64: (code: SourceCode, rank: Int64)] = [:]
        try connection.query("SELECT id, code, rank FROM source") { row in
            sources[try row.int(0)] = (SourceCode(try row.text(1)), try row.int(2))
        }
        self.sources = sources
    }

    /// The records that are there, in the order asked for. Ids of merged or missing records are left out.
    package func load(_ ids: [RecommendationID], _ depth: LoadDepth = .summary) throws -> [StoredRecord] {
        var loaded: [RecommendationID: StoredRecord] = [:]
        var rest = ids[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(set.count)
            try load(set: set.map { .int($0.value) }, depth, into: &loaded)
        }
        return ids.compactMap { loaded[$0] }
    }

    private func load(
        set: [SQLValue], _ depth: LoadDepth, into loaded: inout [RecommendationID: StoredRecord]
    ) throws {
        let documents = try documents(ofRecommendations: set)
        var records: [RecommendationID: StoredRecord] = [:]
        records.reserveCapacity(set.count)
        try readRecommendations(set, documents, into: &records)
        try readParts(set, into: &records)
        try readTexts(set, into: &records)
        try readStates(set, into: &records)
        try readTags(set, into: &records)
        try readDecisions(set, into: &records)
        try readSources(set, into: &records)
        if depth == .whole { try readPositions(set, into: &records) }
        loaded.merge(records) { _, new in new }
    }

    private func documents(ofRecommendations set: [SQLValue]) throws -> [DocumentID: Document] {
        let ids = try connection.all(
            "SELECT DISTINCT document_id FROM recommendation WHERE id IN ({set})", set: set
        ) { SQLValue.int(try $0.int(0)) }
        var documents: [DocumentID: Document] = [:]
        try connection.query(DocumentRow.select + " WHERE id IN ({set})", [], set: ids) { row in
            let document = try DocumentRow.read(row)
            documents[document.id] = document
        }
        return documents
    }

    private func readRecommendations(
        _ set: [SQLValue], _ documents: [DocumentID: Document], into records: inout [RecommendationID: StoredRecord]
    ) throws {
        let sql = """
            SELECT id, document_id, kind, paragraph, ordinal, action, position, cycle, session, published
            FROM recommendation WHERE id IN ({set}) AND merged_into IS NULL
            """
        try connection.query(sql, [], set: set) { row in
            let id = RecommendationID(try row.int(0))
            let documentID = DocumentID(try row.int(1))
            guard let document = documents[documentID] else { return }
            let recommendation = Recommendation(
                id: id, kind: try row.value(2, RecommendationKind.init(rawValue:)), document: documentID,
                paragraph: try row.textOrNil(3).flatMap { ParagraphNumber($0) }, ordinal: Int(try row.int(4)),
                texts: [:],
                states: [], action: try row.intOrNil(5).flatMap { ActionCategory(rawValue: Int($0)) },
                position: try row.textOrNil(6).flatMap { Position(rawValue: $0) },
                cycle: try row.intOrNil(7).map { Int($0) }, session: try row.intOrNil(8).map { Int($0) },
                published: try row.textOrNil(9).flatMap { CalendarDate($0) })
            records[id] = StoredRecord(
                recommendation: recommendation, document: document, sources: [], otherWordings: [])
        }
    }

    private func readParts(_ set: [SQLValue], into records: inout [RecommendationID: StoredRecord]) throws {
        let sql = """
            SELECT recommendation_id, id, kind, label FROM recommendation_part WHERE recommendation_id IN ({set})
            ORDER BY recommendation_id, id
            """
        try connection.query(sql, [], set: set) { row in
            let part = RecommendationPart(
                id: PartID(try row.int(1)), kind: try row.value(2, RecommendationPart.Kind.init(rawValue:)),
                label: try row.text(3), texts: [:])
            records[RecommendationID(try row.int(0))]?.recommendation.parts.append(part)
        }
    }

    /// Of several sources' texts in one language the one of the lowest rank is shown; the others stand beside it.
    private func readTexts(_ set: [SQLValue], into records: inout [RecommendationID: StoredRecord]) throws {
        let sql = """
            SELECT t.recommendation_id, t.part_id, t.language, t.source_id, t.text
            FROM recommendation_text t JOIN source s ON s.id = t.source_id WHERE t.recommendation_id IN ({set})
            ORDER BY t.recommendation_id, t.part_id, t.language, s.rank, s.id
            """
        try connection.query(sql, [], set: set) { row in
            let id = RecommendationID(try row.int(0))
            let part = try row.int(1)
            let language = LanguageTag(try row.text(2))
            let text = try row.text(4)
            if part == 0 {
                guard let shown = records[id]?.recommendation.texts[language] else {
                    records[id]?.recommendation.texts[language] = text
                    return
                }
                guard shown != text, let source = sources[try row.int(3)]?.code else { return }
                records[id]?.otherWordings.append(.init(language: language, source: source, text: text))
            } else if let place = records[id]?.recommendation.parts.firstIndex(where: { $0.id.value == part }),
                records[id]?.recommendation.parts[place].texts[language] == nil
            {
                records[id]?.recommendation.parts[place].texts[language] = text
            }
        }
    }

    private func readStates(_ set: [SQLValue], into records: inout [RecommendationID: StoredRecord]) throws {
        let sql = """
            SELECT recommendation_id, part_id, role, state FROM recommendation_state WHERE recommendation_id IN ({set})
            ORDER BY recommendation_id, part_id, role, state
            """
        try connection.query(sql, [], set: set) { row in
            let id = RecommendationID(try row.int(0))
            let part = try row.int(1)
            let state = StateCode(try row.text(3))
            if part != 0, let place = records[id]?.recommendation.parts.firstIndex(where: { $0.id.value == part }) {
                records[id]?.recommendation.parts[place].recommending.append(state)
            } else if try row.int(2) == 0 {
                records[id]?.recommendation.states.append(state)
            } else {
                records[id]?.recommendation.recommending.append(state)
            }
        }
    }

    private func readTags(_ set: [SQLValue], into records: inout [RecommendationID: StoredRecord]) throws {
        struct Line { let id: RecommendationID, part, term, source: Int64 }
        let sql = """
            SELECT recommendation_id, part_id, term_id, source_id FROM tag WHERE recommendation_id IN ({set})
            ORDER BY recommendation_id, part_id, term_id, source_id
            """
        let lines = try connection.all(sql, set: set) { row in
            Line(
                id: RecommendationID(try row.int(0)), part: try row.int(1), term: try row.int(2), source: try row.int(3)
            )
        }
        let terms = try TermRow.load(Set(lines.map(\.term)), connection)
        for line in lines {
            guard let term = terms[line.term], let source = sources[line.source]?.code else { continue }
            records[line.id]?.recommendation.tags.append(
                Tag(
                    kind: term.kind, code: term.code, label: term.label, source: source,
                    part: line.part == 0 ? nil : PartID(line.part)))
        }
    }

    /// What people decided stands before what sources say.
    private func readDecisions(_ set: [SQLValue], into records: inout [RecommendationID: StoredRecord]) throws {
        for decision in try TagDecisionRow.current(of: set, connection).reversed() {
            guard var tags = records[decision.recommendation]?.recommendation.tags else { continue }
            let said = tags.indices.filter { tags[$0].kind == decision.kind && tags[$0].code == decision.code }
            if decision.isInFavour {
                let label = said.first.map { tags[$0].label } ?? decision.code
                tags.insert(
                    Tag(kind: decision.kind, code: decision.code, label: label, source: .person, decision: decision),
                    at: 0)
            } else if decision.verdict == .rejected {
                for place in said { tags[place].decision = decision }
            }
            records[decision.recommendation]?.recommendation.tags = tags
        }
    }

    private func readSources(_ set: [SQLValue], into records: inout [RecommendationID: StoredRecord]) throws {
        let sql = """
            SELECT DISTINCT recommendation_id, source_id FROM source_row WHERE recommendation_id IN ({set})
            ORDER BY recommendation_id, source_id
            """
        try connection.query(sql, [], set: set) { row in
            guard let source = sources[try row.int(1)]?.code else { return }
            records[RecommendationID(try row.int(0))]?.sources.append(source)
        }
    }

    private func readPositions(_ set: [SQLValue], into records: inout [RecommendationID: StoredRecord]) throws {
        let sql = """
            SELECT recommendation_id, id, part_id, position, stated, source_id, document, wording, reason
            FROM position_event WHERE recommendation_id IN ({set}) ORDER BY recommendation_id, stated NULLS FIRST, id
            """
        try connection.query(sql, [], set: set) { row in
            guard let source = sources[try row.int(5)]?.code else { return }
            let part = try row.int(2)
            let event = PositionEvent(
                id: PositionEventID(try row.int(1)), position: try row.value(3, Position.init(rawValue:)),
                part: part == 0 ? nil : PartID(part), date: try row.textOrNil(4).flatMap { CalendarDate($0) },
                source: source, document: try row.textOrNil(6), wording: try row.textOrNil(7),
                reason: try row.textOrNil(8))
            records[RecommendationID(try row.int(0))]?.recommendation.positions.append(event)
        }
    }
}

extension Row {
    /// A text column that must hold one of a type's names.
    package func value<T>(_ column: Int, _ make: (String) -> T?) throws -> T {
        let name = try text(column)
        guard let value = make(name) else { throw StoreError.corrupt(reason: "\(name) is no \(T.self)") }
        return value
    }
}
