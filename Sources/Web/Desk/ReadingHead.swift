import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// What the document is, as its first page says, with what is doubtful in that.
struct ReadingHead {
    let view: View
    let signed: Signed
    let page: ReadingPage

    private var html: HTMLWriter { view.html }
    private var reading: Reading { page.reading }

    func write() {
        html.element(.div, .class("head compact")) {
            html.element(.h1, .dir("auto"), text: view.readingName(reading))
            if let facts = reading.facts {
                html.element(.p, .class("about")) {
                    for (index, word) in words(facts).enumerated() {
                        if index > 0 { html.text(" · ") }
                        html.element(.bdi, text: word)
                    }
                    html.text(" · ")
                    view.link(view.address("/desk/\(reading.id)/facts"), view.say("facts.correct"))
                    if let document = page.document {
                        html.text(" · ")
                        view.link(view.documentAddress(document), view.say("review.inRecord"))
                    }
                }
                if !facts.doubts.isEmpty { doubts(facts) }
            } else if reading.name != view.readingName(reading) {
                html.element(.p, .class("about")) { html.element(.bdi, text: reading.name) }
            }
        }
        twins()
        if reading.isRestricted { restricted() }
    }

    private func words(_ facts: DocumentFacts) -> [String] {
        var words = [view.say("documentKind.\(facts.kind.rawValue)")]
        if let state = facts.state { words.append(view.stateName(state)) }
        if let session = facts.session { words.append(view.say("value.session", ["number": .text(String(session))])) }
        if let date = facts.published { words.append(view.date(date)) }
        words.append(view.names.endonym(facts.language.rawValue))
        if reading.name != view.readingName(reading) { words.append(reading.name) }
        return words
    }

    private func doubts(_ facts: DocumentFacts) {
        html.element(.div, .class("notice")) {
            html.element(.p) {
                html.element(.strong, text: view.say("facts.doubtful"))
            }
            html.element(.ul) { for doubt in facts.doubts { html.element(.li) { view.doubt(doubt) } } }
        }
    }

    private func twins() {
        guard !page.twins.isEmpty else { return }
        html.element(.div, .class("notice")) {
            html.element(.p, text: view.say("review.twins", ["count": .number(page.twins.count)]))
            html.element(.ul) {
                for twin in page.twins.prefix(10) {
                    html.element(.li) {
                        view.link(
                            view.address("/desk/\(twin)"), view.say("review.twin", ["number": .text("\(twin)")]))
                    }
                }
            }
        }
    }

    private func restricted() {
        html.element(.div, .class("notice")) {
            html.element(.p, text: view.say("sealed.text", ["count": .number(page.sealedNames)]))
            if signed.isCoordinator, page.sealedNames > 0 {
                html.element(.form, .method("post"), .action(view.address("/desk/\(reading.id)/names"))) {
                    view.hiddenField(Signed.tokenField, signed.session.csrf)
                    html.element(.p, .class("actions")) {
                        html.element(.button, .class("button plain"), .type("submit"), text: view.say("sealed.show"))
                        html.element(.span, .class("fine"), text: view.say("sealed.recorded"))
                    }
                }
            }
        }
    }
}

extension View {
    /// The reason in words, with what it is about.
    func doubt(_ doubt: Doubt) {
        write("doubt.\(doubt.code.rawValue)")
        if let detail = doubt.detail, !detail.isEmpty {
            html.text(" ")
            html.element(.q, .class("detail"), .dir("auto"), text: String(detail.prefix(200)))
        }
    }
}
