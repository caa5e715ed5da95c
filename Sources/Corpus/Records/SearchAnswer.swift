public import Domain

/// One record found.
public struct SearchHit: Sendable, Hashable {
    public var id: Int64
    /// 0 where the question has no words.
    public var score: Float
    /// The language whose text matched best; without words the reader's where the record has it, else its first.
    public var language: String
    /// Which of the question's steps found it, from 0.
    public var step = 0
}

/// The Corpus's answer to one question.
public struct SearchAnswer: Sendable {
    /// Records that match, all pages together.
    public var total: Int
    /// For each step of the question the records that no step before it found; together `total`.
    public var found: [Int]
    public var hits: [SearchHit]
    /// Where the next page begins; nil on the last.
    package var next: SearchCursor?
    /// In the order asked for.
    public var facets: [FacetCounts]
    public var understood: [QueryNote]
}
