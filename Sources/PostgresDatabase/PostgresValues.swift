import CLibPQ
import Store

/// The server's numbers of the types that are used here.
enum PostgresType {
    static let bytea: Oid = 17
    static let name: Oid = 19
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let unknown: Oid = 705
    static let varchar: Oid = 1043
    static let numeric: Oid = 1700
}

/// Values of one statement in the text form of the protocol.
struct PostgresValues {
    private(set) var types: [Oid] = []
    /// All texts, each with its closing zero.
    private var bytes: [UInt8] = []
    /// Where each begins; -1 for NULL.
    private var starts: [Int] = []

    /// With `typed` false the server takes the types from the columns the values go to.
    init(_ values: some Sequence<SQLValue>, typed: Bool = true) {
        for value in values {
            types.append(typed ? Self.type(of: value) : 0)
            if case .null = value {
                starts.append(-1)
                continue
            }
            starts.append(bytes.count)
            PostgresText.append(value, to: &bytes)
            bytes.append(0)
        }
    }

    func withPointers<Result>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result) -> Result {
        bytes.withUnsafeBytes { buffer in
            let base = buffer.assumingMemoryBound(to: CChar.self).baseAddress
            let pointers = starts.map { $0 < 0 ? nil : base?.advanced(by: $0) }
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }

    private static func type(of value: SQLValue) -> Oid {
        switch value {
        case .null: 0
        case .int: PostgresType.int8
        case .real: PostgresType.float8
        case .text: PostgresType.text
        case .bytes: PostgresType.bytea
        }
    }
}

enum PostgresText {
    private static let digits = Array("0123456789abcdef".utf8)

    /// The text form of a value that is not NULL, without U+0000.
    static func append(_ value: SQLValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: break
        case .int(let number): append(number, to: &bytes)
        case .real(let number): bytes.append(contentsOf: realText(number).utf8)
        case .text(let text): bytes.append(contentsOf: SQLText.withoutNull(text).utf8)
        case .bytes(let raw):
            bytes.append(UInt8(ascii: "\\"))
            appendHex(raw, to: &bytes)
        }
    }

    /// A line of COPY's text format has the same, with tab, line ends and backslash escaped.
    static func appendEscaped(_ value: SQLValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "N")])
        case .text(let text): appendEscaped(text, to: &bytes)
        case .bytes(let raw):
            bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "\\")])
            appendHex(raw, to: &bytes)
        case .int, .real: append(value, to: &bytes)
        }
    }

    private static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices where utf8[index] < 0x20 || utf8[index] == UInt8(ascii: "\\") {
                let replacement: UInt8? =
                    switch utf8[index] {
                    case 0: 0
                    case 0x09: UInt8(ascii: "t")
                    case 0x0a: UInt8(ascii: "n")
                    case 0x0d: UInt8(ascii: "r")
                    case UInt8(ascii: "\\"): UInt8(ascii: "\\")
                    default: nil
                    }
                guard let replacement else { continue }
                bytes.append(contentsOf: utf8[start..<index])
                if replacement != 0 { bytes.append(contentsOf: [UInt8(ascii: "\\"), replacement]) }
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
    }

    private static func append(_ number: Int64, to bytes: inout [UInt8]) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        let start = bytes.count
        repeat {
            bytes.append(digits[Int(rest % 10)])
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    private static func realText(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        return "\(number)"
    }

    private static func appendHex(_ raw: [UInt8], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "x"))
        for byte in raw {
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}

/// One row of an answer. What a column may be read as follows its type, as on SQLite.
struct PostgresRow: Row {
    let result: OpaquePointer
    var number: Int32

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, number, Int32(column)) != 0 }

    func int(_ column: Int) throws -> Int64 {
        switch PQftype(result, Int32(column)) {
        case PostgresType.int8, PostgresType.int4, PostgresType.int2, PostgresType.numeric:
            guard let number = Int64(try string(column)) else { throw unexpected(column) }
            return number
        default: throw unexpected(column)
        }
    }

    func real(_ column: Int) throws -> Double {
        switch PQftype(result, Int32(column)) {
        case PostgresType.float8, PostgresType.float4, PostgresType.numeric, PostgresType.int8, PostgresType.int4:
            guard let number = Double(try string(column)) else { throw unexpected(column) }
            return number
        default: throw unexpected(column)
        }
    }

    func text(_ column: Int) throws -> String {
        switch PQftype(result, Int32(column)) {
        case PostgresType.text, PostgresType.varchar, PostgresType.name, PostgresType.unknown: try string(column)
        default: throw unexpected(column)
        }
    }

    func bytes(_ column: Int) throws -> [UInt8] {
        guard PQftype(result, Int32(column)) == PostgresType.bytea else { throw unexpected(column) }
        let hex = try utf8(column).dropFirst(2)
        return stride(from: hex.startIndex, to: hex.endIndex - 1, by: 2).map {
            Self.digit(hex[$0]) << 4 | Self.digit(hex[$0 + 1])
        }
    }

    private func string(_ column: Int) throws -> String { String(decoding: try utf8(column), as: UTF8.self) }

    private func utf8(_ column: Int) throws -> UnsafeBufferPointer<UInt8> {
        guard !isNull(column), let start = PQgetvalue(result, number, Int32(column)) else { throw unexpected(column) }
        let count = Int(PQgetlength(result, number, Int32(column)))
        return UnsafeRawBufferPointer(start: start, count: count).assumingMemoryBound(to: UInt8.self)
    }

    private func unexpected(_ column: Int) -> StoreError {
        .corrupt(reason: "column \(column) has type \(PQftype(result, Int32(column))), null \(isNull(column))")
    }

    private static func digit(_ character: UInt8) -> UInt8 {
        character <= UInt8(ascii: "9") ? character - UInt8(ascii: "0") : character - UInt8(ascii: "a") + 10
    }
}
