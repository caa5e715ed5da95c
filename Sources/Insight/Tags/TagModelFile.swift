/// The file of a model: eight letters, format, length, checksum, then the content. Numbers are little-endian or of varying
/// length (seven bits a byte, low ones first).
extension TagModelContent {
    static let magic: [UInt8] = Array("RAPPTAGS".utf8)
    static let format = 1
    static let prefixBytes = 32
    static let labelsMax = 20_000

    /// The bytes of the file, and the digest that the version tells.
    func encoded() -> (bytes: [UInt8], digest: UInt64) {
        var body = TagBytes()
        body.put(name)
        body.put(made)
        body.put(count: texts)
        body.put(count: kinds.count)
        for kind in kinds { put(kind, &body) }
        body.put(count: vocabulary.count)
        var last: UInt32 = 0
        for feature in 0..<vocabulary.count {
            body.put(count: Int(vocabulary.hashes[feature] - last))
            last = vocabulary.hashes[feature]
            body.put(count: vocabulary.frequencySteps(feature) << 2 | Int(vocabulary.families[feature].rawValue))
            let entries = rows.entries(feature)
            body.put(count: entries.count)
            var label = 0
            for entry in entries {
                body.put(count: Int(entry.label) - label)
                label = Int(entry.label)
                body.bytes.append(UInt8(bitPattern: entry.number))
            }
        }
        let digest = TagBytes.checksum(body.bytes[...])
        var file = TagBytes(bytes: Self.magic)
        for number in [UInt64(Self.format), UInt64(body.bytes.count), digest] { file.put(number) }
        return (file.bytes + body.bytes, digest)
    }

    private func put(_ kind: TagModel.Kind, _ body: inout TagBytes) {
        body.put(kind.name)
        body.put(count: (kind.isSingle ? 1 : 0) | (kind.isNeverEmpty ? 2 : 0))
        let quality = kind.quality
        body.put(count: quality.texts)
        for number in [quality.accuracy ?? -1, quality.microF1, quality.macroF1, quality.calibrationError] {
            body.put(number)
        }
        body.put(count: kind.codes.count)
        for label in labels[kind.range] {
            body.put(label.code)
            body.put(label.calibration.slope)
            body.put(label.calibration.shift)
            body.put(label.threshold)
            body.put(label.bias)
            body.put(label.largest)
        }
    }

    static func decoded(_ bytes: [UInt8]) throws(TagModelError) -> (content: TagModelContent, digest: UInt64) {
        guard bytes.count >= prefixBytes, bytes.starts(with: magic) else { throw .malformed }
        var reader = TagByteReader(bytes: bytes, at: magic.count)
        guard let format = reader.fixed(), let length = reader.fixed(), let digest = reader.fixed() else {
            throw .malformed
        }
        guard format == UInt64(Self.format) else {
            throw .otherFormat(version: Int(truncatingIfNeeded: format))
        }
        guard length == UInt64(bytes.count - prefixBytes) else { throw .malformed }
        guard TagBytes.checksum(bytes[prefixBytes...]) == digest else { throw .damaged }
        guard let content = TagModelContent(&reader), reader.at == bytes.count else { throw .malformed }
        return (content, digest)
    }

    private init?(_ reader: inout TagByteReader) {
        guard let name = reader.string(), let made = reader.string(), let texts = reader.count(),
            let kindCount = reader.count(), kindCount <= 100
        else { return nil }
        self.name = name
        self.made = made
        self.texts = texts
        kinds = []
        labels = []
        vocabulary = TagVocabulary(hashes: [], families: [], frequencySteps: [])
        rows = TagRows()
        for _ in 0..<kindCount { guard readKind(&reader) else { return nil } }
        guard let read = Self.features(&reader, labelCount: labels.count) else { return nil }
        (vocabulary, rows) = read
    }

    private mutating func readKind(_ reader: inout TagByteReader) -> Bool {
        guard let name = reader.string(), let flags = reader.count(), let texts = reader.count(),
            let accuracy = reader.double(), let micro = reader.double(), let macro = reader.double(),
            let calibration = reader.double(), let count = reader.count(), labels.count + count <= Self.labelsMax
        else { return false }
        let first = labels.count
        for _ in 0..<count {
            guard let code = reader.string(), let slope = reader.double(), let shift = reader.double(),
                let threshold = reader.double(), let bias = reader.float(), let largest = reader.float()
            else { return false }
            let fit = TagCalibration(slope: slope, shift: shift)
            labels.append(
                TagModel.Label(code: code, calibration: fit, threshold: threshold, bias: bias, largest: largest))
        }
        let quality = TagQuality(
            texts: texts, tags: count, accuracy: accuracy < 0 ? nil : accuracy, microF1: micro, macroF1: macro,
            calibrationError: calibration)
        kinds.append(
            TagModel.Kind(
                name: name, isSingle: flags & 1 != 0, isNeverEmpty: flags & 2 != 0,
                codes: labels[first...].map(\.code), quality: quality, range: first..<labels.count))
        return true
    }

    private static func features(
        _ reader: inout TagByteReader, labelCount: Int
    ) -> (vocabulary: TagVocabulary, rows: TagRows)? {
        guard let count = reader.count(), count <= reader.left else { return nil }
        var rows = TagRows()
        var hashes: [UInt32] = []
        var families: [TagFamily] = []
        var steps: [Int] = []
        var last = 0
        var entries: [(label: UInt16, number: Int8)] = []
        for place in 0..<count {
            guard let delta = reader.count(), let packed = reader.count(), let width = reader.count(),
                place == 0 || delta > 0, delta <= Int(UInt32.max) - last, width <= labelCount,
                let family = TagFamily(rawValue: UInt8(packed & 3))
            else { return nil }
            last += delta
            entries.removeAll(keepingCapacity: true)
            var label = 0
            for _ in 0..<width {
                guard let step = reader.count(), step < labelCount - label, let number = reader.byte() else {
                    return nil
                }
                label += step
                entries.append((UInt16(label), Int8(bitPattern: number)))
            }
            rows.append(entries)
            hashes.append(UInt32(last))
            families.append(family)
            steps.append(packed >> 2)
        }
        return (TagVocabulary(hashes: hashes, families: families, frequencySteps: steps), rows)
    }
}
