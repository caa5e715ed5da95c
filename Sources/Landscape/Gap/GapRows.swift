package import Domain
import People
import Plans
package import Programmes

/// What a figure of the gap counts.
package enum GapRowKind: String, Hashable, Sendable, CaseIterable {
    case issues, needs, offers, programmes, agreements, actions
}

/// Which of them, beside the scope.
package struct GapRowFilter: Hashable, Sendable {
    package var scope: GapScope
    /// Of issues.
    package var issues = GapIssueFilter.all
    /// Of needs: that no open offer fits. Of offers: that fit no need.
    package var isAlone = false
    /// Of offers: that name no theme. Of programmes: that state no sum.
    package var isUnsaid = false
    /// Of programmes: that this organisation pays for, by its key.
    package var giver: String?
    /// Of programmes: that this organisation carries out; `nobody`: that name nobody who does.
    package var worker: String?
    /// Of programmes: the form of cooperation that is said, or `none` where none is.
    package var modality: String?
    /// Of programmes: that a public body of this State pays for.
    package var from: StateCode?

    package static let nobody = "-"

    package init(scope: GapScope) { self.scope = scope }
}

/// A row behind a figure.
package struct GapRow: Sendable {
    package enum Thing: Hashable, Sendable {
        case issue(IssueID)
        case need(NeedID)
        case offer(OfferID)
        case programme(ProgrammeID)
        case agreement(Int64)
        case action(Int64)
    }

    package var thing: Thing
    package var title: String
    package var language: LanguageTag?
    package var states: [StateCode] = []
    /// Who offers, reports or pays.
    package var actor = ""
    /// The reader's own workspace keeps it.
    package var isOwn = false
    /// Of an issue: what serves it.
    package var issue: GapIssue?

    package init(
        thing: Thing, title: String, language: LanguageTag? = nil, states: [StateCode] = [], actor: String = "",
        isOwn: Bool = false, issue: GapIssue? = nil
    ) {
        self.thing = thing
        self.title = title
        self.language = language
        self.states = states
        self.actor = actor
        self.isOwn = isOwn
        self.issue = issue
    }

    package var id: Int64 {
        switch thing {
        case .issue(let id): id.value
        case .need(let id): id.value
        case .offer(let id): id.value
        case .programme(let id): id.value
        case .agreement(let id): id
        case .action(let id): id
        }
    }
}

/// A page of rows, the latest first.
package struct GapRowPage: Sendable {
    package var total: Int
    package var rows: [GapRow]
    /// Where the next page begins.
    package var next: Int64?

    package static let sizeMax = 200

    /// A page of rows that are all at hand, after the id of the last before.
    init(_ all: [GapRow], after: Int64?, limit: Int) {
        total = all.count
        let rest = all.sorted { $0.id > $1.id }.drop { row in after.map { row.id >= $0 } ?? false }
        rows = Array(rest.prefix(limit))
        next = rest.count > limit ? rows.last?.id : nil
    }

    init(total: Int, found: [GapRow], limit: Int) {
        self.total = total
        rows = Array(found.prefix(limit))
        next = found.count > limit ? rows.last?.id : nil
    }
}

extension Landscape {
    /// The rows behind a figure: as many as it says. `invalid` where the scope says too little for the kind.
    package func rows(
        _ kind: GapRowKind, _ filter: GapRowFilter, _ reader: GapReader, after: Int64? = nil, limit: Int = 50
    ) async throws(WorkspaceError) -> GapRowPage {
        try check(filter.scope)
        let limit = min(max(1, limit), GapRowPage.sizeMax)
        switch kind {
        case .issues:
            guard let state = filter.scope.state else { throw .invalid("state", "gap.stateNeeded") }
            let gap = try await gap(state, filter.scope, reader)
            if filter.issues.isOfPlan, gap.plan == nil { throw .forbidden }
            let rows = gap.issues.filter { filter.issues.takes($0) }.map { issue in
                GapRow(thing: .issue(issue.issue.id), title: "", states: [state], issue: issue)
            }
            return GapRowPage(rows, after: after, limit: limit)
        case .actions: return try await actions(filter, reader, after, limit)
        case .offers where filter.scope.person != nil: throw .invalid("person", "gap.personUnsaid")
        case .programmes where filter.scope.person != nil && filter.scope.state == nil:
            throw .invalid("person", "gap.stateNeeded")
        case .agreements where filter.scope.person != nil || filter.scope.theme != nil:
            throw .invalid("theme", "gap.agreementUnsaid")
        case .needs, .offers, .programmes, .agreements:
            let conditions = GapConditions(filter.scope, reader, self)
            let landscape = self
            return try await store.read { connection in
                let rows = GapListRows(conditions: conditions, connection: connection)
                var only: [Int64]?
                if filter.isAlone, kind == .needs || kind == .offers {
                    let potential = try PotentialRow.read(conditions, landscape.groups(of:), connection)
                    only = kind == .needs ? potential.unmet.map(\.value) : potential.unused.map(\.value)
                }
                if let from = filter.from, kind == .programmes {
                    only = try FlowRow.read(conditions, connection).filter { flow in
                        flow.givers.contains { landscape.directions.state(of: $0) == from }
                    }.map(\.programme.value)
                }
                return try rows.page(kind, filter, only, after: after, limit: limit)
            }
        }
    }

    private func actions(
        _ filter: GapRowFilter, _ reader: GapReader, _ after: Int64?, _ limit: Int
    ) async throws(WorkspaceError) -> GapRowPage {
        guard case .member(let member) = reader, let state = member.workspace.mechanismState else { throw .forbidden }
        let reach = try member.limit(.seePlan)
        var scope = filter.scope
        scope.state = state
        let conditions = GapConditions(scope, reader, self)
        return try await store.read { connection in
            let issues = GapIssueRows(state: state, conditions: conditions, connection: connection)
            let members = try issues.members()
            let plan = GapPlanRows(workspace: member.workspace.id, limit: reach, connection: connection)
            let commitments = try plan.commitments(members.places).filter { members.counts[$0.value] != nil }
            let rows = try plan.actions().filter { commitments[$0.commitment] != nil }.map { action in
                GapRow(thing: .action(action.id.value), title: action.title, states: [state], isOwn: true)
            }
            return GapRowPage(rows, after: after, limit: limit)
        }
    }
}
