import Domain
import Frame
import Locales
import Markup
import Screening

/// What every side says to one question at one moment, side by side and never as one.
struct SidesPart {
    let view: View
    let visit: Visit
    let whole: ScreeningWhole
    let moment: ScreeningMoment

    private var html: HTMLWriter { view.html }

    func write(_ question: ScreeningQuestion) {
        let sides = whole.sides
        let differs = whole.differs(question.key, at: moment.id)
        html.element(.article, .class(differs ? "asked differs" : "asked"), .id("q-\(question.key)")) {
            html.element(.h3, text: view.questionText(question.key))
            if differs { html.element(.p, .class("difference"), text: view.say("screening.differ")) }
            view.guidance(question)
            html.element(.div, .class("answers")) {
                for side in sides {
                    html.element(.div, .class("answer")) {
                        html.element(.p, .class("side-name")) { html.element(.bdi, text: view.sideName(side)) }
                        answer(whole.answers(question.key, side.key, at: moment.id))
                    }
                }
            }
            follow(question)
        }
    }

    private func answer(_ given: [ScreeningAnswer]) {
        guard let last = given.last else {
            html.element(.p, .class("silent"), text: view.say("screening.notAnswered"))
            return
        }
        view.said(last)
        let earlier = given.dropLast()
        guard !earlier.isEmpty else { return }
        html.element(.details) {
            html.element(.summary, text: view.say("screening.earlier", ["count": .number(earlier.count)]))
            for answer in earlier.reversed() {
                html.element(.div, .class("earlier")) { view.said(answer) }
            }
        }
    }

    /// Risks that follow from the question, and the way to make one.
    private func follow(_ question: ScreeningQuestion) {
        let held = whole.risks.filter { $0.question == question.key }
        if !held.isEmpty {
            html.element(.p) {
                html.text(view.say("screening.risks.of") + " ")
                for (place, risk) in held.enumerated() {
                    if place > 0 { html.text(view.say("list.comma")) }
                    html.element(
                        .a, .href(view.address(visit.path("/screenings/risks/\(risk.id)"))), .dir("auto"),
                        text: risk.title)
                    html.text(" (" + view.riskStatusName(risk.status) + ")")
                }
            }
        }
        guard visit.may(.screenCooperation) else { return }
        html.element(.p) {
            view.link(
                view.address(
                    visit.path("/screenings/moments/\(moment.id)"), [("question", question.key)]) + "#risk",
                view.say("screening.risk.make"))
        }
    }
}
