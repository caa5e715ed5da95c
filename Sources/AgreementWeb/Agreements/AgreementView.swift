import Agreements
import Cooperation
import CooperationWeb
import Domain
import FollowUpWeb
import Frame
import Locales
import Markup
import People

/// One agreement for its parties: what it says, who accepted, what each says of it, and what can be done.
struct AgreementView {
    let view: View
    let visit: Visit
    let page: AgreementPage

    private var html: HTMLWriter { view.html }
    private var agreement: Agreement { page.agreement }
    private var own: WorkspaceID { visit.workspace.id }
    private func path(_ rest: String) -> String { view.address(visit.path("/agreements/\(agreement.id)\(rest)")) }

    static func answer(
        _ visit: Visit, _ agreements: Agreements, _ beside: [PageBeside]
    ) async throws(WebError) -> Answer {
        let id: AgreementID = try visit.id()
        let page = try await visit.run { () throws(WorkspaceError) in try await agreements.find(id, visit.member) }
        let carrying = try await CarryingPart(visit, page, agreements)
        // Whoever sees what one institution has a part in has no part in what the workspace says to itself.
        let comments: CommentsPart? =
            visit.member.reach(.seeCooperation) == .all
            ? try await visit.run { () throws(WorkspaceError) in
                try await CommentsPart(page.agreement.subject, agreements.store, visit)
            } : nil
        var parts: [@Sendable (View) -> Void] = []
        for part in beside {
            if let part = try await part(visit, page.agreement.id.value) { parts.append(part) }
        }
        let view = View(visit)
        let content = AgreementView(view: view, visit: visit, page: page)
        var head = PageHead(title: page.shown.terms.title, place: .agreements)
        head.crumbs = [(view.address(visit.path("/agreements")), view.say("agreement.title"))]
        return await view.page(head) {
            content.write()
            carrying.write(view)
            content.lives()
            for part in parts { part(view) }
            // What the own people say among themselves: the other parties read none of it.
            comments?.write(view)
        }
    }

    /// A version that is or was: what it said, and who accepted it.
    static func version(_ visit: Visit, _ agreements: Agreements) async throws(WebError) -> Answer {
        let id: AgreementID = try visit.id()
        let page = try await visit.run { () throws(WorkspaceError) in try await agreements.find(id, visit.member) }
        let number = Int(visit.exchange.value("number"))
        guard let version = page.versions.first(where: { $0.number == number }) else { throw .notFound }
        let view = View(visit)
        let content = AgreementView(view: view, visit: visit, page: page)
        var head = PageHead(title: content.name(version), place: .agreements)
        head.crumbs = [
            (view.address(visit.path("/agreements")), view.say("agreement.title")),
            (content.path(""), page.shown.terms.title),
        ]
        return await view.page(head) {
            content.title(version, kicker: content.name(version))
            let facts = TermsFacts(view: view, version: version, actors: page.actors)
            facts.parties()
            facts.write()
            // What was said belongs to the agreement as it stands: an earlier version is shown without it.
            WordsOfParties(
                view: view, version: version, actors: page.actors, sayings: AgreementSayings(), today: page.today
            ).write()
            content.word(on: version)
        }
    }

    private func name(_ version: AgreementVersion) -> String {
        view.say(
            "agreement.versionOf",
            [
                "number": .number(version.number),
                "status": .text(view.say("versionStatus.\(version.status.rawValue)")),
            ])
    }

    private func title(_ version: AgreementVersion, kicker: String) {
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker"), text: kicker)
            html.element(.h1, .lang(version.terms.language.rawValue), .dir("auto"), text: version.terms.title)
        }
    }

    private func write() {
        title(page.shown, kicker: view.say("agreementStatus.\(agreement.status.rawValue)"))
        view.saidOfAgreement()
        standing()
        if let open = page.open { other(open) }
        let facts = TermsFacts(view: view, version: page.shown, actors: page.actors)
        facts.parties()
        facts.write()
        let isSpoken = agreement.current == page.shown.number && visit.may(.makeAgreements)
        WordsOfParties(
            view: view, version: page.shown, actors: page.actors, sayings: page.sayings, today: page.today,
            form: isSpoken ? path("") : nil
        ).write()
        word(on: page.shown)
    }

    private func standing() {
        html.element(.p, .class("facts")) {
            html.element(.strong, text: name(page.shown))
            if let inForce = page.shown.inForce {
                html.text(" · ")
                html.text(view.say("agreement.inForceSince", ["when": .text(view.moment(inForce))]))
            }
            if agreement.current != nil {
                html.text(" · ")
                html.text(view.say(page.shown.isPublic ? "agreement.levelPublic" : "agreement.levelParties"))
            }
        }
        if let from = agreement.closedFrom {
            html.element(.p, .class("notice")) {
                html.text(
                    view.say(
                        "agreement.closed.\(agreement.status.rawValue)",
                        [
                            "day": .text(view.date(from)),
                            "who": .text(agreement.closedBy.map { view.partyName($0, page.actors) } ?? ""),
                        ]))
                if !agreement.closedWhy.isEmpty { html.element(.q, .dir("auto"), text: agreement.closedWhy) }
            }
        }
        var ways: [(address: String, name: String)] = []
        if agreement.current != nil { ways.append((path("/reviews"), view.say("review.title"))) }
        if let introduction = agreement.introduction {
            ways.append((view.address(visit.path("/introductions/\(introduction)")), view.say("introduction.one")))
        }
        if page.shown.isPublic, agreement.current != nil {
            ways.append((view.address("/agreements/\(agreement.id)"), view.say("need.public.see")))
        }
        if visit.may(.writePractices), agreement.current != nil {
            let address = view.address(visit.path("/practices/new"), [("agreement", agreement.id.description)])
            ways.append((address, view.say("practice.fromProgramme")))
        }
        html.element(.p) {
            for (place, way) in ways.enumerated() {
                if place > 0 { html.text(" · ") }
                view.link(way.address, way.name)
            }
        }
    }

    /// Something is being changed beside what is in force.
    private func other(_ open: AgreementVersion) {
        html.element(.p, .class("notice")) {
            html.text(view.say(open.status == .draft ? "agreement.draftOpen" : "agreement.proposalOpen") + " ")
            let rest = open.status == .draft ? "/versions/\(open.number)/edit" : "/versions/\(open.number)"
            view.link(path(rest), name(open))
        }
        if open.status == .draft { word(on: open) }
    }

    /// What the own workspace may say to a version that is open.
    private func word(on version: AgreementVersion) {
        guard visit.may(.makeAgreements) else { return }
        let rest = "/versions/\(version.number)"
        switch version.status {
        case .draft where version.workspace == own:
            view.section("propose", view.say("agreement.proposeTitle"), view.say("agreement.proposeText")) {
                html.element(.p) { view.link(path(rest + "/edit"), view.say("agreement.edit")) }
                yes(rest + "/propose", "agreement.propose")
                drop(rest)
            }
        case .proposed:
            view.section("accept", view.say("agreement.acceptTitle"), view.say("agreement.acceptText")) {
                if version.waiting.contains(own) {
                    yes(rest + "/accept", "agreement.accept")
                } else {
                    html.element(
                        .p,
                        text: view.say(
                            "agreement.waitsFor",
                            ["who": .text(view.list(version.waiting.map { view.partyName($0, page.actors) }))]))
                }
                no(rest)
                if version.workspace == own { drop(rest) }
            }
        default: break
        }
    }

    private func yes(_ rest: String, _ key: String) {
        view.workForm(path(rest), version: agreement.version) {
            view.checkbox("public", view.say("agreement.mayBePublic"), isOn: false)
            html.element(.p, .class("hint"), text: view.say("agreement.mayBePublicHint"))
            html.element(.p) { view.submitButton(view.say(key)) }
        }
    }

    private func no(_ rest: String) {
        view.fold(view.say("agreement.refuse")) {
            view.workForm(path(rest + "/refuse"), version: agreement.version) {
                view.textArea("reason", view.say("introduction.reason"), "", language: view.words.tag, rows: 3)
                html.element(.p) { view.submitButton(view.say("agreement.refuse"), isPlain: true) }
            }
        }
    }

    private func drop(_ rest: String) {
        view.workForm(path(rest + "/drop"), version: agreement.version) {
            html.element(.p) { view.submitButton(view.say("agreement.drop"), isPlain: true) }
        }
    }

    /// Former versions, changing it, and its end.
    private func lives() {
        view.section("versions", view.say("agreement.versions"), view.say("agreement.versionsText")) {
            html.element(.ol, .class("timeline")) {
                for version in page.versions {
                    html.element(.li) {
                        html.element(
                            .time, .datetime(version.inForce ?? version.proposed ?? version.made),
                            text: view.moment(version.inForce ?? version.proposed ?? version.made))
                        html.element(.p) {
                            view.link(path("/versions/\(version.number)"), name(version))
                            html.text(" ")
                            html.element(
                                .span, .class("hint"),
                                text: view.say(
                                    "agreement.writtenBy",
                                    ["who": .text(view.partyName(version.workspace, page.actors))]))
                        }
                    }
                }
            }
            if visit.may(.makeAgreements) { change() }
        }
    }

    private func change() {
        let isOpen = page.versions.contains { [.draft, .proposed].contains($0.status) }
        if !isOpen, [.draft, .proposed, .inForce].contains(agreement.status) {
            view.workForm(path("/versions"), version: agreement.version) {
                html.element(.p) {
                    view.submitButton(
                        view.say(agreement.current == nil ? "agreement.redraft" : "agreement.amend"), isPlain: true)
                }
            }
        }
        if let party = page.shown.parties.first(where: { $0.workspace == own }), agreement.current != nil {
            view.fold(view.say("agreement.levelChange")) {
                view.workForm(path("/publish"), version: agreement.version) {
                    view.checkbox("public", view.say("agreement.mayBePublic"), isOn: party.isPublic)
                    html.element(.p) { view.submitButton(view.say("agreement.levelSave"), isPlain: true) }
                }
            }
        }
        guard agreement.status == .inForce else { return }
        let isOver = page.shown.terms.ends.map { $0 < page.today } ?? false
        view.fold(view.say(isOver ? "agreement.endTitle" : "agreement.terminateTitle")) {
            html.element(
                .p,
                text: view.say(
                    isOver ? "agreement.endText" : "agreement.terminateText",
                    ["days": .number(page.shown.terms.noticeDays)]))
            view.workForm(path("/close"), version: agreement.version) {
                view.hiddenField("do", isOver ? "end" : "terminate")
                view.textArea("reason", view.say("introduction.reason"), "", language: view.words.tag, rows: 3)
                html.element(.p) {
                    view.submitButton(view.say(isOver ? "agreement.end" : "agreement.terminate"), isPlain: true)
                }
            }
        }
    }
}
