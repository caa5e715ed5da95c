import Domain

/// Up to 65,535 records, never changed after they are written. Records are known by ordinal, from 0.
///
/// `@unchecked Sendable`: every pointer leads into `memory`, which nobody writes to.
final class Segment: @unchecked Sendable {
    /// Ordinals fit 16 bits, and so do value numbers with one to spare.
    static let recordsMax = 65_535

    let memory: Memory
    let offset: Int
    let bytes: Int
    let ids: UnsafeBufferPointer<Int64>
    /// Ordinals by id.
    let idOrder: UnsafeBufferPointer<UInt16>
    let dates: UnsafeBufferPointer<Int32>
    let places: UnsafeBufferPointer<UInt64>
    let languages: [LanguageIndex]
    let facets: [FacetColumn]
    private let facetPlaces: [Int]
    /// Whether ids grow with ordinals.
    let isAscending: Bool

    var count: Int { ids.count }
    var words: Int { RecordSets.words(count) }

    /// Reads the segment that lies at `offset`; nil where its parts do not fit together.
    init?(_ memory: Memory, offset: Int, bytes: Int) {
        guard var reader = SectionReader(memory, offset: offset, count: bytes), let head = reader.read(Int64.self),
            head.count == 3, let names = StringTable(&reader), let ids = reader.read(Int64.self),
            let idOrder = reader.read(UInt16.self), let dates = reader.read(Int32.self),
            let places = reader.read(UInt64.self), ids.count == Int(head[0]), ids.count <= Self.recordsMax,
            idOrder.count == ids.count, dates.count == ids.count, places.count == ids.count,
            names.count == Int(head[1]) + Int(head[2])
        else { return nil }
        var facets: [FacetColumn] = []
        var facetPlaces = [Int](repeating: -1, count: FacetOrder.count)
        for index in 0..<Int(head[1]) {
            guard let facet = Facet(rawValue: names.string(index)),
                let column = FacetColumn(facet, &reader, records: ids.count)
            else { return nil }
            facetPlaces[FacetOrder.index(of: facet)] = facets.count
            facets.append(column)
        }
        var languages: [LanguageIndex] = []
        for index in 0..<Int(head[2]) {
            guard let language = LanguageIndex(names.string(Int(head[1]) + index), &reader, records: ids.count) else {
                return nil
            }
            languages.append(language)
        }
        self.memory = memory
        self.offset = offset
        self.bytes = bytes
        self.ids = ids
        self.idOrder = idOrder
        self.dates = dates
        self.places = places
        self.facets = facets
        self.languages = languages
        self.facetPlaces = facetPlaces
        isAscending = idOrder.enumerated().allSatisfy { $0.offset == Int($0.element) }
    }

    func column(_ facet: Facet) -> FacetColumn? {
        let place = facetPlaces[FacetOrder.index(of: facet)]
        return place < 0 ? nil : facets[place]
    }

    /// The ordinals of records put under `id`, the last one last. (One segment may hold earlier versions, which are not live.)
    func ordinals(of id: Int64) -> [Int] {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) >> 1
            if ids[Int(idOrder[middle])] < id { low = middle + 1 } else { high = middle }
        }
        var found: [Int] = []
        while low < count, ids[Int(idOrder[low])] == id {
            found.append(Int(idOrder[low]))
            low += 1
        }
        return found
    }

    var idRange: ClosedRange<Int64>? {
        guard let first = idOrder.first, let last = idOrder.last else { return nil }
        return ids[Int(first)]...ids[Int(last)]
    }
}

/// Facets by number.
enum FacetOrder {
    static let count = Facet.allCases.count
    private static let indices = Dictionary(uniqueKeysWithValues: Facet.allCases.enumerated().map { ($1, $0) })

    static func index(of facet: Facet) -> Int { indices[facet] ?? 0 }
}
