import Domain
import Frame
import Locales
import Markup
import Plans
import Rounds

/// The paragraphs of a round as rows that can be picked.
struct RoundTable {
    private let view: View
    private let round: RoundView
    private let lines: [RoundLine]
    private let names: [InstitutionID: Institution]

    init(of round: RoundView) {
        self.round = round
        view = round.view
        lines = round.found
        names = Dictionary(round.page.institutions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private var html: HTMLWriter { view.html }
    private var question: RoundQuestion { round.question }
    private var picks: Bool { round.round.status == .open && round.visit.may(.proposePosition) }

    func write() {
        html.element(.section, .class("section"), .id("paragraphs"), .labelledBy("paragraphs-title")) {
            html.element(
                .h2, .id("paragraphs-title"), text: view.say("round.paragraphs", ["count": .number(lines.count)]))
            filters()
            guard !lines.isEmpty else {
                html.element(.p, text: view.say("round.nothing"))
                html.element(.p) { view.link(round.path(), view.say("round.showAll")) }
                return
            }
            guard picks else { return table() }
            let action = round.path(round.manages ? "/work" : "/answers")
            view.workForm(action, style: "round-work") {
                for item in question.items { view.hiddenField("f." + item.0, item.1) }
                RoundForms(of: round).bulk(lines.count)
                table()
            }
        }
        pager()
    }

    private func filters() {
        html.element(.form, .class("round-filters"), .method("get"), .action(round.path()), .role("search")) {
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            let any = [("", view.say("round.filter.any"))]
            view.select(
                "standing", view.say("round.column.standing"),
                any + RoundStanding.allCases.map { ($0.rawValue, view.say("round.standing.\($0.rawValue)")) },
                chosen: question.standing?.rawValue ?? "")
            if round.page.institutions.count > 1 {
                view.select(
                    "institution", view.say("field.institution"),
                    any + round.page.institutions.map { ($0.id.description, $0.name) },
                    chosen: question.institution?.description ?? "")
            }
            let themes = Set(round.page.live.flatMap(\.themes)).map { ($0, view.name(.theme, $0)) }
            view.select(
                "theme", view.say("round.filter.theme"),
                any + themes.sorted { (Collation.key($0.1), $0.0) < (Collation.key($1.1), $1.0) },
                chosen: question.theme ?? "")
            let issues = round.page.issueNames.map { ($0.key.description, issueName($0.value)) }
            if !issues.isEmpty {
                view.select(
                    "issue", view.say("round.filter.issue"),
                    any + issues.sorted { (Collation.key($0.1), $0.0) < (Collation.key($1.1), $1.0) },
                    chosen: question.issue?.description ?? "")
            }
            view.textField("q", view.say("round.filter.words"), question.words, most: 200)
            html.element(.p, .class("actions")) {
                view.submitButton(view.say("round.filter.button"), isPlain: true)
                if question.isNarrow { view.link(round.path(), view.say("round.showAll")) }
            }
        }
    }

    private func issueName(_ names: [LanguageTag: String]) -> String {
        let name = names[view.exchange.language] ?? names[.english] ?? names.min { $0.key < $1.key }?.value ?? ""
        return name.count > 80 ? name.prefix(79) + "…" : name
    }

    private func table() {
        view.table(view.say("round.table"), style: "round-table") {
            view.headRow(
                (picks ? [(view.say("round.column.pick"), false)] : []) + [
                    (view.say("round.column.paragraph"), false), (view.say("round.column.asked"), false),
                    (view.say("round.column.standing"), false),
                ])
            html.element(.tbody) {
                for line in lines.dropFirst(question.from).prefix(RoundQuestion.pageMax) { row(line) }
            }
        }
    }

    private func row(_ line: RoundLine) {
        let paragraph = line.paragraph
        html.element(.tr, .class(line.standing == .disputed ? "is-disputed" : "")) {
            if picks {
                html.element(.td) {
                    if paragraph.decided == nil {
                        html.empty(
                            .input, .type("checkbox"), .name("p"), .value("\(paragraph.id):\(paragraph.version)"),
                            .label(view.say("round.pick", ["name": .text(paragraph.name)])))
                    }
                }
            }
            html.element(.th, .scope("row")) {
                view.link(round.path("/paragraphs/\(paragraph.id)"), paragraph.name)
                let text = paragraph.text([view.exchange.language, round.visit.workspace.language])
                html.element(.p, .class("words"), .lang(text.language.rawValue), .dir("auto"), text: text.text)
            }
            html.element(.td) { asked(line) }
            html.element(.td) { standing(line) }
        }
    }

    private func asked(_ line: RoundLine) {
        guard !line.proposals.isEmpty else {
            if line.paragraph.decided == nil { html.element(.span, .class("hint"), text: view.say("round.nobody")) }
            return
        }
        html.element(.ul, .class("asked")) {
            for proposal in line.proposals {
                html.element(.li) {
                    let institution = names[proposal.institution]
                    html.element(
                        .span, .dir("auto"), text: institution?.abbreviation ?? institution?.name ?? "")
                    html.text(" ")
                    if let position = proposal.position {
                        view.position(position)
                        html.text(" ")
                        if proposal.isCleared { html.element(.span, .class("hint"), text: view.say("round.stands")) }
                    } else {
                        html.element(.span, .class("hint")) { due(proposal) }
                    }
                }
            }
        }
    }

    private func due(_ proposal: Proposal) {
        let date = view.date(proposal.due)
        let today = CalendarDate(String(view.exchange.site.clock.instant.prefix(10)))
        let isLate = today.map { proposal.isLate(on: $0) } ?? false
        view.write(isLate ? "round.late" : "round.until", ["date": .text(date)])
    }

    private func standing(_ line: RoundLine) {
        if let position = line.paragraph.decided ?? line.paragraph.resolution { view.position(position) }
        html.element(.p, .class("standing"), text: view.say("round.standing.\(line.standing.rawValue)"))
        if line.standing == .resolved, line.paragraph.clearance.step == .returned {
            html.element(.p, .class("hint"), text: view.say("round.step.returned"))
        } else if line.standing == .resolved, line.paragraph.clearance.step == .institution {
            html.element(.p, .class("hint"), text: view.say("round.step.institution"))
        }
    }

    private func pager() {
        let (from, size) = (question.from, RoundQuestion.pageMax)
        guard from > 0 || lines.count > size else { return }
        html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
            if from > 0 {
                let before = question.with { $0.from = max(0, from - size) }
                html.element(
                    .a, .href(round.path("", before) + "#paragraphs"), .rel("prev"), text: view.say("round.previous"))
            }
            if from + size < lines.count {
                let next = question.with { $0.from = from + size }
                html.element(
                    .a, .href(round.path("", next) + "#paragraphs"), .rel("next"), text: view.say("pager.next"))
            }
        }
    }
}
