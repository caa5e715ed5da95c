import Domain
import Frame
import Locales
import Markup
import Operations

/// Recommendations close to one: a section of its page, and a page of their own with more of them.
struct SimilarView {
    let view: View
    let similar: SimilarPage
    let record: Recommendation

    /// How many of each kind the recommendation's own page shows, and the page of similar ones.
    static let shortLimit = 3
    static let longLimit = 20

    /// The page of similar ones.
    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        guard let id = RecommendationID(exchange.value("id")) else { throw .notFound }
        let page: RecommendationPage
        let similar: SimilarPage
        do {
            page = try await exchange.site.library.recommendation(id)
            similar = try await exchange.site.library.similar(id, limit: longLimit, language: exchange.language)
        } catch {
            throw WebError(error)
        }
        let view = View(exchange)
        let content = SimilarView(view: view, similar: similar, record: page.recommendation)
        var head = PageHead(title: view.say("similar.title"))
        head.crumbs = [
            (view.documentAddress(page.document.id), view.documentName(page.document)),
            (view.recommendationAddress(page.recommendation.id), content.number),
        ]
        return await view.page(head) { content.writePage() }
    }

    private var html: HTMLWriter { view.html }

    private var number: String {
        record.paragraph.map { view.say("record.paragraph", ["number": .text($0.printed)]) }
            ?? view.say("kind.\(record.kind.rawValue)")
    }

    private func writePage() {
        view.pageHead(kicker: number, view.say("similar.title"), lead: view.say("similar.text"))
        if similar.isEmpty { html.element(.p, text: view.say("similar.none")) }
        for group in similar.groups where !group.items.isEmpty {
            view.section("similar-\(group.scope.rawValue)", view.say("similar.\(group.scope.rawValue)")) {
                list(group.items)
            }
        }
        correction()
    }

    /// The section of the recommendation's page; nothing where nothing is close.
    func writeSection() {
        guard !similar.isEmpty else { return }
        view.section("similar", view.say("similar.title"), view.say("similar.text")) {
            for group in similar.groups where !group.items.isEmpty {
                html.element(.h3, text: view.say("similar.\(group.scope.rawValue)"))
                list(group.items)
            }
            html.element(.p) {
                view.link(view.address("/recommendations/\(record.id)/similar"), view.say("similar.all"))
            }
            correction()
        }
    }

    private func list(_ items: [SimilarRecommendation]) {
        html.element(.ol, .class("records")) {
            for item in items {
                html.element(.li, .class("record")) {
                    view.record(item.summary)
                    html.element(.p, .class("fine")) { reason(item) }
                }
            }
        }
    }

    /// "The same, reworded. Words in common: … Both speak of: …"
    private func reason(_ item: SimilarRecommendation) {
        var sentences: [() -> Void] = []
        switch item.reason.kind {
        case .same: sentences.append { view.write("similar.same") }
        case .reworded: sentences.append { view.write("similar.reworded") }
        case .instrument, .words, .themes: break
        }
        if !item.reason.instruments.isEmpty {
            sentences.append { named("similar.instruments", "instruments", item.reason.instruments, item) }
        }
        if item.reason.kind != .same, !item.reason.words.isEmpty {
            sentences.append { named("similar.words", "words", item.reason.words, item) }
        }
        let tags =
            item.reason.themes.map { view.name(.theme, $0) } + item.reason.persons.map { view.name(.person, $0) }
        if !tags.isEmpty {
            sentences.append {
                view.write("similar.tags", ["tags": .text(tags.joined(separator: view.say("list.comma")))])
            }
        }
        for (index, sentence) in sentences.enumerated() {
            if index > 0 { html.text(" ") }
            sentence()
        }
    }

    /// A sentence with words of the record, in their own language and direction.
    private func named(_ key: String, _ name: String, _ words: [String], _ item: SimilarRecommendation) {
        view.write(key) { _ in
            for (index, word) in words.enumerated() {
                if index > 0 { html.text(view.say("list.comma")) }
                html.element(.bdi, .lang(name == "words" ? item.summary.language.rawValue : "en"), text: word)
            }
        }
    }

    private func correction() {
        guard let state = record.states.first else { return }
        html.element(.p, .class("fine")) {
            view.write("similar.correct") { _ in
                view.link(
                    view.address("/states/\(PercentCoding.encode(state.rawValue))/issues"),
                    view.say("similar.issues", ["state": .text(view.stateName(state))]))
            }
        }
    }
}
