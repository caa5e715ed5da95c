/// Rows of CSV or TSV: line ends CR, LF or both; fields in quotation marks may hold line ends, separators and doubled marks
/// (RFC 4180). A row whose quotation marks do not pair is passed over as one line, so that it does not swallow the next ones.
struct DelimitedRows: RowSource {
    static let rowBytesMax = 1 << 20
    static let columnsMax = 1_000

    private(set) var rowNumber = 0
    private let window: ByteWindow
    private let separator: UInt8
    private var isStarted = false

    /// The supply gives UTF-8.
    init(_ supply: any ByteSupply, separator: UInt8) {
        window = ByteWindow(supply, limitBytes: Self.rowBytesMax)
        self.separator = separator
    }

    var bytesRead: Int { window.bytesRead }
    var bytesTotal: Int? { window.bytesTotal }

    mutating func next() throws(IngestError) -> TableRow? {
        if !isStarted {
            isStarted = true
            try window.skipByteOrderMark()
        }
        while true {
            guard try window.byte() != nil else { return nil }
            rowNumber += 1
            let row = try readRow()
            // An empty line is no row.
            if case .cells(let cells) = row, cells.allSatisfy({ $0.isEmpty }) { continue }
            return row
        }
    }

    private enum Scan {
        case row(cells: [String], length: Int)
        case needsMore
        case faulty(column: Int, RowFault)
    }

    private func readRow() throws(IngestError) -> TableRow {
        var isWhole = false
        while true {
            switch scan(isWhole: isWhole) {
            case .row(let cells, let length):
                window.advance(by: length)
                return .cells(cells)
            case .faulty(let column, let fault):
                try skipLine()
                return .faulty(column: column, fault)
            case .needsMore:
                switch try window.refill() {
                case .more: continue
                case .end: isWhole = true
                case .full:
                    let isQuoted = window.bytes.firstPlace(of: UInt8(ascii: "\"")) != nil
                    try skipLine()
                    return .faulty(
                        column: nil, isQuoted ? .openQuotation : .recordTooLarge(limitBytes: Self.rowBytesMax))
                }
            }
        }
    }

    private func scan(isWhole: Bool) -> Scan {
        let bytes = window.bytes
        var cells: [String] = []
        var index = 0
        while true {
            var cell: [UInt8] = []
            var isInvalid = false
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                index += 1
                quoted: while true {
                    guard let close = bytes.firstPlace(of: UInt8(ascii: "\""), from: index) else {
                        return isWhole ? .faulty(column: cells.count, .openQuotation) : .needsMore
                    }
                    cell.append(contentsOf: bytes.slice(index..<close))
                    index = close + 1
                    guard index < bytes.count else {
                        if isWhole { break quoted }
                        return .needsMore
                    }
                    guard bytes[index] == UInt8(ascii: "\"") else { break quoted }
                    cell.append(UInt8(ascii: "\""))
                    index += 1
                }
                while index < bytes.count, bytes[index] == 0x20, separator != 0x20 { index += 1 }
                if index < bytes.count, !isEnd(bytes[index]) { return .faulty(column: cells.count, .openQuotation) }
                guard let text = String(validating: cell, as: UTF8.self) else {
                    return .faulty(column: cells.count, .notUTF8)
                }
                cells.append(text)
            } else {
                let start = index
                while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
                if index == bytes.count, !isWhole { return .needsMore }
                let text = bytes.slice(start..<index).validText
                isInvalid = text == nil
                cells.append(text ?? "")
            }
            if isInvalid { return .faulty(column: cells.count - 1, .notUTF8) }
            if cells.count > Self.columnsMax {
                return .faulty(column: cells.count, .columns(found: cells.count, expected: Self.columnsMax))
            }
            guard index < bytes.count else { return isWhole ? .row(cells: cells, length: index) : .needsMore }
            if bytes[index] == separator {
                index += 1
                continue
            }
            // CR at the end of what is at hand may be half of CRLF.
            if bytes[index] == 0x0D, index + 1 == bytes.count, !isWhole { return .needsMore }
            let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
            return .row(cells: cells, length: index + (isPair ? 2 : 1))
        }
    }

    @inline(__always)
    private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

    /// Past the next line end of whatever kind, wherever it stands.
    private func skipLine() throws(IngestError) {
        while true {
            let bytes = window.bytes
            let feed = bytes.firstPlace(of: 0x0A) ?? bytes.count
            if let end = bytes.slice(0..<feed).firstPlace(of: 0x0D) ?? (feed < bytes.count ? feed : nil) {
                if bytes[end] == 0x0D, try window.byte(at: end + 1) == 0x0A {
                    window.advance(by: end + 2)
                } else {
                    window.advance(by: end + 1)
                }
                return
            }
            window.advance(by: bytes.count)
            if try window.refill() != .more { return }
        }
    }
}
