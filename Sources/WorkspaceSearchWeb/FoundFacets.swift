import Domain
import Frame
import Locales
import Markup
import WorkspaceSearch

/// What the results can be narrowed by: kinds and institutions, with numbers of what this reader may see. Each is a link.
struct FoundFacets {
    let view: View
    let visit: Visit
    let question: FindQuestion
    let found: FoundPage

    /// Institutions shown; the largest come first.
    private static let shownMax = 12

    private var html: HTMLWriter { view.html }

    func write() {
        html.element(.aside, .class("facets"), .id("facets"), .label(view.say("search.facets"))) {
            html.element(.h2, .class("hidden"), text: view.say("search.facets"))
            facet("spaceSearch.kind") {
                for value in found.kinds {
                    pick(
                        view.foundKind(value.kind), value.count, question.toggling(value.kind),
                        isOn: question.kinds.contains(value.kind))
                }
            }
            if !found.institutions.isEmpty {
                facet("spaceSearch.institution") {
                    for value in found.institutions.prefix(Self.shownMax) {
                        pick(
                            value.name, value.count, question.toggling(value.id),
                            isOn: question.institution == value.id)
                    }
                }
            }
        }
    }

    private func facet(_ key: String, _ values: () -> Void) {
        html.element(.details, .class("facet"), .open(true)) {
            html.element(.summary, text: view.say(key))
            html.element(.ul) { values() }
        }
    }

    private func pick(_ name: String, _ count: FoundCount, _ question: FindQuestion, isOn: Bool) {
        html.element(.li) {
            html.element(
                .a, .class("pick"), .href(view.address(visit.path("/search"), question.items)), .rel("nofollow"),
                .current(isOn ? "true" : nil)
            ) {
                html.empty(.span, .class("tick"), .hidden)
                html.element(.span, .class("what"), .dir("auto"), text: name)
                html.element(
                    .span, .class("count"),
                    text: count.isMore
                        ? view.say("spaceSearch.atLeast", ["count": .number(count.count)]) : view.number(count.count))
            }
        }
    }
}
