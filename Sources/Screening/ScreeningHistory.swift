import Domain
package import People
import Store

extension Screenings {
    /// What screenings, their moments and risks are called in the history of fields. Nothing is taken back from there: what was said
    /// stays, and what is edited is edited on its page.
    package var historyOwners: [HistoryOwner] {
        [
            HistoryOwner(
                .screening,
                title: { id, workspace, limit, connection in
                    guard limit == nil,
                        let found = try CaseRow.find(ScreeningID(id), workspace, connection)
                    else { return nil }
                    return try SubjectRow.title(found.subject, in: found.id, connection) ?? ""
                }, reading: Self.reading, sight: .seeCooperation),
            HistoryOwner(
                .screeningMoment,
                title: { id, workspace, limit, connection in
                    guard limit == nil, let moment = try MomentRow.find(MomentID(id), workspace, connection),
                        let found = try CaseRow.find(moment.screening, workspace, connection)
                    else { return nil }
                    let title = try SubjectRow.title(found.subject, in: found.id, connection) ?? ""
                    return title + " · " + moment.day.description
                }, sight: .seeCooperation),
            HistoryOwner(
                .screeningRisk,
                title: { id, workspace, limit, connection in
                    try RiskRow.find(RiskID(id), workspace, limit: limit, connection)?.title
                }, reading: Self.reading, sight: .seeCooperation),
        ]
    }

    /// Workspaces and people by name.
    @Sendable private static func reading(
        _ field: String, _ value: String, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> String? {
        guard let id = Int64(value) else { return nil }
        switch field {
        case "owner", "party":
            return try connection.first("SELECT name FROM workspace WHERE id = $1", [.int(id)]) { try $0.text(0) }
        case "account":
            return try connection.first(
                """
                SELECT a.name FROM account a JOIN membership m ON m.account_id = a.id
                WHERE a.id = $1 AND m.workspace_id = $2
                """, [.int(id), .int(workspace.value)]
            ) { try $0.text(0) }
        default: return nil
        }
    }
}
