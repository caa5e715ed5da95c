import Domain
import Frame
import Locales
import Markup
import Submissions

/// Keys of the workspace's recipients: making one's own, confirming those of others, and everything that ever stood.
struct KeyRingView {
    let view: View
    let visit: Visit
    let ring: KeyRing
    let settings: DeskSettings?

    static func answer(
        _ visit: Visit, _ submissions: Submissions, problem: String?
    ) async throws(WebError) -> Answer {
        let (ring, settings) = try await submission { () throws(SubmissionError) in
            (try await submissions.keyRing(visit.member), try await submissions.settings(visit.member))
        }
        let view = View(visit)
        let content = KeyRingView(view: view, visit: visit, ring: ring, settings: settings)
        var head = PageHead(
            title: view.say("submit.keyring"), place: .submissions, path: visit.path("/submissions/keys"))
        head.crumbs = [(view.address(visit.path("/submissions")), view.say("submit.desk"))]
        return await view.page(head, status: problem == nil ? 200 : 400) {
            view.pageHead(view.say("submit.keyring"), lead: view.say("submit.keyringLead"))
            if view.exchange.query.first("said") == "saved" { view.done(view.say("submit.said.saved")) }
            if let problem { view.problem(problem) }
            content.own()
            content.toConfirm()
            if let settings { content.settingsForm(settings) }
            content.history()
        }
    }

    private var html: HTMLWriter { view.html }

    private func own() {
        view.section("own", view.say("submit.key.own")) {
            if let key = ring.current { ownKey(key) }
            if let key = ring.waiting {
                ownKey(key)
                if ring.isSuspended { view.problem(view.say("submit.suspended")) }
                let ask = ring.hasOthers ? "submit.key.askOthers" : "submit.key.askNobody"
                html.element(.p, text: view.say(ring.isAdmitted ? ask : "submit.key.askOperator"))
                if ring.current != nil { confirmForm(key) }
            } else {
                view.fold(
                    view.say(ring.current == nil ? "submit.key.make" : "submit.key.change"), isOpen: ring.current == nil
                ) {
                    makeForm()
                }
            }
        }
    }

    private func ownKey(_ key: RecipientKey) {
        html.element(.p) {
            view.fingerprint(key)
            html.text(" ")
            html.text(view.say("submit.key.status.\(key.status.rawValue)"))
        }
        view.fold(view.say("submit.key.withdraw")) {
            view.workForm(view.address(visit.path("/submissions/keys/withdraw")), version: key.version) {
                view.hiddenField("key", "\(key.id)")
                view.checkbox("sure", view.say("submit.key.withdrawSure"), isOn: false)
                html.element(.p) { view.submitButton(view.say("submit.key.withdraw"), isPlain: true) }
            }
        }
    }

    private func makeForm() {
        view.workForm(view.address(visit.path("/submissions/keys/make"))) {
            view.secretField("phrase", view.say("submit.phraseNew"), hint: view.say("submit.phraseHint"))
            view.secretField("again", view.say("submit.phraseAgain"))
            html.element(.p) { view.submitButton(view.say("submit.key.make")) }
        }
    }

    private func confirmForm(_ key: RecipientKey) {
        view.workForm(view.address(visit.path("/submissions/keys/confirm"))) {
            view.hiddenField("key", "\(key.id)")
            view.textField(
                "fingerprint", view.say("submit.key.fingerprintTyped"), "",
                hint: view.say("submit.key.fingerprintHint"), most: 80,
                direction: "ltr")
            view.secretField("phrase", view.say("submit.key.phraseOfCurrent"))
            html.element(.p) { view.submitButton(view.say("submit.key.confirm")) }
        }
    }

    private func toConfirm() {
        guard !ring.toConfirm.isEmpty else { return }
        view.section("confirm", view.say("submit.key.toConfirm"), view.say("submit.key.toConfirmLead")) {
            for named in ring.toConfirm {
                html.element(.h3) { html.element(.bdi, text: named.institution) }
                // The fingerprint itself is not shown: whoever confirms has it from its bearer, by another way.
                html.element(.p) { view.dayText(named.key.made) }
                if ring.current == nil {
                    html.element(.p, .class("none"), text: view.say("submit.key.noneToConfirm"))
                } else {
                    confirmForm(named.key)
                }
            }
        }
    }

    private func settingsForm(_ settings: DeskSettings) {
        view.section("settings", view.say("submit.settings")) {
            view.workForm(view.address(visit.path("/submissions/settings")), version: settings.version) {
                view.textArea(
                    "introduction", view.say("submit.introduction"), settings.introduction,
                    language: settings.language.rawValue, rows: 3)
                view.select(
                    "language", view.say("submit.language"), view.exchange.site.locales.all.map { ($0.tag, $0.name) },
                    chosen: settings.language.rawValue)
                view.textField(
                    "address", view.say("submit.compareAddress"), settings.fingerprintAddress, direction: "ltr")
                view.textField(
                    "months", view.say("submit.months"), "\(settings.retentionMonths)", type: "number", most: 3,
                    direction: "ltr")
                html.element(.p) { view.submitButton(view.say("submit.save")) }
            }
        }
    }

    private func history() {
        view.section("history", view.say("submit.key.history"), view.say("submit.key.historyLead")) {
            guard !ring.history.isEmpty else {
                html.element(.p, .class("none"), text: view.say("submit.recipientsNobody"))
                return
            }
            html.element(.ul) {
                for named in ring.history
                where named.key.status != .waiting || named.key.account == visit.member.account {
                    html.element(.li) {
                        html.element(.bdi, text: named.institution)
                        html.text(" · ")
                        view.fingerprint(named.key)
                        html.text(" · ")
                        view.dayText(named.key.made)
                        html.text(" · ")
                        html.text(view.say("submit.key.status.\(named.key.status.rawValue)"))
                    }
                }
            }
        }
    }
}
