import Domain
import Frame
import Locales
import Markup
import Screening

/// Question by question over all moments, side by side, with every change in words; one part of the questions at a time.
struct ComparisonView {
    let view: View
    let visit: Visit
    let whole: ScreeningWhole

    static func answer(_ visit: Visit, _ screenings: Screenings) async throws(WebError) -> Answer {
        let id: ScreeningID = try visit.id()
        let whole = try await visit.run { () throws(WorkspaceError) in try await screenings.find(id, visit.member) }
        let view = View(visit)
        let page = ComparisonView(view: view, visit: visit, whole: whole.held(by: visit.today))
        let subject = view.screenedTitle(whole.title, whole.screening.subject)
        let head = visit.screeningHead(
            view.say("screening.compare"), view,
            crumbs: [(view.address(visit.path("/screenings/\(id)")), subject)], isWide: true)
        return await view.page(head) { page.write(subject) }
    }

    private var html: HTMLWriter { view.html }

    private func write(_ subject: String) {
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker"), .dir("auto"), text: subject)
            html.element(.h1, text: view.say("screening.compare"))
            html.element(.p, .class("lead"), text: view.say("screening.compare.lead"))
        }
        guard !whole.moments.isEmpty else {
            view.empty(view.say("screening.moments.none")) {
                html.element(.p, text: view.say("screening.moments.none.text"))
            }
            return
        }
        let compared = whole.comparison
        var sections: [ScreeningSection] = []
        for one in compared where !sections.contains(where: { $0.key == one.section.key }) {
            sections.append(one.section)
        }
        let asked = visit.exchange.query.first("section")
        let current = sections.first { $0.key == asked } ?? sections.first
        let path = visit.path("/screenings/\(whole.screening.id)/compare")
        view.sectionTabs(path, sections, current: current?.key)
        html.element(.h2, text: current.map { view.sectionName($0.key) } ?? "")
        for one in compared where one.section.key == current?.key { question(one) }
        risks()
    }

    private func question(_ compared: ComparedQuestion) {
        html.element(.article, .class("asked")) {
            html.element(.h3, text: view.questionText(compared.question.key))
            view.table(view.questionText(compared.question.key), style: "compared") {
                view.headRow(
                    [(view.say("screening.column.side"), false)]
                        + whole.moments.map { (view.momentName($0), false) })
                html.element(.tbody) {
                    for row in compared.rows {
                        html.element(.tr) {
                            html.element(.th, .scope("row")) { html.element(.bdi, text: view.sideName(row.side)) }
                            for cell in row.cells { html.element(.td) { self.cell(cell) } }
                        }
                    }
                }
            }
        }
    }

    private func cell(_ cell: ComparedQuestion.Cell) {
        if let answer = cell.answer {
            html.element(.p) { view.reply(answer.reply) }
            view.writing(answer.reason)
        }
        let words = ChangeWords(view: view)
        if let text = words.of(cell.change) { html.element(.p, .class("change"), text: text) }
        if cell.corrections > 0 {
            html.element(
                .p, .class("hint"), text: view.say("screening.corrected", ["count": .number(cell.corrections)]))
        }
    }

    /// Every risk with its state on the day of each moment.
    private func risks() {
        view.section("risks", view.say("screening.risks.over")) {
            guard !whole.risks.isEmpty else {
                html.element(.p, text: view.say("screening.risks.none"))
                return
            }
            let states = whole.moments.map { moment in
                Dictionary(
                    whole.risks(at: moment).map { ($0.risk.id, $0.state) }, uniquingKeysWith: { first, _ in first })
            }
            view.table(view.say("screening.risks.over")) {
                view.headRow(
                    [(view.say("screening.field.title"), false)] + whole.moments.map { (view.momentName($0), false) }
                        + [(view.say("screening.now"), false)])
                html.element(.tbody) {
                    for risk in whole.risks {
                        html.element(.tr) {
                            html.element(.th, .scope("row")) {
                                html.element(
                                    .a, .href(view.address(visit.path("/screenings/risks/\(risk.id)"))),
                                    .dir("auto"), text: risk.title)
                            }
                            for state in states {
                                let held = state[risk.id] ?? nil
                                html.element(
                                    .td,
                                    text: held.map { view.riskStatusName($0.status) }
                                        ?? view.say("screening.risk.notYet"))
                            }
                            html.element(.td, text: view.riskStatusName(risk.status))
                        }
                    }
                }
            }
        }
    }
}

/// A change in words. No change is better or worse than another.
struct ChangeWords {
    let view: View

    func of(_ change: AnswerChange) -> String? {
        switch change {
        case .first: nil
        case .same: view.say("screening.change.same")
        case .otherReason: view.say("screening.change.otherReason")
        case .changed(let before): view.say("screening.change.changed", ["before": .text(view.replyName(before))])
        case .silent: view.say("screening.change.silent")
        case .never: view.say("screening.notAnswered")
        case .notAsked: view.say("screening.change.notAsked")
        }
    }
}
