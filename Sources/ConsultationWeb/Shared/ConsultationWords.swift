import Consultations
import Domain
import Frame
import Locales
import Markup

extension View {
    func consultationKind(_ kind: Consultation.Kind) -> String { say("consultation.kind.\(kind.rawValue)") }

    /// From when to when, and whether it is open.
    func consultationDays(_ content: ConsultationContent) -> String {
        guard let opens = content.opens, let closes = content.closes else { return say("consultation.noDays") }
        return say("consultation.days", ["from": .text(date(opens)), "until": .text(date(closes))])
    }

    func consultationStanding(_ value: Consultation, _ today: CalendarDate) -> String {
        if value.cancelled != nil { return say("consultation.standing.cancelled") }
        if let opens = value.content.opens, opens > today { return say("consultation.standing.ahead") }
        return say(value.isOpen(today) ? "consultation.standing.open" : "consultation.standing.closed")
    }

    /// Text that people wrote, in its own language and direction.
    func wordsOf(_ text: String, _ language: LanguageTag) {
        html.element(.div, .class("prose"), .lang(language.rawValue), .dir("auto")) {
            for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
                html.element(.p, text: String(line))
            }
        }
    }

    /// A form's own words where a key is one, else what is said anyway.
    func consultationTrouble(_ troubles: [WorkspaceError.Trouble]) -> String {
        troubles.map { words.has($0.allowed) ? say($0.allowed) : say("consultation.needed") }
            .joined(separator: " ")
    }
}
