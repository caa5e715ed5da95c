import Domain
import Frame
import Locales
import Markup
import People
import Submissions

/// Institutions that wait for somebody who runs this installation, and why each does: she reads a fingerprint where the institution
/// publishes it and types it here. The page does not show it. Those that receive are below, with a button that takes it back.
enum AdmissionPage {
    static let path = "/desk/recipients"
    private static let said = Parameter(
        name: "said", form: .choice(["admitted", "suspended"]), summary: "What was just done")

    static func routes(_ submissions: Submissions) -> [Route] {
        [
            .desk("submission-admissions", path, [said]) { signed throws(WebError) in
                try await page(signed, submissions, problem: nil)
            },
            .form("submission-admit", path) { signed, form throws(WebError) in
                try await act(signed, form, submissions, said: "admitted") { id, account throws(SubmissionError) in
                    try await submissions.admit(
                        id, fingerprint: String((form.first("fingerprint") ?? "").prefix(200)), by: account)
                }
            },
            .form("submission-suspend", path + "/suspend") { signed, form throws(WebError) in
                try await act(signed, form, submissions, said: "suspended") { id, account throws(SubmissionError) in
                    guard form.first("sure") == "yes" else { throw .unfit(field: "sure", key: "submit.suspend.unsure") }
                    try await submissions.suspend(id, by: account)
                }
            },
        ]
    }

    /// For the desk: how many institutions wait, where any does.
    static func deskAsides(_ submissions: Submissions) -> DeskAsides {
        { signed throws(WebError) in
            let account = signed.session.account
            guard submissions.availability == .open, account.role == .coordinator else { return [] }
            let waiting = try await submission { () throws(SubmissionError) in
                try await submissions.admissions(account).waiting.count
            }
            guard waiting > 0 else { return [] }
            return [
                RecordAside { view in
                    view.html.element(.p, .class("notice"), .role("status")) {
                        view.write("submit.admit.waiting", ["count": .number(waiting)])
                        view.html.text(" ")
                        view.link(view.address(path), view.say("submit.admit.title"))
                    }
                }
            ]
        }
    }

    private static func page(
        _ signed: Signed, _ submissions: Submissions, problem: String?
    ) async throws(WebError) -> Answer {
        let (waiting, others) = try await submission { () throws(SubmissionError) in
            try await submissions.admissions(signed.session.account)
        }
        let view = View(signed)
        var head = PageHead(title: view.say("submit.admit.title"), hasSearch: false, path: path)
        head.crumbs = [(view.address("/desk"), view.say("nav.desk"))]
        var answer = await view.page(head, status: problem == nil ? 200 : 400) {
            view.pageHead(view.say("submit.admit.title"), lead: view.say("submit.admit.lead"))
            switch signed.exchange.query.first("said") {
            case "admitted": view.done(view.say("submit.admit.said"))
            case "suspended": view.done(view.say("submit.suspend.said"))
            default: break
            }
            if let problem { view.problem(problem) }
            if waiting.isEmpty { view.html.element(.p, .class("none"), text: view.say("submit.admit.none")) }
            for one in waiting { view.admission(one) }
            for one in others { view.receiving(one) }
        }
        answer.caching = .never
        return answer
    }

    private static func act(
        _ signed: Signed, _ form: Query, _ submissions: Submissions, said: String,
        _ body: (InstitutionID, Account) async throws(SubmissionError) -> Void
    ) async throws(WebError) -> Answer {
        guard let institution = form.first("institution").flatMap({ InstitutionID($0) }) else { throw .notFound }
        do throws(SubmissionError) { try await body(institution, signed.session.account) } catch {
            guard let sentence = error.sentence(View(signed)) else { throw WebError(error) }
            return try await page(signed, submissions, problem: sentence)
        }
        return .seeOther(View(signed).address(path, [("said", said)]))
    }
}

extension View {
    fileprivate func admission(_ waiting: AdmissionCase) {
        section("institution-\(waiting.institution)", waiting.name) {
            kindAndPlace(waiting.kind, waiting.workspaceName)
            html.element(.p, text: say("submit.admit.why.\(waiting.reason.rawValue)"))
            if let before = waiting.before {
                html.element(
                    .p,
                    text: say(
                        "submit.admit.before", ["name": .text(before.name), "address": .text(before.address)]))
            }
            guard !waiting.address.isEmpty else {
                html.element(.p, .class("none"), text: say("submit.admit.noAddress"))
                return
            }
            publishedAt(waiting.address)
            form(AdmissionPage.path, button: say("submit.admit.button")) {
                hiddenField("institution", "\(waiting.institution)")
                textField(
                    "fingerprint", say("submit.admit.fingerprint"), "", hint: say("submit.key.fingerprintHint"),
                    most: 80, direction: "ltr")
            }
        }
    }

    /// An institution that was admitted: it receives, or somebody else than whoever runs this installation is asked.
    fileprivate func receiving(_ recipient: Recipient) {
        section("institution-\(recipient.id)", recipient.name) {
            kindAndPlace(recipient.kind, recipient.workspaceName)
            html.element(
                .p,
                text: say(
                    recipient.standing == .open ? "submit.admit.open" : "submit.standing.\(recipient.standing.rawValue)"
                ))
            if let admission = recipient.admission {
                html.element(.p) {
                    html.text(say("submit.admit.since"))
                    html.text(" ")
                    dayText(admission.day)
                }
                publishedAt(admission.address)
                fold(say("submit.suspend")) {
                    html.element(.p, text: say("submit.suspend.lead"))
                    form(AdmissionPage.path + "/suspend", button: say("submit.suspend")) {
                        hiddenField("institution", "\(recipient.id)")
                        checkbox(
                            "sure", say("submit.suspend.sure"), isOn: false)
                    }
                }
            }
        }
    }

    private func kindAndPlace(_ kind: InstitutionKind, _ place: String) {
        html.element(.p) {
            html.text(say("submit.kind.\(kind.rawValue)"))
            html.text(" · ")
            html.element(.bdi, text: place)
        }
    }

    private func publishedAt(_ address: String) {
        html.element(.p) { html.element(.a, .href(address), .rel("noreferrer"), .dir("ltr"), text: address) }
    }
}
