import Hummingbird
import NIOCore

/// What an upload may hold. One file is in memory at a time.
package struct UploadLimits: Sendable {
    package var fileBytesMax = 64 * 1_048_576
    package var filesMax = 100
    package var totalBytesMax = 1_024 * 1_048_576
    package var fieldBytesMax = 16_384
    package var fieldsMax = 50

    package init(
        fileBytesMax: Int = 64 * 1_048_576, filesMax: Int = 100, totalBytesMax: Int = 1_024 * 1_048_576,
        fieldBytesMax: Int = 16_384, fieldsMax: Int = 50
    ) {
        self.fileBytesMax = fileBytesMax
        self.filesMax = filesMax
        self.totalBytesMax = totalBytesMax
        self.fieldBytesMax = fieldBytesMax
        self.fieldsMax = fieldsMax
    }
}

/// Reads an upload as it arrives: fields first, then file after file, each handed on when it is whole.
package enum UploadReader {
    package struct File: Sendable {
        /// The last part of the name that the reader's computer gave, without control characters.
        package var name: String
        package var bytes: [UInt8]
    }

    /// `field` is told each plain field, `file` each file with content; what either throws ends the reading.
    package static func read(
        _ incoming: Incoming, limits: UploadLimits = UploadLimits(),
        field: (_ name: String, _ value: String) throws(WebError) -> Void,
        file: (File) async throws(WebError) -> Void
    ) async throws(WebError) {
        if let length = incoming.contentLength, length > limits.totalBytesMax { throw .tooLarge }
        var parts = try PartCollector(contentType: incoming.contentType, limits: limits)
        do {
            for try await buffer in incoming.body {
                for part in try parts.push(buffer) {
                    switch part {
                    case .field(let name, let value): try field(name, value)
                    case .file(let whole): try await file(whole)
                    }
                }
            }
        } catch let error as WebError {
            throw error
        } catch {
            throw .unsupportedForm
        }
        guard parts.isEnded else { throw .unsupportedForm }
    }
}

/// Puts the pieces of each part together, within the limits.
private struct PartCollector {
    enum Part {
        case field(name: String, value: String)
        case file(UploadReader.File)
    }

    private let limits: UploadLimits
    private var parser: MultipartParser
    private var name = ""
    private var fileName: String?
    private var bytes: [UInt8] = []
    private var totalBytes = 0
    private var fields = 0
    private var files = 0

    init(contentType: String, limits: UploadLimits) throws(WebError) {
        do { parser = try MultipartParser(contentType: contentType) } catch { throw .unsupportedForm }
        self.limits = limits
    }

    var isEnded: Bool { parser.isEnded }

    mutating func push(_ buffer: ByteBuffer) throws(WebError) -> [Part] {
        totalBytes += buffer.readableBytes
        guard totalBytes <= limits.totalBytesMax else { throw .tooLarge }
        let events: [MultipartParser.Event]
        do { events = try parser.push(buffer.readableBytesView) } catch { throw .unsupportedForm }
        var parts: [Part] = []
        for event in events {
            switch event {
            case .part(let name, let fileName): try begin(name, fileName)
            case .data(let piece): try take(piece)
            case .partEnd: if let part = try end() { parts.append(part) }
            }
        }
        return parts
    }

    private mutating func begin(_ name: String, _ fileName: String?) throws(WebError) {
        self.name = name
        self.fileName = fileName
        bytes = []
        fields += fileName == nil ? 1 : 0
        guard fields <= limits.fieldsMax else { throw .tooLarge }
    }

    private mutating func take(_ piece: [UInt8]) throws(WebError) {
        let most = fileName == nil ? limits.fieldBytesMax : limits.fileBytesMax
        guard bytes.count + piece.count <= most else { throw .tooLarge }
        bytes += piece
    }

    /// Nil for a file field that was left empty.
    private mutating func end() throws(WebError) -> Part? {
        defer { bytes = [] }
        guard let fileName else { return .field(name: name, value: String(decoding: bytes, as: UTF8.self)) }
        let shown = Self.shown(fileName)
        guard !shown.isEmpty || !bytes.isEmpty else { return nil }
        files += 1
        guard files <= limits.filesMax else { throw .tooLarge }
        return .file(UploadReader.File(name: shown.isEmpty ? "-" : shown, bytes: bytes))
    }

    private static func shown(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        return String(String.UnicodeScalarView(last.unicodeScalars.filter(isShown).prefix(200)))
    }

    /// Neither control characters nor the marks that turn the direction of writing: a name shows what it is.
    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
        default: true
        }
    }
}
