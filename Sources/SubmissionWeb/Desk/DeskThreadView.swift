import Domain
import Frame
import Locales
import Markup
import Submissions

/// A thread at the desk, opened with the unlocked key.
struct DeskThreadView {
    let view: View
    let visit: Visit
    let thread: OpenThread
    let canPublish: Bool

    /// What people call a thread who speak of it: the end of its drawn number.
    static func name(_ id: Int64) -> String { "…" + String(id).suffix(5) }

    /// A number that somebody typed or the end of an address: `/recommendations/17`.
    static func number(_ text: String) -> Int64? {
        text.trimmed.split(separator: "/").last.flatMap { Int64($0.prefix { $0.isNumber }) }.flatMap {
            $0 > 0 ? $0 : nil
        }
    }

    static func answer(
        _ visit: Visit, _ submissions: Submissions, canPublish: Bool, problem: String?
    ) async throws(WebError) -> Answer {
        let view = View(visit)
        guard let id = Int64(visit.exchange.value("id")) else { throw .notFound }
        let thread: OpenThread
        do throws(SubmissionError) { thread = try await submissions.open(id, visit.deskReader) } catch {
            if error == .locked {
                return .seeOther(view.address(visit.path("/submissions"), [("said", "locked")]))
            }
            throw WebError(error)
        }
        let content = DeskThreadView(view: view, visit: visit, thread: thread, canPublish: canPublish)
        var head = PageHead(
            title: view.say("submit.thread"), place: .submissions, path: visit.path("/submissions/threads/\(id)"))
        head.crumbs = [(view.address(visit.path("/submissions")), view.say("submit.desk"))]
        return await view.page(head, status: problem == nil ? 200 : 400) {
            view.pageHead(view.say("submit.thread") + " " + name(id))
            switch view.exchange.query.first("said") {
            case "answered": view.done(view.say("submit.said.answered"))
            case "published": view.done(view.say("submit.said.published"))
            default: break
            }
            if let problem { view.problem(problem) }
            content.write()
        }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        html.element(.dl, .class("facts")) {
            view.fact(view.say("submit.consent")) { html.text(view.say("submit.consent.\(thread.consent.rawValue)")) }
            view.fact(view.say("submit.sentTo")) {
                html.text(thread.parties.map(\.name).joined(separator: " · "))
            }
            view.fact(view.say("submit.status")) {
                html.text(
                    view.say(
                        thread.withdrawn == nil ? "submit.status.\(thread.own.status.rawValue)" : "submit.withdrawn"))
            }
        }
        view.section("messages", view.say("submit.messages")) {
            html.element(.ol, .class("thread")) { for message in thread.messages { entry(message) } }
        }
        if thread.withdrawn == nil {
            answerForm()
            if canPublish { publishForm() }
        }
        endForms()
    }

    private func entry(_ message: OpenThread.Message) {
        html.element(.li) {
            html.element(.p, .class("hint")) {
                if message.isSubmitter {
                    html.text(view.say("submit.submitter"))
                } else {
                    html.element(.bdi, text: message.institution ?? "")
                }
                html.text(" · ")
                view.dayText(message.day)
            }
            guard let note = message.note else {
                html.element(.p, .class("none"), text: view.say("submit.message.\(message.standing.rawValue)"))
                return
            }
            facts(note)
            view.sealedWords(note)
            for file in note.files {
                let address = visit.path("/submissions/threads/\(thread.id)/files/\(message.number)/\(file.place)")
                html.element(.p) {
                    view.link(
                        view.address(address),
                        view.say(
                            "submit.fileLink",
                            ["kind": .text(file.ending.uppercased()), "size": .number((file.bytes + 1_023) / 1_024)]))
                }
            }
        }
    }

    private func facts(_ note: SealedNote) {
        html.element(.p) {
            html.element(.strong, text: view.say("submit.note.\(note.kind.rawValue)"))
            if let standing = note.standing {
                html.text(" · ")
                html.text(view.say("submit.standing.\(standing.rawValue)"))
            }
            if let state = note.state {
                html.text(" · ")
                view.stateLink(StateCode(state))
            }
            for (name, id) in [("recommendation", note.recommendation), ("issue", note.issue)] {
                guard let id else { continue }
                html.text(" · ")
                view.link(view.address("/\(name)s/\(id)"), view.say("submit.about.\(name)") + " \(id)")
            }
            if let address = note.address {
                html.text(" · ")
                view.link(view.address(address), address)
            }
        }
        if let about = note.about { html.element(.p, .lang(note.language), .dir("auto"), text: about) }
        if let consent = note.consent {
            html.element(.p, .class("hint"), text: view.say("submit.consent.\(consent.rawValue)"))
        }
    }

    private func answerForm() {
        view.section("answer", view.say("submit.answer"), view.say("submit.answerLead")) {
            view.workForm(view.address(visit.path("/submissions/threads/\(thread.id)/answer"))) {
                view.textArea("text", view.say("submit.text"), "", language: view.words.tag, rows: 6)
                html.element(.p) { view.submitButton(view.say("submit.answer")) }
            }
        }
    }

    private func publishForm() {
        view.section("publish", view.say("submit.publish"), view.say("submit.publishLead")) {
            guard thread.consent != .nothing else {
                html.element(.p, .class("none"), text: view.say("submit.publish.noConsent"))
                return
            }
            let first = thread.messages.first { $0.isSubmitter }?.note
            view.workForm(view.address(visit.path("/submissions/threads/\(thread.id)/publish"))) {
                if first?.recommendation == nil, first?.issue == nil {
                    view.textField("thing", view.say("submit.publish.thing"), "", direction: "ltr")
                }
                view.select(
                    "value", view.say("submit.standing"),
                    [("fully", "full"), ("partially", "partial"), ("not", "none")].map {
                        ($0.0, view.say("submit.standing.\($0.1)"))
                    },
                    chosen: first?.standing.map { ["full": "fully", "partial": "partially"][$0.rawValue] ?? "not" }
                        ?? "not")
                view.textArea(
                    "text", view.say("submit.publish.text"), thread.consent == .text ? first?.text ?? "" : "",
                    language: first?.language ?? view.words.tag, rows: 6)
                html.element(.p) { view.submitButton(view.say("submit.publish")) }
            }
        }
    }

    private func endForms() {
        let path = visit.path("/submissions/threads/\(thread.id)/status")
        view.section("end", view.say("submit.end")) {
            let other: ThreadStatus = thread.own.status == .open ? .closed : .open
            view.workForm(view.address(path), version: thread.own.version) {
                view.hiddenField("status", other.rawValue)
                view.submitButton(view.say("submit.to.\(other.rawValue)"), isPlain: true)
            }
            view.fold(view.say("submit.to.erased")) {
                view.workForm(view.address(path), version: thread.own.version) {
                    view.hiddenField("status", ThreadStatus.erased.rawValue)
                    view.checkbox("sure", view.say("submit.eraseSure"), isOn: false)
                    html.element(.p) { view.submitButton(view.say("submit.to.erased"), isPlain: true) }
                }
            }
        }
    }
}
