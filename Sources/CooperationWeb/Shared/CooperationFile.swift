import Domain
import Frame
import Reports

/// Tables of cooperation as CSV: codes rather than names, empty where nothing is said.
enum CooperationFile {
    static func table(_ sheet: Sheet) -> Answer {
        Answer(
            contentType: "text/csv; charset=utf-8", body: .bytes(sheet.csv),
            headers: [("Content-Disposition", "attachment; filename=\"\(sheet.name).csv\"")])
    }

    static func list(_ codes: [String]) -> SheetCell { .text(codes.joined(separator: ";")) }

    static func day(_ day: CalendarDate?) -> SheetCell { day.map { .text($0.description) } ?? .none }

    /// Amount and currency.
    static func money(_ money: Money?) -> [SheetCell] {
        guard let money else { return [.none, .none] }
        return [.text(Amounts.plain(money.minor, money.currency)), .text(money.currency.rawValue)]
    }
}
