import Domain
import Frame
import Locales
import Markup
import PublicFace

/// Every workspace whose page is open.
enum FaceAll {
    static func answer(_ exchange: Exchange, _ faces: PublicFaces) async throws(WebError) -> Answer {
        let open = try await WebError.running { () throws(WorkspaceError) in try await faces.open() }
        let view = View(exchange)
        let title = view.say("publicFace.all.title")
        return await view.page(PageHead(title: title)) {
            view.pageHead(title, lead: view.say("publicFace.all.lead"))
            if open.isEmpty {
                view.html.element(.p, .class("none"), text: view.say("publicFace.all.none"))
            } else {
                view.html.element(.ul, .class("face-rows")) {
                    for workspace in open {
                        view.html.element(.li) {
                            view.html.element(
                                .a, .href(view.address("/public/\(workspace.slug)")), .dir("auto"), text: workspace.name
                            )
                            view.html.text(" ")
                            view.html.element(.span, .class("soft"), text: view.actorName(workspace))
                        }
                    }
                }
            }
        }
    }
}
