package import Domain
import Insight
import People
import Store

/// What one institution has in the plan.
package struct InstitutionShare: Sendable {
    /// Nil: what nobody leads.
    package var institution: InstitutionID?
    /// As lead.
    package var commitments = 0
    package var recommendations = 0
    package var actions = ActionTally()
    /// As one of those who support.
    package var supportsCommitments = 0
    package var supportsActions = 0
}

/// What one mechanism's recommendations come to in the plan.
package struct MechanismShare: Sendable {
    package var mechanism: MechanismCode
    package var recommendations = 0
    package var commitments = 0
    /// Of the recommendations: those whose commitment has an action.
    package var withAction = 0
    package var late = 0
    /// Recommendations by what the State says; what is missing was not said.
    package var standing: [ImplementationStatus: Int] = [:]

    package var unsaid: Int { recommendations - standing.values.reduce(0, +) }
}

extension Plans {
    /// Every institution that has a part in the plan, then what nobody leads. For a focal point, over her part.
    package func institutionShares(_ member: Member) async throws(WorkspaceError) -> [InstitutionShare] {
        let place = try place(member)
        return try await store.read { try PlanShareRow.institutions(place, $0) }
    }

    /// Every mechanism whose recommendations stand in the plan, most first.
    package func mechanismShares(_ member: Member) async throws(WorkspaceError) -> [MechanismShare] {
        let place = try place(member)
        return try await store.read { try PlanShareRow.mechanisms(place, $0) }
    }
}

enum PlanShareRow {
    static func institutions(
        _ place: PlanListing.Place, _ connection: any ReadConnection
    ) throws -> [InstitutionShare] {
        var shares: [Int64: InstitutionShare] = [:]
        func add(_ id: Int64?, _ body: (inout InstitutionShare) -> Void) {
            body(&shares[id ?? 0, default: InstitutionShare(institution: id.map { InstitutionID($0) })])
        }
        let commitments = query(.commitments, place)
        try connection.query(
            """
            SELECT c.lead_id, COUNT(*) FROM \(commitments.from) WHERE \(commitments.whereClause) GROUP BY c.lead_id
            """, commitments.values
        ) { row in
            let count = Int(try row.int(1))
            add(try row.intOrNil(0)) { $0.commitments = count }
        }
        let planned = query(.recommendations, place)
        try connection.query(
            """
            SELECT COALESCE(p.lead_id, c.lead_id), COUNT(*) FROM \(planned.from) WHERE \(planned.whereClause)
            GROUP BY COALESCE(p.lead_id, c.lead_id)
            """, planned.values
        ) { row in
            let count = Int(try row.int(1))
            add(try row.intOrNil(0)) { $0.recommendations = count }
        }
        let actions = query(.actions, place)
        try self.actions(place, connection) { lead, tally in add(lead) { $0.actions.add(tally) } }
        for (query, table, owner) in [
            (commitments, "commitment_support s ON s.commitment_id = c.id", \InstitutionShare.supportsCommitments),
            (actions, "action_support s ON s.action_id = a.id", \InstitutionShare.supportsActions),
        ] {
            try connection.query(
                """
                SELECT s.institution_id, COUNT(*) FROM \(query.from) JOIN \(table) WHERE \(query.whereClause)
                GROUP BY s.institution_id
                """, query.values
            ) { row in
                let count = Int(try row.int(1))
                add(try row.int(0)) { $0[keyPath: owner] = count }
            }
        }
        return Array(shares.values)
    }

    /// Actions of each lead and currency in numbers.
    private static func actions(
        _ place: PlanListing.Place, _ connection: any ReadConnection, _ found: (Int64?, ActionTally) -> Void
    ) throws {
        var query = query(.actions, place)
        let day = query.bind(.text(place.today.description))
        let isOpen = "a.status NOT IN ('done', 'stopped')"
        try connection.query(
            """
            SELECT a.lead_id, a.currency, COUNT(*), SUM(CASE WHEN a.status = 'done' THEN 1 ELSE 0 END),
                SUM(CASE WHEN a.due < \(day) AND \(isOpen) THEN 1 ELSE 0 END), MIN(CASE WHEN \(isOpen) THEN a.due END),
                CAST(COALESCE(SUM(a.cost), 0) AS BIGINT), COUNT(a.cost), CAST(COALESCE(SUM(a.gap), 0) AS BIGINT),
                COUNT(a.gap)
            FROM \(query.from) WHERE \(query.whereClause) GROUP BY a.lead_id, a.currency
            """, query.values
        ) { row in
            var tally = ActionTally()
            tally.all = Int(try row.int(2))
            tally.done = Int(try row.int(3))
            tally.late = Int(try row.int(4))
            tally.next = try row.textOrNil(5).flatMap { CalendarDate($0) }
            var line = MoneyTally.Line()
            (line.cost, line.costs) = (try row.int(6), Int(try row.int(7)))
            (line.gap, line.gaps) = (try row.int(8), Int(try row.int(9)))
            tally.money.actions = tally.all
            tally.money.withoutCost = tally.all - line.costs
            tally.money.withoutGap = tally.all - line.gaps
            if let currency = try row.textOrNil(1).flatMap({ CurrencyCode($0) }) { tally.money.lines[currency] = line }
            found(try row.intOrNil(0), tally)
        }
    }

    static func mechanisms(
        _ place: PlanListing.Place, _ connection: any ReadConnection
    ) throws -> [MechanismShare] {
        var query = query(.recommendations, place)
        let day = query.bind(.text(place.today.description))
        var shares: [MechanismShare] = []
        try connection.query(
            """
            SELECT d.mechanism, COUNT(*), COUNT(DISTINCT c.id),
                SUM(CASE WHEN EXISTS (SELECT 1 FROM action x WHERE x.commitment_id = c.id AND x.withdrawn = 0)
                    THEN 1 ELSE 0 END),
                SUM(CASE WHEN COALESCE(p.due, c.due) < \(day)
                    AND (p.status IS NULL OR p.status NOT IN ('fully', 'notPursued')) THEN 1 ELSE 0 END),
                \(ImplementationStatus.allCases.map { "SUM(CASE WHEN p.status = '\($0.rawValue)' THEN 1 ELSE 0 END)" }
                    .joined(separator: ", "))
            FROM \(query.from) JOIN recommendation o ON o.id = p.recommendation_id
            JOIN recommendation r ON r.id = COALESCE(o.merged_into, o.id) JOIN document d ON d.id = r.document_id
            WHERE \(query.whereClause) GROUP BY d.mechanism ORDER BY 2 DESC, d.mechanism
            """, query.values
        ) { row in
            var share = MechanismShare(mechanism: MechanismCode(try row.text(0)))
            share.recommendations = Int(try row.int(1))
            share.commitments = Int(try row.int(2))
            share.withAction = Int(try row.int(3))
            share.late = Int(try row.int(4))
            for (place, status) in ImplementationStatus.allCases.enumerated() {
                let count = Int(try row.int(5 + place))
                if count > 0 { share.standing[status] = count }
            }
            shares.append(share)
        }
        return shares
    }

    private static func query(_ rows: PlanRows, _ place: PlanListing.Place) -> PlanQuery {
        PlanQuery(rows, PlanFilter(), place.workspace, place.limit, place.today)
    }
}
