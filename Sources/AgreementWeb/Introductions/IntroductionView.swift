import Agreements
import Cooperation
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// One request: what it is about, how it stands and for how long, who to write to, what was said, and what can be done.
struct IntroductionView {
    let view: View
    let visit: Visit
    let page: IntroductionPage

    private var html: HTMLWriter { view.html }
    private var record: IntroductionRecord { page.record }
    private var one: Introduction { record.introduction }
    private var isAsked: Bool { one.asked == visit.workspace.id }
    private func path(_ rest: String) -> String { view.address(visit.path("/introductions/\(one.id)\(rest)")) }

    static func answer(_ visit: Visit, _ agreements: Agreements) async throws(WebError) -> Answer {
        let id: IntroductionID = try visit.id()
        let page = try await visit.run { () throws(WorkspaceError) in
            try await agreements.introductions.find(id, visit.member)
        }
        let view = View(visit)
        let content = IntroductionView(view: view, visit: visit, page: page)
        var head = PageHead(title: content.title, place: .agreements)
        head.crumbs = [(view.address(visit.path("/introductions")), view.say("introduction.title"))]
        return await view.page(head) { content.write() }
    }

    private var title: String {
        view.say(
            isAsked ? "introduction.from" : "introduction.toWhom",
            ["who": .text(view.partyName(one.other(of: visit.workspace.id), record.actors))])
    }

    private func write() {
        view.pageHead(kicker: view.say("introduction.one"), title)
        view.saidOfAgreement()
        facts()
        if one.status == .asked { answer() }
        contacts()
        thread()
        if one.status == .accepted { agreements() }
    }

    private func facts() {
        let about = IntroductionAbout(view: view, record: record)
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("cooperation.status")) { about.standing() }
            view.fact(view.say("introduction.age")) {
                html.text(view.days(record.ageDays))
                html.element(
                    .p, .class("hint"),
                    text: view.say("introduction.askedAt", ["when": .text(view.moment(one.made))]))
            }
            view.fact(view.say("introduction.about")) {
                about.line()
                about.links(visit)
            }
            view.fact(view.say("introduction.text")) {
                if record.isTextWithheld {
                    html.element(.p, .class("soft"), text: view.say("introduction.withheld"))
                } else {
                    html.element(.div, .class("prose"), .dir("auto")) { view.paragraphs(one.text) }
                }
            }
            if !one.reason.isEmpty {
                view.fact(view.say("introduction.reason")) {
                    html.element(.div, .class("prose"), .dir("auto")) { view.paragraphs(one.reason) }
                }
            }
        }
    }

    private func answer() {
        guard visit.may(.decideMatches) else { return }
        view.section("answer", view.say(isAsked ? "introduction.answer" : "introduction.waiting")) {
            if isAsked {
                view.workForm(path("/accept"), version: one.version) {
                    html.element(.p) { view.submitButton(view.say("introduction.accept")) }
                }
                view.fold(view.say("introduction.decline")) {
                    view.workForm(path("/decline"), version: one.version) {
                        view.textArea(
                            "reason", view.say("introduction.reason"), "", language: view.words.tag, rows: 3)
                        html.element(.p) { view.submitButton(view.say("introduction.decline"), isPlain: true) }
                    }
                }
            } else {
                html.element(
                    .p,
                    text: view.say(
                        "introduction.waitingText", ["days": .number(Introductions.unansweredDays)]))
                view.fold(view.say("introduction.withdraw")) {
                    view.workForm(path("/withdraw"), version: one.version) {
                        view.textField("reason", view.say("introduction.reason"), "", most: 500)
                        html.element(.p) { view.submitButton(view.say("introduction.withdraw"), isPlain: true) }
                    }
                }
            }
        }
    }

    private func contacts() {
        view.section("contacts", view.say("introduction.contacts"), view.say("introduction.contactsText")) {
            html.element(.dl, .class("facts-list")) {
                view.fact(view.say("introduction.contactOther")) {
                    if let contact = page.otherContact {
                        person(contact)
                    } else {
                        html.text(view.say(otherKey))
                    }
                }
                view.fact(view.say("introduction.contactOwn")) {
                    if let contact = page.ownContact {
                        person(contact)
                    } else {
                        html.text(view.say("introduction.contactNone"))
                    }
                }
            }
            guard visit.may(.decideMatches), one.status == .asked || one.status == .accepted else { return }
            contactForm()
        }
    }

    private var otherKey: String {
        guard page.isOtherContactGiven else { return "introduction.contactNone" }
        return page.ownContact == nil ? "introduction.contactGiveFirst" : "introduction.contactAfterYes"
    }

    private func person(_ contact: IntroductionContact) {
        html.element(.p) { html.element(.bdi, text: contact.name) }
        if !contact.office.isEmpty { html.element(.p) { html.element(.bdi, text: contact.office) } }
        if !contact.email.isEmpty {
            html.element(.p) {
                html.element(.a, .href("mailto:" + contact.email), .dir("ltr"), text: contact.email)
            }
        }
    }

    private func contactForm() {
        view.fold(view.say(page.ownContact == nil ? "introduction.contactGive" : "introduction.contactChange")) {
            view.workForm(path("/contact")) {
                view.textField("name", view.say("introduction.name"), page.ownContact?.name ?? "", most: 200)
                view.textField("office", view.say("cooperation.office"), page.ownContact?.office ?? "", most: 200)
                view.textField(
                    "email", view.say("cooperation.email"), page.ownContact?.email ?? "", type: "email", most: 254,
                    direction: "ltr")
                html.element(.p) {
                    view.submitButton(view.say("introduction.contactSave"), name: "do", value: "give")
                    if page.ownContact != nil {
                        html.text(" ")
                        view.submitButton(
                            view.say("introduction.contactTake"), name: "do", value: "take", isPlain: true)
                    }
                }
            }
        }
    }

    private func thread() {
        view.section("thread", view.say("introduction.thread"), view.say("introduction.threadText")) {
            if page.messages.isEmpty { html.element(.p, text: view.say("introduction.threadNone")) }
            html.element(.ol, .class("said-list talk")) {
                for message in page.messages { html.element(.li) { line(message) } }
            }
            guard visit.may(.decideMatches) else { return }
            guard one.status == .asked || one.status == .accepted else {
                html.element(.p, text: view.say("introduction.threadOver"))
                return
            }
            view.workForm(path("/messages")) {
                view.textArea("message", view.say("introduction.message"), "", language: view.words.tag, rows: 4)
                html.element(.p, .class("hint"), text: view.say("introduction.messageHint"))
                html.element(.p) { view.submitButton(view.say("introduction.send")) }
            }
        }
    }

    private func line(_ message: IntroductionMessage) {
        html.element(.p, .class("hint")) {
            html.element(.strong) { html.element(.bdi, text: view.partyName(message.workspace, record.actors)) }
            if let author = message.author {
                html.text(" ")
                html.element(.bdi, text: author)
            }
            html.text(" ")
            html.element(.time, .datetime(message.made), text: view.moment(message.made))
        }
        if message.deleted != nil {
            html.element(.p, .class("soft"), text: view.say("introduction.deleted"))
        } else if message.isWithheld {
            html.element(.p, .class("soft"), text: view.say("introduction.withheld"))
        } else {
            html.element(.div, .class("prose"), .dir("auto")) { view.paragraphs(message.text) }
        }
        guard message.deleted == nil, message.workspace == visit.workspace.id, visit.may(.decideMatches) else { return }
        view.workForm(path("/messages/\(message.id)/delete"), style: "inline") {
            html.element(
                .button, .class("button plain"), .type("submit"),
                .label(view.say("introduction.deleteOf", ["when": .text(view.moment(message.made))])),
                text: view.say("introduction.delete"))
        }
    }

    private func agreements() {
        view.section("agreements", view.say("agreement.title")) {
            html.element(.ul) {
                for id in page.agreements {
                    html.element(.li) {
                        view.link(
                            view.address(visit.path("/agreements/\(id)")),
                            view.say("agreement.numbered", ["number": .number(Int(id.value))]))
                    }
                }
            }
            guard visit.may(.makeAgreements) else { return }
            html.element(.p) {
                html.element(
                    .a, .class("button"),
                    .href(view.address(visit.path("/agreements/new"), [("introduction", one.id.description)])),
                    text: view.say("agreement.fromIntroduction"))
            }
        }
    }
}
