/// The first page of a Corpus file: what it is, what it belongs to, and where its sections lie.
struct CorpusHeader {
    static let magic: [UInt8] = Array("RAPPCORP".utf8)
    static let version: UInt32 = 2

    struct Section {
        var offset: UInt64
        var bytes: UInt64
        var checksum: UInt64
    }

    var analyser: String
    var stamp: CorpusStamp
    var position: Int64
    /// Two for each segment: the segment, then its live records (empty where all are).
    var sections: [Section]

    /// Magic, version, length of what follows, its checksum, then the fields.
    func encoded() -> [UInt8] {
        var fields = ByteWriter()
        fields.put(analyser)
        fields.put(stamp.store)
        fields.put(UInt64(bitPattern: stamp.generation))
        fields.put(UInt64(bitPattern: position))
        fields.put(UInt64(sections.count))
        for section in sections {
            fields.put(section.offset)
            fields.put(section.bytes)
            fields.put(section.checksum)
        }
        var head = ByteWriter()
        head.bytes = Self.magic
        head.put(UInt64(Self.version))
        head.put(UInt64(fields.bytes.count))
        head.put(fields.bytes.withUnsafeBytes(Checksum.of))
        return head.bytes + fields.bytes
    }

    /// Length of magic, version, length and checksum.
    static let prefixBytes = 32
    static let fieldBytesMax = 1 << 20

    /// Reads a header from the first bytes of a file.
    static func decoded(_ bytes: [UInt8], path: String) throws(CorpusError) -> CorpusHeader {
        guard bytes.count >= prefixBytes, bytes.starts(with: magic) else { throw .malformed(path: path) }
        var reader = ByteReader(bytes: bytes, at: magic.count)
        guard let version = reader.number(), let length = reader.number(), let checksum = reader.number() else {
            throw .malformed(path: path)
        }
        guard version == UInt64(Self.version) else {
            throw .otherFormat(path: path, version: UInt32(truncatingIfNeeded: version))
        }
        guard length <= UInt64(fieldBytesMax), prefixBytes + Int(length) <= bytes.count else {
            throw .malformed(path: path)
        }
        let fields = Array(bytes[prefixBytes..<prefixBytes + Int(length)])
        guard fields.withUnsafeBytes(Checksum.of) == checksum else { throw .damaged(path: path, section: 0) }
        guard let header = fieldsDecoded(fields) else { throw .malformed(path: path) }
        return header
    }

    private static func fieldsDecoded(_ fields: [UInt8]) -> CorpusHeader? {
        var reader = ByteReader(bytes: fields, at: 0)
        guard let analyser = reader.string(), let store = reader.string(), let generation = reader.number(),
            let position = reader.number(), let count = reader.number(), count <= UInt64(fields.count / 24),
            count % 2 == 0
        else { return nil }
        var sections: [Section] = []
        for _ in 0..<count {
            guard let offset = reader.number(), let bytes = reader.number(), let checksum = reader.number() else {
                return nil
            }
            sections.append(Section(offset: offset, bytes: bytes, checksum: checksum))
        }
        return CorpusHeader(
            analyser: analyser, stamp: CorpusStamp(store: store, generation: Int64(bitPattern: generation)),
            position: Int64(bitPattern: position), sections: sections)
    }
}

private struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func put(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ text: String) {
        put(UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }
}

private struct ByteReader {
    let bytes: [UInt8]
    var at: Int

    mutating func number() -> UInt64? {
        guard at + 8 <= bytes.count else { return nil }
        defer { at += 8 }
        return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt64.self)) }
    }

    mutating func string() -> String? {
        guard let count = number(), count <= UInt64(bytes.count - at) else { return nil }
        defer { at += Int(count) }
        return String(decoding: bytes[at..<at + Int(count)], as: UTF8.self)
    }
}
