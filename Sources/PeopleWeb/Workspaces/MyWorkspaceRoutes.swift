import Frame
import People

/// The workspaces that somebody is a member of.
enum MyWorkspaceRoutes {
    static func all(_ workspaces: Workspaces) -> [Route] {
        [
            .desk("workspaces", "/workspaces") { signed throws(WebError) in
                try await MyWorkspacesView.answer(signed, workspaces)
            }
        ]
    }
}
