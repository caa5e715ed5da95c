import Domain

/// A parameter of a route: what it may hold. Checked before the handler runs, and described in OpenAPI from the same value.
package struct Parameter: Sendable {
    package enum Place: String, Sendable { case path, query }

    package enum Form: Sendable {
        case text(charactersMax: Int)
        case choice([String])
        case integer(ClosedRange<Int>)
        /// A pattern for readers and for OpenAPI, and whether a value fits it.
        case pattern(String, @Sendable (String) -> Bool)
    }

    package var name: String
    package var place: Place = .query
    package var form: Form
    /// How many values it may have; more than one means the name may be repeated.
    package var valuesMax = 1
    /// Whether there is no answer without it; parameters of the path always are.
    package var isRequired = false
    package var summary: String

    package init(
        name: String, place: Place = .query, form: Form, valuesMax: Int = 1, isRequired: Bool = false, summary: String
    ) {
        self.name = name
        self.place = place
        self.form = form
        self.valuesMax = valuesMax
        self.isRequired = isRequired
        self.summary = summary
    }

    /// What is allowed, in words of the API.
    package var allowed: String {
        switch form {
        case .text(let most): "at most \(most) characters"
        case .choice(let values): "one of " + values.joined(separator: ", ")
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .pattern(let pattern, _): "text that matches \(pattern)"
        }
    }

    package func accepts(_ value: String) -> Bool {
        switch form {
        case .text(let most): value.unicodeScalars.count <= most
        case .choice(let values): values.contains(value)
        case .integer(let range): Int(value).map { range.contains($0) && String($0) == value } ?? false
        case .pattern(_, let fits): fits(value)
        }
    }
}

extension Parameter {
    /// Where a page of results begins. Two numbers to the base 36, as far as 64 bits reach: what matches is a cursor, so that the
    /// description holds.
    package static let after = Parameter(
        name: "after",
        form: .pattern(
            "^(0|[1-9a-z][0-9a-z]{0,11}|[12][0-9a-z]{12}|3[0-9a-v][0-9a-z]{11})-[1-9a-z][0-9a-z]{0,11}$"
        ) { SearchCursor($0) != nil },
        summary: "Where the page before ended: taken from its next link.")
}
