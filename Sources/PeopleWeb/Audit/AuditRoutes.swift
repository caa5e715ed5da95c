import Frame
import People

/// The audit log of a workspace.
enum AuditRoutes {
    static func all(_ workspaces: Workspaces) -> [Route] { [] }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = []
}
