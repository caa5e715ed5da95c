import Clocks
import Domain
import Frame
import Plans

/// The first page of a workspace.
enum OverviewRoutes {
    static func all(_ plans: Plans, _ clocks: Clocks) -> [Route] {
        [
            .workspace("workspace", "", right: .seeWorkspace) { visit throws(WebError) in
                try await WorkspaceView.answer(visit, plans, clocks)
            }
        ]
    }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = []
}
