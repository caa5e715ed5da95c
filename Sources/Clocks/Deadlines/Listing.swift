package import Domain
import People
import Store

/// Dates in order, and where the next page begins.
package struct EntryPage: Sendable {
    package var entries: [DateEntry]
    package var next: EntryPlace?
}

extension Clocks {
    package static let pageMax = 500
    /// As many as a calendar or a feed holds.
    package static let calendarMax = 2_000

    /// What a member sees of dates: deadlines, and of plan and rounds what the own rights reach.
    package func entries(
        _ filter: DeadlineFilter, after: EntryPlace? = nil, limit: Int = 200, _ member: Member
    ) async throws(WorkspaceError) -> EntryPage {
        try member.require(.seeWorkspace)
        let count = min(max(1, limit), Self.calendarMax)
        return try await store.read { connection in
            try Self.page(filter, after, count, member, connection)
        }
    }

    static func page(
        _ filter: DeadlineFilter, _ after: EntryPlace?, _ count: Int, _ member: Member, _ connection: any ReadConnection
    ) throws -> EntryPage {
        let workspace = member.workspace.id
        var found = try DeadlineRow.page(
            workspace, filter, government: member.role.isGovernment,
            after: after.map { ($0.due, $0.after(in: 0)) }, limit: count + 1, connection
        ).map { DateEntry($0) }
        if filter.showsPlan, member.may(.seePlan) {
            let limit = try member.limit(.seePlan)
            found += try PlanDateRow.actions(
                workspace, filter, limit: limit, after: after, count: count + 1, connection)
            found += try PlanDateRow.milestones(
                workspace, filter, limit: limit, after: after, count: count + 1, connection)
        }
        if filter.showsPlan, member.may(.seeRound) {
            let limit = try member.limit(.seeRound)
            found += try PlanDateRow.rounds(workspace, filter, limit: limit, after: after, count: count + 1, connection)
        }
        if filter.showsPlan, filter.institution == nil, member.may(.seeCooperation) {
            found += try PlanDateRow.calls(workspace, filter, after: after, count: count + 1, connection)
        }
        if filter.showsPlan, member.may(.seeCooperation) {
            let limit = try member.limit(.seeCooperation)
            found += try ScreeningDateRow.risks(
                workspace, filter, limit: limit, after: after, count: count + 1, connection)
            if limit == nil, filter.institution == nil {
                found += try AgreementDateRow.dates(workspace, filter, after: after, count: count + 1, connection)
                found += try ScreeningDateRow.moments(workspace, filter, after: after, count: count + 1, connection)
            }
        }
        found.sort { $0.place < $1.place }
        let entries = Array(found.prefix(count))
        return EntryPage(entries: entries, next: found.count > count ? entries.last?.place : nil)
    }

    /// One deadline; what is confidential is not there for those outside government.
    package func deadline(_ id: Int64, _ member: Member) async throws(WorkspaceError) -> Deadline {
        try member.require(.seeWorkspace)
        let found = try await store.read { connection in
            try DeadlineRow.find(id, member.workspace.id, government: member.role.isGovernment, connection)
        }
        guard let found else { throw .notFound }
        return found
    }

    /// People of the workspace, for owners: name and account.
    package func people(_ member: Member) async throws(WorkspaceError) -> [(account: AccountID, name: String)] {
        try member.require(.seeWorkspace)
        let at = store.clock.instant
        return try await store.read { try ReaderRow.all(member.workspace.id, at: at, $0).map { ($0.account, $0.name) } }
    }
}

extension Clocks {
    /// What was changed in a deadline, newest first.
    package func history(_ deadline: Deadline, _ member: Member) async throws(WorkspaceError) -> [FieldChange] {
        guard member.may(.seeHistory) else { return [] }
        return try await history(Subject(.deadline, try await self.deadline(deadline.id, member).id), member)
    }
}
