import Domain
import Frame
import Locales
import Markup
import Submissions

/// A thread as its submitter sees it: what was answered, and what she can still do.
struct OwnThreadView {
    let view: View
    let submissions: Submissions
    let receipt: Receipt
    let thread: OwnThread

    /// The page that asks for the receipt.
    static func ask(
        _ exchange: Exchange, _ submissions: Submissions, _ problem: String?
    ) async throws(WebError) -> Answer {
        let view = View(exchange)
        return await view.page(head(view), status: problem == nil ? 200 : 400) {
            view.pageHead(view.say("submit.back"), lead: view.say("submit.backLead"))
            view.operatorBox(submissions)
            if let problem { view.problem(problem) }
            view.html.element(
                .form, .class("fields"), .method("post"), .action(view.address("/submit/thread")), .autocomplete("off")
            ) {
                view.textField(
                    "receipt", view.say("submit.receipt"), "", hint: view.say("submit.receiptHint"), most: 40,
                    direction: "ltr")
                view.html.element(.p) { view.submitButton(view.say("submit.open")) }
            }
        }
    }

    private static func head(_ view: View) -> PageHead {
        var head = PageHead(title: view.say("submit.back"), hasSearch: false, path: "/submit/thread")
        head.crumbs = [(view.address("/submit"), view.say("submit.title"))]
        return head
    }

    private var html: HTMLWriter { view.html }

    func answer(done: String?, problem: String?) async -> Answer {
        await view.page(Self.head(view), status: problem == nil ? 200 : 400) {
            view.pageHead(view.say("submit.thread"), lead: view.say("submit.threadLead"))
            view.operatorBox(submissions)
            if let done { view.done(view.say(done)) }
            if let problem { view.problem(problem) }
            parties()
            view.section("messages", view.say("submit.messages")) {
                html.element(.ol, .class("thread")) { for message in thread.messages { entry(message) } }
            }
            if thread.withdrawn == nil { forms() }
        }
    }

    private func parties() {
        html.element(.dl, .class("facts")) {
            for party in thread.parties {
                view.fact(party.name) { html.text(view.say("submit.status.\(party.status.rawValue)")) }
            }
        }
        if let day = thread.withdrawn {
            html.element(.p) {
                html.text(view.say("submit.withdrawn"))
                html.text(" ")
                view.dayText(day)
            }
        }
    }

    private func entry(_ message: OwnThread.Message) {
        html.element(.li) {
            html.element(.p, .class("hint")) {
                if message.isOwn {
                    html.text(view.say("submit.youWrote"))
                } else {
                    html.element(.bdi, text: message.institution ?? "")
                }
                html.text(" · ")
                view.dayText(message.day)
            }
            if let note = message.note {
                if note.kind == .published { html.element(.p, text: view.say("submit.wasPublished")) }
                view.sealedWords(note)
                if let address = note.address { html.element(.p) { view.link(view.address(address), address) } }
            }
        }
    }

    private func forms() {
        view.section("add", view.say("submit.add")) {
            html.element(
                .form, .class("fields"), .method("post"), .action(view.address("/submit/thread/add")),
                .custom("enctype", "multipart/form-data"), .autocomplete("off")
            ) {
                view.hiddenField("receipt", receipt.text)
                view.textArea("text", view.say("submit.text"), "", language: view.words.tag, rows: 6)
                view.filesField(submissions)
                view.choices(
                    "consent", view.say("submit.consentChange"),
                    [("", view.say("submit.consentSame"))]
                        + SealedNote.Consent.allCases.map { ($0.rawValue, view.say("submit.consent.\($0.rawValue)")) },
                    chosen: "")
                html.element(.p) { view.submitButton(view.say("submit.add")) }
            }
        }
        view.section("withdraw", view.say("submit.withdraw"), view.say("submit.limit.withdraw")) {
            html.element(.form, .class("fields"), .method("post"), .action(view.address("/submit/thread/withdraw"))) {
                view.hiddenField("receipt", receipt.text)
                view.checkbox("sure", view.say("submit.withdrawSure"), isOn: false)
                html.element(.p) { view.submitButton(view.say("submit.withdraw"), isPlain: true) }
            }
        }
    }
}
