/// What the number formats of a workbook (`xl/styles.xml`) say of its cells: which are dates, and how many decimals are shown.
final class CellFormats: XMLHandler {
    enum Format: Hashable {
        case general
        case decimals(Int)
        case date
        case text
    }

    var failure: IngestError?
    private var codes: [Int: String] = [:]
    private var formats: [Int] = []
    private var isInCellFormats = false

    /// Of a cell's style number; `general` for one the workbook does not have.
    func format(_ style: Int?) -> Format {
        guard let style, formats.indices.contains(style) else { return .general }
        let id = formats[style]
        if let code = codes[id] { return Self.read(code) }
        switch id {
        case 2, 4, 10, 39, 40: return .decimals(2)
        case 14...22, 27...36, 45...47, 50...58: return .date
        case 49: return .text
        default: return .general
        }
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            guard codes.count < 10_000, let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
            codes[id] = attributes["formatCode"]
        case "cellXfs": isInCellFormats = true
        case "xf":
            guard isInCellFormats else { return }
            formats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
            if formats.count > 100_000 { failure = .workbook(reason: "more than 100000 cell formats") }
        default: break
        }
    }

    func end(_ name: XMLName) {
        if "cellXfs" ~= name { isInCellFormats = false }
    }

    func characters(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// `dd.mm.yyyy` and `[$-409]d-mmm` are dates, `0.00` has two decimals; words in quotation marks and brackets do not count.
    static func read(_ code: String) -> Format {
        if code == "@" { return .text }
        var letters = ""
        var closing: Character?
        var isEscaped = false
        for character in code.lowercased().prefix(200) {
            if isEscaped {
                isEscaped = false
            } else if let end = closing {
                if character == end { closing = nil }
            } else if character == "\\" || character == "_" || character == "*" {
                isEscaped = true
            } else if character == "\"" {
                closing = "\""
            } else if character == "[" {
                closing = "]"
            } else if character == ";" {
                break
            } else {
                letters.append(character)
            }
        }
        if letters.contains("general") { return .general }
        if letters.contains(where: { "yd".contains($0) }) || letters.contains("mmm") { return .date }
        guard let point = letters.firstIndex(of: ".") else { return .general }
        let count = letters[letters.index(after: point)...].prefix { $0 == "0" }.count
        return count == 0 ? .general : .decimals(count)
    }
}
