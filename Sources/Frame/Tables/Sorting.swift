/// What a list is ordered by, as an address says it: `sort=due`, or `sort=-due` from the other end.
package struct Sorting: Sendable, Hashable {
    package static let parameterName = "sort"

    package var column: String
    package var isDescending: Bool

    package init(_ column: String, isDescending: Bool = false) {
        self.column = column
        self.isDescending = isDescending
    }

    /// What the query asks for, if it is one of `columns`; else `standard`.
    package init(_ query: Query, columns: [String], standard: Sorting) {
        let text = query.first(Self.parameterName) ?? ""
        let name = text.hasPrefix("-") ? String(text.dropFirst()) : text
        self = columns.contains(name) ? Sorting(name, isDescending: text.hasPrefix("-")) : standard
    }

    package var text: String { (isDescending ? "-" : "") + column }

    /// The parameter of a route whose list can be ordered by these columns.
    package static func parameter(_ columns: [String]) -> Parameter {
        Parameter(
            name: parameterName, form: .choice(columns.flatMap { [$0, "-" + $0] }),
            summary: "The column that orders the list; with a hyphen before it from the other end.")
    }
}
