import Domain
package import People
import Store

extension PublicFaces {
    /// What the public page and removals are called in the history of their fields. Choices are taken back batch by batch on their own
    /// page.
    package var historyOwners: [HistoryOwner] {
        [
            HistoryOwner(
                .publicFace,
                title: { id, workspace, limit, connection in
                    guard limit == nil, id == workspace.value else { return nil }
                    return try connection.first(
                        "SELECT name FROM workspace WHERE id = $1", [.int(workspace.value)]
                    ) { try $0.text(0) }
                }),
            HistoryOwner(
                .removal,
                title: { id, workspace, limit, connection in
                    guard limit == nil else { return nil }
                    return try connection.first(
                        "SELECT kind, item_id FROM removal WHERE id = $1 AND workspace_id = $2",
                        [.int(id), .int(workspace.value)]
                    ) { "\(try $0.text(0))/\(try $0.int(1))" }
                }),
        ]
    }
}
