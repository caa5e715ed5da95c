import Domain

/// Gathers one facet's values for one segment.
struct FacetBuilder {
    /// More values of one facet are no record any more.
    static let valuesOfRecordMax = 1_024
    /// A segment with more distinct values is closed: numbers are 16 bits.
    static let distinctMax = 60_000

    let facet: Facet
    private var numbers: [String: UInt16] = [:]
    private var values: [String] = []
    private var codes: [UInt16] = []
    private var ends: [UInt32] = []

    init(_ facet: Facet) { self.facet = facet }

    var distinct: Int { values.count }
    var isEmpty: Bool { values.isEmpty }

    /// Adds a value of the record `ordinal`, which is not smaller than any before.
    mutating func add(_ value: String, ordinal: Int) {
        let number = number(of: value)
        if facet.isMultiple {
            pad(to: ordinal)
            let start = ends.count > 1 ? Int(ends[ends.count - 2]) : 0
            guard codes.count - start < Self.valuesOfRecordMax, !codes[start...].contains(number) else { return }
            codes.append(number)
            ends[ends.count - 1] = UInt32(codes.count)
        } else {
            while codes.count <= ordinal { codes.append(0) }
            codes[ordinal] = number + 1
        }
    }

    private mutating func pad(to ordinal: Int) {
        while ends.count <= ordinal { ends.append(UInt32(codes.count)) }
    }

    private mutating func number(of value: String) -> UInt16 {
        if let number = numbers[value] { return number }
        let number = UInt16(values.count)
        numbers[value] = number
        values.append(value)
        return number
    }

    /// Sections in the order `FacetColumn` reads them.
    consuming func write(records: Int, to sections: inout SectionWriter) {
        let order = values.indices.sorted { Array(values[$0].utf8).lexicographicallyPrecedes(Array(values[$1].utf8)) }
        var places = [UInt16](repeating: 0, count: values.count)
        for (place, index) in order.enumerated() { places[index] = UInt16(place) }
        var members = [[UInt16]](repeating: [], count: values.count)
        StringTable.write(order.map { values[$0] }, to: &sections)
        if facet.isMultiple {
            pad(to: max(records - 1, 0))
            var start = 0
            for (ordinal, end) in ends.enumerated() {
                for index in start..<Int(end) {
                    codes[index] = places[Int(codes[index])]
                    members[Int(codes[index])].append(UInt16(ordinal))
                }
                start = Int(end)
            }
            sections.append(codes)
            sections.append([0] + ends)
        } else {
            while codes.count < records { codes.append(0) }
            for ordinal in codes.indices where codes[ordinal] > 0 {
                codes[ordinal] = places[Int(codes[ordinal]) - 1] + 1
                members[Int(codes[ordinal]) - 1].append(UInt16(ordinal))
            }
            sections.append(codes)
            sections.append([UInt32]())
        }
        var sets = RecordSetsWriter(records: records)
        for list in members { list.withUnsafeBufferPointer { sets.add($0) } }
        sets.write(to: &sections)
    }
}
