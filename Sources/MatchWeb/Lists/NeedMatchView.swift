import Domain
import Frame
import Insight
import Locales
import Markup
import Matches
import People

/// Help for one need: the list with its reasons, what is no match and why, and what people decided.
struct NeedMatchView {
    /// As many fit in a page on a poor line.
    static let matchesMax = 10
    /// Only help from there.
    static let source = Parameter(
        name: "source", form: .choice([""] + HelpSource.allCases.map(\.rawValue)), summary: "Where help comes from.")

    let view: View
    let visit: Visit
    let list: NeedShortlist

    static func answer(_ visit: Visit, _ matches: Matches) async throws(WebError) -> Answer {
        let list = try await list(visit, matches, limit: matchesMax)
        let view = View(visit)
        let content = NeedMatchView(view: view, visit: visit, list: list)
        var head = PageHead(title: view.say("match.need.title", ["title": .text(list.need.title)]), place: .matches)
        head.crumbs = [(view.address(visit.path("/matches")), view.say("match.title"))]
        return await view.page(head) { content.write() }
    }

    static func list(
        _ visit: Visit, _ matches: Matches, limit: Int
    ) async throws(WebError) -> NeedShortlist {
        let id: NeedID = try visit.id()
        let asked = visit.exchange.query.first("source").flatMap { HelpSource(rawValue: $0) }
        let sources = asked.map { Set([$0]) } ?? Set(HelpSource.allCases)
        return try await visit.run { () throws(WorkspaceError) in
            try await matches.shortlist(for: id, visit.member, ShortlistQuestion(sources: sources, limit: limit))
        }
    }

    private var html: HTMLWriter { view.html }
    private var path: String { "/matches/needs/\(list.need.id)" }
    private var decisions: MatchDecisions { MatchDecisions(view: view, visit: visit, path: path) }

    private func write() {
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker"), text: view.say("match.need.kicker"))
            html.element(.h1, .lang(list.need.language.rawValue), .dir("auto"), text: list.need.title)
            html.element(.p, .class("lead"), text: view.say("match.need.lead"))
        }
        view.matchSaid()
        if !list.isPublished { html.element(.p, .class("notice"), text: view.say("match.unpublished")) }
        html.element(.p) {
            view.link(view.address(visit.path("/needs/\(list.need.id)")), view.say("match.need.see"))
            html.text(" · ")
            view.link(view.address("/cooperation/weights"), view.say("match.weights.title"))
        }
        ways()
        shown()
        refusals()
        decisions.list(list.decisions, \.rejection) { decision in
            if let card = decision.card {
                HelpName(view: view, visit: visit, card: card).link()
            } else {
                html.text(view.say("match.gone"))
            }
        }
    }

    /// The kinds of help as links that narrow the list, with how much was compared. None kept here is no finding that there is none.
    private func ways() {
        let asked = visit.exchange.query.first("source") ?? ""
        html.element(.nav, .class("match-ways"), .label(view.say("match.source.label"))) {
            html.element(.ul) {
                way("", view.say("match.source.all"), asked)
                for source in HelpSource.allCases {
                    let name = view.say("match.source.many.\(source.rawValue)")
                    let text = view.say(
                        "match.source.count",
                        ["name": .text(name), "count": .number(list.compared[source] ?? 0)])
                    way(source.rawValue, text, asked)
                }
            }
        }
        for source in HelpSource.allCases where (list.compared[source] ?? 0) == 0 {
            guard asked.isEmpty || asked == source.rawValue else { continue }
            html.element(.p, .class("hint"), text: view.say("match.noData.\(source.rawValue)"))
        }
    }

    private func way(_ value: String, _ text: String, _ asked: String) {
        html.element(.li) {
            html.element(
                .a, .href(view.address(visit.path(path), value.isEmpty ? [] : [("source", value)])),
                .custom("aria-current", value == asked ? "true" : nil), text: text)
        }
    }

    private func shown() {
        view.section("list", view.say("match.list.title"), view.say("match.list.lead")) {
            if list.matches.isEmpty { html.element(.p, text: view.say("match.list.none")) }
            html.element(.ol, .class("match-list")) {
                for (place, match) in list.matches.enumerated() {
                    html.element(.li, .class("card")) { card(match, place) }
                }
            }
            decisions.keptAway(list.keptAway)
        }
    }

    private func card(_ match: NeedShortlist.Match, _ place: Int) {
        let name = HelpName(view: view, visit: visit, card: match.card)
        html.element(.h3) { name.link() }
        html.element(.p, .class("hint")) { name.origin() }
        MatchParts(view: view, score: match.score, name: name.plain, isOpen: place == 0).write()
        guard visit.may(.decideMatches) else { return }
        if list.isPublished {
            html.element(.p) { view.link(name.introduction(list.need.id), view.say("match.introduce")) }
        }
        decisions.reject(field: "help", value: match.card.id.description, name: name.plain, place: place)
    }

    private func refusals() {
        guard !list.refusals.isEmpty else { return }
        view.section("why-not", view.say("match.whyNot.title"), view.say("match.whyNot.lead")) {
            html.element(.ul, .class("match-refusals")) {
                for refusal in list.refusals {
                    let name = HelpName(view: view, visit: visit, card: refusal.card)
                    html.element(.li) {
                        html.element(.p) {
                            name.link()
                            html.text(" ")
                            html.element(.span, .class("soft")) { name.origin() }
                        }
                        html.element(.ul) {
                            for obstacle in refusal.obstacles {
                                html.element(.li) { html.element(.bdi, text: view.words(obstacle)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
