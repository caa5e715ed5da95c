import CExpat

/// Receives an XML part's elements as they come. Names are without namespace prefix.
protocol XMLHandler: AnyObject {
    func start(_ name: String, _ attributes: XMLAttributes)
    func end(_ name: String)
    func characters(_ bytes: UnsafeBufferPointer<UInt8>)
    /// Set to stop reading.
    var failure: IngestError? { get }
}

/// The attributes of an element; valid during `start`.
struct XMLAttributes {
    fileprivate let pointer: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

    /// By local name.
    subscript(_ name: StaticString) -> String? {
        guard var place = pointer else { return nil }
        while let key = place[0], let value = place[1] {
            if XMLStream.isLocalName(key, name) { return String(cString: value) }
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
        handler.start(Self.localName(name), XMLAttributes(pointer: attributes))
        if let failure = handler.failure { stop(failure) }
    }

    private func end(_ name: UnsafePointer<XML_Char>?) {
        guard let name, failure == nil else { return }
        depth -= 1
        handler.end(Self.localName(name))
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

    private static func localName(_ name: UnsafePointer<XML_Char>) -> String {
        let whole = String(cString: name)
        guard let colon = whole.lastIndex(of: ":") else { return whole }
        return String(whole[whole.index(after: colon)...])
    }

    fileprivate static func isLocalName(_ name: UnsafePointer<XML_Char>, _ wanted: StaticString) -> Bool {
        localName(name) == wanted.description
    }
}
