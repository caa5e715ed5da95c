/// What a question was searched for beside what was typed, in one of three ways.
package struct SearchExpansion: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Symbols and paragraph numbers as those of the record, not as words of its text. Comes first.
        case lookup
        /// Other words for the same, and States and mechanisms by their records. Comes after what was typed.
        case synonyms
        /// Themes, persons and goals that the words name, among records without a text in the words' language. Comes last.
        case concepts
    }

    /// Words that were typed, and what they were also taken for.
    package struct Term: Sendable, Hashable {
        package var typed: String
        /// Other forms, the reader's language first; `language` nil for one of every language.
        package var forms: [Form]
        package var tags: [FacetValue]
    }

    package struct Form: Sendable, Hashable {
        package var text: String
        package var language: String?
    }

    package var kind: Kind
    package var terms: [Term]
    /// Records that only this found; they come after those found before.
    package var added: Int
}

/// A question that a person may have meant. It is offered, never asked in place of hers.
package struct SearchSuggestion: Sendable, Hashable {
    /// In the query language.
    package var query: String
    /// Records it finds, under the same filters.
    package var count: Int
    package var words: [Word]

    package struct Word: Sendable, Hashable {
        package var typed: String
        package var suggested: String
    }
}
