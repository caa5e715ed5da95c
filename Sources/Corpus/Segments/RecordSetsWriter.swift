/// Writes the sets that `RecordSets` reads.
struct RecordSetsWriter {
    private let records: Int
    private var starts: [UInt32] = [0]
    private var offsets: [UInt32] = []
    private var data: [UInt16] = []

    init(records: Int) { self.records = records }

    var members: Int { Int(starts[starts.count - 1]) }

    /// Adds a set: its members in order, and for terms an impact for each.
    mutating func add(_ members: UnsafeBufferPointer<UInt16>, impacts: UnsafeBufferPointer<UInt8>? = nil) {
        starts.append(starts[starts.count - 1] + UInt32(members.count))
        guard RecordSets.isDense(members.count, of: records) else {
            offsets.append(UInt32(data.count))
            data.append(contentsOf: members)
            return
        }
        while data.count & 3 != 0 { data.append(0) }
        offsets.append(UInt32(data.count))
        let words = RecordSets.words(records)
        var bitmap = [UInt64](repeating: 0, count: words)
        var peaks = [UInt8](repeating: 0, count: (words + 1) & ~1)
        for (index, member) in members.enumerated() {
            bitmap[Int(member >> 6)] |= 1 << UInt64(member & 63)
            if let impacts { peaks[Int(member >> 6)] = max(peaks[Int(member >> 6)], impacts[index]) }
        }
        bitmap.withUnsafeBytes { data.append(contentsOf: $0.bindMemory(to: UInt16.self)) }
        var before = 0
        for word in bitmap {
            data.append(UInt16(truncatingIfNeeded: before))
            before += word.nonzeroBitCount
        }
        if impacts != nil { peaks.withUnsafeBytes { data.append(contentsOf: $0.bindMemory(to: UInt16.self)) } }
    }

    func write(to sections: inout SectionWriter) {
        sections.append(starts)
        sections.append(offsets)
        sections.append(data)
    }
}

extension RecordSets {
    /// Reads what `RecordSetsWriter.write` wrote; nil where sizes do not fit.
    init?(_ reader: inout SectionReader, records: Int) {
        guard let starts = reader.read(UInt32.self), let offsets = reader.read(UInt32.self),
            let data = reader.read(UInt16.self), starts.count == offsets.count + 1
        else { return nil }
        self.init(records: records, starts: starts, offsets: offsets, data: data)
    }
}
