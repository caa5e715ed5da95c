import Domain
import Frame
import Locales
import Markup
import Screening

/// The sheet a side answers on: parts with what is written, one part at a time as a form, and handing in.
struct SheetView {
    let view: View
    let visit: Visit
    let sheet: AnswerSheet

    static func answer(_ visit: Visit, _ screenings: Screenings) async throws(WebError) -> Answer {
        try await answer(visit, screenings, troubles: [], form: nil)
    }

    /// The form once more with what was sent, where something of it did not fit.
    static func answer(
        _ visit: Visit, _ screenings: Screenings, troubles: [WorkspaceError.Trouble], form: Query?
    ) async throws(WebError) -> Answer {
        let id: MomentID = try visit.id()
        let sheet = try await visit.run { () throws(WorkspaceError) in try await screenings.sheet(id, visit.member) }
        let page = SheetView(view: View(visit), visit: visit, sheet: sheet)
        return await page.answer(troubles, form)
    }

    private var html: HTMLWriter { view.html }
    private var path: String { visit.path("/screenings/moments/\(sheet.moment.id)/answers") }
    private var title: String { view.screenedTitle(sheet.title, sheet.screening.subject) }

    private func answer(_ troubles: [WorkspaceError.Trouble], _ form: Query?) async -> Answer {
        let section = (form?.first("section") ?? visit.exchange.query.first("section")).flatMap {
            sheet.edition.section($0)
        }
        var crumbs: [(address: String, name: String)] = []
        if visit.member.reach(.seeCooperation) == .all {
            crumbs = [
                (view.address(visit.path("/screenings/\(sheet.screening.id)")), title),
                (
                    view.address(visit.path("/screenings/moments/\(sheet.moment.id)")),
                    view.momentName(sheet.moment)
                ),
            ]
        }
        let head = visit.screeningHead(view.say("screening.sheet"), view, crumbs: crumbs)
        return await view.page(head, status: troubles.isEmpty ? 200 : 400) {
            html.element(.div, .class("head")) {
                html.element(.p, .class("kicker"), .dir("auto"), text: title)
                html.element(.h1, text: view.momentName(sheet.moment))
                html.element(.p, .class("lead"), text: view.say("screening.sheet.lead"))
            }
            view.screeningSaid()
            self.troubles(troubles)
            view.sectionTabs(path, sheet.edition.sections, current: section?.key, first: view.say("screening.overview"))
            if let section {
                self.section(section, form)
            } else {
                overview()
            }
        }
    }

    private func troubles(_ troubles: [WorkspaceError.Trouble]) {
        guard !troubles.isEmpty else { return }
        html.element(.div, .class("notice problem"), .role("alert")) {
            for trouble in troubles {
                let question = trouble.field.split(separator: ".", maxSplits: 1).last.map(String.init) ?? ""
                html.element(.p) {
                    if let found = sheet.edition.question(question) {
                        html.element(.strong, text: view.questionText(found.key) + " ")
                    }
                    html.text(view.say(trouble.allowed))
                }
            }
        }
    }

    private func overview() {
        html.element(
            .p,
            text: sheet.handedIn.map { view.say("screening.handedIn", ["date": .text(view.moment($0))]) }
                ?? view.say("screening.notHandedIn"))
        view.table(view.say("screening.sheet")) {
            view.headRow(
                [
                    ("screening.sections", false), ("screening.column.given", true),
                    ("screening.column.written", true), ("screening.column.open", true),
                ].map { (view.say($0.0), $0.1) })
            html.element(.tbody) {
                for section in sheet.edition.sections { html.element(.tr) { row(section) } }
            }
        }
        if let contributor = sheet.contributor { name(contributor) }
        handIn()
    }

    private func row(_ section: ScreeningSection) {
        let keys = section.questions.map(\.key)
        let given = keys.filter { sheet.given[$0] != nil }.count
        let written = keys.filter { sheet.drafts[$0] != nil }.count
        let open = keys.filter { sheet.given[$0] == nil && sheet.drafts[$0]?.reply == nil }.count
        html.element(.th, .scope("row")) {
            view.link(view.address(path, [("section", section.key)]), view.sectionName(section.key))
        }
        for count in [given, written, open] { html.element(.td, .class("n"), text: view.number(count)) }
    }

    /// Whether the other sides see a contributor's name: off until she says so.
    private func name(_ contributor: ScreeningContributor) {
        view.section("name", view.say("screening.name"), view.say("screening.name.text")) {
            view.workForm(view.address(visit.path("/screenings/\(sheet.screening.id)/name"))) {
                view.hiddenField("moment", "\(sheet.moment.id)")
                view.checkbox("named", view.say("screening.name.show"), isOn: contributor.isNamed)
                html.element(.p) { view.submitButton(view.say("screening.save"), isPlain: true) }
            }
        }
    }

    private func handIn() {
        view.section("hand-in", view.say("screening.handIn"), view.say("screening.handIn.text")) {
            guard !sheet.drafts.isEmpty else {
                html.element(.p, text: view.say("screening.handIn.nothing"))
                return
            }
            view.workForm(view.address(visit.path("/screenings/moments/\(sheet.moment.id)/hand-in"))) {
                html.element(.p) {
                    view.submitButton(view.say("screening.handIn.button", ["count": .number(sheet.drafts.count)]))
                }
            }
        }
    }

    // MARK: One part

    private func section(_ section: ScreeningSection, _ form: Query?) {
        html.element(.h2, text: view.sectionName(section.key))
        html.element(
            .p, .class("hint"),
            text: view.say(
                "screening.paragraphs",
                ["numbers": .text(view.commas(section.paragraphs.map { String($0) }))]))
        view.workForm(view.address(path), style: "fields sheet-form", version: sheet.versions[section.key] ?? 0) {
            view.hiddenField("section", section.key)
            for question in section.questions { self.question(question, form) }
            html.element(.p) {
                view.submitButton(view.say("screening.saveDraft"))
                html.text(" ")
                view.submitButton(view.say("screening.saveNext"), name: "next", isPlain: true)
            }
        }
    }

    private func question(_ question: ScreeningQuestion, _ form: Query?) {
        let key = question.key
        let entry = form.map { ScreeningActions.draft(key, $0) } ?? sheet.entry(key)
        html.element(.fieldset, .class("asking"), .id("q-\(key)")) {
            html.element(.legend, text: view.questionText(key))
            if sheet.given[key] != nil {
                html.element(.p, .class("hint"), text: view.say("screening.wasHandedIn"))
            }
            view.guidance(question)
            view.select(
                "answer.\(key)", view.say("screening.field.answer"),
                [("", view.say("screening.noReply"))] + question.replies.map { ($0.rawValue, view.replyName($0)) },
                chosen: entry.reply?.rawValue ?? "")
            view.textArea(
                "reason.\(key)", view.say("screening.field.reason"), entry.reason, language: view.words.tag, rows: 3)
            view.textArea(
                "evidence.\(key)", view.say("screening.field.evidence"), entry.evidence, language: view.words.tag,
                rows: 2)
            view.textField(
                "link.\(key)", view.say("screening.field.link"), entry.link, hint: view.say("screening.hint.link"),
                type: "url", most: ScreeningLimits.linkCharactersMax, direction: "ltr")
        }
    }
}
