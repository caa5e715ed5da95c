import Documents
import Domain
import Frame
import Locales
import Markup
import Operations

/// One document under review: the list of what was found, one item in focus, and the document beside it.
struct ReviewView {
    let view: View
    let signed: Signed
    let page: ReadingPage
    let question: ReviewQuestion
    /// What the filter lets through.
    let list: [ReadingItem]
    let focus: ReadingItem?
    /// A form that could not be taken: what was typed, and why.
    var refused: RefusedForm?

    static func answer(
        _ signed: Signed, refused: RefusedForm? = nil, status: Int = 200, at place: ReviewQuestion? = nil
    ) async throws(WebError) -> Answer {
        let asked = try ReviewQuestion(signed.exchange)
        let question = place ?? asked
        let desk = signed.exchange.site.desk
        let page: ReadingPage
        do { page = try await desk.reading(question.reading, for: signed.caller) } catch { throw WebError(error) }
        let view = View(signed)
        let list = question.list(page.items)
        let focus = question.item.map { id in page.items.first { $0.id == id } } ?? list.first
        guard question.item == nil || focus != nil else { throw .notFound }
        let text =
            page.items.isEmpty ? nil : try? await desk.text(of: question.reading, for: signed.caller)
        var content = ReviewView(view: view, signed: signed, page: page, question: question, list: list, focus: focus)
        content.refused = refused
        var head = PageHead(title: view.readingName(page.reading))
        head.crumbs = [(view.address("/desk"), view.say("nav.desk"))]
        head.isWide = true
        head.path = question.path
        if page.reading.status == .waiting || page.reading.status == .reading {
            head.refreshSeconds = DeskView.refreshSeconds
        }
        return await view.page(head, status: status) { content.write(text) }
    }

    private var html: HTMLWriter { view.html }
    private var reading: Reading { page.reading }

    private func write(_ text: DocumentText?) {
        ReadingHead(view: view, signed: signed, page: page).write()
        said()
        switch reading.status {
        case .waiting, .reading: progress()
        case .failed: FailurePane(view: view, signed: signed, reading: reading).write()
        case .open, .done: if page.items.isEmpty { nothing() } else { review(text) }
        }
    }

    private func said() {
        guard refused == nil, let said = view.exchange.query.first("said"), view.words.has("said.\(said)") else {
            return
        }
        let count = view.exchange.query.first("n").flatMap { Int($0) } ?? 0
        view.done(view.say("said.\(said)", ["count": .number(count)]))
    }

    private func progress() {
        html.element(.div, .class("notice busy"), .role("status")) {
            html.element(.p, text: view.say("desk.busyOne"))
            html.element(.p) { view.link(question.address(view), view.say("desk.look")) }
        }
    }

    private func nothing() {
        view.empty(view.say("review.nothing.title")) {
            html.element(.p, text: view.say("review.nothing.text"))
            AgainForm(view: view, signed: signed, reading: reading).write()
        }
    }

    private func review(_ text: DocumentText?) {
        AcceptManyForm(view: view, signed: signed, page: page, question: question).write()
        tabs()
        html.element(.div, .class("review tab-\(question.tab.rawValue)")) {
            html.element(.section, .class("found"), .label(view.say("review.found"))) {
                ReviewList(view: view, page: page, question: question, list: list, focus: focus).write()
            }
            html.element(.section, .class("focus"), .id("item"), .tabindex(-1), .label(view.say("review.item"))) {
                if let focus {
                    ItemPane(
                        view: view, signed: signed, page: page, question: question, list: list, item: focus,
                        refused: refused
                    ).write()
                } else {
                    allDone()
                }
            }
            html.element(.section, .class("original"), .label(view.say("review.document"))) {
                DocumentPane(view: view, page: page, question: question, item: focus, text: text).write()
            }
        }
        help()
    }

    /// Nothing is left behind this filter: where to go next.
    private func allDone() {
        let open = page.reading.counts.open
        html.element(.h2, text: view.say(open == 0 ? "review.allDone" : "review.noneHere"))
        html.element(.p, .class("actions")) {
            if open == 0, let document = page.document {
                html.element(
                    .a, .class("button"), .href(view.documentAddress(document)), text: view.say("review.toRecord"))
            }
            if open > 0, question.show != .open {
                view.link(
                    ReviewQuestion(reading: reading.id).address(view),
                    view.say("review.toOpen", ["count": .number(open)]))
            } else {
                view.link(view.address("/desk"), view.say("review.toDesk"))
            }
        }
    }

    /// On a narrow screen one column is shown; these choose which.
    private func tabs() {
        html.element(.nav, .class("tabs"), .label(view.say("review.tabs"))) {
            html.element(.ul) {
                for tab in [ReviewQuestion.Tab.item, .document, .list] {
                    html.element(.li) {
                        html.element(
                            .a,
                            .href(
                                question.with {
                                    $0.tab = tab; $0.item = focus?.id
                                }.address(view)),
                            .current(tab == question.tab ? "true" : nil), text: view.say("review.tab.\(tab.rawValue)"))
                    }
                }
            }
        }
    }

    private func help() {
        html.element(.details, .class("hint shortcuts")) {
            html.element(.summary, text: view.say("keys.title"))
            html.element(.p, text: view.say("keys.text"))
            html.element(.dl, .class("facts-list")) {
                for (key, name) in ItemPane.keys {
                    view.fact(view.say("keys.\(name)")) { html.element(.code, text: key.uppercased()) }
                }
            }
        }
    }
}

/// What was typed into a form that could not be taken, and why.
struct RefusedForm {
    var form: Query
    var reason: String
}
