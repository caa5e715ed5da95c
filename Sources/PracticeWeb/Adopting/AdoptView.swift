import Domain
import Frame
import Locales
import Markup
import Practices

/// A published practice as a workspace reads it, with the form that adopts it.
struct AdoptView {
    let view: View
    let visit: Visit
    let reading: PracticeReading
    let standing: PracticeAdoption?
    let choices: [(link: PracticeAdoption.Link, name: String)]

    static let aim = Parameter(
        name: "for", form: .text(charactersMax: 40), summary: "What it would be adopted for: `issue:7`.")

    static func answer(_ visit: Visit, _ practices: Practices) async throws(WebError) -> Answer {
        let id: PracticeID = try visit.id()
        let reading = try await visit.run { () throws(WorkspaceError) in
            try await practices.published(id, language: visit.exchange.language)
        }
        let asked = PracticeAsked.asked("for", visit.exchange).flatMap { AdoptionActions.link($0) }
        let (standing, choices) = try await visit.run { () throws(WorkspaceError) in
            (
                try await practices.adoption(of: id, visit.member),
                visit.may(.writePractices) ? try await practices.adoptionAims(asked, visit.member) : []
            )
        }
        guard let text = PracticeContentView.text(reading.practice.content, visit.exchange) else { throw .notFound }
        let view = View(visit)
        let content = AdoptView(view: view, visit: visit, reading: reading, standing: standing, choices: choices)
        var head = PageHead(title: text.title, place: .practices)
        head.crumbs = [
            (view.address(visit.path("/practices")), view.say("practice.title")),
            (view.address(visit.path("/practices/library")), view.say("practice.library")),
        ]
        return await view.page(head) {
            PracticePageView(view: view, reading: reading).write(
                text, path: visit.path("/practices/library/\(id)"))
            content.write(asked)
        }
    }

    private var html: HTMLWriter { view.html }

    private func write(_ asked: PracticeAdoption.Link?) {
        view.section("adopt", view.say("practice.adopt"), view.say("practice.adopt.lead")) {
            if standing != nil {
                html.element(.p) {
                    html.text(view.say("practice.adopt.there"))
                    html.text(" ")
                    view.link(view.address(visit.path("/practices") + "#adoptions"), view.say("practice.adoptions"))
                }
            } else if reading.practice.author?.id == visit.workspace.id {
                html.element(.p, .class("none"), text: view.say("practice.ownAdoption"))
            } else if visit.may(.writePractices) {
                form(asked)
            } else {
                html.element(.p, .class("none"), text: view.say("practice.adopt.noRight"))
            }
        }
    }

    private func form(_ asked: PracticeAdoption.Link?) {
        let language = visit.workspace.language
        view.workForm(view.address(visit.path("/practices/library/\(reading.practice.id)/adopt"))) {
            view.languageField("language", language)
            view.textArea("note", view.say("practice.note"), "", language: language.rawValue, rows: 3)
            view.textArea("adapted", view.say("practice.adapted"), "", language: language.rawValue, rows: 3)
            view.dayField(
                "day", view.say("practice.adoptedOn"), String(visit.exchange.site.clock.instant.prefix(10)))
            view.select(
                "for", view.say("practice.for"),
                [("", view.say("workspace.noValue"))]
                    + choices.map {
                        (
                            "\($0.link.kind.rawValue):\($0.link.id)",
                            view.say("practice.kind.\($0.link.kind.rawValue)") + " " + String($0.name.prefix(120))
                        )
                    }, chosen: asked.map { "\($0.kind.rawValue):\($0.id)" } ?? "")
            shownField(.counted)
            html.element(.p) { view.submitButton(view.say("practice.adopt.button")) }
        }
    }

    private func shownField(_ chosen: PracticeAdoption.Shown) {
        view.select(
            "shown", view.say("practice.shown"),
            PracticeAdoption.Shown.allCases.map { ($0.rawValue, view.say("practiceShown.\($0.rawValue)")) },
            chosen: chosen.rawValue)
    }
}
