import Domain
import Frame
import Insight
import Locales
import Markup
import Matches
import Reference

/// The published points with the reason for each, for everybody.
enum MatchWeightsView {
    static func answer(_ exchange: Exchange, _ matches: Matches) async -> Answer {
        let view = View(exchange)
        let html = view.html
        let weights = matches.weights
        let head = PageHead(
            title: view.say("match.weights.title"), summary: view.say("match.weights.lead"), section: .cooperation)
        return await view.page(head) {
            view.pageHead(view.say("match.weights.title"), lead: view.say("match.weights.lead"))
            view.table(view.say("match.weights.title"), style: "data") {
                view.headRow([
                    (view.say("match.column.criterion"), false), (view.say("match.column.weight"), true),
                    (view.say("match.column.how"), false), (view.say("match.column.reason"), false),
                ])
                html.element(.tbody) {
                    for fact in weights {
                        html.element(.tr) {
                            html.element(
                                .th, .scope("row"), text: view.say("match.criterion.\(fact.criterion.rawValue)"))
                            html.element(.td, .class("n"), text: view.number(fact.weight))
                            html.element(.td, text: view.say("match.how.\(fact.criterion.rawValue)"))
                            html.element(.td, text: fact.reason[LanguageTag(view.words.tag)])
                        }
                    }
                    html.element(.tr, .class("sum")) {
                        html.element(.th, .scope("row"), text: view.say("match.weights.total"))
                        html.element(.td, .class("n"), text: view.number(weights.reduce(0) { $0 + $1.weight }))
                        html.element(.td) {}
                        html.element(.td) {}
                    }
                }
            }
            view.section("hard", view.say("match.hard.title"), view.say("match.hard.lead")) {
                html.element(.ul) {
                    for condition in HardCondition.allCases {
                        html.element(.li, text: view.say("match.hard.\(condition.rawValue)"))
                    }
                }
            }
            view.section("limits", view.say("match.limits.title"), view.say("match.limits.lead")) {}
        }
    }
}
