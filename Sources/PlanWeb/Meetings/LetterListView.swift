import Domain
import Frame
import Locales
import Markup
import People
import Plans

/// Templates of letters, and the letters that were sent.
enum LetterListView {
    static func answer(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let templates = try await visit.run { () throws(WorkspaceError) in
            try await plans.letters.templates(visit.member)
        }
        let sent = try await visit.run { () throws(WorkspaceError) in try await plans.letters.sent(visit.member) }
        let institutions = try await visit.run { () throws(WorkspaceError) in
            try await Institutions(plans.store).all(visit.member)
        }
        let view = View(visit)
        let html = view.html
        var head = PageHead(title: view.say("letter.title"), place: .meetings)
        head.crumbs = [(view.address(visit.path("/meetings")), view.say("meeting.title"))]
        return await view.page(head) {
            view.pageHead(kicker: visit.workspace.name, view.say("letter.title"), lead: view.say("letter.lead"))
            if templates.isEmpty {
                view.empty(view.say("letter.none.title")) { html.element(.p, text: view.say("letter.none.text")) }
            } else {
                html.element(.ul, .class("ways")) {
                    for template in templates {
                        html.element(.li) {
                            html.element(
                                .a, .href(view.address(visit.path("/letters/\(template.id)"))), .dir("auto"),
                                text: template.title)
                            html.element(
                                .p, .class("hint"), text: view.say("letter.matter.\(template.matter.rawValue)"))
                        }
                    }
                }
            }
            if visit.may(.manageMeetings) {
                view.fold(view.say("letter.add.title"), isOpen: templates.isEmpty) {
                    view.workForm(view.address(visit.path("/letters"))) {
                        fields(view, proposal(visit, view))
                        html.element(.p) { view.submitButton(view.say("letter.add.button")) }
                    }
                }
            }
            if !sent.isEmpty { sentTable(view, sent, institutions) }
        }
    }

    /// A letter to begin with, in the reader's words. Catalogues write its places in square brackets: braces are their own.
    private static func proposal(_ visit: Visit, _ view: View) -> LetterTemplate {
        func places(_ text: String) -> String { text.replacing("[[", with: "{{").replacing("]]", with: "}}") }
        return LetterTemplate(
            id: LetterTemplateID(0), workspace: visit.workspace.id, title: "",
            subject: places(view.say("letter.example.subject")), body: places(view.say("letter.example.body")),
            language: visit.exchange.language, matter: .round)
    }

    static func fields(_ view: View, _ template: LetterTemplate) {
        view.textField("title", view.say("letter.field.title"), template.title, most: 200)
        view.select(
            "matter", view.say("letter.field.matter"),
            LetterMatter.allCases.map { ($0.rawValue, view.say("letter.matter.\($0.rawValue)")) },
            chosen: template.matter.rawValue)
        view.select(
            "language", view.say("letter.field.language"),
            view.exchange.site.locales.all.map { ($0.tag, $0.name) }, chosen: template.language.rawValue)
        view.textField("subject", view.say("letter.field.subject"), template.subject, most: 300)
        view.textArea(
            "body", view.say("letter.field.body"), template.body, language: template.language.rawValue, rows: 12)
        view.html.element(.p, .class("hint")) {
            view.write("letter.places")
            for place in ["institution", "abbreviation", "workspace", "date", "count", "due"] {
                view.html.text(" ")
                view.html.element(.code, text: "{{\(place)}}")
            }
            view.html.text(" ")
            view.html.element(.code, text: "{{#rows}}{{number}} {{text}} {{due}}{{/rows}}")
        }
    }

    private static func sentTable(_ view: View, _ sent: [SentLetter], _ institutions: [Institution]) {
        let names = Dictionary(institutions.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        view.section("sent", view.say("letter.sent.title")) {
            view.table(view.say("letter.sent.title")) {
                view.headRow(
                    ["letter.sent.when", "field.institution", "letter.field.subject", "letter.sent.address"].map {
                        (view.say($0), false)
                    })
                view.html.element(.tbody) {
                    for letter in sent.prefix(100) {
                        view.html.element(.tr) {
                            view.html.element(.td, text: view.moment(letter.at))
                            view.html.element(.td, .dir("auto"), text: names[letter.institution] ?? "")
                            view.html.element(.td, .dir("auto"), text: letter.subject)
                            view.html.element(.td, .dir("ltr"), text: letter.address)
                        }
                    }
                }
            }
        }
    }
}
