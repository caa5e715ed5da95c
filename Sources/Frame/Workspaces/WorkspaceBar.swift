import Domain
import Markup

extension View {
    /// The workspace's name, its groups of sections, and the sections of the group that the reader is in, as far as this member may
    /// see them. A group leads to the first of its sections.
    func workspaceBar(_ visit: Visit, _ here: WorkspaceSection?) {
        html.element(.nav, .class("spaces"), .label(say("workspace.nav"))) {
            html.element(.div, .class("wrap")) {
                html.element(.p) {
                    html.element(
                        .a, .href(address(visit.path(""))), .current(here == .overview ? "true" : nil), .dir("auto"),
                        text: visit.workspace.name)
                }
                html.element(.ul) {
                    for (group, places) in visit.groups {
                        guard let first = places.first else { continue }
                        sectionLink(
                            visit, first.section, isHere: here?.group == group, "workspace.group.\(group.rawValue)")
                    }
                }
                if let places = visit.groups.first(where: { $0.group == here?.group })?.places {
                    html.element(.ul, .class("within")) {
                        for place in places {
                            sectionLink(
                                visit, place.section, isHere: here == place.section,
                                "workspace.nav.\(place.section.rawValue)")
                        }
                    }
                }
            }
        }
    }

    private func sectionLink(_ visit: Visit, _ section: WorkspaceSection, isHere: Bool, _ key: String) {
        html.element(.li) {
            html.element(
                .a, .href(address(visit.path(section.path))), .current(isHere ? "true" : nil), text: say(key))
        }
    }
}
