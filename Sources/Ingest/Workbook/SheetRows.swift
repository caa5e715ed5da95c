/// A row as it stands in the sheet: shared strings are looked up only when the row is asked for, because a small piece of XML can
/// name a large string many times.
private struct SheetRow: Sendable {
    enum Cell {
        case text(String)
        case shared(Int)
    }

    var number: Int
    var cells: [Cell?] = []
    var fault: (column: Int, RowFault)?
}

/// The rows of one sheet as expat meets them. Rows without a filled cell cost nothing.
private final class SheetHandler: XMLHandler {
    static let columnsMax = 1_000
    static let rowBytesMax = 4 << 20

    var failure: IngestError?
    var finished: [SheetRow] = []
    private var row = SheetRow(number: 0)
    private var rowBytes = 0
    private var column = 0
    private var kind = ""
    private var text: [UInt8] = []
    private var isInValue = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "row":
            row = SheetRow(number: attributes["r"].flatMap { Int($0) } ?? row.number + 1)
            rowBytes = 0
            column = -1
        case "c":
            column = attributes["r"].flatMap(Self.column) ?? column + 1
            kind = attributes["t"] ?? ""
            text = []
        case "v", "t": isInValue = true
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case "v", "t": isInValue = false
        case "c": finishCell()
        case "row": finishRow()
        default: break
        }
    }

    func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isInValue else { return }
        rowBytes += bytes.count
        guard rowBytes <= Self.rowBytesMax else {
            row.fault = row.fault ?? (max(0, column), .recordTooLarge(limitBytes: Self.rowBytesMax))
            return
        }
        text.append(contentsOf: bytes)
    }

    private func finishCell() {
        guard !text.isEmpty else { return }
        guard column < Self.columnsMax else {
            failure = .limit(.columns, max: Self.columnsMax)
            return
        }
        let value = String(decoding: text, as: UTF8.self)
        let cell: SheetRow.Cell
        switch kind {
        case "s":
            guard let index = Int(value) else {
                row.fault = row.fault ?? (column, .missingString(value))
                return
            }
            cell = .shared(index)
        case "e": return
        case "b": cell = .text(value == "1" ? "TRUE" : "FALSE")
        default: cell = .text(value)
        }
        while row.cells.count <= column { row.cells.append(nil) }
        row.cells[column] = cell
    }

    private func finishRow() {
        if row.fault != nil || !row.cells.isEmpty { finished.append(row) }
    }

    /// `AB12` is column 27, from 0.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard (0x41...0x5A).contains(byte) else { break }
            column = column * 26 + Int(byte - 0x40)
            guard column <= 1 << 20 else { return nil }
        }
        return column == 0 ? nil : column - 1
    }
}

/// The rows of one sheet of a workbook, unpacked as they are asked for.
struct SheetRows: RowSource {
    private(set) var rowNumber = 0
    private let stream: XMLStream
    private let handler: SheetHandler
    private let strings: SharedStrings
    private let entry: ZipEntry
    private var waiting: [SheetRow] = []
    private var given = 0

    init(_ entry: ZipEntry, strings: SharedStrings) throws(IngestError) {
        self.entry = entry
        self.strings = strings
        handler = SheetHandler()
        stream = try XMLStream(entry, handler)
    }

    var bytesRead: Int { entry.bytesRead }
    var bytesTotal: Int? { entry.bytesTotal }

    mutating func next() throws(IngestError) -> TableRow? {
        while true {
            while given == waiting.count {
                waiting.removeAll(keepingCapacity: true)
                given = 0
                let isMore = try stream.step()
                swap(&waiting, &handler.finished)
                if !isMore, waiting.isEmpty { return nil }
            }
            given += 1
            let row = waiting[given - 1]
            rowNumber = row.number
            if let table = resolve(row) { return table }
        }
    }

    /// Nil where all cells are empty.
    private func resolve(_ row: SheetRow) -> TableRow? {
        if let (column, fault) = row.fault { return .faulty(column: column, fault) }
        var cells: [String] = []
        var bytes = 0
        for (column, cell) in row.cells.enumerated() {
            switch cell {
            case nil: cells.append("")
            case .text(let text)?: cells.append(text)
            case .shared(let index)?:
                guard let text = strings[index] else { return .faulty(column: column, .missingString(String(index))) }
                cells.append(text)
            }
            bytes += cells[column].utf8.count
            guard bytes <= SheetHandler.rowBytesMax else {
                return .faulty(column: column, .recordTooLarge(limitBytes: SheetHandler.rowBytesMax))
            }
        }
        return cells.contains { !$0.isEmpty } ? .cells(cells) : nil
    }
}
