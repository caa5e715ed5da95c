import Domain

/// The cells and merged ranges of one sheet, as expat meets them.
final class PageHandler: XMLHandler {
    private(set) var failure: IngestError?
    private(set) var rows: [SheetLine] = []
    private(set) var merges: [MergedRange] = []
    private(set) var cellsRead = 0

    private let maker: CellMaker
    private let limits: SheetLimits
    private var number = 0
    private var cells: [CellContent?] = []
    private var column = 0
    private var kind = ""
    private var style: Int?
    private var text: [UInt8] = []
    private var isInValue = false
    private var isFormula = false
    private var phonetic = 0

    /// `rowsLeft` and `cellsLeft` are what earlier sheets have left of the limits.
    init(_ maker: CellMaker, limits: SheetLimits) {
        self.maker = maker
        self.limits = limits
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "row":
            number = attributes["r"].flatMap { Int($0) } ?? number + 1
            cells = []
            column = -1
        case "c":
            column = attributes["r"].flatMap { CellReference.cell($0)?.column } ?? column + 1
            kind = attributes["t"] ?? ""
            style = attributes["s"].flatMap { Int($0) }
            text = []
            isFormula = false
        case "f": isFormula = true
        case "v": isInValue = true
        case "t": isInValue = phonetic == 0
        case "rPh": phonetic += 1
        case "mergeCell":
            guard let range = attributes["ref"].flatMap(CellReference.range) else { return }
            merges.append(range)
            if merges.count > limits.cellsMax { failure = .limit(.cells, max: limits.cellsMax) }
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case "v", "t": isInValue = false
        case "rPh": phonetic -= 1
        case "c": finishCell()
        case "row": finishRow()
        default: break
        }
    }

    func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isInValue else { return }
        // 32,767 characters are the most a cell may have.
        if text.count + bytes.count <= 4 * 32_767 { text.append(contentsOf: bytes) }
    }

    private func finishCell() {
        guard !text.isEmpty, failure == nil else { return }
        guard let cell = maker.cell(String(decoding: text, as: UTF8.self), kind, style, isFormula) else { return }
        guard column < limits.columnsMax else {
            failure = .limit(.columns, max: limits.columnsMax)
            return
        }
        cellsRead += 1
        while cells.count <= column { cells.append(nil) }
        cells[column] = cell
    }

    private func finishRow() {
        guard cells.contains(where: { $0 != nil }) else { return }
        rows.append(SheetLine(number: number, cells: cells))
        if rows.count > limits.rowsMax { failure = .limit(.rows, max: limits.rowsMax) }
        if cellsRead > limits.cellsMax { failure = .limit(.cells, max: limits.cellsMax) }
    }
}

/// Makes a cell of what the file has for it.
struct CellMaker {
    let strings: SharedStrings
    let formats: CellFormats
    let isFrom1904: Bool

    /// Nil for a cell that shows nothing.
    func cell(_ raw: String, _ kind: String, _ style: Int?, _ isFormula: Bool) -> CellContent? {
        switch kind {
        case "s": return Int(raw).flatMap { strings[$0] }.flatMap { text($0, isFormula) }
        case "inlineStr", "str": return text(raw, isFormula)
        case "b": return CellContent(.flag(raw == "1"), shown: raw == "1" ? "TRUE" : "FALSE", isFormula: isFormula)
        case "e": return CellContent(.error(raw), shown: raw, isFormula: isFormula)
        case "d":
            guard let date = CalendarDate(raw) else { return text(raw, isFormula) }
            return CellContent(.date(date, serial: 0), shown: date.description, isFormula: isFormula)
        default: return number(raw, style, isFormula) ?? text(raw, isFormula)
        }
    }

    private func text(_ raw: String, _ isFormula: Bool) -> CellContent? {
        // How Office Open XML writes a carriage return.
        let text = raw.contains("_x000D_") ? raw.replacing("_x000D_", with: "") : raw
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        return CellContent(.text(text), shown: text, isFormula: isFormula)
    }

    private func number(_ raw: String, _ style: Int?, _ isFormula: Bool) -> CellContent? {
        guard let value = Double(raw), value.isFinite else { return nil }
        let format = formats.format(style)
        if format == .date, let date = Numbers.date(serial: value, from1904: isFrom1904) {
            return CellContent(.date(date, serial: value), shown: date.description, isFormula: isFormula)
        }
        var shown = Self.plain(value)
        if case .decimals(let count) = format { shown = Self.padded(shown, count) }
        return CellContent(.number(value), shown: shown, isFormula: isFormula)
    }

    /// Without the noise of binary fractions: 127.09999999999999 is 127.1.
    static func plain(_ value: Double) -> String {
        let rounded = abs(value) < 1e6 ? (value * 1e9).rounded() / 1e9 : value
        if rounded == rounded.rounded(), abs(rounded) < 1e15 { return String(Int64(rounded)) }
        return String(rounded)
    }

    private static func padded(_ plain: String, _ decimals: Int) -> String {
        let parts = plain.split(separator: ".", maxSplits: 1)
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        guard fraction.count < decimals, !plain.contains("e") else { return plain }
        return parts[0] + "." + fraction + String(repeating: "0", count: decimals - fraction.count)
    }
}
