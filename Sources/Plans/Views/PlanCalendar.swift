package import Domain
import People
import Store

/// Something of the plan that stands on a day.
package struct PlanDay: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case commitment, action, milestone
    }

    package var kind: Kind
    /// Of the commitment, the action or the milestone.
    package var id: Int64
    /// Where its page is: the commitment, or the action.
    package var page: Int64
    package var title: String
    package var due: CalendarDate
    package var lead: InstitutionID?
    /// Done, given up or reached.
    package var isSettled: Bool

    package func isLate(on today: CalendarDate) -> Bool { !isSettled && due < today }
}

/// What falls into a span of days.
package struct PlanDays: Sendable {
    /// By day.
    package var items: [PlanDay]
    /// All of them, where `items` was cut.
    package var total: Int
}

extension Plans {
    package static let daysMax = 3_000

    /// Commitments, actions and milestones due from one day to another, both counted.
    package func days(
        from: CalendarDate, to: CalendarDate, lead: InstitutionID? = nil, _ member: Member
    ) async throws(WorkspaceError) -> PlanDays {
        let place = try place(member)
        var filter = PlanFilter()
        filter.dueFrom = from
        filter.dueTo = to
        filter.lead = lead.map { .institution($0) }
        let asked = filter
        return try await store.read { try PlanDayRow.read(asked, place, $0) }
    }
}

enum PlanDayRow {
    static func read(
        _ filter: PlanFilter, _ place: PlanListing.Place, _ connection: any ReadConnection
    ) throws -> PlanDays {
        let commitments = PlanQuery(.commitments, filter, place.workspace, place.limit, place.today)
        let actions = PlanQuery(.actions, filter, place.workspace, place.limit, place.today)
        var withoutDates = filter
        withoutDates.dueFrom = nil
        withoutDates.dueTo = nil
        var steps = PlanQuery(.actions, withoutDates, place.workspace, place.limit, place.today)
        steps.add("m.withdrawn = 0")
        if let from = filter.dueFrom {
            let place = steps.bind(.text(from.description))
            steps.add("m.due >= \(place)")
        }
        if let to = filter.dueTo {
            let place = steps.bind(.text(to.description))
            steps.add("m.due <= \(place)")
        }
        let all =
            try items(
                .commitment, "c.id, c.id, c.title, c.due, c.lead_id, c.status", commitments.from, commitments, "c.due",
                connection)
            + items(
                .action, "a.id, a.id, a.title, a.due, a.lead_id, a.status", actions.from, actions, "a.due", connection)
            + items(
                .milestone, "m.id, a.id, m.title, m.due, a.lead_id, m.done", steps.from + milestones, steps, "m.due",
                connection)
        let total =
            try connection.count(
                "SELECT COUNT(*) FROM \(commitments.from) WHERE \(commitments.whereClause)", commitments.values)
            + connection.count("SELECT COUNT(*) FROM \(actions.from) WHERE \(actions.whereClause)", actions.values)
            + connection.count(
                "SELECT COUNT(*) FROM \(steps.from)\(milestones) WHERE \(steps.whereClause)", steps.values)
        let sorted = all.sorted { ($0.due, $0.kind.rawValue, $0.id) < ($1.due, $1.kind.rawValue, $1.id) }
        return PlanDays(items: Array(sorted.prefix(Plans.daysMax)), total: total)
    }

    private static let milestones = " JOIN milestone m ON m.action_id = a.id"

    private static func items(
        _ kind: PlanDay.Kind, _ columns: String, _ from: String, _ query: PlanQuery, _ due: String,
        _ connection: any ReadConnection
    ) throws -> [PlanDay] {
        try connection.all(
            """
            SELECT \(columns) FROM \(from) WHERE \(query.whereClause) ORDER BY \(due) LIMIT \(Plans.daysMax)
            """, query.values
        ) { row -> PlanDay? in
            guard let due = CalendarDate(try row.text(3)) else { return nil }
            return PlanDay(
                kind: kind, id: try row.int(0), page: try row.int(1), title: try row.text(2), due: due,
                lead: try row.intOrNil(4).map { InstitutionID($0) },
                isSettled: isSettled(kind, try row.textOrNil(5)))
        }.compactMap { $0 }
    }

    private static func isSettled(_ kind: PlanDay.Kind, _ text: String?) -> Bool {
        switch kind {
        case .commitment: text.flatMap { ImplementationStatus(rawValue: $0) }.isSettled
        case .action: text.flatMap { ActionStatus(rawValue: $0) }?.isEnded ?? false
        case .milestone: text != nil
        }
    }
}
