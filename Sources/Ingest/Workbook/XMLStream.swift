import CExpat

/// Receives an XML part's elements as they come.
protocol XMLHandler: AnyObject {
    func start(_ name: XMLName, _ attributes: XMLAttributes)
    func end(_ name: XMLName)
    func characters(_ bytes: UnsafeBufferPointer<UInt8>)
    /// Set to stop reading.
    var failure: IngestError? { get }
}

/// The name of an element or attribute without its namespace's prefix, compared where it stands: a sheet has millions of them.
struct XMLName {
    private let pointer: UnsafePointer<XML_Char>

    fileprivate init(_ whole: UnsafePointer<XML_Char>) {
        var local = whole
        var place = whole
        while place.pointee != 0 {
            if place.pointee == 0x3A { local = place + 1 }
            place += 1
        }
        pointer = local
    }

    static func ~= (word: StaticString, name: XMLName) -> Bool {
        for index in 0..<word.utf8CodeUnitCount where UInt8(bitPattern: name.pointer[index]) != word.utf8Start[index] {
            return false
        }
        return name.pointer[word.utf8CodeUnitCount] == 0
    }
}

/// The attributes of an element; valid during `start`.
struct XMLAttributes {
    fileprivate let pointer: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

    /// By local name.
    subscript(_ name: StaticString) -> String? {
        guard var place = pointer else { return nil }
        while let key = place[0], let value = place[1] {
            if name ~= XMLName(key) { return String(cString: value) }
            place += 2
        }
        return nil
    }
}

/// Feeds a part of a workbook through expat piece by piece. A document type declaration is refused: it is where entity bombs and
/// outside references come from, and no workbook has one.
final class XMLStream {
    private static let chunkBytes = 1 << 16
    private static let depthMax = 64

    private let parser: XML_Parser
    private let supply: any ByteSupply
    private let handler: any XMLHandler
    private var depth = 0
    private var failure: IngestError?
    private(set) var isAtEnd = false

    init(_ supply: any ByteSupply, _ handler: any XMLHandler) throws(IngestError) {
        guard let parser = XML_ParserCreate(nil) else { throw .workbook(reason: "no memory for reading XML") }
        self.parser = parser
        self.supply = supply
        self.handler = handler
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { data, name, attributes in XMLStream.of(data)?.start(name, attributes) },
            { data, name in XMLStream.of(data)?.end(name) })
        XML_SetCharacterDataHandler(parser) { data, text, count in XMLStream.of(data)?.characters(text, count) }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            XMLStream.of(data)?.stop(
                .workbook(reason: "it declares a document type (DTD), which a workbook never does"))
        }
    }

    deinit { XML_ParserFree(parser) }

    /// Feeds one more piece; false at the end.
    func step() throws(IngestError) -> Bool {
        guard !isAtEnd else { return false }
        guard let buffer = XML_GetBuffer(parser, Int32(Self.chunkBytes)) else {
            throw .workbook(reason: "no memory for reading XML")
        }
        let count = try supply.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Self.chunkBytes))
        isAtEnd = count == 0
        let status = XML_ParseBuffer(parser, Int32(count), isAtEnd ? 1 : 0)
        if let failure = failure ?? handler.failure { throw failure }
        guard status != XML_STATUS_ERROR else {
            let line = XML_GetCurrentLineNumber(parser)
            throw .workbook(
                reason: "\(String(cString: XML_ErrorString(XML_GetErrorCode(parser)))) in line \(line) of a part of it")
        }
        return true
    }

    /// Reads to the end.
    func run() throws(IngestError) { while try step() {} }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
        data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(_ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?)
    {
        guard let name, failure == nil else { return }
        depth += 1
        guard depth <= Self.depthMax else { return stop(.limit(.depth, max: Self.depthMax)) }
        handler.start(XMLName(name), XMLAttributes(pointer: attributes))
        if let failure = handler.failure { stop(failure) }
    }

    private func end(_ name: UnsafePointer<XML_Char>?) {
        guard let name, failure == nil else { return }
        depth -= 1
        handler.end(XMLName(name))
        if let failure = handler.failure { stop(failure) }
    }

    private func characters(_ text: UnsafePointer<XML_Char>?, _ count: Int32) {
        guard let text, failure == nil else { return }
        text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
            handler.characters(UnsafeBufferPointer(start: $0, count: Int(count)))
        }
        if let failure = handler.failure { stop(failure) }
    }

    private func stop(_ error: IngestError) {
        failure = error
        XML_StopParser(parser, XML_Bool(0))
    }
}
