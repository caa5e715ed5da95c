package import Domain
import Store

/// In whose hands facts of a State are: its mechanism's, or, for a State without one, the desk's.
package enum FactKeeper: Hashable, Sendable {
    case workspace(Member)
    case desk(Caller)

    package var name: String {
        switch self {
        case .workspace(let member): member.name
        case .desk(let caller): caller.name
        }
    }

    var workspace: WorkspaceID? {
        if case .workspace(let member) = self { member.workspace.id } else { nil }
    }

    /// Of the keeper in statements; 0 for the desk.
    var number: Int64 { workspace?.value ?? 0 }

    /// That a row is this keeper's, with the keeper's number at `place`.
    func condition(_ place: String) -> String {
        switch self {
        case .workspace: "workspace_id = \(place)"
        case .desk: "COALESCE(workspace_id, 0) = \(place)"
        }
    }
}
