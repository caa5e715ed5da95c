import Domain
package import Frame
import Locales
import Markup
package import PublicFace

extension PublicFaceRoutes {
    /// On pages of States, issues and recommendations: the public pages that show work on them. Where nothing is shown, nothing is said,
    /// so that nobody can tell a hidden plan from none.
    package static func recordAsides(_ faces: PublicFaces) -> RecordAsides {
        { thing throws(WebError) in
            switch thing {
            case .state(let code): return try await state(code, faces)
            case .issue(let id):
                return try await plans(faces) { () throws(WorkspaceError) in try await faces.plans(issue: id) }
            case .recommendation(let id):
                return try await plans(faces) { () throws(WorkspaceError) in try await faces.plans(recommendation: id) }
            }
        }
    }

    private static func state(_ code: StateCode, _ faces: PublicFaces) async throws(WebError) -> [RecordAside] {
        let open = try await WebError.running { () throws(WorkspaceError) in try await faces.open() }
        let own = open.filter { $0.state == code && $0.kind == .mechanism }
        guard !own.isEmpty else { return [] }
        return [
            RecordAside { view in
                view.section("public-plan", view.say("publicFace.aside.title"), view.say("publicFace.aside.state")) {
                    view.html.element(.ul, .class("face-rows")) {
                        for workspace in own { view.html.element(.li) { link(workspace, view) } }
                    }
                }
            }
        ]
    }

    private static func plans(
        _ faces: PublicFaces,
        _ read: () async throws(WorkspaceError) -> [(workspace: Workspace, items: [PublicItem])]
    ) async throws(WebError) -> [RecordAside] {
        let found: [(workspace: Workspace, items: [PublicItem])]
        do throws(WorkspaceError) { found = try await read() } catch { throw WebError(error) }
        guard !found.isEmpty else { return [] }
        return [
            RecordAside { view in
                view.section("public-plan", view.say("publicFace.aside.title")) {
                    for plan in found {
                        view.html.element(
                            .p, text: view.say("publicFace.aside.plan", ["workspace": .text(plan.workspace.name)]))
                        view.html.element(.ul, .class("face-rows")) {
                            for item in plan.items.prefix(20) {
                                view.html.element(.li) {
                                    view.html.element(
                                        .a,
                                        .href(
                                            view.address("/public/\(plan.workspace.slug)/commitments/\(item.id)")),
                                        .dir("auto"), text: item["title"] ?? "")
                                }
                            }
                        }
                    }
                }
            }
        ]
    }

    private static func link(_ workspace: Workspace, _ view: View) {
        view.html.element(
            .a, .href(view.address("/public/\(workspace.slug)")), .dir("auto"), text: workspace.name)
    }
}
