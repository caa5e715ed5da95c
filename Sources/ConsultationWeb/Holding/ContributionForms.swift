import Consultations
import Domain
import Frame
import Locales
import Markup

/// What may be done with one contribution: moderating, answering, taking back.
struct ContributionForms {
    let view: View
    let visit: Visit
    let consultation: Consultation
    let contribution: Contribution

    private var html: HTMLWriter { view.html }
    private func path(_ action: String) -> String {
        view.address(visit.path("/consultations/\(consultation.id)/contributions/\(contribution.id)/\(action)"))
    }

    func write() {
        if visit.may(.manageConsultations), contribution.status != .withdrawn {
            moderating()
            if contribution.status == .shown { answering() }
        }
        if isOwn {
            view.workForm(path("withdraw"), version: contribution.version) {
                html.element(.p) { view.submitButton(view.say("consultation.withdraw"), isPlain: true) }
            }
        }
    }

    private var isOwn: Bool {
        guard contribution.status != .withdrawn else { return false }
        switch contribution.origin {
        case .outsider: return false
        case .room: return visit.may(.manageConsultations)
        case .member:
            switch visit.member.reach(.contribute) {
            case .all: return contribution.sentBy == visit.member.name
            case .own: return contribution.institution == visit.member.institution
            case .none: return false
            }
        }
    }

    private func moderating() {
        if contribution.status != .shown {
            view.workForm(path("moderate"), version: contribution.version) {
                view.hiddenField("status", "shown")
                html.element(.p) { view.submitButton(view.say("consultation.showIt"), isPlain: true) }
            }
        }
        if contribution.status != .heldBack {
            view.fold(view.say("consultation.holdBack")) {
                view.workForm(path("moderate"), version: contribution.version) {
                    view.hiddenField("status", "held-back")
                    why("consultation.holdBackWhy")
                    html.element(.p) { view.submitButton(view.say("consultation.holdBack"), isPlain: true) }
                }
            }
        }
    }

    private func answering() {
        view.fold(view.say(contribution.answer == nil ? "consultation.giveAnswer" : "consultation.changeAnswer")) {
            view.workForm(path("answer"), version: contribution.version) {
                view.select(
                    "answer", view.say("consultation.answer"),
                    Contribution.Answer.allCases.map {
                        ($0.rawValue, view.say("consultation.answer.\($0.rawValue)"))
                    }, chosen: contribution.answer?.rawValue ?? Contribution.Answer.takenUp.rawValue)
                view.textArea(
                    "why", view.say("stateFact.why"), contribution.answerWhy,
                    language: contribution.answerLanguage.rawValue, rows: 3)
                ConsultationForm(view: view).language(contribution.answerLanguage)
                html.element(.p) { view.submitButton(view.say("consultation.giveAnswer"), isPlain: true) }
            }
        }
    }

    private func why(_ key: String) {
        view.textArea("why", view.say(key), "", language: view.exchange.language.rawValue, rows: 2)
    }
}
