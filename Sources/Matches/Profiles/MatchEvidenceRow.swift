import Cooperation
import Domain
import Insight
import Store

/// Counts what is on record for matching.
enum MatchEvidenceRow {
    /// Of how far others found a recommendation carried out, what is progress: whole or in part, in words or in the grades of
    /// committees' follow-up procedures.
    private static let moved = ["implemented", "partly", "A", "A1", "A2", "B", "B1"]

    /// `assessed`: what is on record of recommendations, as it stands.
    static func read(
        year: Int, _ assessed: EvidenceTally<StateCode>, _ connection: any ReadConnection
    ) throws -> MatchEvidence {
        var states = assessed
        var workspaces = EvidenceTally<WorkspaceID>()
        try practices(connection, &states, &workspaces)
        try agreements(connection, &states, &workspaces)
        return MatchEvidence(
            states: states.result, workspaces: workspaces.result, served: try served(year: year, connection))
    }

    /// Recommendations that somebody other than the State itself found carried out, by the State's and the record's themes; what people
    /// decided on tags stands before what sources say.
    static func assessed(_ connection: any ReadConnection) throws -> EvidenceTally<StateCode> {
        var states = EvidenceTally<StateCode>()
        var found: [Int64: Set<StateCode>] = [:]
        try connection.query(
            """
            SELECT DISTINCT COALESCE(r.merged_into, r.id), s.state FROM assessment a
            JOIN recommendation r ON r.id = a.recommendation_id
            JOIN recommendation_state s ON s.recommendation_id = COALESCE(r.merged_into, r.id) AND s.role = 0
            WHERE a.value IN ({set}) AND (a.assessor_kind <> 'state' OR (a.assessor <> '' AND a.assessor <> s.state))
            """, [], set: moved.map { .text($0) }
        ) { row in found[try row.int(0), default: []].insert(StateCode(try row.text(1))) }
        var rest = found.keys.sorted()[...]
        while !rest.isEmpty {
            let part = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(part.count)
            for (id, themes) in try self.themes(part.map { .int($0) }, connection) {
                for state in found[id] ?? [] {
                    for theme in themes { states.add(state, .assessed, theme: theme) }
                }
            }
        }
        return states
    }

    private static func themes(
        _ set: [SQLValue], _ connection: any ReadConnection
    ) throws -> [Int64: Set<String>] {
        var themes: [Int64: Set<String>] = [:]
        try connection.query(
            """
            SELECT g.recommendation_id, t.code FROM tag g JOIN term t ON t.id = g.term_id
            WHERE t.kind = 'theme' AND g.recommendation_id IN ({set})
            """, [], set: set
        ) { row in themes[try row.int(0), default: []].insert(try row.text(1)) }
        for decision in try TagDecisionRow.current(of: set, connection) where decision.kind == .theme {
            if decision.isInFavour {
                themes[decision.recommendation.value, default: []].insert(decision.code)
            } else if decision.verdict == .rejected {
                themes[decision.recommendation.value]?.remove(decision.code)
            }
        }
        return themes
    }

    /// Practices that were reviewed and are published: for the State they say they were in, and for the workspace that wrote them up
    /// unless it does not want to be named.
    private static func practices(
        _ connection: any ReadConnection, _ states: inout EvidenceTally<StateCode>,
        _ workspaces: inout EvidenceTally<WorkspaceID>
    ) throws {
        let rows = try connection.all(
            """
            SELECT p.workspace_id, p.state, e.anonymous, v.value FROM practice p
            JOIN workspace w ON w.id = p.workspace_id AND w.closed = 0
            JOIN practice_edition e ON e.id = p.published_edition
            JOIN practice_value v ON v.edition_id = e.id AND v.kind = 'theme'
            WHERE p.withdrawn IS NULL
            """
        ) { row in
            (
                workspace: WorkspaceID(try row.int(0)), state: try row.textOrNil(1).map { StateCode($0) },
                isAnonymous: try row.int(2) == 1, theme: try row.text(3)
            )
        }
        for row in rows {
            if let state = row.state { states.add(state, .practice, theme: row.theme) }
            if !row.isAnonymous { workspaces.add(row.workspace, .practice, theme: row.theme) }
        }
    }

    /// Agreements that ended as agreed, that all sides let everybody read, and that came from a need everybody reads, by its themes: for
    /// those who gave.
    private static func agreements(
        _ connection: any ReadConnection, _ states: inout EvidenceTally<StateCode>,
        _ workspaces: inout EvidenceTally<WorkspaceID>
    ) throws {
        let rows = try connection.all(
            """
            SELECT p.workspace_id, w.kind, w.state, v.value FROM agreement a
            JOIN introduction i ON i.id = a.introduction_id JOIN need n ON n.id = i.need_id
            JOIN need_value v ON v.need_id = n.id AND v.kind = 'theme'
            JOIN agreement_party p ON p.agreement_id = a.id AND p.number = a.current AND p.workspace_id <> n.workspace_id
            JOIN workspace w ON w.id = p.workspace_id
            WHERE a.status = 'ended' AND \(CooperationRecords.isOpenNeed)
            AND NOT EXISTS (SELECT 1 FROM agreement_party q
                WHERE q.agreement_id = a.id AND q.number = a.current AND q.public = 0)
            """
        ) { row in
            (
                workspace: WorkspaceID(try row.int(0)), isMechanism: try row.text(1) == "mechanism",
                state: StateCode(try row.text(2)), theme: try row.text(3)
            )
        }
        for row in rows {
            workspaces.add(row.workspace, .agreement, theme: row.theme)
            if row.isMechanism { states.add(row.state, .agreement, theme: row.theme) }
        }
    }

    /// How many agreements that came into force in this year are from an offer.
    private static func served(
        year: Int, _ connection: any ReadConnection
    ) throws -> [OfferID: Int] {
        let rows = try connection.all(
            """
            SELECT i.offer_id, COUNT(*) FROM agreement a JOIN introduction i ON i.id = a.introduction_id
            WHERE i.offer_id IS NOT NULL AND a.in_force >= $1 AND a.in_force < $2 GROUP BY i.offer_id
            """, [.text("\(year)-01-01"), .text("\(year + 1)-01-01")]
        ) { (OfferID(try $0.int(0)), Int(try $0.int(1))) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// The workspace of each State's mechanism.
    static func mechanisms(_ connection: any ReadConnection) throws -> [StateCode: WorkspaceID] {
        let rows = try connection.all(
            "SELECT state, id FROM workspace WHERE kind = 'mechanism' AND closed = 0 ORDER BY id DESC"
        ) { (StateCode(try $0.text(0)), WorkspaceID(try $0.int(1))) }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }
}
