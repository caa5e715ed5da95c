import Domain

/// Gathers records and writes them as one segment. For one thread.
final class SegmentBuilder {
    /// Tokens of one language after which a segment is closed, so that memory stays bounded (4 bytes each, twice while writing).
    private static let tokensMax = 12_000_000

    private var ids: [Int64] = []
    private var dates: [Int32] = []
    private var places: [UInt64] = []
    private var languages: [LanguageBuilder] = []
    private var facets: [FacetBuilder] = Facet.allCases.map(FacetBuilder.init)
    private var latest: [Int64: Int] = [:]
    /// Ordinals whose record was replaced or removed before the segment was written.
    private(set) var dead: [Int] = []

    var count: Int { ids.count }
    var isFull: Bool {
        count >= Segment.recordsMax || languages.contains { $0.log.count >= Self.tokensMax }
            || facets.contains { $0.distinct >= FacetBuilder.distinctMax }
    }

    func put(_ record: CorpusRecord) {
        let ordinal = ids.count
        if let old = latest.updateValue(ordinal, forKey: record.id) { dead.append(old) }
        ids.append(record.id)
        dates.append(record.date)
        places.append(record.place)
        for text in record.texts.sorted(by: { $0.language < $1.language }) {
            builder(text.language).add(text.text, ordinal: ordinal)
        }
        for value in record.facets { facets[FacetOrder.index(of: value.facet)].add(value.value, ordinal: ordinal) }
    }

    /// Forgets a record put before; false where there is none.
    @discardableResult func remove(_ id: Int64) -> Bool {
        guard let ordinal = latest.removeValue(forKey: id) else { return false }
        dead.append(ordinal)
        return true
    }

    /// The segment of all records put. `totals` are those of the Corpus without it. The builder is spent.
    func finish(totals: TextTotals) -> Segment? {
        var totals = totals
        for language in languages { totals.add(language.language, texts: language.texts, tokens: language.tokens) }
        var sections = SectionWriter()
        let used = facets.filter { !$0.isEmpty }
        sections.append([Int64(count), Int64(used.count), Int64(languages.count)])
        StringTable.write(used.map(\.facet.rawValue) + languages.map(\.language), to: &sections)
        SegmentHead(ids: ids, dates: dates, places: places).write(to: &sections)
        facets = []
        for facet in used { facet.write(records: count, to: &sections) }
        while !languages.isEmpty {
            // One at a time, so that each one's log is gone before the next is written.
            let language = languages.removeFirst()
            Self.write(language, records: count, average: totals.averageLength(language.language), to: &sections)
        }
        let memory = sections.finish()
        return Segment(memory, offset: 0, bytes: memory.count)
    }

    private func builder(_ language: String) -> LanguageBuilder {
        if let known = languages.first(where: { $0.language == language }) { return known }
        let new = LanguageBuilder(language: language)
        languages.append(new)
        return new
    }

    private static func write(
        _ language: LanguageBuilder, records: Int, average: Float, to sections: inout SectionWriter
    ) {
        let sorted = SortedTerms(language)
        var starts = [Int](repeating: 0, count: sorted.count + 1)
        language.forEachOccurrence { term, _ in starts[sorted.places[term] + 1] += 1 }
        for index in 0..<sorted.count { starts[index + 1] += starts[index] }
        var cursors = starts
        var occurrences = [UInt32](repeating: 0, count: starts[sorted.count])
        occurrences.withUnsafeMutableBufferPointer { occurrences in
            cursors.withUnsafeMutableBufferPointer { cursors in
                language.forEachOccurrence { term, occurrence in
                    let place = sorted.places[term]
                    occurrences[cursors[place]] = occurrence
                    cursors[place] += 1
                }
            }
        }
        var presence = [UInt64](repeating: 0, count: RecordSets.words(records))
        for entry in language.entries { presence[Int(entry.ordinal >> 6)] |= 1 << UInt64(entry.ordinal & 63) }
        let lengths = language.lengths + [UInt16](repeating: 0, count: records - language.lengths.count)
        var writer = LanguageWriter(
            lengths: lengths, presence: presence, texts: language.texts, tokens: language.tokens, averageLength: average
        )
        occurrences.withUnsafeBufferPointer { occurrences in
            for term in 0..<sorted.count {
                writer.add(UnsafeBufferPointer(rebasing: occurrences[starts[term]..<starts[term + 1]]))
            }
        }
        sorted.write(writer, to: &sections)
    }
}

/// Ids, dates and places of a segment's records.
struct SegmentHead {
    let ids: [Int64]
    let dates: [Int32]
    let places: [UInt64]

    func write(to sections: inout SectionWriter) {
        sections.append(ids)
        sections.append(ids.indices.sorted { (ids[$0], $0) < (ids[$1], $1) }.map { UInt16($0) })
        sections.append(dates)
        sections.append(places)
    }
}

/// A language's terms and words in sorted order.
private struct SortedTerms {
    /// For each term, numbered as it came, its place in sorted order.
    let places: [Int]
    private let language: LanguageBuilder
    private let order: [Int]

    var count: Int { order.count }

    init(_ language: LanguageBuilder) {
        self.language = language
        order = Self.order(of: language.terms)
        var places = [Int](repeating: 0, count: order.count)
        for (place, index) in order.enumerated() { places[index] = place }
        self.places = places
    }

    func write(_ writer: consuming LanguageWriter, to sections: inout SectionWriter) {
        let words = language.words
        let wordOrder = Self.order(of: words)
        writer.write(
            terms: order.map { language.terms[$0] },
            words: wordOrder.map { (words[$0], UInt32(places[Int(words.value($0))])) }, to: &sections)
    }

    /// Most strings differ in their first eight bytes: those are compared as one number.
    private static func order(of table: ByteTable) -> [Int] {
        var keys = (0..<table.count).map { (start: ByteOrder.start(table[$0]), index: UInt32($0)) }
        keys.sort { left, right in
            left.start != right.start
                ? left.start < right.start : ByteOrder.precedes(table[Int(left.index)], table[Int(right.index)])
        }
        return keys.map { Int($0.index) }
    }
}
