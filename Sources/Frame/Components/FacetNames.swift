package import Domain
import Locales
import Markup

extension View {
    /// What a facet is called.
    package func facetName(_ facet: Facet) -> String { say("facet.\(facet.rawValue)") }

    /// What one of a facet's values is called; a value that nobody knows stays as it is.
    package func valueName(_ facet: Facet, _ value: String) -> String {
        switch facet {
        case .state, .recommending: name(.state, value)
        case .region, .recommendingRegion: name(.region, value)
        case .group, .recommendingGroup: name(.group, value)
        case .mechanism: name(.mechanism, value)
        case .theme: name(.theme, value)
        case .person: name(.person, value)
        case .sdg: say("goal.name", ["number": .text(value), "name": .text(name(.goal, value))])
        case .target: say("goal.name", ["number": .text(value), "name": .text(name(.target, value))])
        case .position: knownWord("position", value)
        case .action: knownWord("action", value)
        case .kind: knownWord("kind", value)
        case .source: knownWord("source", value)
        case .language: names.endonym(value)
        case .cycle: say("value.cycle", ["number": .text(value)])
        case .session: say("value.session", ["number": .text(value)])
        case .year, .document, .symbol, .paragraph: value
        }
    }

    private func knownWord(_ group: String, _ value: String) -> String {
        words.has("\(group).\(value)") ? say("\(group).\(value)") : value
    }

    /// Counts as bars that lead to the page of each value.
    package func bars(of counts: FacetCounts) -> [Bar] {
        counts.values.map {
            Bar(
                label: valueName(counts.facet, $0.value), value: $0.count, address: topicAddress(counts.facet, $0.value)
            )
        }
    }

    /// Counts as bars that lead to the search for each value together with `filters`.
    package func bars(of counts: FacetCounts, filters: [(Facet, String)]) -> [Bar] {
        counts.values.map {
            Bar(
                label: valueName(counts.facet, $0.value), value: $0.count,
                address: searchAddress(filters + [(counts.facet, $0.value)]))
        }
    }

    /// The figure of one facet's counts; nothing where there is nothing to compare. `filters` are those of the page it stands on.
    package func facetFigure(_ counts: FacetCounts, level: Int = 3, most: Int = 10, filters: [(Facet, String)]) {
        guard let first = counts.values.first, counts.values.count > 1 else { return }
        let name = facetName(counts.facet)
        // Nothing ranks States: a figure of States is in the order of their names and says who is in it, not who leads.
        let isOfStates = counts.facet == .state || counts.facet == .recommending
        let isTied = counts.values[1].count == first.count
        let title =
            isOfStates || isTied
            ? say("figure.plain.title", ["facet": .text(name), "count": .number(counts.values.count)])
            : say(
                "figure.facet.title",
                [
                    "facet": .text(name), "value": .text(valueName(counts.facet, first.value)),
                    "count": .number(first.count),
                ])
        let caption = say(
            "figure.facet.caption",
            ["shown": .number(min(most, counts.values.count)), "total": .number(counts.values.count)])
        barFigure(
            title: title, caption: caption, counts: bars(of: counts, filters: filters), most: most, level: level,
            isByName: isOfStates, valueColumn: say("column.recommendations"), labelColumn: name)
    }
}
