import Domain
import Frame
import Locales
import Markup
import Submissions

/// What a protected submission is, who runs this, what it protects from and what not; or why it is off here.
struct IntroductionView {
    let view: View
    let submissions: Submissions

    static func answer(_ exchange: Exchange, _ submissions: Submissions) async throws(WebError) -> Answer {
        let view = View(exchange)
        let content = IntroductionView(view: view, submissions: submissions)
        let recipients =
            submissions.availability == .open
            ? try await submission { () throws(SubmissionError) in try await submissions.recipients() } : []
        return await view.page(PageHead(title: view.say("submit.title"), hasSearch: false)) {
            view.pageHead(view.say("submit.title"), lead: view.say("submit.lead"))
            view.operatorBox(submissions)
            switch submissions.availability {
            case .open: content.open(recipients)
            case .off(let reason): content.off(reason)
            }
        }
    }

    private var html: HTMLWriter { view.html }

    private func open(_ recipients: [Recipient]) {
        html.element(.p, .class("actions")) {
            html.element(.a, .class("button"), .href(view.address("/submit/new")), text: view.say("submit.begin"))
            html.element(
                .a, .class("button plain"), .href(view.address("/submit/thread")), text: view.say("submit.back"))
        }
        view.section("before", view.say("submit.before")) {
            view.points(["submit.risk.reprisals", "submit.risk.device", "submit.risk.tor", "submit.risk.words"])
        }
        view.section("protects", view.say("submit.protects")) {
            view.points(["submit.does.sealed", "submit.does.addresses", "submit.does.files", "submit.does.receipt"])
        }
        view.section("limits", view.say("submit.limits")) {
            view.points([
                "submit.limit.server", "submit.limit.network", "submit.limit.recipient", "submit.limit.withdraw",
            ])
        }
        view.section("recipients", view.say("submit.recipients"), view.say("submit.fingerprintsWhy")) {
            RecipientList(view: view, recipients: recipients).write()
        }
    }

    private func off(_ reason: Submissions.Availability.Reason) {
        view.section("off", view.say("submit.off")) {
            html.element(.p, text: view.say("submit.off.\(reason.rawValue)"))
            if let address = submissions.house.operator?.independentAddress {
                html.element(.p) {
                    html.text(view.say("submit.off.elsewhere"))
                    html.text(" ")
                    html.element(.a, .href(address), .rel("noreferrer"), .dir("ltr"), text: address)
                }
            } else {
                html.element(.p, text: view.say("submit.off.nowhere"))
            }
        }
    }
}

/// Recipients with their fingerprints, and those that cannot be chosen now.
struct RecipientList {
    let view: View
    let recipients: [Recipient]

    private var html: HTMLWriter { view.html }

    func write() {
        guard !recipients.isEmpty else {
            html.element(.p, .class("none"), text: view.say("submit.recipientsNobody"))
            return
        }
        html.element(.ul, .class("recipients")) {
            for recipient in recipients { html.element(.li) { entry(recipient) } }
        }
        html.element(.p, .class("hint"), text: view.say("submit.keysLimit"))
    }

    private func entry(_ recipient: Recipient) {
        html.element(.h3) { html.element(.bdi, text: recipient.name) }
        html.element(.p, .class("hint")) {
            html.text(view.say("submit.kind.\(recipient.kind.rawValue)"))
            html.text(" · ")
            html.element(.bdi, text: recipient.state.map { view.stateName($0) } ?? recipient.workspaceName)
        }
        if !recipient.introduction.isEmpty {
            html.element(.p, .lang(recipient.language.rawValue), .dir("auto"), text: recipient.introduction)
        }
        if recipient.standing != .open {
            html.element(.p, .class("problem"), text: view.say("submit.standing.\(recipient.standing.rawValue)"))
        }
        for key in recipient.keys {
            html.element(.p) {
                view.fingerprint(key)
                html.text(" ")
                html.element(.span, .class("hint")) {
                    let admitted = recipient.admission.flatMap { $0.key == key.id ? $0.day : nil }
                    html.text(view.say(admitted == nil ? "submit.key.confirmed" : "submit.key.first"))
                    html.text(" ")
                    view.dayText(admitted ?? key.made)
                }
            }
        }
        if !recipient.fingerprintAddress.isEmpty {
            html.element(.p) {
                html.text(view.say("submit.compareAt"))
                html.text(" ")
                html.element(
                    .a, .href(recipient.fingerprintAddress), .rel("noreferrer"), .dir("ltr"),
                    text: recipient.fingerprintAddress)
            }
        }
    }
}

/// Fingerprints at an address of their own.
enum KeysView {
    static func answer(_ exchange: Exchange, _ submissions: Submissions) async throws(WebError) -> Answer {
        guard submissions.availability == .open else { return try await IntroductionView.answer(exchange, submissions) }
        let recipients = try await submission { () throws(SubmissionError) in try await submissions.recipients() }
        let view = View(exchange)
        var head = PageHead(title: view.say("submit.keys.title"), hasSearch: false)
        head.crumbs = [(view.address("/submit"), view.say("submit.title"))]
        return await view.page(head) {
            view.pageHead(view.say("submit.keys.title"), lead: view.say("submit.fingerprintsWhy"))
            view.operatorBox(submissions)
            RecipientList(view: view, recipients: recipients).write()
        }
    }
}
