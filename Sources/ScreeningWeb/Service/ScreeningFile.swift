import Domain
import FoundationEssentials
import Frame
import Locales
import Reports
import Screening

/// A screening as a file: CSV with one line an answer; a workbook with answers, risks and how risks stood.
enum ScreeningFile: String, Sendable {
    case csv, xlsx

    var contentType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }

    func answer(_ visit: Visit, _ screenings: Screenings) async throws(WebError) -> Answer {
        let id: ScreeningID = try visit.id()
        let whole = try await visit.run { () throws(WorkspaceError) in try await screenings.find(id, visit.member) }
        let sheets = ScreeningSheets(view: View(visit), whole: whole)
        return Answer(
            contentType: contentType, body: .bytes(try bytes(sheets)), caching: .never,
            headers: [("Content-Disposition", "attachment; filename=\"screening-\(id).\(rawValue)\"")])
    }

    private func bytes(_ sheets: ScreeningSheets) throws(WebError) -> [UInt8] {
        guard self == .xlsx else { return sheets.answers.csv }
        let path = FileManager.default.temporaryDirectory.path + "/rapporteur-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        do { try SheetWorkbook.write([sheets.answers, sheets.risks, sheets.states], to: path) } catch {
            throw .failed("\(error)")
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw .failed("no workbook at \(path)") }
        return Array(data)
    }
}

/// The sheets of a screening. Names of columns stay as they are: programs read them. A side that did not answer has a line that says so.
struct ScreeningSheets {
    let view: View
    let whole: ScreeningWhole

    var answers: Sheet {
        let head = [
            "moment", "day", "section", "question", "question_text", "side", "contributor", "answer", "answer_text",
            "reason", "evidence", "link", "said_by", "handed_in", "replaced",
        ]
        var rows: [[SheetCell]] = [head.map { .text($0) }]
        for moment in whole.moments {
            for (section, question) in whole.editions[moment.id]?.sections.flatMap({ section in
                section.questions.map { (section, $0) }
            }) ?? [] {
                for side in whole.sides {
                    let start: [SheetCell] = [
                        .text(moment.kind.rawValue), .text(moment.day.description), .text(section.key),
                        .text(question.key), .text(view.questionText(question.key)), .text(view.sideName(side)),
                        side.key.contributor.map { .number($0) } ?? .none,
                    ]
                    rows += lines(start, whole.answers(question.key, side.key, at: moment.id))
                }
            }
        }
        return Sheet(name: "answers", rows: rows)
    }

    private func lines(_ start: [SheetCell], _ given: [ScreeningAnswer]) -> [[SheetCell]] {
        guard !given.isEmpty else { return [start + [.none, .text(view.say("screening.notAnswered"))]] }
        return given.enumerated().map { place, answer in
            start + [
                .text(answer.reply.rawValue), .text(view.replyName(answer.reply)), .text(answer.reason),
                .text(answer.evidence), .text(answer.link), answer.saidBy.map { .text($0) } ?? .none,
                .text(answer.at), .text(place + 1 < given.count ? "yes" : "no"),
            ]
        }
    }

    var risks: Sheet {
        let head = [
            "number", "risk", "question", "raised_by", "raised", "owner", "institution", "person", "due", "status",
            "reason", "closed",
        ]
        let rows: [[SheetCell]] = whole.risks.map { risk in
            [
                .number(Int(risk.id.value)), .text(risk.title), text(risk.question), .text(risk.raiserName),
                .text(risk.raised), .text(risk.ownerName), text(risk.institutionName), text(risk.personName),
                text(risk.due?.description), .text(risk.status.rawValue), .text(risk.reason), text(risk.closed),
            ]
        }
        return Sheet(name: "risks", rows: [head.map { .text($0) }] + rows)
    }

    var states: Sheet {
        let head = ["number", "status", "due", "reason", "side", "said_by", "at"]
        let rows: [[SheetCell]] = whole.states.map { state in
            [
                .number(Int(state.risk.value)), .text(state.status.rawValue), text(state.due?.description),
                .text(state.reason), .text(state.workspaceName), .text(state.saidBy), .text(state.at),
            ]
        }
        return Sheet(name: "states", rows: [head.map { .text($0) }] + rows)
    }

    private func text(_ text: String?) -> SheetCell { text.map { .text($0) } ?? .none }
}
