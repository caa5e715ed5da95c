import CExpat
import Ingest
import Markup

/// Reads a large XML file record by record: each child of the root that has one of the wanted names becomes a tree of its own, and what
/// was read is forgotten. Memory is that of the largest record.
///
/// A document type is refused, and depth, attributes, text and the number of elements of a record are limited.
final class XMLRecordReader {
    static let depthMax = 32
    static let attributeBytesMax = 64 << 10
    static let textBytesMax = 32 << 20
    static let elementsMax = 400_000
    private static let chunkBytes = 1 << 16

    private let parser: XML_Parser
    private let supply: any ByteSupply
    private let wanted: Set<String>
    private var stack: [XMLElement] = []
    private var depth = 0
    private var textBytes = 0
    private var elements = 0
    private var failure: XMLFault?
    private var isAtEnd = false
    private var names: [String: String] = [:]
    /// The root without its children, once it was seen.
    private(set) var root: XMLElement?
    private var ready: [XMLElement] = []

    init(_ supply: any ByteSupply, records: Set<String>) throws(XMLFault) {
        guard let parser = XML_ParserCreate(nil) else { throw .unreadable("no memory for reading XML") }
        self.parser = parser
        self.supply = supply
        wanted = records
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { data, name, attributes in XMLRecordReader.of(data)?.start(name, attributes) },
            { data, _ in XMLRecordReader.of(data)?.end() })
        XML_SetCharacterDataHandler(parser) { data, text, count in XMLRecordReader.of(data)?.characters(text, count) }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            guard let reader = XMLRecordReader.of(data) else { return }
            reader.stop(.documentType(line: reader.line))
        }
    }

    deinit { XML_ParserFree(parser) }

    var bytesRead: Int { supply.bytesRead }
    var bytesTotal: Int? { supply.bytesTotal }

    /// Records that are complete after one more piece of the file; nil at the end. The first call that sees the root gives it in `root`.
    ///
    /// Where the file breaks off, what was complete before comes first and the fault with the next call.
    func next() throws(XMLFault) -> [XMLElement]? {
        while ready.isEmpty {
            if let failure { throw failure }
            guard !isAtEnd else { return nil }
            feed()
        }
        defer { ready = [] }
        return ready
    }

    private func feed() {
        guard let buffer = XML_GetBuffer(parser, Int32(Self.chunkBytes)) else {
            failure = .unreadable("no memory for reading XML")
            return
        }
        let count: Int
        do throws(IngestError) {
            count = try supply.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Self.chunkBytes))
        } catch {
            failure = .unreadable(error.message)
            return
        }
        isAtEnd = count == 0
        let status = XML_ParseBuffer(parser, Int32(count), isAtEnd ? 1 : 0)
        if failure == nil, status == XML_STATUS_ERROR {
            failure = .malformed(line: line, reason: String(cString: XML_ErrorString(XML_GetErrorCode(parser))))
        }
    }

    private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLRecordReader? {
        data.map { Unmanaged<XMLRecordReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(_ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?)
    {
        guard let name, failure == nil else { return }
        depth += 1
        guard depth <= Self.depthMax else { return stop(.limit(.depth, most: Self.depthMax, line: line)) }
        var element = XMLElement(shared(name), line: line)
        var bytes = 0
        if var place = attributes {
            while let key = place[0], let value = place[1] {
                let text = String(cString: value)
                bytes += text.utf8.count
                element.attributes.append(.init(shared(key), text))
                place += 2
            }
        }
        guard bytes <= Self.attributeBytesMax else {
            return stop(.limit(.attributes, most: Self.attributeBytesMax, line: line))
        }
        if depth == 1 {
            root = element
        } else if depth == 2 {
            (textBytes, elements) = (0, 0)
            if wanted.contains(element.name) { stack = [element] }
        } else if !stack.isEmpty {
            stack.append(element)
        }
        textBytes += bytes
        elements += 1
        if elements > Self.elementsMax { stop(.limit(.elements, most: Self.elementsMax, line: line)) }
    }

    private func end() {
        guard failure == nil else { return }
        depth -= 1
        guard let element = stack.popLast() else { return }
        if stack.isEmpty {
            ready.append(element)
        } else {
            stack[stack.count - 1].children.append(element)
        }
    }

    private func characters(_ text: UnsafePointer<XML_Char>?, _ count: Int32) {
        guard let text, failure == nil, !stack.isEmpty else { return }
        textBytes += Int(count)
        guard textBytes <= Self.textBytesMax else {
            return stop(.limit(.text, most: Self.textBytesMax, line: line))
        }
        text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
            stack[stack.count - 1].text += String(
                decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
        }
    }

    /// One copy of each name: a file has few names and millions of elements.
    private func shared(_ pointer: UnsafePointer<XML_Char>) -> String {
        let name = String(cString: pointer)
        if let known = names[name] { return known }
        if names.count < 1_000 { names[name] = name }
        return name
    }

    private func stop(_ fault: XMLFault) {
        failure = fault
        XML_StopParser(parser, XML_Bool(0))
    }
}
