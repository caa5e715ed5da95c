import Domain

/// One facet's values in one segment.
struct FacetColumn {
    let facet: Facet
    let values: StringTable
    /// For one value a record: its number plus one, 0 for none. For many: the numbers, record after record.
    let codes: UnsafeBufferPointer<UInt16>
    /// For many values: where each record's begin in `codes`. Empty for one.
    let offsets: UnsafeBufferPointer<UInt32>
    /// For each value the records that carry it.
    let records: RecordSets

    init?(_ facet: Facet, _ reader: inout SectionReader, records count: Int) {
        guard let values = StringTable(&reader), let codes = reader.read(UInt16.self),
            let offsets = reader.read(UInt32.self), let records = RecordSets(&reader, records: count),
            offsets.isEmpty ? codes.count == count : offsets.count == count + 1 && Int(offsets[count]) == codes.count,
            records.count == values.count
        else { return nil }
        self.facet = facet
        self.values = values
        self.codes = codes
        self.offsets = offsets
        self.records = records
    }

    var isSingle: Bool { offsets.isEmpty }

    func value(_ text: String) -> Int? {
        var text = text
        return text.withUTF8 { values.index(of: $0) }
    }

    func hasValue(_ ordinal: Int) -> Bool {
        isSingle ? codes[ordinal] > 0 : offsets[ordinal] < offsets[ordinal + 1]
    }

    /// The numbers of a record's values.
    func forEachValue(of ordinal: Int, _ body: (Int) -> Void) {
        if isSingle {
            if codes[ordinal] > 0 { body(Int(codes[ordinal]) - 1) }
        } else {
            for index in Int(offsets[ordinal])..<Int(offsets[ordinal + 1]) { body(Int(codes[index])) }
        }
    }
}
