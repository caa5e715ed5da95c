import Domain
import Frame
import Locales
import Markup
import People
import Submissions

/// Institutions that wait for somebody who runs this installation: she reads a fingerprint where the institution publishes it and types
/// it here. The page does not show it.
enum AdmissionPage {
    private static let path = "/desk/recipients"
    private static let said = Parameter(name: "said", form: .choice(["admitted"]), summary: "What was just done")

    static func routes(_ submissions: Submissions) -> [Route] {
        [
            .desk("submission-admissions", path, [said]) { signed throws(WebError) in
                try await page(signed, submissions, problem: nil)
            },
            .form("submission-admit", path) { signed, form throws(WebError) in
                try await admit(signed, form, submissions)
            },
        ]
    }

    private static func page(
        _ signed: Signed, _ submissions: Submissions, problem: String?
    ) async throws(WebError) -> Answer {
        let cases = try await submission { () throws(SubmissionError) in
            try await submissions.admissionCases(signed.session.account)
        }
        let view = View(signed)
        var head = PageHead(title: view.say("submit.admit.title"), hasSearch: false, path: path)
        head.crumbs = [(view.address("/desk"), view.say("nav.desk"))]
        var answer = await view.page(head, status: problem == nil ? 200 : 400) {
            view.pageHead(view.say("submit.admit.title"), lead: view.say("submit.admit.lead"))
            if signed.exchange.query.first("said") != nil { view.done(view.say("submit.admit.said")) }
            if let problem { view.problem(problem) }
            if cases.isEmpty { view.html.element(.p, .class("none"), text: view.say("submit.admit.none")) }
            for waiting in cases { view.admission(waiting) }
        }
        answer.caching = .never
        return answer
    }

    private static func admit(
        _ signed: Signed, _ form: Query, _ submissions: Submissions
    ) async throws(WebError) -> Answer {
        guard let institution = form.first("institution").flatMap({ InstitutionID($0) }) else { throw .notFound }
        do throws(SubmissionError) {
            try await submissions.admit(
                institution, fingerprint: String((form.first("fingerprint") ?? "").prefix(200)),
                by: signed.session.account)
        } catch {
            guard let sentence = error.sentence(View(signed)) else { throw WebError(error) }
            return try await page(signed, submissions, problem: sentence)
        }
        return .seeOther(View(signed).address(path, [("said", "admitted")]))
    }
}

extension View {
    fileprivate func admission(_ waiting: AdmissionCase) {
        section("institution-\(waiting.institution)", waiting.name) {
            html.element(.p) {
                html.text(say("submit.kind.\(waiting.kind.rawValue)"))
                html.text(" · ")
                html.element(.bdi, text: waiting.workspaceName)
            }
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
            html.element(.p) {
                html.element(
                    .a, .href(waiting.address), .rel("noreferrer"), .dir("ltr"), text: waiting.address)
            }
            form("/desk/recipients", button: say("submit.admit.button")) {
                hiddenField("institution", "\(waiting.institution)")
                textField(
                    "fingerprint", say("submit.admit.fingerprint"), "", hint: say("submit.key.fingerprintHint"),
                    most: 80, direction: "ltr")
            }
        }
    }
}
