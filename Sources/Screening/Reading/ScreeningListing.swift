package import Domain
import People
import Store

/// What a member finds on the first page of screenings.
package struct ScreeningList: Sendable {
    /// The workspace takes part; empty for those who see no cooperation, or one institution's alone.
    package var own: [ScreeningEntry] = []
    /// The workspace was asked to take part and has not answered.
    package var asked: [ScreeningEntry] = []
    /// What the member was asked to answer for herself, with the moments there are.
    package var contributing: [(entry: ScreeningEntry, moments: [ScreeningMoment])] = []
    /// What the member answers no more and what still shows her name.
    package var naming: [ScreeningEntry] = []
    /// Open risks that the workspace, or the member's institution, deals with.
    package var risks: [ScreeningRisk] = []
}

extension Screenings {
    /// As much as the member's role lets her see.
    package func list(_ member: Member) async throws(WorkspaceError) -> ScreeningList {
        try member.require(.seeWorkspace)
        let today = CalendarDate(store.clock.instant)
        return try await store.read { connection in
            let workspace = member.workspace.id
            var list = ScreeningList()
            if member.may(.seeCooperation) {
                let limit = try member.limit(.seeCooperation)
                list.risks = try RiskRow.owned(workspace, limit: limit, connection)
                if limit == nil {
                    list.own = try Self.entries(
                        try CaseRow.all(workspace, .takesPart, connection), member, today, connection)
                    list.asked = try Self.entries(
                        try CaseRow.all(workspace, .asked, connection), member, today, connection)
                }
            }
            if member.may(.answerScreening) {
                let naming = try ContributorRow.naming(member.account, in: workspace, connection)
                list.naming = try Self.entries(naming, member, today, connection)
            }
            if member.may(.answerScreening), !member.may(.screenCooperation) {
                let cases = try ContributorRow.screenings(of: member.account, in: workspace, connection)
                let moments = Dictionary(
                    grouping: try MomentRow.all(cases.map(\.id), workspace, connection), by: \.screening)
                list.contributing = try Self.entries(cases, member, today, connection).map { entry in
                    (entry, moments[entry.screening.id] ?? [])
                }
            }
            return list
        }
    }

    /// How the screening of a subject stands for a workspace; nil where there is none that it takes part in.
    package func standing(
        of subject: ScreenedSubject, _ member: Member
    ) async throws(WorkspaceError) -> ScreeningEntry? {
        guard try member.limit(.seeCooperation) == nil else { return nil }
        let today = CalendarDate(store.clock.instant)
        return try await store.read { connection in
            let cases = try CaseRow.of(subject, member.workspace.id, connection)
            return try Self.entries(Array(cases.prefix(1)), member, today, connection).first
        }
    }

    private static func entries(
        _ cases: [ScreeningCase], _ member: Member, _ today: CalendarDate?, _ connection: any ReadConnection
    ) throws -> [ScreeningEntry] {
        guard !cases.isEmpty else { return [] }
        let workspace = member.workspace.id
        let ids = cases.map(\.id)
        let parties = try PartyRow.all(ids, seenBy: workspace, connection)
        let moments = Dictionary(grouping: try MomentRow.all(ids, workspace, connection), by: \.screening)
        let risks = Dictionary(grouping: try RiskRow.all(ids, workspace, connection), by: \.screening)
        let handed = try handedIn(ids, workspace, connection)
        return try cases.map { screening in
            ScreeningEntry(
                screening: screening,
                title: try SubjectRow.title(screening.subject, in: screening.id, connection),
                parties: parties[screening.id] ?? [],
                state: state(
                    moments[screening.id] ?? [], risks[screening.id] ?? [], handed, workspace, today))
        }
    }

    /// Which moments were answered, and by whom.
    private static func handedIn(
        _ ids: [ScreeningID], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [MomentID: Set<WorkspaceID>] {
        var found: [MomentID: Set<WorkspaceID>] = [:]
        try connection.query(
            """
            SELECT h.moment_id, h.workspace_id FROM screening_sheet h
            WHERE h.handed_in IS NOT NULL AND h.account_id IS NULL AND \(CaseRow.takesPart("h.screening_id", "$1"))
                AND h.screening_id IN ({set})
            """, [.int(workspace.value)], set: ids.prefix(SQLSet.sizeMax).map { .int($0.value) }
        ) { found[MomentID(try $0.int(0)), default: []].insert(WorkspaceID(try $0.int(1))) }
        return found
    }

    private static func state(
        _ moments: [ScreeningMoment], _ risks: [ScreeningRisk], _ handed: [MomentID: Set<WorkspaceID>],
        _ workspace: WorkspaceID, _ today: CalendarDate?
    ) -> ScreeningState {
        let open = risks.filter { $0.status != .closed }
        let next = moments.first { handed[$0.id]?.contains(workspace) != true }
        return ScreeningState(
            last: moments.last { handed[$0.id] != nil }, next: next,
            isLate: next.flatMap { moment in today.map { moment.day < $0 } } ?? false, risksOpen: open.count,
            risksOverdue: open.filter { risk in today.map { risk.isOverdue(on: $0) } ?? false }.count)
    }
}
