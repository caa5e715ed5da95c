import Domain
import Frame
import Insight
import Locales
import Markup
import Matches
import People

/// Needs for one offer or call, as far as their States show them to this workspace.
struct HelpMatchView {
    let view: View
    let visit: Visit
    let list: HelpShortlist

    static func answer(_ visit: Visit, _ source: HelpSource, _ matches: Matches) async throws(WebError) -> Answer {
        guard let id = HelpID("\(source.rawValue)-\(visit.exchange.value("id"))") else { throw .notFound }
        let list = try await visit.run { () throws(WorkspaceError) in
            try await matches.needs(for: id, limit: NeedMatchView.matchesMax, visit.member)
        }
        let view = View(visit)
        let content = HelpMatchView(view: view, visit: visit, list: list)
        var head = PageHead(title: view.say("match.offer.title", ["title": .text(list.help.title)]), place: .matches)
        head.crumbs = [(view.address(visit.path("/matches")), view.say("match.title"))]
        return await view.page(head) { content.write() }
    }

    private var html: HTMLWriter { view.html }

    private var decisions: MatchDecisions {
        MatchDecisions(view: view, visit: visit, path: OwnHelpPlace(list.help).matches)
    }

    private func write() {
        let place = OwnHelpPlace(list.help)
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker"), text: view.say("match.source.\(list.help.id.source.rawValue)"))
            html.element(.h1, .lang(list.help.language.rawValue), .dir("auto"), text: list.help.title)
            html.element(.p, .class("lead"), text: view.say("match.offer.lead"))
        }
        view.matchSaid()
        if list.help.level == .draft { html.element(.p, .class("notice"), text: view.say("match.offer.draft")) }
        html.element(.p) {
            view.link(view.address(visit.path(place.own)), view.say("match.offer.see"))
            if list.help.id.source == .call, visit.may(.manageFunds) {
                html.text(" · ")
                view.link(view.address(visit.path(place.matches + "/selection")), view.say("match.selection.title"))
            }
            html.text(" · ")
            view.link(view.address("/cooperation/weights"), view.say("match.weights.title"))
        }
        view.section(
            "list", view.say("match.offer.list"), view.say("match.compared", ["count": .number(list.compared)])
        ) {
            if list.matches.isEmpty { html.element(.p, text: view.say("match.offer.none")) }
            html.element(.ol, .class("match-list")) {
                for (place, match) in list.matches.enumerated() {
                    html.element(.li, .class("card")) { card(match, place) }
                }
            }
            decisions.keptAway(list.keptAway)
        }
        decisions.list(list.decisions, \.rejection) { decision in
            if let need = decision.need {
                NeedName(view: view, visit: visit, need: need).link()
            } else {
                html.text(view.say("match.needGone"))
            }
        }
    }

    private func card(_ match: HelpShortlist.Match, _ place: Int) {
        html.element(.h3) { NeedName(view: view, visit: visit, need: match.need).link() }
        html.element(.p, .class("hint"), text: view.stateName(match.need.state))
        MatchParts(view: view, score: match.score, name: match.need.title, isOpen: place == 0).write()
        guard visit.may(.decideMatches) else { return }
        let introduction = view.address(
            visit.path("/introductions/new"),
            [("need", match.need.id.description), (list.help.id.source.rawValue, String(list.help.id.number))])
        html.element(.p) { view.link(introduction, view.say("match.introduce")) }
        decisions.reject(field: "need", value: match.need.id.description, name: match.need.title, place: place)
    }
}

/// A need of somebody else, where this workspace reads it.
struct NeedName {
    let view: View
    let visit: Visit
    let need: Need

    func link() {
        view.html.element(
            .a, .href(view.address(visit.path("/needs/asked/\(need.id)"))), .lang(need.language.rawValue),
            .dir("auto"), text: need.title)
    }
}

/// Where the pages of an own offer or call are, after the workspace.
struct OwnHelpPlace {
    let own: String
    let matches: String

    init(_ help: OwnHelp) {
        switch help {
        case .offer(let offer): (own, matches) = ("/offers/\(offer.id)", "/matches/offers/\(offer.id)")
        case .call(let call, _): (own, matches) = ("/funds/own-calls/\(call.id)", "/matches/calls/\(call.id)")
        }
    }
}
