import Domain
import Frame
import Locales
import Markup
import Plans

/// One template: every letter as it would leave, files of them, sending, and the template itself.
struct LetterView {
    /// So many letters are shown whole; the others by name.
    private static let shownMax = 30

    let view: View
    let visit: Visit
    let template: LetterTemplate
    let letters: [FilledLetter]

    static func answer(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let (template, letters) = try await LetterPages.filled(visit, plans)
        let view = View(visit)
        let content = LetterView(view: view, visit: visit, template: template, letters: letters)
        var head = PageHead(title: template.title, place: .meetings)
        head.crumbs = [
            (view.address(visit.path("/meetings")), view.say("meeting.title")),
            (view.address(visit.path("/letters")), view.say("letter.title")),
        ]
        return await view.page(head) { content.write() }
    }

    private var html: HTMLWriter { view.html }
    private func path(_ rest: String, _ items: [(String, String)] = []) -> String {
        view.address(visit.path("/letters/\(template.id)\(rest)"), items)
    }

    private func write() {
        view.pageHead(kicker: view.say("letter.matter.\(template.matter.rawValue)"), template.title)
        said()
        let manages = visit.may(.manageMeetings) && !template.isWithdrawn
        if letters.isEmpty {
            html.element(.p, text: view.say("letter.nobody"))
        } else if manages {
            html.element(.p) {
                view.link(path("/letters.zip"), view.say("letter.zip", ["count": .number(letters.count)]))
            }
            view.workForm(path("/send"), style: "letters", version: template.version) {
                previews(manages)
                html.element(.p, .class("hint"), text: view.say("letter.send.text"))
                html.element(.p) { view.submitButton(view.say("letter.send.button")) }
            }
        } else {
            previews(false)
        }
        if manages { edit() }
    }

    private func said() {
        let query = view.exchange.query
        guard let sent = query.first("sent").flatMap({ Int($0) }) else { return }
        view.done(view.say("letter.said", ["count": .number(sent)]))
        let missing = query.all("unreachable")
        let names = letters.filter { missing.contains($0.institution.id.description) }.map(\.institution.name)
        if !names.isEmpty {
            view.problem(
                view.say("round.said.unreachable", ["names": .text(names.joined(separator: view.say("list.comma")))]))
        }
    }

    private func previews(_ manages: Bool) {
        for (place, letter) in letters.enumerated() {
            html.element(.div, .class("letter")) {
                html.element(.div, .class("tickable")) {
                    let id = "to\(letter.institution.id)"
                    if manages {
                        html.empty(
                            .input, .type("checkbox"), .id(id), .name("to"), .value(letter.institution.id.description),
                            .checked(letter.address != nil), .disabled(letter.address == nil))
                    }
                    html.element(.label, .for(id)) {
                        html.element(.strong, .dir("auto"), text: letter.institution.name)
                        html.text(" ")
                        html.element(
                            .span, .class("hint"),
                            text: letter.address ?? view.say("letter.noAddress"))
                    }
                }
                if place < Self.shownMax {
                    view.fold(letter.subject, isOpen: place == 0) {
                        html.element(
                            .div, .class("sheet text written"), .lang(letter.language.rawValue), .dir("auto"),
                            text: letter.body)
                    }
                }
                if manages {
                    html.element(.p) {
                        view.link(path("/letter.docx", [("institution", letter.institution.id.description)]), "DOCX")
                    }
                }
            }
        }
    }

    private func edit() {
        view.section("edit", view.say("letter.edit.title")) {
            view.workForm(path("/edit"), version: template.version) {
                LetterListView.fields(view, template)
                html.element(.p, .class("actions")) {
                    view.submitButton(view.say("round.save"))
                    view.submitButton(view.say("letter.withdraw"), name: "do", value: "withdraw", isPlain: true)
                }
            }
        }
    }
}
