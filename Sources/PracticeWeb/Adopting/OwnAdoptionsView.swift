import Domain
import Frame
import Locales
import Markup
import Practices

/// What a workspace has adopted, with what came of it.
struct OwnAdoptionsView {
    let view: View
    let visit: Visit
    let adoptions: [OwnAdoption]

    private var html: HTMLWriter { view.html }

    func write() {
        view.section("adoptions", view.say("practice.adoptions")) {
            guard !adoptions.isEmpty else {
                html.element(.p, .class("none"), text: view.say("practice.adoptions.none"))
                return
            }
            html.element(.ul, .class("said-list")) {
                for own in adoptions { html.element(.li, .id("adoption-\(own.adoption.id)")) { entry(own) } }
            }
        }
    }

    private func entry(_ own: OwnAdoption) {
        let adoption = own.adoption
        html.element(.h3) {
            if let practice = own.practice, let text = practice.content.text(for: view.exchange.language) {
                html.element(
                    .a, .href(view.address(visit.path("/practices/library/\(practice.id)"))),
                    .lang(text.language.rawValue), .dir("auto"), text: text.title)
            } else {
                html.element(.span, .class("none"), text: view.say("practice.noLonger"))
            }
        }
        html.element(.p, .class("hint")) {
            html.text(view.say("practice.adoptedOn"))
            html.text(" ")
            html.element(.time, .datetime(adoption.day.description), text: view.date(adoption.day))
            html.text(" · ")
            html.text(view.say("practiceShown.\(adoption.shown.rawValue)"))
        }
        if let link = adoption.link {
            html.element(.p) {
                html.text(view.say("practice.for"))
                html.text(" ")
                html.element(
                    .a, .href(view.address(address(link))), .dir("auto"),
                    text: own.linkName ?? view.say("practice.links.gone", ["number": .number(Int(link.id))]))
            }
        }
        if !adoption.note.isEmpty { view.written(adoption.note, adoption.language) }
        if !adoption.adapted.isEmpty {
            html.element(.p, .class("label"), text: view.say("practice.adapted"))
            view.written(adoption.adapted, adoption.language)
        }
        PracticeResultsView(view: view, results: adoption.results, language: adoption.language).write()
        if let why = adoption.takenBackWhy {
            html.element(.p) {
                view.write(
                    "practice.adoptionTakenBack", ["when": .text(view.dayOf(adoption.takenBack ?? ""))]
                ) { _ in html.element(.q, .dir("auto"), text: why) }
            }
        } else if visit.may(.writePractices) {
            forms(adoption)
        }
    }

    private func address(_ link: PracticeAdoption.Link) -> String {
        switch link.kind {
        case .issue: "/issues/\(link.id)"
        case .commitment: visit.path("/plan/commitments/\(link.id)")
        case .action: visit.path("/plan/actions/\(link.id)")
        }
    }

    private func forms(_ adoption: PracticeAdoption) {
        let path = "/practices/adoptions/\(adoption.id)"
        view.fold(view.say("practice.adoption.change")) {
            view.act(visit.path(path + "/result"), view.say("practice.result.add")) {
                view.textField(
                    "day", view.say("practice.result.day"), String(visit.exchange.site.clock.instant.prefix(10)),
                    type: "date", most: 10, direction: "ltr")
                view.textArea(
                    "result", view.say("practice.results"), "", language: adoption.language.rawValue, rows: 3)
            }
            let other: PracticeAdoption.Shown = adoption.shown == .named ? .counted : .named
            view.act(
                visit.path(path + "/show"), view.say("practiceShown.to.\(other.rawValue)"), version: adoption.version
            ) { view.hiddenField("shown", other.rawValue) }
            view.act(visit.path(path + "/take-back"), view.say("practice.adoption.takeBack"), version: adoption.version)
            {
                view.textArea("why", view.say("practice.why"), "", language: view.exchange.language.rawValue, rows: 2)
            }
        }
    }
}
