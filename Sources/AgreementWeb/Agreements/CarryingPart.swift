import Agreements
import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import People
import Plans

/// How the own workspace carries an agreement out: its actions, what they show, a programme, and what is suggested for the need.
struct CarryingPart {
    private let visit: Visit
    private let page: AgreementPage
    private let commitments: [(id: CommitmentID, title: String)]
    private let actions: [LinkedAction]
    private let programme: String?
    private let institutions: [Institution]

    init(_ visit: Visit, _ page: AgreementPage, _ agreements: Agreements) async throws(WebError) {
        self.visit = visit
        self.page = page
        let isCurrent = page.agreement.current == page.shown.number
        if isCurrent, visit.may(.makeAgreements), visit.may(.editPlan) {
            (commitments, actions) = try await visit.run { () throws(WorkspaceError) in
                try await agreements.places(visit.member)
            }
        } else {
            (commitments, actions) = ([], [])
        }
        if let linked = page.agreement.programme {
            programme = try await visit.run { () throws(WorkspaceError) in
                try await agreements.title(of: linked, visit.member)
            }
        } else {
            programme = nil
        }
        institutions =
            isCurrent && visit.may(.makeAgreements)
            ? try await visit.run { () throws(WorkspaceError) in
                try await Institutions(agreements.store).all(visit.member)
            }.filter { !$0.isClosed } : []
    }

    func write(_ view: View) {
        guard page.agreement.current == page.shown.number else { return }
        suggestion(view)
        plan(view)
        programmes(view)
        invited(view)
    }

    private func path(_ view: View, _ rest: String) -> String {
        view.address(visit.path("/agreements/\(page.agreement.id)\(rest)"))
    }

    /// What the need's status could be now: a person sets it on the need's own page.
    private func suggestion(_ view: View) {
        guard let need = page.need else { return }
        let fitting: [NeedStatus] =
            switch page.agreement.status {
            case .inForce: [.agreed]
            case .ended: [.met, .partlyMet]
            default: [.open]
            }
        guard !fitting.contains(need.status), let first = fitting.first else { return }
        view.html.element(.p, .class("notice")) {
            view.html.text(
                view.say(
                    "agreement.needStatus",
                    [
                        "now": .text(view.say("needStatus.\(need.status.rawValue)")),
                        "then": .text(view.say("needStatus.\(first.rawValue)")),
                    ]) + " ")
            view.link(view.address(visit.path("/needs/\(need.id)#change")), view.say("agreement.needOpen"))
        }
    }

    private func plan(_ view: View) {
        let html = view.html
        view.section("plan", view.say("agreement.plan"), view.say("agreement.planText")) {
            if page.actions.isEmpty { html.element(.p, text: view.say("agreement.noActions")) }
            html.element(.ul, .class("plain-list")) {
                for action in page.actions {
                    html.element(.li) {
                        html.element(
                            .a, .href(view.address(visit.path("/plan/actions/\(action.id)"))), .dir("auto"),
                            text: action.title)
                        html.text(" · ")
                        html.text(view.say("value.status.\(action.status)"))
                        if visit.may(.editPlan), visit.may(.makeAgreements) { unlink(action, view) }
                    }
                }
            }
            guard visit.may(.editPlan), visit.may(.makeAgreements) else { return }
            linkForm(view)
            addForm(view)
            if !page.actions.isEmpty, visit.may(.reportProgress) { evidenceForm(view) }
        }
    }

    private func unlink(_ action: LinkedAction, _ view: View) {
        view.workForm(path(view, "/actions"), style: "inline") {
            view.hiddenField("unlink", String(action.id))
            view.html.element(
                .button, .class("button plain"), .type("submit"),
                .label(view.say("agreement.unlinkOf", ["title": .text(action.title)])),
                text: view.say("agreement.unlink"))
        }
    }

    private func linkForm(_ view: View) {
        let free = actions.filter { action in !page.actions.contains { $0.id == action.id } }
        guard !free.isEmpty else { return }
        view.fold(view.say("agreement.linkAction")) {
            view.workForm(path(view, "/actions")) {
                view.select(
                    "action", view.say("agreement.action"), free.map { (String($0.id), $0.title) },
                    chosen: free.first.map { String($0.id) } ?? "")
                view.html.element(.p) { view.submitButton(view.say("agreement.linkAction"), isPlain: true) }
            }
        }
    }

    private func addForm(_ view: View) {
        view.fold(view.say("agreement.addAction")) {
            view.workForm(path(view, "/actions")) {
                view.textField("title", view.say("field.title"), "", most: 300)
                if !commitments.isEmpty {
                    view.select(
                        "commitment", view.say("agreement.commitment"),
                        [("", view.say("cooperation.notSaid"))] + commitments.map { ($0.id.description, $0.title) },
                        chosen: commitments.count == 1 ? commitments.first?.id.description ?? "" : "")
                }
                view.textField(
                    "issue", view.say("agreement.issue"), "", hint: view.say("agreement.issueHint"), most: 18,
                    direction: "ltr")
                view.dayField("due", view.say("agreement.by"), "")
                view.html.element(.p) { view.submitButton(view.say("agreement.addAction"), isPlain: true) }
            }
        }
    }

    private func evidenceForm(_ view: View) {
        view.fold(view.say("agreement.keepEvidence")) {
            view.workForm(path(view, "/evidence")) {
                view.select(
                    "action", view.say("agreement.evidenceOf"), page.actions.map { (String($0.id), $0.title) },
                    chosen: page.actions.first.map { String($0.id) } ?? "")
                view.textField("title", view.say("agreement.evidenceTitle"), "", most: 150)
                view.textField(
                    "link", view.say("agreement.evidenceLink"), "", type: "url", most: 2_000, direction: "ltr")
                view.html.element(.p) { view.submitButton(view.say("agreement.keepEvidence"), isPlain: true) }
            }
        }
    }

    private func programmes(_ view: View) {
        let html = view.html
        view.section("programme", view.say("agreement.programme"), view.say("agreement.programmeText")) {
            if let linked = page.agreement.programme {
                html.element(.p) {
                    if let programme {
                        html.element(
                            .a, .href(view.address("/programmes/\(linked)")), .dir("auto"), text: programme)
                    } else {
                        html.text(view.say("agreement.programmeHidden"))
                    }
                }
            } else {
                html.element(.p, text: view.say("agreement.noProgramme"))
            }
            guard visit.may(.makeAgreements) else { return }
            view.fold(view.say("agreement.linkProgramme")) {
                view.workForm(path(view, "/programme"), version: page.agreement.version) {
                    view.textField(
                        "programme", view.say("agreement.programmeNumber"),
                        page.agreement.programme?.description ?? "", hint: view.say("agreement.programmeHint"),
                        most: 18,
                        direction: "ltr")
                    html.element(.p) {
                        view.submitButton(view.say("agreement.linkProgramme"), name: "do", value: "link", isPlain: true)
                        if page.agreement.programme == nil, page.agreement.status == .inForce,
                            visit.may(.manageProgrammes)
                        {
                            html.text(" ")
                            view.submitButton(
                                view.say("agreement.makeProgramme"), name: "do", value: "make", isPlain: true)
                        }
                    }
                }
            }
        }
    }

    private func invited(_ view: View) {
        guard visit.may(.makeAgreements), !institutions.isEmpty else { return }
        view.section("invited", view.say("agreement.invited"), view.say("agreement.invitedText")) {
            if page.invited.isEmpty { view.html.element(.p, text: view.say("agreement.nobodyInvited")) }
            view.html.element(.ul, .class("plain-list")) {
                for one in page.invited {
                    view.html.element(.li) {
                        view.html.element(.bdi, text: one.name)
                        view.workForm(path(view, "/invited"), style: "inline") {
                            view.hiddenField("institution", one.id.description)
                            view.html.element(
                                .button, .class("button plain"), .type("submit"), .name("do"), .value("take"),
                                .label(view.say("agreement.uninviteOf", ["name": .text(one.name)])),
                                text: view.say("agreement.uninvite"))
                        }
                    }
                }
            }
            let free = institutions.filter { one in !page.invited.contains { $0.id == one.id } }
            guard !free.isEmpty else { return }
            view.fold(view.say("agreement.invite")) {
                view.workForm(path(view, "/invited")) {
                    view.select(
                        "institution", view.say("agreement.institution"),
                        view.ordered(free).map { ($0.id.description, $0.name) }, chosen: "")
                    view.html.element(.p) { view.submitButton(view.say("agreement.invite"), isPlain: true) }
                }
            }
        }
    }
}
