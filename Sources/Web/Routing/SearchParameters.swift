import Domain
import Frame

/// Parameters that several routes of the record take.
extension Parameter {
    /// The parameters of a search; the same on the search page, in the API and for exports.
    static let search: [Parameter] =
        [
            Parameter(
                name: "q", form: .text(charactersMax: SearchRequest.queryCharactersMax),
                summary: "Words, phrases in quotation marks, OR, -not, prefix*, parentheses, facet:value.")
        ] + Facet.allCases.map(facet) + [
            Parameter(
                name: "sort", form: .choice(SortOrder.allCases.map(\.rawValue)),
                summary: "Order; by relevance where there is a query, else newest first."),
            Parameter(
                name: "exact", form: .choice(["yes"]),
                summary: "Searches the words as typed, without other words for the same, themes and numbers."),
        ]

    static let paging: [Parameter] = [
        after,
        Parameter(name: "limit", form: .integer(1...SearchRequest.limitMax), summary: "Records on a page."),
    ]

    static let facets = Parameter(
        name: "facets", form: .choice(Facet.allCases.map(\.rawValue)), valuesMax: Facet.allCases.count,
        summary: "Facets to count over all matching records; a facet's counts ignore its own filter.")

    private static func facet(_ facet: Facet) -> Parameter {
        let form: Form =
            switch facet {
            case .position: .choice(Position.allCases.map(\.rawValue))
            case .kind: .choice(RecommendationKind.allCases.map(\.rawValue))
            default: .text(charactersMax: 200)
            }
        return Parameter(
            name: facet.rawValue, form: form, valuesMax: Question.valuesMax,
            summary: "Records with this \(facet.rawValue); repeated values are alternatives.")
    }
}
