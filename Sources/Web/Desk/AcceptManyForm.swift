import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// Accepts what is left in one step, saying how much of it is doubtful.
struct AcceptManyForm {
    let view: View
    let signed: Signed
    let page: ReadingPage
    let question: ReviewQuestion

    private var html: HTMLWriter { view.html }

    func write() {
        let counts = page.reading.counts
        html.element(
            .form, .class("bulk"), .method("post"),
            .action(
                ReviewQuestion(reading: question.reading).with { $0.side = question.side }.address(
                    view, action: "accept"))
        ) {
            view.hiddenField(Signed.tokenField, signed.session.csrf)
            html.element(.p) {
                html.element(.strong, text: view.say("bulk.open", ["count": .number(counts.open)]))
                if counts.open > 0 {
                    html.text(" ")
                    view.write("bulk.doubtful", ["count": .number(counts.doubtful)])
                }
            }
            guard counts.open > 0 else { return }
            html.element(.div, .class("actions")) {
                let certain = counts.open - counts.doubtful
                if counts.doubtful > 0, certain > 0 {
                    button("certain", view.say("bulk.acceptCertain", ["count": .number(certain)]))
                }
                button(
                    "all",
                    counts.doubtful == 0
                        ? view.say("bulk.acceptAll", ["count": .number(counts.open)])
                        : view.say(
                            "bulk.acceptDoubtful",
                            ["count": .number(counts.open), "doubtful": .number(counts.doubtful)]))
            }
        }
    }

    private func button(_ which: String, _ text: String) {
        html.element(
            .button, .class("button plain"), .type("submit"), .name("which"), .value(which), text: text)
    }
}
