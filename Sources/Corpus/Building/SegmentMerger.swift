import Domain

/// Writes the live records of several segments as one.
struct SegmentMerger {
    private let sources: [SegmentView]
    /// Texts and tokens of all segments that are not merged.
    private let others: TextTotals
    /// For each source and ordinal the new ordinal, or -1.
    private(set) var places: [[Int32]] = []
    private var count = 0

    /// For `sources` out of `snapshot`'s segments.
    init(_ sources: [SegmentView], in snapshot: CorpusSnapshot) {
        self.sources = sources
        others = snapshot.textTotals { view in !sources.contains { $0.segment === view.segment } }
        for source in sources {
            var map = [Int32](repeating: -1, count: source.segment.count)
            for ordinal in map.indices where source.isLive(ordinal) {
                map[ordinal] = Int32(count)
                count += 1
            }
            places.append(map)
        }
    }

    func merge() -> Segment? {
        guard count > 0, count <= Segment.recordsMax else { return nil }
        var ids = [Int64](repeating: 0, count: count)
        var dates = [Int32](repeating: 0, count: count)
        var documentPlaces = [UInt64](repeating: 0, count: count)
        var facets = Facet.allCases.map(FacetBuilder.init)
        forEachRecord { segment, ordinal, place in
            ids[place] = segment.ids[ordinal]
            dates[place] = segment.dates[ordinal]
            documentPlaces[place] = segment.places[ordinal]
        }
        for (index, facet) in Facet.allCases.enumerated() { mergeFacet(facet, into: &facets[index]) }
        var languages: [String] = []
        for source in sources {
            for index in source.segment.languages where !languages.contains(index.language) {
                languages.append(index.language)
            }
        }
        let used = facets.filter { !$0.isEmpty }
        var sections = SectionWriter()
        sections.append([Int64(count), Int64(used.count), Int64(languages.count)])
        StringTable.write(used.map(\.facet.rawValue) + languages, to: &sections)
        SegmentHead(ids: ids, dates: dates, places: documentPlaces).write(to: &sections)
        for facet in used { facet.write(records: count, to: &sections) }
        for language in languages { mergeLanguage(language, into: &sections) }
        let memory = sections.finish()
        return Segment(memory, offset: 0, bytes: memory.count)
    }

    private func forEachRecord(_ body: (Segment, Int, Int) -> Void) {
        for (source, map) in zip(sources, places) {
            for (ordinal, place) in map.enumerated() where place >= 0 { body(source.segment, ordinal, Int(place)) }
        }
    }

    private func mergeFacet(_ facet: Facet, into builder: inout FacetBuilder) {
        for (source, map) in zip(sources, places) {
            guard let column = source.segment.column(facet) else { continue }
            let values = (0..<column.values.count).map(column.values.string)
            for (ordinal, place) in map.enumerated() where place >= 0 {
                column.forEachValue(of: ordinal) { builder.add(values[$0], ordinal: Int(place)) }
            }
        }
    }

    private func mergeLanguage(_ language: String, into sections: inout SectionWriter) {
        let parts = zip(sources, places).compactMap { source, map in
            source.segment.languages.first { $0.language == language }.map { (index: $0, map: map) }
        }
        var lengths = [UInt16](repeating: 0, count: count)
        var presence = [UInt64](repeating: 0, count: RecordSets.words(count))
        var texts = 0
        var tokens = 0
        for part in parts {
            for (ordinal, place) in part.map.enumerated()
            where place >= 0 && part.index.presence[ordinal >> 6] >> UInt64(ordinal & 63) & 1 == 1 {
                lengths[Int(place)] = part.index.lengths[ordinal]
                presence[Int(place) >> 6] |= 1 << UInt64(place & 63)
                texts += 1
                tokens += Int(part.index.lengths[ordinal])
            }
        }
        var totals = others
        totals.add(language, texts: texts, tokens: tokens)
        var writer = LanguageWriter(
            lengths: lengths, presence: presence, texts: texts, tokens: tokens,
            averageLength: totals.averageLength(language))
        var union = TermUnion(parts.map(\.index.terms))
        var terms: [UnsafeBufferPointer<UInt8>] = []
        var newNumbers = parts.map { [Int32](repeating: -1, count: $0.index.terms.count) }
        var occurrences: [UInt32] = []
        while let (term, holders) = union.next() {
            occurrences.removeAll(keepingCapacity: true)
            for (part, number) in holders {
                Self.collect(parts[part].index, number, parts[part].map, into: &occurrences)
            }
            guard !occurrences.isEmpty else { continue }
            for (part, number) in holders { newNumbers[part][number] = Int32(terms.count) }
            terms.append(term)
            occurrences.withUnsafeBufferPointer { writer.add($0) }
        }
        writer.write(terms: terms, words: Self.words(parts.map(\.index), newNumbers), to: &sections)
    }

    private static func collect(
        _ index: LanguageIndex, _ term: Int, _ map: [Int32], into occurrences: inout [UInt32]
    ) {
        var cursor = PositionList.Cursor()
        var positions: [UInt16] = []
        var posting = Int(index.postings.starts[term])
        index.postings.forEach(term) { ordinal in
            if map[ordinal] >= 0 {
                index.positions.read(posting, &cursor, into: &positions)
                for position in positions { occurrences.append(UInt32(map[ordinal]) << 16 | UInt32(position)) }
            }
            posting += 1
        }
    }

    /// The words of all parts, each once, whose term is still there.
    private static func words(
        _ indices: [LanguageIndex], _ numbers: [[Int32]]
    ) -> [(UnsafeBufferPointer<UInt8>, UInt32)] {
        var union = TermUnion(indices.map(\.words))
        var words: [(UnsafeBufferPointer<UInt8>, UInt32)] = []
        while let (word, holders) = union.next() {
            for (part, number) in holders {
                let term = numbers[part][Int(indices[part].wordTerms[number])]
                if term >= 0 {
                    words.append((word, UInt32(term)))
                    break
                }
            }
        }
        return words
    }
}

/// Walks several sorted tables as one.
struct TermUnion {
    private let tables: [StringTable]
    private var places: [Int]

    init(_ tables: [StringTable]) {
        self.tables = tables
        places = tables.map { _ in 0 }
    }

    /// The next string and where it stands: table and number.
    mutating func next() -> (UnsafeBufferPointer<UInt8>, [(Int, Int)])? {
        var least: UnsafeBufferPointer<UInt8>?
        for (table, place) in zip(tables, places) where place < table.count {
            if let current = least {
                if ByteOrder.precedes(table[place], current) { least = table[place] }
            } else {
                least = table[place]
            }
        }
        guard let least else { return nil }
        var holders: [(Int, Int)] = []
        for index in tables.indices where places[index] < tables[index].count {
            if tables[index][places[index]].elementsEqual(least) {
                holders.append((index, places[index]))
                places[index] += 1
            }
        }
        return (least, holders)
    }
}
