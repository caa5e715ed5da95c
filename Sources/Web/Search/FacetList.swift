import Domain
import Frame
import Locales
import Markup

/// What results can be narrowed by, with counts. Each value is a link, so it works by keyboard and without scripts.
struct FacetList {
    let view: View
    let question: Question
    let facets: [FacetCounts]

    /// Values shown of each facet; the counts are sorted, so these are the largest.
    private static let shownMax = 12
    /// Facets that stand open before anything is chosen.
    private static let opened: Set<Facet> = [.state, .mechanism, .position, .theme]

    private var html: HTMLWriter { view.html }

    func write() {
        html.element(.aside, .class("facets"), .id("facets"), .label(view.say("search.facets"))) {
            html.element(.h2, .class("hidden"), text: view.say("search.facets"))
            for counts in facets where !counts.values.isEmpty { facet(counts) }
        }
    }

    private func facet(_ counts: FacetCounts) {
        let chosen = question.request.filters[counts.facet] ?? []
        html.element(
            .details, .class("facet"), .open(!chosen.isEmpty || Self.opened.contains(counts.facet))
        ) {
            html.element(.summary, text: view.facetName(counts.facet))
            html.element(.ul) {
                for value in listed(counts, chosen) { pick(counts.facet, value) }
            }
            let rest = counts.values.count - Self.shownMax
            if rest > 0 { html.element(.p, .class("fine"), text: view.say("search.more", ["count": .number(rest)])) }
        }
    }

    /// The largest values, and every chosen one. Years and cycles stand in their own order.
    private func listed(_ counts: FacetCounts, _ chosen: Set<String>) -> [FacetCounts.Value] {
        var values = Array(counts.values.prefix(Self.shownMax))
        for value in chosen.sorted() where !values.contains(where: { $0.value == value }) {
            values.append(.init(value: value, count: counts.count(of: value)))
        }
        switch counts.facet {
        case .year, .cycle, .session: return values.sorted { (Int($0.value) ?? 0) > (Int($1.value) ?? 0) }
        case .state, .recommending:
            return values.sorted { Collation.key(name(counts, $0)) < Collation.key(name(counts, $1)) }
        default: return values
        }
    }

    private func name(_ counts: FacetCounts, _ value: FacetCounts.Value) -> String {
        view.valueName(counts.facet, value.value)
    }

    private func pick(_ facet: Facet, _ value: FacetCounts.Value) {
        let isOn = question.isChosen(facet, value.value)
        html.element(.li) {
            html.element(
                .a, .class("pick"), .href(view.address("/search", question.toggling(facet, value.value))),
                .rel("nofollow"), .current(isOn ? "true" : nil)
            ) {
                html.empty(.span, .class("tick"), .hidden)
                html.element(.span, .class("what"), text: view.valueName(facet, value.value))
                html.element(.span, .class("count"), text: view.number(value.count))
            }
        }
    }
}
