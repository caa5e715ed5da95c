import Domain
import Frame
import Locales
import Markup
import Operations

/// The lists of mechanisms, themes with persons, and goals: names with the number of records behind each.
enum TopicLists {
    static func mechanisms(_ exchange: Exchange) async throws(WebError) -> Answer {
        let overview = try await exchange.site.overview()
        let view = View(exchange)
        return await view.page(PageHead(title: view.say("mechanisms.title"), section: .mechanisms)) {
            view.pageHead(view.say("mechanisms.title"), lead: view.say("mechanisms.lead"))
            for (kind, codes) in groups(of: .mechanism, counts: overview.mechanisms, view) {
                let title = kind.map { view.say("mechanismKind.\($0)") } ?? view.say("mechanisms.others")
                view.section("kind-\(kind ?? "other")", title) { list(codes, .mechanism, overview.mechanisms, view) }
            }
        }
    }

    static func themes(_ exchange: Exchange) async throws(WebError) -> Answer {
        let overview = try await exchange.site.overview()
        let view = View(exchange)
        return await view.page(PageHead(title: view.say("themes.title"), section: .themes)) {
            view.pageHead(view.say("themes.title"), lead: view.say("themes.lead"))
            let codes = overview.themes.values.map(\.value)
            list(sorted(codes, .theme, view), .theme, overview.themes, view)
        }
    }

    static func goals(_ exchange: Exchange) async throws(WebError) -> Answer {
        let overview = try await exchange.site.overview()
        let view = View(exchange)
        return await view.page(PageHead(title: view.say("goals.title"), section: .goals)) {
            view.pageHead(view.say("goals.title"), lead: view.say("goals.lead"))
            view.html.element(.div, .class("grid narrow")) {
                for goal in (1...17).map({ String($0) }) {
                    view.html.element(.a, .class("card goal quiet"), .href(view.topicAddress(.sdg, goal))) {
                        view.html.element(.span, .class("no"), text: goal)
                        view.html.element(.span) {
                            view.html.element(.strong, text: view.name(.goal, goal))
                            view.html.empty(.br)
                            view.html.element(
                                .span, .class("fine"),
                                text: view.say("search.total", ["count": .number(overview.goals.count(of: goal))]))
                        }
                    }
                }
            }
        }
    }

    /// Codes by what they belong to, in the order of the reference facts; codes that it does not know come last.
    private static func groups(
        of kind: Names.Kind, counts: FacetCounts, _ view: View
    ) -> [(String?, [String])] {
        let known = view.names.codes(kind)
        var order: [String?] = []
        var byParent: [String?: [String]] = [:]
        let present = Set(counts.values.map(\.value))
        let unknown = present.subtracting(known).sorted()
        for code in known.filter({ present.contains($0) }) + unknown {
            let parent = view.names.parent(kind, code)
            if byParent[parent] == nil { order.append(parent) }
            byParent[parent, default: []].append(code)
        }
        return order.map { ($0, byParent[$0] ?? []) }
    }

    private static func sorted(_ codes: [String], _ kind: Names.Kind, _ view: View) -> [String] {
        codes.sorted { Collation.key(view.name(kind, $0)) < Collation.key(view.name(kind, $1)) }
    }

    private static func list(_ codes: [String], _ kind: Names.Kind, _ counts: FacetCounts, _ view: View) {
        view.html.element(.ul, .class("columns")) {
            for code in codes {
                view.html.element(.li) {
                    view.link(view.topicAddress(counts.facet, code), view.name(kind, code))
                    view.html.element(.span, .class("count"), text: view.number(counts.count(of: code)))
                }
            }
        }
    }
}
