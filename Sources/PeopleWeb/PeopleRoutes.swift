package import Frame
package import People

/// Every address of this room.
package enum PeopleRoutes {
    package static func all(_ workspaces: Workspaces) -> [Route] {
        var routes: [Route] = []
        routes += MyWorkspaceRoutes.all(workspaces)
        routes += AccountRoutes.all + MemberRoutes.all + InstitutionRoutes.all + SettingsView.routes
        routes += AuditRoutes.all(workspaces)
        return routes
    }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = [
        AuditRoutes.schemas, InstitutionsAPI.schemas,
    ].flatMap { $0 }
}
