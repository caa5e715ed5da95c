import Domain
import Locales
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
                if here != .search, visit.mayBeSearched { spaceSearch(visit) }
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

    /// A small box over everything the workspace wrote.
    private func spaceSearch(_ visit: Visit) {
        html.element(
            .form, .class("space-search"), .role("search"), .method("get"), .action(visit.path("/search")),
            .label(say("spaceSearch.label"))
        ) {
            html.element(.label, .class("hidden"), .for("space-q"), text: say("spaceSearch.label"))
            html.empty(
                .input, .class("input"), .type("search"), .id("space-q"), .name("q"),
                .placeholder(say("spaceSearch.placeholder")), .maxlength(SearchRequest.queryCharactersMax),
                .autocomplete("off"), .dir("auto"))
            if exchange.isLanguageAsked { html.empty(.input, .type("hidden"), .name("lang"), .value(words.tag)) }
            html.element(.button, .class("button plain"), .type("submit"), text: say("search.button"))
        }
    }

    private func sectionLink(_ visit: Visit, _ section: WorkspaceSection, isHere: Bool, _ key: String) {
        html.element(.li) {
            html.element(
                .a, .href(address(visit.path(section.path))), .current(isHere ? "true" : nil), text: say(key))
        }
    }
}
