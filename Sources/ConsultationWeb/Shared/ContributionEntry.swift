import Consultations
import Domain
import Frame
import Locales
import Markup

/// One contribution with the answer to it.
struct ContributionEntry {
    let view: View
    let contribution: Contribution
    let sessions: [ConsultationSession]

    private var html: HTMLWriter { view.html }

    func write(more: () -> Void = {}) {
        html.element(.article, .class("contribution"), .id("contribution-\(contribution.id)")) {
            html.element(.h3, text: view.say("consultation.number", ["number": .text("\(contribution.id)")]))
            html.element(.p, .class("kicker")) { whose() }
            switch contribution.status {
            case .heldBack: held()
            case .withdrawn: html.element(.p, .class("none"), text: view.say("consultation.withdrawn"))
            case .waiting:
                html.element(.p, .class("chip"), text: view.say("consultation.waiting"))
                view.wordsOf(contribution.text, contribution.language)
            case .shown:
                view.wordsOf(contribution.text, contribution.language)
                answer()
            }
            more()
        }
    }

    private func whose() {
        var parts: [String] = []
        if let name = contribution.institutionName { parts.append(name) }
        if !contribution.name.isEmpty { parts.append(contribution.name) }
        if !contribution.actor.isEmpty { parts.append(contribution.actor) }
        if parts.isEmpty {
            html.text(view.say("consultation.noName"))
        } else {
            for (place, part) in parts.enumerated() {
                if place > 0 { html.text(" · ") }
                html.element(.bdi, text: part)
            }
        }
        html.text(" · ")
        html.text(view.say("consultation.origin.\(contribution.origin.rawValue)"))
        if let day = CalendarDate(contribution.made) {
            html.text(" · ")
            html.text(view.date(day))
        }
        if let session = sessions.first(where: { $0.id == contribution.session }) {
            html.text(" · ")
            html.element(.bdi, text: session.title)
        }
    }

    private func held() {
        html.element(.p, .class("none")) {
            html.text(view.say("consultation.heldBack"))
            if !contribution.moderatedWhy.isEmpty {
                html.text(" ")
                html.element(.q, .dir("auto"), text: contribution.moderatedWhy)
            }
        }
        if !contribution.text.isEmpty { view.wordsOf(contribution.text, contribution.language) }
    }

    func answer() {
        guard let answer = contribution.answer else {
            html.element(.p, .class("hint"), text: view.say("consultation.notAnswered"))
            return
        }
        html.element(.div, .class("answer")) {
            html.element(.p) {
                html.element(.strong, text: view.say("consultation.answer.\(answer.rawValue)"))
                if let day = contribution.answered.flatMap({ CalendarDate($0) }) {
                    html.text(" · ")
                    html.text(view.date(day))
                }
            }
            view.wordsOf(contribution.answerWhy, contribution.answerLanguage)
        }
    }
}
