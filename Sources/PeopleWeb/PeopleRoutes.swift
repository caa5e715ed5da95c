package import Frame
package import People

/// Every address of this room.
package enum PeopleRoutes {
    package static func all(_ workspaces: Workspaces, _ audit: AuditTrail, _ histories: Histories) -> [Route] {
        var routes: [Route] = []
        routes += MyWorkspaceRoutes.all(workspaces)
        routes += AccountRoutes.all + MemberRoutes.all + InstitutionRoutes.all + SettingsView.routes
        routes += AuditRoutes.all(workspaces.store, audit, kinds: histories.kinds)
        routes += HistoryRoutes.all(histories)
        routes += OutboxRoutes.all(WorkspaceOutbox(workspaces.store))
        return routes
    }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = [
        AuditRoutes.schemas, HistoryRoutes.schemas, InstitutionsAPI.schemas,
    ].flatMap { $0 }
}
