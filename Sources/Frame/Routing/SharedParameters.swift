extension Parameter.Form {
    /// The number of something in the store, as addresses have it: digits alone, the first of them not 0.
    package static let number = Parameter.Form.pattern("^[1-9][0-9]{0,17}$") { text in
        (1...18).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: "0")
            && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

/// Parameters that routes of every room take.
extension Parameter {
    /// The number of what the address is about.
    package static let id = Parameter(
        name: "id", place: .path, form: .number,
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
