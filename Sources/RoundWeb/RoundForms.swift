import Domain
import Frame
import Locales
import Markup
import Plans
import Rounds

/// Forms of a round's page: work on the picked paragraphs, and on the round itself.
struct RoundForms {
    private let view: View
    private let round: RoundView

    init(of round: RoundView) {
        self.round = round
        view = round.view
    }

    private var html: HTMLWriter { view.html }

    /// Within the form of the table. Each button says which work is meant; fields of the others are ignored.
    func bulk(_ count: Int) {
        html.element(.div, .class("round-bulk")) {
            html.element(.p, .class("tickable")) {
                html.empty(.input, .type("checkbox"), .id("all"), .name("all"), .value("yes"))
                html.element(.label, .for("all"), text: view.say("round.bulk.all", ["count": .number(count)]))
            }
            if round.manages {
                circulate()
                resolve()
                clear()
            } else {
                answers()
            }
        }
    }

    private func circulate() {
        view.fold(view.say("round.circulate.title"), isOpen: round.question.standing == .uncirculated) {
            html.element(.fieldset) {
                html.element(.legend, .class("label"), text: view.say("round.circulate.to"))
                html.element(.div, .class("ticks")) {
                    for institution in round.page.institutions where !institution.isClosed {
                        html.element(.div, .class("tickable")) {
                            html.empty(
                                .input, .type("checkbox"), .id("i\(institution.id)"), .name("to"),
                                .value(institution.id.description))
                            html.element(.label, .for("i\(institution.id)"), .dir("auto"), text: institution.name)
                        }
                    }
                }
            }
            view.dayField("due", view.say("round.field.due"), round.round.due?.description ?? "")
            html.element(.p, .class("actions")) {
                view.submitButton(view.say("round.circulate.button"), name: "do", value: "circulate")
                view.submitButton(view.say("round.reschedule.button"), name: "do", value: "reschedule", isPlain: true)
                view.submitButton(view.say("round.withdraw.button"), name: "do", value: "withdraw", isPlain: true)
            }
        }
    }

    private func resolve() {
        view.fold(view.say("round.resolve.many"), isOpen: round.question.standing == .agreed) {
            html.element(.p, .class("hint"), text: view.say("round.agree.text"))
            html.element(.p) {
                view.submitButton(view.say("round.agree.button"), name: "do", value: "agree", isPlain: true)
            }
            view.positionChoice("position", chosen: nil)
            sharedReasons()
            view.textArea(
                "reason", view.say("round.field.reason"), "", language: round.visit.workspace.language.rawValue, rows: 3
            )
            html.element(.p) { view.submitButton(view.say("round.resolve.button"), name: "do", value: "resolve") }
        }
    }

    /// Reasons that were already given, so that paragraphs with one reason share its very words.
    private func sharedReasons() {
        var counts: [String: Int] = [:]
        for line in round.page.live where !line.paragraph.reason.isEmpty {
            counts[line.paragraph.reason, default: 0] += 1
        }
        guard !counts.isEmpty else { return }
        let reasons = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(30)
        view.select(
            "shared", view.say("round.resolve.shared"),
            [("", view.say("round.resolve.ownWords"))]
                + reasons.map { ($0.key, $0.key.count > 100 ? String($0.key.prefix(99)) + "…" : $0.key) }, chosen: "")
    }

    private func clear() {
        view.fold(view.say("round.clear.many"), isOpen: round.question.standing == .resolved) {
            html.element(.p, .class("hint"), text: view.say("round.clear.text"))
            view.textField("note", view.say("round.field.clearanceNote"), "", most: Clearance.noteCharactersMax)
            html.element(.p, .class("actions")) {
                for step in Rounds.steps {
                    view.submitButton(
                        view.say("round.clear.\(step.rawValue)"), name: "do", value: "clear-\(step.rawValue)",
                        isPlain: true)
                }
                view.submitButton(view.say("round.clear.returned"), name: "do", value: "clear-returned", isPlain: true)
            }
        }
    }

    private func answers() {
        view.fold(view.say("round.answers.title"), isOpen: true) {
            view.positionChoice("position", chosen: nil)
            view.textArea(
                "reason", view.say("round.field.reason"), "", language: round.visit.workspace.language.rawValue, rows: 3
            )
            view.textArea(
                "legalNote", view.say("round.field.legalNote"), "",
                language: round.visit.workspace.language.rawValue, rows: 2)
            html.element(.p, .class("actions")) {
                view.submitButton(view.say("round.answers.button"), name: "do", value: "answer")
            }
            view.textField("note", view.say("round.stand.note"), "", most: Clearance.noteCharactersMax)
            html.element(.p) {
                view.submitButton(view.say("round.stand.many"), name: "do", value: "stand", isPlain: true)
            }
        }
    }

    /// Title and date, and how a round ends before its time.
    func manage() {
        let subject = round.round
        guard subject.status == .open else { return reopen(subject) }
        view.section("manage", view.say("round.manage.title")) {
            view.fold(view.say("round.edit.title")) {
                view.workForm(round.path("/edit"), version: subject.version) {
                    view.textField("title", view.say("field.title"), subject.title, most: Rounds.titleCharactersMax)
                    view.dayField("due", view.say("round.field.roundDue"), subject.due?.description ?? "")
                    html.element(.p) { view.submitButton(view.say("round.save")) }
                }
            }
            view.fold(view.say("round.cancel.title")) {
                html.element(.p, .class("hint"), text: view.say("round.cancel.text"))
                view.workForm(round.path("/cancel"), version: subject.version) {
                    view.textField("reason", view.say("round.field.why"), "", most: 500)
                    html.element(.p) { view.submitButton(view.say("round.cancel.button"), isPlain: true) }
                }
            }
        }
    }

    private func reopen(_ subject: Round) {
        guard subject.status == .frozen else { return }
        view.section("manage", view.say("round.reopen.title"), view.say("round.reopen.text")) {
            view.workForm(round.path("/reopen"), version: subject.version) {
                view.textField("reason", view.say("round.field.why"), "", most: 500)
                html.element(.p) { view.submitButton(view.say("round.reopen.button"), isPlain: true) }
            }
        }
    }
}

extension View {
    /// Support or note, or nothing yet.
    func positionChoice(_ name: String, chosen: Position?, id: String? = nil) {
        let id = id ?? name
        field(id, say("round.field.position")) { hint in
            html.element(.select, .class("select"), .id(id), .name(name), .describedBy(hint)) {
                html.element(.option, .value(""), text: say("round.position.none"))
                for position in [Position.supported, .noted] {
                    html.element(
                        .option, .value(position.rawValue), .selected(position == chosen),
                        text: say("position.\(position.rawValue)"))
                }
            }
        }
    }
}
