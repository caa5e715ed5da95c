package import Domain
import Operations
import People
import Store

/// A programme with everything its page shows.
package struct ProgrammeWhole: Sendable {
    package var programme: Programme
    package var activity: Activity
    package var states: [(code: StateCode, share: Percentage?)]
    package var totals: [MoneyTotal]
    /// Issues it serves, by issue; each with every reason.
    package var links: [(issue: Issue, reasons: [IssueLink])]
    package var removals: [(issue: Issue, removal: LinkRemoval)]
    /// Programmes kept here that it names as related.
    package var related: [(identifier: String, kind: String, programme: ProgrammeID?)]
}

extension Programmes {
    /// One programme; `notFound` where it is withdrawn, not there, or a draft of somebody else.
    package func find(_ id: ProgrammeID, _ view: ProgrammeView) async throws(WorkspaceError) -> ProgrammeWhole {
        try require(view)
        let query = ProgrammeQuery(ProgrammeFilter(), view)
        return try await store.read { connection in
            let found = try connection.first(
                "SELECT \(ProgrammeRow.columns) FROM programme p WHERE \(query.sql) AND p.id = \(id.value)",
                query.values,
                ProgrammeRow.read)
            guard let programme = found, let body = try ProgrammeRow.body(id, connection) else {
                throw WorkspaceError.notFound
            }
            guard let activity = Activity(body: body) else {
                throw StoreError.corrupt(reason: "programme_body of \(id)")
            }
            let links = try IssueLinkRow.all(of: id, connection)
            let removals = try IssueLinkRow.removals(of: id, connection)
            let issues = try Self.issues(links.map(\.issue) + removals.map(\.issue), connection)
            let grouped = Dictionary(grouping: links, by: \.issue)
            // What several reasons say together comes first.
            let weights = grouped.mapValues { $0.reduce(0) { $0 + $1.strength } }
            let order = grouped.keys.sorted { (weights[$0] ?? 0, $1) > (weights[$1] ?? 0, $0) }
            return ProgrammeWhole(
                programme: programme, activity: activity, states: try Self.states(id, connection),
                totals: activity.totals,
                links: order.compactMap { id in issues[id].map { ($0, grouped[id] ?? []) } },
                removals: removals.compactMap { removal in issues[removal.issue].map { ($0, removal) } },
                related: try Self.related(activity, query, connection))
        }
    }

    private static func states(
        _ id: ProgrammeID, _ connection: any ReadConnection
    ) throws -> [(code: StateCode, share: Percentage?)] {
        try connection.all(
            "SELECT state, share FROM programme_state WHERE programme_id = $1 ORDER BY COALESCE(share, -1) DESC, state",
            [.int(id.value)]
        ) { (StateCode(try $0.text(0)), try $0.intOrNil(1).map { Percentage(hundredths: Int($0)) }) }
    }

    private static func issues(_ ids: [IssueID], _ connection: any ReadConnection) throws -> [IssueID: Issue] {
        let wanted = Array(Set(ids).sorted().prefix(SQLSet.sizeMax))
        let rows = try IssueRow.find(wanted, connection)
        return Dictionary(
            rows.map { ($0.id, IssueForms.issue($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Those that the same reader may see are named by their id.
    private static func related(
        _ activity: Activity, _ query: ProgrammeQuery, _ connection: any ReadConnection
    ) throws -> [(identifier: String, kind: String, programme: ProgrammeID?)] {
        let related = activity.related
        var known: [String: ProgrammeID] = [:]
        try connection.query(
            "SELECT p.identifier, p.id FROM programme p WHERE \(query.sql) AND p.identifier IN ({set})", query.values,
            set: related.prefix(200).map { .text($0.identifier) }
        ) { known[try $0.text(0)] = ProgrammeID(try $0.int(1)) }
        return related.map { ($0.identifier, $0.kind, known[$0.identifier]) }
    }
}
