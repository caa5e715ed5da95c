import Domain
import Ingest

/// Why a cell, or a whole row, was not taken.
package struct FactRejection: Hashable, Sendable {
    /// As a spreadsheet program counts them, from 1.
    package var row: Int
    /// The column's name here.
    package var field: String
    /// A message's key.
    package var reason: String
    /// What stood there, cut short.
    package var value: String
}

/// The columns of a file of facts, by the names it is read and written with.
package enum FactColumn: String, CaseIterable, Sendable {
    case kind, about, matter, cycle, day, none, grade, amount, currency, text, language, source, address

    /// Without these nothing can be read.
    package static let needed: [FactColumn] = [.kind, .day, .source]

    /// What stood there, cut short; nothing of words that may name people.
    func shown(_ content: StateFactContent) -> String {
        let text =
            switch self {
            case .about: content.about
            case .matter: content.matter
            case .day: content.day?.description ?? ""
            case .cycle: content.cycle.map(String.init) ?? ""
            case .grade: content.grade ?? ""
            case .language: content.language.rawValue
            case .source: content.source
            case .address: content.address ?? ""
            case .text: content.kind.isOfCommunications ? "" : content.text
            case .kind, .none, .amount, .currency: ""
            }
        return String(text.prefix(Self.shownMax))
    }

    static let shownMax = 200

    /// By its own name or one that people use for it.
    static func named(_ text: String) -> FactColumn? {
        let word = text.lowercased().filter { $0.isLetter }
        if let column = FactColumn(rawValue: word) { return column }
        switch word {
        case "date": return .day
        case "what", "note", "description": return .text
        case "treaty", "mechanism", "mandate", "fund", "institution": return .about
        case "reference", "number", "report": return .matter
        case "symbol", "document": return .source
        case "url", "link": return .address
        default: return nil
        }
    }
}

/// A file of facts, row by row.
struct FactTable {
    var lines: [(row: Int, content: StateFactContent)] = []
    var rejections: [FactRejection] = []
    var rowsRead = 0

    /// Reads the first sheet that has the columns.
    static func read(_ file: SheetFile) throws(WorkspaceError) -> FactTable {
        for page in file.pages where !page.isHidden {
            guard let head = page.rows.first else { continue }
            var columns: [FactColumn: Int] = [:]
            for (place, cell) in head.cells.enumerated() {
                guard let cell, let column = FactColumn.named(cell.shown), columns[column] == nil else { continue }
                columns[column] = place
            }
            guard FactColumn.needed.allSatisfy({ columns[$0] != nil }) else { continue }
            var table = FactTable()
            for line in page.rows.dropFirst() { table.take(line, columns) }
            return table
        }
        throw .invalid("file", "stateFact.import.columns")
    }

    private mutating func take(_ line: SheetLine, _ columns: [FactColumn: Int]) {
        rowsRead += 1
        func cell(_ column: FactColumn) -> String {
            let shown = columns[column].flatMap { line[$0] }?.shown ?? ""
            return String(shown.drop(while: \.isWhitespace).prefix(4_000))
        }
        func reject(_ column: FactColumn, _ reason: String) {
            rejections.append(
                FactRejection(
                    row: line.number, field: column.rawValue, reason: reason,
                    value: String(cell(column).prefix(FactColumn.shownMax))))
        }
        guard let kind = StateFactKind(rawValue: cell(.kind).lowercased().filter { !$0.isWhitespace }) else {
            return reject(.kind, "stateFact.import.kind")
        }
        guard let day = CalendarDate(cell(.day).filter { !$0.isWhitespace }) else {
            return reject(.day, "stateFact.import.day")
        }
        var content = StateFactContent(kind, day: day, source: cell(.source))
        content.about = cell(.about)
        content.matter = cell(.matter)
        content.text = cell(.text)
        content.address = cell(.address)
        if !cell(.cycle).isEmpty {
            guard let cycle = Int(cell(.cycle).filter { !$0.isWhitespace }) else {
                return reject(.cycle, "stateFact.cycleNeeded")
            }
            content.cycle = cycle
        }
        let none = cell(.none).lowercased().filter { !$0.isWhitespace }
        guard ["", "no", "false", "0", "yes", "true", "1", "none"].contains(none) else {
            return reject(.none, "stateFact.import.none")
        }
        content.isNone = ["yes", "true", "1", "none"].contains(none)
        if !cell(.grade).isEmpty { content.grade = cell(.grade).filter { !$0.isWhitespace } }
        if !cell(.language).isEmpty { content.language = LanguageTag(cell(.language).filter { !$0.isWhitespace }) }
        if !cell(.amount).isEmpty {
            guard let currency = CurrencyCode(cell(.currency).filter { !$0.isWhitespace }) else {
                return reject(.currency, "stateFact.import.currency")
            }
            guard let minor = FactAmount.minor(cell(.amount), currency) else {
                return reject(.amount, "stateFact.import.amount")
            }
            content.money = Money(minor: minor, currency: currency)
        }
        lines.append((line.number, content))
    }
}

/// Amounts as files write them: a point before the fraction, no separators.
enum FactAmount {
    static func minor(_ text: String, _ currency: CurrencyCode) -> Int64? {
        let parts = text.filter { !$0.isWhitespace }.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Int64(parts[0]), whole >= 0 else { return nil }
        let digits = parts.count == 2 ? String(parts[1]) : ""
        guard digits.allSatisfy({ ("0"..."9").contains($0) }), digits.count <= currency.digits else { return nil }
        let padded = digits + String(repeating: "0", count: currency.digits - digits.count)
        guard let fraction = padded.isEmpty ? 0 : Int64(padded) else { return nil }
        var factor: Int64 = 1
        for _ in 0..<currency.digits { factor *= 10 }
        let (product, isOver) = whole.multipliedReportingOverflow(by: factor)
        let (sum, isOverToo) = product.addingReportingOverflow(fraction)
        return isOver || isOverToo ? nil : sum
    }
}
