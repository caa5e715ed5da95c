import Domain
import Frame
import Locales
import Markup
import Submissions

/// The form of a submission.
struct SubmissionForm {
    let view: View
    let submissions: Submissions
    let draft: SubmissionDraft
    let recipients: [Recipient]
    let problems: [String]

    private var html: HTMLWriter { view.html }

    func answer(_ status: Int) async -> Answer {
        var head = PageHead(title: view.say("submit.new"), hasSearch: false, path: "/submit/new")
        head.crumbs = [(view.address("/submit"), view.say("submit.title"))]
        return await view.page(head, status: status) {
            view.pageHead(view.say("submit.new"), lead: view.say("submit.newLead"))
            view.operatorBox(submissions)
            for problem in problems { view.problem(problem) }
            if !problems.isEmpty { html.element(.p, .class("hint"), text: view.say("submit.filesAgain")) }
            html.element(
                .form, .class("fields"), .method("post"), .action(view.address("/submit/new")),
                .custom("enctype", "multipart/form-data"), .autocomplete("off")
            ) { fields() }
        }
    }

    private func fields() {
        recipientChoices()
        view.choices(
            "kind", view.say("submit.kind"),
            [("information", view.say("submit.kind.information")), ("assessment", view.say("submit.kind.assessment"))],
            chosen: draft.kind.rawValue)
        view.select(
            "standing", view.say("submit.standing"),
            [("", view.say("submit.noChoice"))]
                + SealedNote.Standing.allCases.map { ($0.rawValue, view.say("submit.standing.\($0.rawValue)")) },
            chosen: draft.standing?.rawValue ?? "", hint: view.say("submit.standingHint"))
        concerns()
        view.textArea("text", view.say("submit.text"), draft.text, language: draft.language.rawValue, rows: 10)
        view.select(
            "language", view.say("submit.language"),
            view.exchange.site.locales.all.map { ($0.tag, $0.name) }, chosen: draft.language.rawValue)
        view.consentChoices(draft.consent)
        view.checkbox("understands", view.say("submit.understands"), isOn: false)
        question()
        // Last: they are read only once the answer does.
        view.filesField(submissions)
        html.element(.p) { view.submitButton(view.say("submit.send")) }
    }

    private func recipientChoices() {
        html.element(.fieldset, .class("entry")) {
            html.element(.legend, .class("label"), text: view.say("submit.to"))
            let open = recipients.filter { $0.standing == .open }
            if open.isEmpty { html.element(.p, .class("none"), text: view.say("submit.recipientsNobody")) }
            for recipient in open {
                html.element(.div, .class("tickable")) {
                    let id = "recipient-\(recipient.id)"
                    html.empty(
                        .input, .type("checkbox"), .id(id), .name("recipient"), .value("\(recipient.id)"),
                        .checked(draft.recipients.contains(recipient.id)))
                    html.element(.label, .for(id)) {
                        html.element(.bdi, text: recipient.name)
                        html.text(" · ")
                        html.element(.bdi, text: recipient.state.map { view.stateName($0) } ?? recipient.workspaceName)
                        for key in recipient.keys {
                            html.empty(.br)
                            view.fingerprint(key)
                        }
                    }
                }
            }
            if !open.isEmpty { html.element(.p, .class("hint"), text: view.say("submit.keysLimit")) }
            for recipient in recipients where recipient.standing != .open {
                html.element(.p, .class("hint")) {
                    html.element(.bdi, text: recipient.name)
                    html.text(": ")
                    html.text(view.say("submit.standing.\(recipient.standing.rawValue)"))
                }
            }
        }
    }

    private func concerns() {
        let states = view.stateNames(submissions.states)
        view.select(
            "state", view.say("submit.state"),
            [("", view.say("submit.noChoice"))] + states.map { ($0.code.rawValue, $0.name) },
            chosen: draft.state?.rawValue ?? "")
        for (name, value) in [("recommendation", draft.recommendation), ("issue", draft.issue)] {
            guard let value else { continue }
            view.hiddenField(name, String(value))
            html.element(.p) {
                html.text(view.say("submit.about.\(name)"))
                html.text(" ")
                view.link(view.address("/\(name)s/\(value)"), view.number(Int(value)))
            }
        }
        view.textField("about", view.say("submit.about"), draft.about, hint: view.say("submit.aboutHint"))
    }

    /// The question that keeps machines out.
    private func question() {
        let words = view.say("submit.words").split(separator: " ").map(String.init)
        let question = submissions.formGuard.question(words, at: view.exchange.site.clock.milliseconds())
        view.hiddenField("form", question.token)
        view.textField(
            "answer",
            view.say("submit.question.\(question.place)", ["words": .text(question.words.joined(separator: " · "))]),
            "", hint: view.say("submit.questionHint"), most: 60)
    }
}

/// The receipt, once.
enum ReceiptView {
    static func answer(_ view: View, _ receipt: Receipt, _ submissions: Submissions) async -> Answer {
        let html = view.html
        return await view.page(PageHead(title: view.say("submit.received"), hasSearch: false, path: "/submit")) {
            view.pageHead(view.say("submit.received"), lead: view.say("submit.receivedLead"))
            view.operatorBox(submissions)
            html.element(.p, .class("receipt"), .dir("ltr")) { html.element(.code, text: receipt.text) }
            view.points(["submit.receipt.once", "submit.receipt.keep", "submit.receipt.lost", "submit.receipt.close"])
            html.element(.p) { view.link(view.address("/submit/thread"), view.say("submit.back")) }
        }
    }
}
