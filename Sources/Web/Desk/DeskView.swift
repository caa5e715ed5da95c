import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// The desk: a form to bring documents, and every document that was brought with how far it is.
struct DeskView {
    let view: View
    let signed: Signed
    let readings: [Reading]
    /// Whether older ones follow.
    let hasMore: Bool
    /// Why an upload was not taken.
    var trouble: String?
    /// What else waits for whoever is signed in.
    let asides: [RecordAside]

    /// Documents on a page.
    static let readingsMax = 100
    /// How often a page comes back while something is being read.
    static let refreshSeconds = 4

    static func answer(
        _ signed: Signed, trouble: String? = nil, status: Int = 200
    ) async throws(WebError) -> Answer {
        let readings: [Reading]
        do {
            readings = try await signed.exchange.site.desk.list(
                before: signed.exchange.query.first("before").flatMap { ReadingID($0) }, limit: readingsMax + 1,
                for: signed.caller)
        } catch { throw WebError(error) }
        let view = View(signed)
        let page = DeskView(
            view: view, signed: signed, readings: Array(readings.prefix(readingsMax)),
            hasMore: readings.count > readingsMax, trouble: trouble, asides: try await signed.deskAsides())
        var head = PageHead(title: view.say("desk.title"))
        head.path = "/desk"
        if page.isBusy { head.refreshSeconds = refreshSeconds }
        return await view.page(head, status: status) { page.write() }
    }

    private var html: HTMLWriter { view.html }
    private var isBusy: Bool { readings.contains { $0.status == .waiting || $0.status == .reading } }

    private func write() {
        view.pageHead(view.say("desk.title"), lead: view.say("desk.lead"))
        if !readings.isEmpty {
            html.element(.p, .class("actions")) {
                html.element(.a, .class("button plain"), .href("#bring"), text: view.say("desk.bring"))
            }
        }
        if let trouble { view.problem(trouble) } else { said() }
        for aside in asides { aside.write(view) }
        if isBusy { progress() }
        if readings.isEmpty, !isLaterPage {
            view.empty(view.say("desk.empty.title")) { html.element(.p, text: view.say("desk.empty.text")) }
        } else {
            view.section("readings", view.say("desk.readings")) {
                DeskTable(view: view, readings: readings).write()
                pager()
            }
        }
        view.section("bring", view.say("desk.bring"), view.say("desk.bringText")) {
            UploadForm(view: view, token: signed.session.csrf).write()
        }
        also()
    }

    /// Other pages of those who keep the record, as far as this program has them.
    private func also() {
        let pages = [
            ("/desk/assessments", "assess.sources"), ("/desk/cooperation", "stateFact.desk"),
            ("/desk/recipients", "submit.admit.title"),
        ].filter { view.exchange.site.pages.contains($0.0) }
        guard !pages.isEmpty, signed.session.account.role == .coordinator else { return }
        view.section("also", view.say("desk.also")) {
            html.element(.ul) {
                for (path, title) in pages { html.element(.li) { view.link(view.address(path), view.say(title)) } }
            }
        }
    }

    private var isLaterPage: Bool { signed.exchange.query.first("before") != nil }

    private func pager() {
        guard hasMore || isLaterPage else { return }
        html.element(.nav, .class("pager"), .label(view.say("desk.pages"))) {
            if isLaterPage { view.link(view.address("/desk"), view.say("desk.newest")) }
            if hasMore, let last = readings.last {
                html.element(
                    .a, .href(view.address("/desk", [("before", last.id.description)])), .rel("next"),
                    text: view.say("desk.older"))
            }
        }
    }

    private func said() {
        let query = signed.exchange.query
        func number(_ name: String) -> Int { query.first(name).flatMap { Int($0) } ?? 0 }
        switch query.first("said") {
        case "received":
            view.done(view.say("desk.received", ["count": .number(number("n"))]))
            if number("known") > 0 { view.done(view.say("desk.known", ["count": .number(number("known"))])) }
        case "removed": view.done(view.say("desk.removed"))
        default: return
        }
    }

    private func progress() {
        let waiting = readings.count { $0.status == .waiting || $0.status == .reading }
        html.element(.div, .class("notice busy"), .role("status")) {
            html.element(.p) {
                view.write("desk.busy", ["count": .number(waiting)])
                html.text(" ")
                view.link(view.address("/desk"), view.say("desk.look"))
            }
        }
    }
}
