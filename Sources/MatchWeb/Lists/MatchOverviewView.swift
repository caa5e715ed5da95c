import Domain
import Frame
import Insight
import Locales
import Markup
import Matches
import People

/// The first page of matching: own needs with the best help for each, own offers and calls with the best needs.
struct MatchOverviewView {
    let view: View
    let visit: Visit
    let overview: MatchOverview

    static func answer(_ visit: Visit, _ matches: Matches) async throws(WebError) -> Answer {
        let overview = try await visit.run { () throws(WorkspaceError) in try await matches.overview(visit.member) }
        let view = View(visit)
        let content = MatchOverviewView(view: view, visit: visit, overview: overview)
        return await view.page(PageHead(title: view.say("match.title"), place: .matches)) { content.write() }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        view.pageHead(kicker: visit.workspace.name, view.say("match.title"), lead: view.say("match.lead"))
        html.element(.p) { view.link(view.address("/cooperation/weights"), view.say("match.weights.title")) }
        if overview.needs.isEmpty, overview.help.isEmpty {
            view.empty(view.say("match.none.title")) { html.element(.p, text: view.say("match.none.text")) }
            return
        }
        if !overview.needs.isEmpty {
            view.section("needs", view.say("match.own.needs")) {
                for need in overview.needs { self.need(need) }
                rest(shown: overview.needs.count, of: overview.needsTotal)
            }
        }
        if !overview.help.isEmpty {
            view.section("help", view.say("match.own.help")) {
                for help in overview.help { self.help(help) }
                rest(shown: overview.help.count, of: overview.helpTotal)
            }
        }
    }

    private func rest(shown: Int, of total: Int) {
        guard shown < total else { return }
        html.element(
            .p, .class("hint"),
            text: view.say("match.own.rest", ["shown": .number(shown), "total": .number(total)]))
    }

    private func need(_ own: MatchOverview.OwnNeed) {
        let address = view.address(visit.path("/matches/needs/\(own.need.id)"))
        html.element(.h3) {
            html.element(.a, .href(address), .lang(own.need.language.rawValue), .dir("auto"), text: own.need.title)
        }
        if !own.isPublished { html.element(.p, .class("hint"), text: view.say("match.own.unpublished")) }
        if own.best.isEmpty {
            html.element(.p, text: view.say("match.list.none"))
            return
        }
        html.element(.ol, .class("match-best")) {
            for match in own.best {
                let name = HelpName(view: view, visit: visit, card: match.card)
                html.element(.li) {
                    html.element(.p) {
                        name.link()
                        html.text(" ")
                        html.element(.span, .class("soft")) { name.origin() }
                    }
                    MatchParts(view: view, score: match.score, name: name.plain).sum()
                }
            }
        }
    }

    private func help(_ list: HelpShortlist) {
        let place = OwnHelpPlace(list.help)
        html.element(.h3) {
            html.element(
                .a, .href(view.address(visit.path(place.matches))), .lang(list.help.language.rawValue), .dir("auto"),
                text: list.help.title)
            html.text(" ")
            html.element(.span, .class("soft"), text: view.say("match.source.\(list.help.id.source.rawValue)"))
        }
        if list.matches.isEmpty {
            html.element(.p, text: view.say("match.offer.none"))
            return
        }
        html.element(.ol, .class("match-best")) {
            for match in list.matches {
                html.element(.li) {
                    html.element(.p) {
                        NeedName(view: view, visit: visit, need: match.need).link()
                        html.text(" ")
                        html.element(.span, .class("soft"), text: view.stateName(match.need.state))
                    }
                    MatchParts(view: view, score: match.score, name: match.need.title).sum()
                }
            }
        }
    }
}
