import Domain
import FollowUp
import Ingest
import Plans

/// Reads cells of a workbook that came back into the plan's own form.
struct CellReading {
    let institutions: InstitutionNames
    let words: WorkbookWords

    /// Nil for an empty cell.
    func value(_ cell: CellContent?, _ field: WorkbookField) throws(WrongReason) -> String? {
        guard let cell else { return nil }
        if cell.isFormula { throw .formula }
        if case .error = cell.value { throw .error }
        let text = Self.text(cell.shown)
        guard !text.isEmpty else { return nil }
        switch field {
        case .status:
            guard let status = words.actionStatus(text) else { throw .status }
            return status.rawValue
        case .standing:
            guard let standing = words.standing(text) else { throw .standing }
            return standing.rawValue
        case .starts, .due: return try day(cell)
        case .lead:
            guard let id = institutions.one(text) else { throw .institution }
            return id.description
        case .percent: return try percent(cell)
        case .title:
            return try bounded(text.split(whereSeparator: \.isWhitespace).joined(separator: " "), PlanLimits.titleMax)
        case .description: return try bounded(text, PlanLimits.descriptionMax)
        case .said, .obstacle, .comment: return try bounded(text, ProgressReport.Content.textCharactersMax)
        default: return text
        }
    }

    private func bounded(_ text: String, _ most: Int) throws(WrongReason) -> String {
        guard text.count <= most else { throw .long }
        return text
    }

    /// A whole day: months and quarters are no dates here.
    private func day(_ cell: CellContent) throws(WrongReason) -> String {
        guard case .date(let date) = DateReading.read(cell), date.day != nil, (1990...2199).contains(date.year) else {
            throw .date
        }
        return date.description
    }

    private func percent(_ cell: CellContent) throws(WrongReason) -> String {
        let digits = cell.shown.filter { !"%٪ ".contains($0) }
        var number = Double(digits)
        // A cell with a percent format holds a share.
        if case .number(let value) = cell.value, value > 0, value < 1 { number = value * 100 }
        guard let number, number == number.rounded(), (0...100).contains(number) else { throw .percent }
        return String(Int(number))
    }

    /// Line ends as one character, without white space at the ends.
    static func text(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let start = lines.firstIndex { !$0.isWhitespace } ?? lines.endIndex
        let end = lines.lastIndex { !$0.isWhitespace }.map { lines.index(after: $0) } ?? lines.endIndex
        return start < end ? String(lines[start..<end]) : ""
    }
}
