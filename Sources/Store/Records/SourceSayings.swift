package import Domain

/// What each source says of one recommendation, side by side.
package struct SourceSayings: Sendable {
    package struct Source: Hashable, Sendable {
        package var id: Int64
        package var code: SourceCode
        package var rank: Int64
    }

    package struct Said: Hashable, Sendable {
        package var source: Source
        package var position: Position
        package var document: String?
        package var date: CalendarDate?
        package var isOfPart: Bool
        /// The number of its event.
        package var event: Int64
    }

    /// The recommending States each source names; sources that name none are left out.
    package var states: [Source: Set<StateCode>] = [:]
    /// Positions that stand in the record, in the order they were told.
    package var positions: [Said] = []
    /// What second-hand sources say, whether the record took it over or not.
    package var secondHand: [Said] = []
    /// The recommending States of the record, of the whole and of its parts.
    package var recorded: Set<StateCode> = []
    package var recordedInParts: Set<StateCode> = []

    /// For at most `SQLSet.sizeMax` recommendations.
    package static func load(
        _ set: [SQLValue], _ connection: any ReadConnection
    ) throws -> [RecommendationID: SourceSayings] {
        var sources: [Int64: Source] = [:]
        try connection.query("SELECT id, code, rank FROM source") { row in
            sources[try row.int(0)] = Source(
                id: try row.int(0), code: SourceCode(try row.text(1)), rank: try row.int(2))
        }
        var found: [RecommendationID: SourceSayings] = [:]
        for case .int(let id) in set { found[RecommendationID(id)] = SourceSayings() }
        try readStates(set, sources, into: &found, connection)
        try connection.query(
            """
            SELECT recommendation_id, source_id, position, document, stated, part_id, id FROM position_event
            WHERE recommendation_id IN ({set}) ORDER BY id
            """, [], set: set
        ) { row in
            guard let said = try said(row, sources) else { return }
            found[RecommendationID(try row.int(0))]?.positions.append(said)
        }
        try connection.query(
            """
            SELECT recommendation_id, source_id, position, document, stated, 0, position_id FROM source_position
            WHERE recommendation_id IN ({set}) ORDER BY position_id
            """, [], set: set
        ) { row in
            guard let said = try said(row, sources) else { return }
            found[RecommendationID(try row.int(0))]?.secondHand.append(said)
        }
        return found
    }

    private static func said(_ row: any Row, _ sources: [Int64: Source]) throws -> Said? {
        guard let source = sources[try row.int(1)] else { return nil }
        return Said(
            source: source, position: try row.value(2, Position.init(rawValue:)), document: try row.textOrNil(3),
            date: try row.textOrNil(4).flatMap { CalendarDate($0) }, isOfPart: try row.int(5) != 0,
            event: try row.int(6))
    }

    private static func readStates(
        _ set: [SQLValue], _ sources: [Int64: Source], into found: inout [RecommendationID: SourceSayings],
        _ connection: any ReadConnection
    ) throws {
        try connection.query(
            """
            SELECT recommendation_id, source_id, claimed FROM source_row
            WHERE recommendation_id IN ({set}) AND claimed <> ''
            """, [], set: set
        ) { row in
            guard let source = sources[try row.int(1)] else { return }
            let states = try row.text(2).split(separator: "\n").map { StateCode(String($0)) }
            found[RecommendationID(try row.int(0))]?.states[source, default: []].formUnion(states)
        }
        try connection.query(
            """
            SELECT recommendation_id, part_id, state FROM recommendation_state
            WHERE recommendation_id IN ({set}) AND role = 1
            """, [], set: set
        ) { row in
            let id = RecommendationID(try row.int(0))
            let state = StateCode(try row.text(2))
            if try row.int(1) == 0 {
                found[id]?.recorded.insert(state)
            } else {
                found[id]?.recordedInParts.insert(state)
            }
        }
    }
}

/// Changes that follow from what sources say together.
package enum SourceSettlement {
    package static func addState(
        _ state: StateCode, to id: RecommendationID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO recommendation_state (recommendation_id, part_id, role, state) VALUES ($1, 0, 1, $2)
            ON CONFLICT (recommendation_id, part_id, role, state) DO NOTHING
            """, [.int(id.value), .text(state.rawValue)])
    }

    /// Of the whole and of its parts.
    package static func removeState(
        _ state: StateCode, from id: RecommendationID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "DELETE FROM recommendation_state WHERE recommendation_id = $1 AND role = 1 AND state = $2",
            [.int(id.value), .text(state.rawValue)])
    }

    /// Takes a second-hand position out of the record, or puts it in; what the source says stays known.
    package static func copy(
        _ event: Int64, _ isCopied: Bool, _ connection: any WriteConnection
    ) throws {
        guard isCopied else {
            try connection.execute(
                """
                DELETE FROM position_event WHERE id = $1 AND source_id = (
                    SELECT source_id FROM source_position WHERE position_id = $1)
                """, [.int(event)])
            return
        }
        try connection.execute(
            """
            INSERT INTO position_event (id, recommendation_id, part_id, position, stated, source_id, document, wording, reason,
                import_id)
            SELECT position_id, recommendation_id, 0, position, stated, source_id, document, NULL, NULL, import_id
            FROM source_position WHERE position_id = $1 ON CONFLICT (id) DO NOTHING
            """, [.int(event)])
    }
}
