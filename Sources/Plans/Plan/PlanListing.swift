package import Domain
import Operations
import People
import Store

extension Plans {
    package static let pageMax = 500

    /// A page of what the workspace took on.
    package func list(
        _ member: Member, _ filter: PlanFilter = PlanFilter(), sort: PlanSort = .made, after: PlanCursor? = nil,
        limit count: Int = 50
    ) async throws(WorkspaceError) -> PlanPage<CommitmentSummary> {
        let place = try place(member)
        return try await store.read { connection in
            let page = try PlanListing.page(.commitments, filter, sort, after, count, place, connection) { row, width in
                (try Commitment.read(row), try row.text(width))
            }
            return try page.map { try PlanListing.summaries($0, place, connection) }
        }
    }

    /// A page of single recommendations of the plan. `language` is the reader's.
    package func recommendations(
        _ member: Member, _ filter: PlanFilter = PlanFilter(), sort: PlanSort = .made, after: PlanCursor? = nil,
        limit count: Int = 50,
        language: LanguageTag
    ) async throws(WorkspaceError) -> PlanPage<PlannedSummary> {
        let place = try place(member)
        return try await store.read { connection in
            let page = try PlanListing.page(.recommendations, filter, sort, after, count, place, connection) {
                row, width in (try PlannedRecommendation.read(row), try row.text(width))
            }
            return try page.map { try PlanListing.summaries($0, language, place, connection) }
        }
    }

    /// A page of actions.
    package func actions(
        _ member: Member, _ filter: PlanFilter = PlanFilter(), sort: PlanSort = .due, after: PlanCursor? = nil,
        limit count: Int = 50
    ) async throws(WorkspaceError) -> PlanPage<ActionSummary> {
        let place = try place(member)
        return try await store.read { connection in
            let page = try PlanListing.page(.actions, filter, sort, after, count, place, connection) { row, width in
                (try Action.read(row), try row.text(width))
            }
            return try page.map { try PlanListing.summaries($0, place, connection) }
        }
    }

    /// How many rows a selection is, before anything is done with them.
    package func count(_ selection: PlanSelection, _ member: Member) async throws(WorkspaceError) -> Int {
        let place = try place(member)
        return try await store.read {
            try PlanListing.ids(selection, place.workspace, place.limit, place.today, $0).count
        }
    }

    func place(_ member: Member, _ right: Right = .seePlan) throws(WorkspaceError) -> PlanListing.Place {
        PlanListing.Place(
            workspace: member.workspace.id, limit: try member.limit(right), today: today(member.workspace))
    }
}

/// Reading lists of the plan.
enum PlanListing {
    /// Who reads, and when.
    struct Place: Sendable {
        let workspace: WorkspaceID
        let limit: InstitutionID?
        let today: CalendarDate
    }

    struct Found<Object: Sendable> {
        var objects: [Object]
        var total: Int
        var next: PlanCursor?

        func map<Item>(_ body: ([Object]) throws -> [Item]) rethrows -> PlanPage<Item> {
            PlanPage(items: try body(objects), total: total, next: next)
        }
    }

    static func page<Object: PlanObject>(
        _ rows: PlanRows, _ filter: PlanFilter, _ sort: PlanSort, _ after: PlanCursor?, _ count: Int, _ place: Place,
        _ connection: any ReadConnection, _ read: (any Row, _ keyColumn: Int) throws -> (Object, String)
    ) throws -> Found<Object> {
        let limit = min(max(count, 1), Plans.pageMax)
        var query = PlanQuery(rows, filter, place.workspace, place.limit, place.today)
        let total = try connection.count(
            "SELECT COUNT(*) FROM \(query.from) WHERE \(query.whereClause)", query.values)
        let key = query.key(sort)
        if let after {
            let (text, id) = (query.bind(.text(after.key)), query.bind(.int(after.id)))
            query.add("(\(key), \(query.id)) > (\(text), \(id))")
        }
        let columns = columns(rows)
        let found = try connection.all(
            """
            SELECT \(columns.text), \(key) FROM \(query.from) WHERE \(query.whereClause)
            ORDER BY \(sort == .made ? "" : "\(columns.count + 1), ")\(query.id) LIMIT \(limit + 1)
            """, query.values
        ) { try read($0, columns.count) }
        let shown = found.prefix(limit)
        return Found(
            objects: shown.map(\.0), total: total,
            next: found.count > limit ? shown.last.map { PlanCursor(key: $0.1, id: $0.0.number) } : nil)
    }

    private static func columns(_ rows: PlanRows) -> (text: String, count: Int) {
        switch rows {
        case .commitments: (Commitment.columns, 11)
        case .recommendations: (PlannedRecommendation.columns, 9)
        case .actions: (Action.columns, 15)
        }
    }

    /// The rows of a selection that are in the plan and within reach.
    static func ids(
        _ selection: PlanSelection, _ workspace: WorkspaceID, _ limit: InstitutionID?, _ today: CalendarDate,
        _ connection: any ReadConnection
    ) throws -> [Int64] {
        let query = PlanQuery(selection.rows, selection.filter, workspace, limit, today)
        guard let ids = selection.ids else {
            return try connection.all(
                """
                SELECT \(query.id) FROM \(query.from) WHERE \(query.whereClause) ORDER BY \(query.id)
                LIMIT \(PlanSelection.rowsMax + 1)
                """, query.values
            ) { try $0.int(0) }
        }
        guard ids.count <= PlanSelection.rowsMax else { throw WorkspaceError.invalid("rows", "plan.allowed.rows") }
        return try PlanSets.all(
            ids, "SELECT \(query.id) FROM \(query.from) WHERE \(query.whereClause) AND \(query.id) IN ({set})",
            query.values, connection
        ) { try $0.int(0) }
    }
}
