/// A parameter of a route: what it may hold. Checked before the handler runs, and described in OpenAPI from the same value.
struct Parameter: Sendable {
    enum Place: String, Sendable { case path, query }

    enum Form: Sendable {
        case text(charactersMax: Int)
        case choice([String])
        case integer(ClosedRange<Int>)
        /// A pattern for readers and for OpenAPI, and whether a value fits it.
        case pattern(String, @Sendable (String) -> Bool)
    }

    var name: String
    var place: Place = .query
    var form: Form
    /// How many values it may have; more than one means the name may be repeated.
    var valuesMax = 1
    /// Whether there is no answer without it; parameters of the path always are.
    var isRequired = false
    var summary: String

    /// What is allowed, in words of the API.
    var allowed: String {
        switch form {
        case .text(let most): "at most \(most) characters"
        case .choice(let values): "one of " + values.joined(separator: ", ")
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .pattern(let pattern, _): "text that matches \(pattern)"
        }
    }

    func accepts(_ value: String) -> Bool {
        switch form {
        case .text(let most): value.unicodeScalars.count <= most
        case .choice(let values): values.contains(value)
        case .integer(let range): Int(value).map { range.contains($0) && String($0) == value } ?? false
        case .pattern(_, let fits): fits(value)
        }
    }
}
