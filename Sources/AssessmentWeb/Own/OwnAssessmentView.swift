import Assessments
import Domain
import Frame
import Locales
import Markup

/// An assessment as its own voice sees it, and what it can do with it.
struct OwnAssessmentView {
    let view: View
    let visit: Visit
    let own: OwnAssessment

    static func answer(_ visit: Visit, _ assessments: Assessments) async throws(WebError) -> Answer {
        let id: AssessmentID = try visit.id()
        let own = try await visit.run { () throws(WorkspaceError) in try await assessments.own(id, visit.member) }
        let view = View(visit)
        var head = PageHead(title: view.place(own), place: .assessments)
        head.crumbs = [(view.address(visit.path("/assessments")), view.say("assess.title"))]
        return await view.page(head) { OwnAssessmentView(view: view, visit: visit, own: own).write() }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        view.pageHead(kicker: view.standing(own), view.place(own))
        view.assessmentSaid()
        html.element(.dl, .class("facts-list")) { facts() }
        view.section("reasons", view.say("assess.why")) {
            if own.draft.reasons.isEmpty {
                html.element(.p, .class("none"), text: view.say("assess.noReasonYet"))
            }
            for reason in own.draft.reasons {
                html.element(.p, .class("hint"), text: view.names.endonym(reason.language.rawValue))
                html.element(.blockquote, .class("said"), .lang(reason.language.rawValue), .dir("auto")) {
                    for paragraph in reason.text.split(whereSeparator: \.isNewline) {
                        html.element(.p, text: String(paragraph))
                    }
                }
            }
        }
        if !own.draft.evidence.isEmpty {
            view.section("evidence", view.say("assess.evidence")) {
                view.evidenceLinks(
                    own.draft.evidence.map { link in
                        link.kind == .evidence
                            ? EvidenceLink(
                                kind: .evidence, title: view.say("assess.ownEvidence"),
                                address: "/evidence/\(link.address)") : link
                    })
            }
        }
        actions()
    }

    private func facts() {
        view.fact(view.say("assess.publishedAs")) {
            html.element(.span, .dir("auto"), text: view.assessorName(own.voice.assessor, own.voice.name))
            html.element(.p, .class("hint"), text: view.assessorKind(own.voice.assessor))
        }
        view.fact(view.say("assess.what")) {
            html.element(
                .a, .href(view.address(own.draft.thing.path)), .dir("auto"), text: view.place(own))
        }
        view.fact(view.schemeName(own.draft.scheme, own.content)) {
            html.element(
                .strong, .dir("auto"), text: view.valueWords(own.draft.value, own.draft.scheme, own.content))
        }
        view.fact(view.say("assess.when")) {
            html.element(.time, .datetime(own.draft.day.description), text: view.date(own.draft.day))
        }
        view.fact(view.say("assess.author")) { html.element(.span, .dir("auto"), text: own.author) }
        if let name = own.checkedBy, let at = own.checkedAt {
            view.fact(view.say("assess.checked")) {
                html.element(.span, .dir("auto"), text: name)
                html.text(" · " + view.dayOf(at))
            }
        }
        if let removed = own.removed {
            view.fact(view.say("assess.removedTitle")) {
                html.text(view.say("assess.ground.\(removed.ground.rawValue)"))
                html.element(.p, .dir("auto"), text: removed.text)
            }
        }
    }

    private func actions() {
        switch own.status {
        case .draft: draftActions()
        case .published, .superseded:
            html.element(.p) { view.link(view.address("/assessments/\(own.id)"), view.say("assess.seePublic")) }
            html.element(.p) {
                view.link(
                    view.address(visit.path("/assessments/new"), [("thing", own.draft.thing.text)]),
                    view.say("assess.newer"))
            }
            if own.removed == nil { takeBack() }
        case .takenBack:
            html.element(.p) { view.link(view.address("/assessments/\(own.id)"), view.say("assess.seePublic")) }
        }
    }

    private func draftActions() {
        view.section("publish", view.say("assess.publish"), view.say("assess.publishText")) {
            html.element(.p) {
                view.link(view.address(visit.path("/assessments/\(own.id)/edit")), view.say("assess.change"))
            }
            act("publish", "assess.publishNow", isPlain: false)
            if own.authorID != visit.member.account { act("check", "assess.checkNow") }
            view.fold(view.say("assess.discard")) {
                html.element(.p, text: view.say("assess.discardText"))
                act("discard", "assess.discardNow")
            }
        }
    }

    private func act(_ action: String, _ key: String, isPlain: Bool = true) {
        view.workForm(view.address(visit.path("/assessments/\(own.id)/\(action)")), version: own.version) {
            html.element(.p) { view.submitButton(view.say(key), isPlain: isPlain) }
        }
    }

    private func takeBack() {
        view.fold(view.say("assess.takeBack")) {
            html.element(.p, text: view.say("assess.takeBackText"))
            view.workForm(view.address(visit.path("/assessments/\(own.id)/take-back")), version: own.version) {
                view.textField("why", view.say("assess.whyPublic"), "", most: 1_000)
                html.element(.p) { view.submitButton(view.say("assess.takeBackNow"), isPlain: true) }
            }
        }
    }
}

/// Taking down what another actor published: for administrators alone, on a ground that everybody reads afterwards.
struct RemovalView {
    static func answer(_ visit: Visit, _ assessments: Assessments) async throws(WebError) -> Answer {
        let id: AssessmentID = try visit.id()
        let one = try await visit.run { () throws(WorkspaceError) in try await assessments.published(id) }
        guard one.origin == .workspace(visit.workspace.id), one.words != nil else { throw .notFound }
        let view = View(visit)
        let title = view.say("assess.remove")
        return await view.page(PageHead(title: title, place: .assessments)) {
            view.pageHead(kicker: view.assessorName(one), title, lead: view.say("assess.removeText"))
            view.html.element(.p) { view.link(view.address(one.path), view.assessedPlace(one)) }
            view.workForm(view.address(visit.path("/assessments/\(id)/remove"))) {
                view.select(
                    "ground", view.say("assess.groundField"),
                    [("", view.say("workspace.noValue"))]
                        + RemovalGround.allCases.map { ($0.rawValue, view.say("assess.ground.\($0.rawValue)")) },
                    chosen: "")
                view.textField(
                    "text", view.say("assess.groundText"), "", hint: view.say("assess.groundHint"), most: 1_000)
                view.html.element(.p) { view.submitButton(view.say("assess.removeNow")) }
            }
        }
    }
}
