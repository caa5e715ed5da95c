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
    /// About what counting by values takes, and counting by records for each record, in steps of one record of one value.
    let costs: (byValues: Int, byRecord: Int)

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
        costs = Self.costs(records, codes: codes.count, isSingle: offsets.isEmpty)
    }

    /// A bitmap's words are counted four in the time that one record takes.
    private static func costs(_ records: RecordSets, codes: Int, isSingle: Bool) -> (byValues: Int, byRecord: Int) {
        let byValues = (0..<records.count).reduce(0) {
            $0 + (records.isDense($1) ? records.words / 4 : records.members($1))
        }
        return (byValues, isSingle ? 1 : 1 + codes / max(records.records, 1))
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
