import Agreements
import Cooperation
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// Before asking: whom it goes to, what they see, and what to write; or why nobody can be asked here.
struct IntroductionNewView {
    let view: View
    let visit: Visit
    let outlook: IntroductionOutlook

    static func answer(_ visit: Visit, _ agreements: Agreements) async throws(WebError) -> Answer {
        let about = IntroductionActions.about(visit.exchange.query)
        let view = View(visit)
        var head = PageHead(title: view.say("introduction.new.title"), place: .agreements)
        head.crumbs = [(view.address(visit.path("/introductions")), view.say("introduction.title"))]
        if about.isEmpty {
            return await view.page(head) {
                view.pageHead(view.say("introduction.new.title"), lead: view.say("introduction.new.lead"))
                IntroductionNewView.begin(view, visit)
            }
        }
        let outlook = try await visit.run { () throws(WorkspaceError) in
            try await agreements.introductions.outlook(about, visit.member)
        }
        return await view.page(head) {
            view.pageHead(view.say("introduction.new.title"), lead: view.say("introduction.new.lead"))
            IntroductionNewView(view: view, visit: visit, outlook: outlook).write()
        }
    }

    /// Nothing was named yet: where requests begin.
    private static func begin(_ view: View, _ visit: Visit) {
        view.empty(view.say("introduction.new.nothing")) {
            let places = [("/needs", "need.title"), ("/offers", "offer.title"), ("/funds", "fund.title")]
            view.html.element(.ul) {
                for (path, key) in places {
                    view.html.element(.li) { view.link(view.address(visit.path(path)), view.say(key)) }
                }
            }
        }
    }

    private func write() {
        let html = view.html
        html.element(.dl, .class("facts-list")) {
            if let partner = outlook.partner {
                view.fact(view.say("introduction.to")) { view.actor(partner) }
            }
            for (kind, title) in titles {
                view.fact(view.say("introduction.kind.\(kind)")) { html.element(.bdi, text: title) }
            }
        }
        if let obstacle = outlook.obstacle {
            cannot(obstacle)
        } else if let waiting = outlook.waiting {
            html.element(.p, .class("notice")) {
                html.text(view.say("introduction.waits") + " ")
                view.link(
                    view.address(visit.path("/introductions/\(waiting)")), view.say("introduction.open"))
            }
        } else {
            form()
        }
    }

    private var titles: [(String, String)] {
        let titles = outlook.titles
        let known = [
            ("need", titles.need), ("offer", titles.offer), ("call", titles.call), ("programme", titles.programme),
            ("peer", outlook.ask.peer.map { view.stateName($0) }),
        ]
        return known.compactMap { kind, title in title.map { (kind, $0) } }
    }

    private func cannot(_ obstacle: IntroductionOutlook.Obstacle) {
        let html = view.html
        view.section("cannot", view.say("introduction.cannot")) {
            html.element(.p, text: view.say("introduction.cannot.\(obstacle.rawValue)"))
            if let contact = outlook.contact {
                html.element(.dl, .class("facts-list")) { ContactFacts.write(contact, view) }
            } else {
                html.element(.p, text: view.say("introduction.noContact"))
            }
            if let programme = outlook.ask.programme {
                html.element(.p) {
                    view.link(view.address("/programmes/\(programme)"), view.say("introduction.seeProgramme"))
                }
            }
            if let peer = outlook.ask.peer { html.element(.p) { view.stateLink(peer) } }
        }
    }

    private func form() {
        let html = view.html
        if outlook.isNeedSeenByOther == false {
            html.element(.p, .class("notice"), text: view.say("introduction.needUnseen"))
        }
        view.workForm(view.address(visit.path("/introductions/new"))) {
            for (name, value) in fields { view.hiddenField(name, value) }
            view.textArea("text", view.say("introduction.text"), "", language: view.words.tag, rows: 6)
            html.element(.p, .class("hint"), text: view.say("introduction.textHint"))
            html.element(.p) { view.submitButton(view.say("introduction.ask")) }
        }
    }

    private var fields: [(String, String)] {
        let ask = outlook.ask
        let all = [
            ("need", ask.need?.description), ("offer", ask.offer?.description), ("call", ask.call?.description),
            ("programme", ask.programme?.description), ("peer", ask.peer?.rawValue),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }
}
