package import Domain
package import Store

/// What invented institutions found of how far recommendations to other invented States are carried out.
package struct DemonstrationAssessments: Sendable {
    private let database: any Database
    private let clock: Clock

    package init(database: any Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    private static let statesMax = 6
    private static let perStateMax = 4

    /// Assesses recommendations of these themes to other States than one, a few for each of a few States; each once, however often it
    /// is asked.
    package func write(themes: [String], but state: StateCode) async throws(StoreError) {
        guard !themes.isEmpty else { return }
        let all = try await database.read { connection in
            try connection.all(
                """
                SELECT DISTINCT r.id, r.import_id, g.source_id, s.state FROM tag g
                JOIN term t ON t.id = g.term_id AND t.kind = 'theme'
                JOIN recommendation r ON r.id = g.recommendation_id
                JOIN recommendation_state s ON s.recommendation_id = r.id AND s.role = 0
                WHERE t.code IN ({set}) AND s.state <> $1
                AND NOT EXISTS (SELECT 1 FROM assessment a WHERE a.recommendation_id = r.id AND a.assessor_kind <> 'state')
                ORDER BY r.id
                """, [.text(state.rawValue)], set: themes.prefix(SQLSet.sizeMax).map { .text($0) }
            ) { (id: try $0.int(0), importID: try $0.int(1), source: try $0.int(2), state: try $0.text(3)) }
        }
        var counts: [String: Int] = [:]
        let found = all.filter { row in
            guard counts[row.state] != nil || counts.count < Self.statesMax else { return false }
            counts[row.state, default: 0] += 1
            return counts[row.state, default: 0] <= Self.perStateMax
        }
        guard !found.isEmpty else { return }
        try await database.change(at: clock.instant) { connection, log in
            let ids = try IDAllocator.take("assessment", found.count, connection)
            for (place, row) in found.enumerated() {
                let isCommittee = place % 3 == 2
                let assessment = Assessment(
                    assessor: isCommittee ? .committee : .nhri,
                    assessorName: isCommittee ? "Committee on follow-up (invented)" : "National institution (invented)",
                    scheme: isCommittee ? "grade" : Assessment.claimScheme,
                    value: isCommittee ? "B1" : ["implemented", "partly"][place % 2], source: .demonstration)
                try AssessmentRow.insert(
                    ids.lowerBound + Int64(place), assessment, of: RecommendationID(row.id), source: row.source,
                    importID: row.importID, connection)
                log.changed(.recommendation, row.id)
            }
        }
    }
}
