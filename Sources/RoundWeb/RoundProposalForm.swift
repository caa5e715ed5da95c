import Domain
import Frame
import Locales
import Markup
import Plans
import Rounds

/// What one institution answered, and the form to answer with.
struct RoundProposalForm {
    private let view: View
    private let page: RoundParagraphView
    private let proposal: Proposal

    init(of page: RoundParagraphView, proposal: Proposal) {
        self.page = page
        self.proposal = proposal
        view = page.view
    }

    func write() {
        let html = view.html
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("round.field.position")) {
                if proposal.position == nil { html.text(view.say("round.position.none")) }
                view.position(proposal.position)
            }
            view.fact(view.say("round.field.due")) { html.text(view.date(proposal.due)) }
            if proposal.position != nil {
                view.fact(view.say("round.field.reason")) { page.said(proposal.reason) }
                view.fact(view.say("round.field.legalNote")) { page.said(proposal.legalNote) }
                if let by = proposal.answeredBy, let at = proposal.answeredAt {
                    view.fact(view.say("round.field.answered")) {
                        view.write("round.step.who", ["when": .text(view.moment(at))]) { _ in
                            html.element(.bdi, text: by)
                        }
                    }
                }
                view.fact(view.say("round.column.clearance")) { view.clearance(proposal.clearance) }
            }
        }
        let paragraph = page.page.line.paragraph
        guard page.page.round.status == .open, paragraph.isLive else { return }
        if proposal.clearance.step.isOpen, paragraph.clearance.step.isOpen { answer() }
        stand()
    }

    private func answer() {
        let typed = page.refused?.form == "answer-\(proposal.id)" ? page.refused?.typed : nil
        let language = page.visit.workspace.language.rawValue
        let position = typed.map { Position(rawValue: $0.words("position")) } ?? proposal.position
        view.fold(
            view.say(proposal.position == nil ? "round.answer.title" : "round.answer.change"),
            isOpen: typed != nil || proposal.position == nil && page.visit.member.institution == proposal.institution
        ) {
            view.workForm(page.path("/answer"), version: proposal.version) {
                view.hiddenField("proposal", proposal.id.description)
                view.positionChoice("position", chosen: position, id: "position-\(proposal.id)")
                area("reason", view.say("round.field.reason"), typed?.words("reason") ?? proposal.reason, language, 4)
                area(
                    "legalNote", view.say("round.field.legalNote"), typed?.words("legalNote") ?? proposal.legalNote,
                    language, 2)
                view.html.element(.p) { view.submitButton(view.say("round.answer.button")) }
            }
        }
    }

    /// A text area whose id is its own on a page with several institutions.
    private func area(_ name: String, _ label: String, _ value: String, _ language: String, _ rows: Int) {
        let id = "\(name)-\(proposal.id)"
        view.field(id, label) { hint in
            view.html.element(
                .textarea, .class("input words"), .id(id), .name(name), .custom("rows", rows), .lang(language),
                .dir("auto"), .describedBy(hint)
            ) { view.html.text(value) }
        }
    }

    private func stand() {
        guard proposal.position != nil else { return }
        let steps = proposal.clearance.steps(
            page.visit.member, institution: proposal.institution, writing: .proposePosition
        ).filter { $0 == .institution || $0 == .returned }
        guard !steps.isEmpty else { return }
        view.fold(view.say("round.stand.title")) {
            view.workForm(page.path("/stand"), version: proposal.version) {
                view.hiddenField("proposal", proposal.id.description)
                let id = "note-\(proposal.id)"
                view.field(id, view.say("round.stand.note")) { hint in
                    view.html.empty(
                        .input, .class("input"), .type("text"), .id(id), .name("note"),
                        .maxlength(Clearance.noteCharactersMax), .dir("auto"), .describedBy(hint))
                }
                view.html.element(.p, .class("actions")) {
                    for step in steps {
                        view.submitButton(
                            view.say("round.stand.\(step.rawValue)"), name: "step", value: step.rawValue,
                            isPlain: step == .returned)
                    }
                }
            }
        }
    }
}
