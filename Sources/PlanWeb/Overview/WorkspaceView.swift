import Domain
import Frame
import Locales
import Markup

/// The first page of a workspace: whose it is, what its reader is there, and the ways on.
enum WorkspaceView {
    static func answer(_ visit: Visit) async -> Answer {
        let view = View(visit)
        let html = view.html
        let workspace = visit.workspace
        return await view.page(PageHead(title: workspace.name, place: .overview)) {
            view.pageHead(kicker: view.say("workspace.kicker"), workspace.name)
            html.element(.dl, .class("facts-list")) {
                view.fact(view.say("workspace.mine.state")) { view.stateLink(workspace.state) }
                view.fact(view.say("workspace.mine.role")) {
                    view.write("workspaceRole.\(visit.member.role.rawValue)")
                }
            }
            let places = visit.exchange.site.sections.filter { visit.may($0.right) && $0.section != .overview }
            html.element(.ul, .class("ways")) {
                for place in places {
                    html.element(.li) {
                        view.link(
                            view.address(visit.path(place.section.path)),
                            view.say("workspace.nav.\(place.section.rawValue)"))
                        html.element(.p, .class("hint"), text: view.say("workspace.about.\(place.section.rawValue)"))
                    }
                }
            }
        }
    }
}
