import Domain
import FoundationEssentials
import Ingest

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that goes away with its owner.
final class TemporaryFile {
    let path: String

    init(_ bytes: some Sequence<UInt8>, name: String = "input") throws {
        path = FileManager.default.temporaryDirectory.path + "/ingest-\(UUID().uuidString)-\(name)"
        try Data(bytes).write(to: URL(filePath: path))
    }

    convenience init(_ text: String) throws { try self.init(text.utf8) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// All a source gives, and the error it ends in.
struct Drained {
    var drafts: [RecommendationDraft] = []
    var rejections: [RowRejection] = []
    var rows = 0
    var batches = 0
    var error: IngestError?

    init(_ source: any DraftSource) { drain(source) }

    private mutating func drain(_ source: any DraftSource) {
        var source = source
        do throws(IngestError) {
            while let batch = try source.nextBatch() {
                batches += 1
                drafts += batch.drafts
                rejections += batch.rejections
                rows = batch.rowsRead
            }
        } catch {
            self.error = error
        }
    }

    /// Detects the format of a file and reads it.
    init(file path: String, options: Importer.Options = .init(), resolver: any NameResolver = InventedNames()) {
        do throws(IngestError) {
            let detected = try FormatDetection.detect(path, as: options.mapping == nil ? nil : .table)
            drain(try Importer.open(path, detected, options: options, resolver: resolver))
        } catch {
            self.error = error
        }
    }

    init(_ text: String, options: Importer.Options = .init()) throws {
        let file = try TemporaryFile(text)
        self.init(file: file.path, options: options)
    }

    init(_ bytes: [UInt8], options: Importer.Options = .init()) throws {
        let file = try TemporaryFile(bytes)
        self.init(file: file.path, options: options)
    }
}

/// Bytes made as they are asked for: a beginning, one byte many times, an end.
final class GeneratedSupply: ByteSupply {
    private(set) var bytesRead = 0
    let bytesTotal: Int?
    private let head: [UInt8]
    private let filling: UInt8
    private let tail: [UInt8]
    private let fillingBytes: Int

    init(_ head: String, filling: Unicode.Scalar, bytes: Int, _ tail: String) {
        self.head = Array(head.utf8)
        self.filling = UInt8(ascii: filling)
        self.tail = Array(tail.utf8)
        fillingBytes = bytes
        bytesTotal = self.head.count + fillingBytes + self.tail.count
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let fillingEnd = head.count + fillingBytes
        let part: ArraySlice<UInt8>
        if bytesRead < head.count {
            part = head[bytesRead...]
        } else if bytesRead >= fillingEnd {
            part = tail[(bytesRead - fillingEnd)...]
        } else {
            let count = min(buffer.count, fillingEnd - bytesRead)
            if let base = buffer.baseAddress { memset(base, Int32(filling), count) }
            bytesRead += count
            return count
        }
        let count = min(buffer.count, part.count)
        buffer.copyBytes(from: part.prefix(count))
        bytesRead += count
        return count
    }
}
