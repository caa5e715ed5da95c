import Domain
import Frame
import Locales
import Markup
import Screening

/// How the screening of a thing stands, on the page of that thing: when it was screened, risks, what is next; that it never was; and
/// the way to begin.
struct ScreeningLine: Sendable {
    private let visit: Visit
    private let subject: ScreenedSubject
    private let entry: ScreeningEntry?

    /// Nil for whoever sees no screenings.
    static func load(
        _ subject: ScreenedSubject, _ visit: Visit, _ screenings: Screenings
    ) async throws(WebError) -> ScreeningLine? {
        guard visit.member.reach(.seeCooperation) == .all else { return nil }
        let entry = try await visit.run { () throws(WorkspaceError) in
            try await screenings.standing(of: subject, visit.member)
        }
        return ScreeningLine(visit: visit, subject: subject, entry: entry)
    }

    func write(_ view: View) {
        view.section("screening", view.say("screening.title")) {
            guard let entry else {
                view.html.element(.p, text: view.say("screening.never"))
                begin(view)
                return
            }
            view.html.element(.p) { ScreeningStateWords(view: view, state: entry.state).write() }
            view.html.element(.p) {
                view.link(
                    view.address(visit.path("/screenings/\(entry.screening.id)")), view.say("screening.look"))
            }
        }
    }

    private func begin(_ view: View) {
        guard visit.may(.screenCooperation) else { return }
        view.workForm(view.address(visit.path("/screenings"))) {
            view.hiddenField("subject", subject.text)
            view.html.element(.p) { view.submitButton(view.say("screening.begin"), isPlain: true) }
        }
    }
}

/// A screening's state in sentences.
struct ScreeningStateWords {
    let view: View
    let state: ScreeningState

    func write() {
        view.html.text(sentences.joined(separator: " "))
    }

    var sentences: [String] {
        var found = [
            state.last.map { view.say("screening.state.last", ["moment": .text(view.momentName($0))]) }
                ?? view.say("screening.state.none")
        ]
        found.append(
            state.risksOpen == 0
                ? view.say("screening.state.noRisks")
                : view.say("screening.state.risks", ["count": .number(state.risksOpen)]))
        if state.risksOverdue > 0 {
            found.append(view.say("screening.state.overdue", ["count": .number(state.risksOverdue)]))
        }
        if let next = state.next {
            found.append(
                view.say(
                    state.isLate ? "screening.state.late" : "screening.state.next",
                    ["moment": .text(view.momentName(next))]))
        } else {
            found.append(view.say("screening.state.noNext"))
        }
        return found
    }
}
