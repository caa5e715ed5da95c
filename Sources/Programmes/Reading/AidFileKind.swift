import Ingest
import Markup

/// What a file of the aid-data standard holds.
package enum AidFileKind: Sendable, Hashable {
    case activities
    case organisations

    /// By the file's first element, whatever its name; nil for everything else. Reads no further than that.
    package static func of(_ path: String) -> AidFileKind? {
        guard let file = try? FileSupply(path: path), let supply = PeekedSupply(file) else { return nil }
        guard let reader = try? XMLRecordReader(supply, records: []) else { return nil }
        _ = try? reader.next()
        switch reader.root?.name {
        case "iati-activities": return .activities
        case "iati-organisations", "iati-organizations": return .organisations
        default: return nil
        }
    }

    /// What a person reads who brought a file of organisations.
    package static let organisationsSentence =
        "It is a file of organisations (names, total budgets, documents), not of activities. Programmes come from files of activities."
}

/// The first piece of a file that begins as XML does.
private final class PeekedSupply: ByteSupply {
    private static let bytesMax = 64 << 10
    private let bytes: [UInt8]
    private var place = 0

    init?(_ supply: any ByteSupply) {
        var bytes = [UInt8](repeating: 0, count: Self.bytesMax)
        let count = bytes.withUnsafeMutableBytes { buffer in (try? supply.read(into: buffer)) ?? 0 }
        self.bytes = Array(bytes.prefix(count))
        let first = self.bytes.first { ![0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard first == UInt8(ascii: "<") else { return nil }
    }

    var bytesRead: Int { place }
    var bytesTotal: Int? { nil }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IngestError) -> Int {
        let count = min(buffer.count, bytes.count - place)
        buffer.copyBytes(from: bytes[place..<(place + count)])
        place += count
        return count
    }
}
