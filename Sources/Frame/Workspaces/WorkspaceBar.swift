import Domain
import Markup

extension View {
    /// The workspace's name and its sections, as far as this member may see them.
    func workspaceBar(_ visit: Visit, _ here: WorkspaceSection?) {
        html.element(.nav, .class("spaces"), .label(say("workspace.nav"))) {
            html.element(.div, .class("wrap")) {
                html.element(.p) {
                    html.element(
                        .a, .href(address(visit.path(""))), .current(here == .overview ? "true" : nil), .dir("auto"),
                        text: visit.workspace.name)
                }
                html.element(.ul) {
                    for place in visit.places {
                        html.element(.li) {
                            html.element(
                                .a, .href(address(visit.path(place.section.path))),
                                .current(here == place.section ? "true" : nil),
                                text: say("workspace.nav.\(place.section.rawValue)"))
                        }
                    }
                }
            }
        }
    }
}
