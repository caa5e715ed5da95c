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

    /// Assesses recommendations of these themes to other States than one, at most so many; each once, however often it is asked.
    package func write(themes: [String], but state: StateCode, most: Int = 24) async throws(StoreError) {
        guard !themes.isEmpty else { return }
        let found = try await database.read { connection in
            try connection.all(
                """
                SELECT DISTINCT r.id, r.import_id, g.source_id, s.state FROM tag g
                JOIN term t ON t.id = g.term_id AND t.kind = 'theme'
                JOIN recommendation r ON r.id = g.recommendation_id
                JOIN recommendation_state s ON s.recommendation_id = r.id AND s.role = 0
                WHERE t.code IN ({set}) AND s.state <> $1
                AND NOT EXISTS (SELECT 1 FROM assessment a WHERE a.recommendation_id = r.id AND a.assessor_kind <> 'state')
                ORDER BY r.id LIMIT \(most)
                """, [.text(state.rawValue)], set: themes.prefix(SQLSet.sizeMax).map { .text($0) }
            ) { (id: try $0.int(0), importID: try $0.int(1), source: try $0.int(2), state: try $0.text(3)) }
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
