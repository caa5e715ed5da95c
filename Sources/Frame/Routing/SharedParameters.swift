/// Parameters that routes of every room take.
extension Parameter {
    /// The number of what the address is about.
    package static let id = Parameter(
        name: "id", place: .path, form: .pattern("^[1-9][0-9]{0,17}$") { Int64($0).map { $0 > 0 } ?? false },
        summary: "The record's number.")

    package static func code(_ summary: String) -> Parameter {
        Parameter(name: "code", place: .path, form: .text(charactersMax: 200), summary: summary)
    }

    /// The reader's language.
    package static func language(_ tags: [String]) -> Parameter {
        Parameter(
            name: "lang", form: .choice(tags), summary: "Language of names and messages, in place of Accept-Language.")
    }
}
