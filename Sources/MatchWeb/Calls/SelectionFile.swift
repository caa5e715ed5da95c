import Cooperation
import Domain
import FoundationEssentials
import Frame
import Insight
import Locales
import Matches
import Reports

/// A selection as a file: what the page shows, a line an application, with what limits and effects come to on sheets of their own.
enum SelectionFile: String, Sendable {
    case csv, xlsx

    var contentType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }

    func answer(_ visit: Visit, _ matches: Matches) async throws(WebError) -> Answer {
        let content = try await SelectionView.load(visit, matches)
        let sheets = SelectionSheets(view: content.view, board: content.board, proposal: content.proposal)
        return Answer(
            contentType: contentType, body: .bytes(try bytes(sheets)), caching: .never,
            headers: [
                (
                    "Content-Disposition",
                    "attachment; filename=\"selection-\(content.board.call.id).\(rawValue)\""
                )
            ])
    }

    private func bytes(_ sheets: SelectionSheets) throws(WebError) -> [UInt8] {
        guard self == .xlsx else { return sheets.applications.csv }
        let path = FileManager.default.temporaryDirectory.path + "/rapporteur-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        do { try SheetWorkbook.write([sheets.applications, sheets.limits, sheets.effects], to: path) } catch {
            throw .failed("\(error)")
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw .failed("no workbook at \(path)") }
        return Array(data)
    }
}

/// The sheets. What is not known is empty, never 0.
private struct SelectionSheets {
    let view: View
    let board: CallBoard
    let proposal: CallProposal

    private var words: SelectionWords { SelectionWords(view: view, board: board) }

    private func head(_ keys: [String]) -> [SheetCell] { keys.map { .text(view.say($0)) } }

    var applications: Sheet {
        let head =
            head(["match.column.place", "application.column", "application.applicant", "application.amount"])
            + [.text(view.say("cooperation.currency"))]
            + board.rules.criteria.map { .text("\($0.label) (\($0.weight))") }
            + self.head(["match.column.points", "match.column.greedy", "cooperation.status", "match.column.hindrance"])
        let lines = SelectionOrder(board, proposal).lines.map { line in
            let entry = line.entry
            let amount = entry.application.amount
            var cells: [SheetCell] = [
                line.place.map { .number($0) } ?? .none, .text(entry.application.title),
                entry.applicant.map { .text($0.name) } ?? .none,
                amount.map { .text(Amounts.plain($0.minor, $0.currency)) } ?? .none,
                amount.map { .text($0.currency.rawValue) } ?? .none,
            ]
            cells += board.rules.criteria.map { criterion in
                entry.marks[criterion.place].map { .number($0.mark) } ?? .none
            }
            let points = board.points(entry)
            let rest = String(points % 100)
            cells += [
                .text("\(points / 100)." + (rest.count == 1 ? "0" + rest : rest)),
                .text(view.say(line.isInGreedy ? "match.selection.in" : "match.selection.out")),
                .text(view.say("applicationStatus.\(entry.application.status.rawValue)")),
                .text(view.listed(entry.obstacles.map { view.say("match.hindrance.\($0.rawValue)") })),
            ]
            return cells
        }
        let cut = [SheetCell.none, .text(view.say("application.cut", SelectionWords.most))]
        let note = board.isCut ? [cut + [SheetCell](repeating: .none, count: head.count - cut.count)] : []
        return Sheet(name: "selection", rows: [head] + lines + note)
    }

    var limits: Sheet {
        let lines = proposal.best.uses.map { use in
            let (used, most) = words.used(use)
            return [SheetCell.text(words.limit(use.limit)), .text(used), .text(most)]
        }
        return Sheet(
            name: "limits", rows: [head(["match.column.limit", "match.column.used", "match.column.most"])] + lines)
    }

    var effects: Sheet {
        let lines = proposal.effects.map { effect in
            [
                SheetCell.text(words.change(effect.change)), .text(words.titles(effect.enters)),
                .text(words.titles(effect.leaves)), .text(words.points(effect.points)),
            ]
        }
        let head = head([
            "match.column.change", "match.column.enters", "match.column.leaves", "match.column.difference",
        ])
        return Sheet(name: "effects", rows: [head] + lines)
    }
}
