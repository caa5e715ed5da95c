import Ingest
import Markup

extension Activity {
    /// Reads back what the store keeps of a programme; nil where it is no activity.
    package init?(body: [UInt8]) {
        guard let reader = try? XMLRecordReader(BodySupply(body), records: ["iati-activity"]),
            let element = try? reader.next()?.first
        else { return nil }
        self.init(Self.trimmed(element))
    }

    /// Line feeds and indents between elements are not text.
    private static func trimmed(_ element: XMLElement) -> XMLElement {
        var made = element
        made.text = element.children.isEmpty ? element.text : ""
        made.line = 0
        made.children = element.children.map(trimmed)
        return made
    }
}

/// One body inside a root of its own, since the reader hands out children of the root.
private final class BodySupply: ByteSupply {
    private let bytes: [UInt8]
    private var place = 0

    init(_ body: [UInt8]) { bytes = Array("<iati-activities>".utf8) + body + Array("</iati-activities>".utf8) }

    var bytesRead: Int { place }
    var bytesTotal: Int? { bytes.count }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IngestError) -> Int {
        let count = min(buffer.count, bytes.count - place)
        buffer.copyBytes(from: bytes[place..<(place + count)])
        place += count
        return count
    }
}
