/// Everything one segment knows of its texts in one language.
struct LanguageIndex {
    let language: String
    /// Records with a text in this language.
    let texts: Int
    let tokens: Int
    /// What the impacts measured texts against.
    let averageLength: Float
    /// Tokens of each record's text, at most 65,535; 0 where it has none.
    let lengths: UnsafeBufferPointer<UInt16>
    /// One bit for each record with a text.
    let presence: UnsafeBufferPointer<UInt64>
    /// Sorted.
    let terms: StringTable
    /// For each term the records that hold it.
    let postings: RecordSets
    /// The document part of BM25 for each posting, in 255ths.
    let impacts: UnsafeBufferPointer<UInt8>
    /// The highest impact of each term.
    let peaks: UnsafeBufferPointer<UInt8>
    let positions: PositionList
    /// Words without case and diacritics as they stand in the texts, sorted, and the term of each.
    let words: StringTable
    let wordTerms: UnsafeBufferPointer<UInt32>

    init?(_ language: String, _ reader: inout SectionReader, records: Int) {
        guard let counts = reader.read(Int64.self), counts.count == 3, let lengths = reader.read(UInt16.self),
            let presence = reader.read(UInt64.self), let terms = StringTable(&reader),
            let postings = RecordSets(&reader, records: records), let impacts = reader.read(UInt8.self),
            let peaks = reader.read(UInt8.self), let positions = PositionList(&reader),
            let words = StringTable(&reader),
            let wordTerms = reader.read(UInt32.self), lengths.count == records,
            presence.count == RecordSets.words(records), terms.count == postings.count, peaks.count == terms.count,
            postings.starts.last.map(Int.init) == impacts.count, words.count == wordTerms.count
        else { return nil }
        self.language = language
        texts = Int(counts[0])
        tokens = Int(counts[1])
        averageLength = Float(bitPattern: UInt32(truncatingIfNeeded: counts[2]))
        self.lengths = lengths
        self.presence = presence
        self.terms = terms
        self.postings = postings
        self.impacts = impacts
        self.peaks = peaks
        self.positions = positions
        self.words = words
        self.wordTerms = wordTerms
    }

    /// The terms of words that begin with `prefix`, each once, at most `limit`; and whether there were more.
    func expand(_ prefix: UnsafeBufferPointer<UInt8>, limit: Int) -> (terms: [Int], isCut: Bool) {
        var found: Set<UInt32> = []
        var index = words.lowerBound(prefix)
        while index < words.count, ByteOrder.hasPrefix(words[index], prefix) {
            if found.count >= limit, !found.contains(wordTerms[index]) { return (found.map(Int.init), true) }
            found.insert(wordTerms[index])
            index += 1
        }
        return (found.map(Int.init), false)
    }
}
