import Foundation
import Ingest
import Markup
import Reference

@testable import Programmes

/// A file in memory, handed out in pieces of a size.
final class TextSupply: ByteSupply {
    private let bytes: [UInt8]
    private let pieceBytes: Int
    private var place = 0

    init(_ text: String, pieceBytes: Int = 1 << 16) {
        bytes = Array(text.utf8)
        self.pieceBytes = pieceBytes
    }

    var bytesRead: Int { place }
    var bytesTotal: Int? { bytes.count }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IngestError) -> Int {
        let count = min(buffer.count, pieceBytes, bytes.count - place)
        buffer.copyBytes(from: bytes[place..<(place + count)])
        place += count
        return count
    }
}

enum Shared {
    static let resources =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Resources").path(percentEncoded: false)

    static let reference = Result {
        try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo")
    }
    static let codes = Result { try AidCodes(directory: resources + "/reference", reference: try reference.get()) }

    /// Every activity of a text.
    static func read(_ text: String, pieceBytes: Int = 1 << 16) throws -> [ReadActivity] {
        let file = try ActivityFile(TextSupply(text, pieceBytes: pieceBytes), try codes.get())
        var all: [ReadActivity] = []
        while let some = try file.next() { all += some }
        return all
    }

    static func fault(_ text: String) throws -> XMLFault? {
        do {
            _ = try read(text)
            return nil
        } catch let fault as XMLFault { return fault }
    }
}
