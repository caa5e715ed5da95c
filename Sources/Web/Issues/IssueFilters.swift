import Domain
import Frame
import Locales
import Markup
import Operations

/// Narrows a State's issues by cycle, mechanism, theme, and how often they came.
struct IssueFilters {
    let view: View
    let question: IssuesQuestion
    let list: IssueList

    private var html: HTMLWriter { view.html }

    func write() {
        html.element(
            .form, .class("choose"), .method("get"),
            .action("/states/" + PercentCoding.encode(question.state.rawValue) + "/issues")
        ) {
            select("cycle", list.cycles, question.cycle.map { String($0) }) { code, _ in (Int(code) ?? 0, "") }
            select("mechanism", list.mechanisms, question.mechanism?.rawValue) { _, name in (0, Collation.key(name)) }
            select("theme", list.themes, question.theme) { _, name in (0, Collation.key(name)) }
            view.select(
                "class", view.say("issues.class"),
                [("", view.say("issues.any"))]
                    + RepeatClass.allCases.map { ($0.rawValue, view.say("repeatClass.\($0.rawValue)")) },
                chosen: question.repeats?.rawValue ?? "")
            if question.sort != .size { view.hiddenField("sort", question.sort.rawValue) }
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            html.element(.p, .class("actions")) {
                html.element(.button, .class("button"), .type("submit"), text: view.say("issues.show"))
                if question.isNarrowed {
                    view.link(view.issuesAddress(question.state), view.say("issues.clear"))
                }
            }
        }
    }

    /// Most values in a list; they are sorted by records, so these are the largest.
    private static let valuesMax = 120

    private func select(
        _ name: String, _ counts: FacetCounts, _ chosen: String?, order: (String, String) -> (Int, String)
    ) {
        guard counts.values.count > 1 || chosen != nil else { return }
        let options = counts.values.prefix(Self.valuesMax).map { ($0.value, view.valueName(counts.facet, $0.value)) }
            .sorted { order($0.0, $0.1) < order($1.0, $1.1) }
        let isListed = chosen.map { value in options.contains { $0.0 == value } } ?? true
        let missing = isListed ? [] : chosen.map { [($0, view.valueName(counts.facet, $0))] } ?? []
        view.select(
            name, view.facetName(counts.facet), [("", view.say("issues.any"))] + missing + options,
            chosen: chosen ?? "")
    }
}
