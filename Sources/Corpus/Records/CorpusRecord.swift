public import Domain

/// What the Corpus knows of one record.
public struct CorpusRecord: Sendable {
    /// Greater than 0; a record put again under its id replaces the first.
    public var id: Int64
    /// Texts by BCP 47 tag. Several of one language are searched as one; phrases do not cross from one to the next.
    public var texts: [(language: String, text: String)]
    /// Facet values. For a facet that is not `isMultiple` the last one counts.
    public var facets: [(facet: Facet, value: String)]
    /// `yyyymmdd`; 0 where unknown.
    public var date: Int32
    /// Document order: document << 32 | order in the document.
    public var place: UInt64

    public init(
        id: Int64, texts: [(language: String, text: String)], facets: [(facet: Facet, value: String)] = [],
        date: Int32 = 0, place: UInt64 = 0
    ) {
        self.id = id
        self.texts = texts
        self.facets = facets
        self.date = date
        self.place = place
    }
}

public enum CorpusChange: Sendable {
    case put(CorpusRecord)
    case remove(Int64)
}

/// What a saved Corpus belongs to. A file with another stamp is not opened.
public struct CorpusStamp: Sendable, Hashable {
    public var store: String
    /// Raised by each restore of the store.
    public var generation: Int64

    public init(store: String, generation: Int64) {
        self.store = store
        self.generation = generation
    }
}
