import Documents
import Domain
import Frame
import Locales
import Markup
import Operations

/// The document beside the item: its text around the lines of the finding, or the page as a picture.
struct DocumentPane {
    let view: View
    let page: ReadingPage
    let question: ReviewQuestion
    let item: ReadingItem?
    /// Nil where the reader may not see it, or it is not there.
    let text: DocumentText?

    private var html: HTMLWriter { view.html }
    private var finding: Finding? { item?.current }

    func write() {
        html.element(.div, .class("bar-line")) {
            html.element(.h2, .class("plain"), text: view.say("review.document"))
            if hasPictures { sides() }
        }
        guard let text else {
            html.element(
                .p, .class("soft"), text: view.say(page.showsText ? "document.noText" : "document.sealed"))
            return
        }
        if question.side == .picture, hasPictures {
            picture(text)
        } else if !text.tables.isEmpty, finding?.lines == nil || page.reading.facts?.kind == .thematicList {
            TablePane(view: view, text: text, finding: finding, language: language).write()
        } else {
            TextPane(view: view, question: question, item: item, text: text, language: language).write()
        }
    }

    /// Names stand in pictures, so only those see them who see the whole text.
    private var hasPictures: Bool { page.showsText && (text?.origin == .pdf || text?.origin == .recognised) }
    private var language: String { page.reading.facts?.language.rawValue ?? view.words.tag }

    private func sides() {
        html.element(.ul) {
            for side in ReviewQuestion.Side.allCases {
                html.element(.li) {
                    let address = question.with {
                        $0.side = side
                        $0.at = nil
                        $0.item = item?.id
                    }.address(view)
                    html.element(
                        .a, .href(address), .current(side == question.side ? "true" : nil),
                        text: view.say("side.\(side.rawValue)"))
                }
            }
        }
    }

    private func picture(_ text: DocumentText) {
        let count = text.pageCount ?? page.reading.facts?.pageCount ?? 1
        let number = min(max(1, question.at ?? finding?.page ?? 1), count)
        let name = view.say("document.page", ["number": .number(number), "count": .number(count)])
        html.element(.figure, .class("sheet")) {
            html.empty(.img, .src("/desk/\(page.reading.id)/pages/\(number).png"), .alt(name))
            html.element(.figcaption, .class("fine"), text: name)
        }
        html.element(.nav, .class("pager small"), .label(view.say("document.pages"))) {
            if number > 1 { step(number - 1, "document.pageBefore") }
            if number < count { step(number + 1, "document.pageAfter") }
        }
    }

    private func step(_ at: Int, _ key: String) {
        view.link(
            question.with {
                $0.at = at; $0.tab = .document; $0.item = item?.id
            }.address(view), view.say(key))
    }
}
