import Domain
import Frame
import Locales
import Markup
import Operations

/// The page of one recommendation: its words first, then what was said of it and where all of it comes from.
struct RecommendationView {
    let view: View
    let page: RecommendationPage
    let suggestions: TagSuggestions
    let coordinator: Signed?
    let similar: SimilarPage
    /// Where it stands: an issue for each State it speaks to that has one.
    var issues: [IssueSummary] = []
    /// What rooms further up say of it.
    var asides: [RecordAside] = []
    /// Where workspaces of its reader speak of it.
    var mentions: [(workspace: Workspace, found: RecordMention)] = []

    /// `refused`: why a decision on its tags was not taken.
    static func answer(
        _ exchange: Exchange, refused: String? = nil, status: Int = 200
    ) async throws(WebError) -> Answer {
        guard let id = RecommendationID(exchange.value("id")) else { throw .notFound }
        let page: RecommendationPage
        let similar: SimilarPage
        let issues: [IssueSummary]
        let suggestions: TagSuggestions
        do {
            page = try await exchange.site.library.recommendation(id)
            similar = try await exchange.site.library.similar(
                page.recommendation.id, limit: SimilarView.shortLimit, language: exchange.language)
            issues = try await exchange.site.issues.issues(of: page.recommendation.id)
            suggestions = try await exchange.site.tags.suggestions(for: page.recommendation)
        } catch {
            throw WebError(error)
        }
        let session = try await Signed.found(exchange)
        let view = View(exchange, session: session)
        let signed = session.map { Signed(exchange: exchange, session: $0) }
        let content = RecommendationView(
            view: view, page: page, suggestions: suggestions,
            coordinator: signed.flatMap { $0.isCoordinator ? $0 : nil }, similar: similar, issues: issues,
            asides: try await exchange.recordAsides(of: .recommendation(page.recommendation.id)),
            mentions: try await view.recordMentions(of: .recommendation(page.recommendation.id)))
        var head = PageHead(title: content.title)
        head.crumbs = content.crumbs
        head.path = "/recommendations/\(id)"
        head.feeds = view.feeds(of: .recommendation(page.recommendation.id))
        return await view.page(head, status: status) {
            if let refused {
                view.problem(refused)
            } else if let said = exchange.query.first("said"), view.words.has("tagSaid.\(said)"), session != nil {
                view.done(view.say("tagSaid.\(said)"))
            }
            content.write()
        }
    }

    private var html: HTMLWriter { view.html }
    private var record: Recommendation { page.recommendation }

    private var documentName: String { view.documentName(page.document) }

    private var title: String {
        guard let paragraph = record.paragraph else { return documentName }
        return view.say(
            "record.title", ["document": .text(documentName), "paragraph": .text(paragraph.printed)])
    }

    private var crumbs: [(address: String, name: String)] {
        var crumbs: [(address: String, name: String)] = []
        if let state = record.states.first { crumbs.append((view.stateAddress(state), view.stateName(state))) }
        crumbs.append((view.documentAddress(page.document.id), documentName))
        return crumbs
    }

    private func write() {
        // In the order of importance, as a phone and paper have it; wide screens put the facts beside.
        html.element(.article, .class("beside of-record")) {
            html.element(.div) {
                view.pageHead(kicker: view.say("kind.\(record.kind.rawValue)"), title)
                WordsOfRecord(view: view, record: record, otherWordings: page.otherWordings).write()
            }
            html.element(.aside, .label(view.say("record.facts"))) { facts() }
            html.element(.div, .class("rest")) {
                if !record.positions.isEmpty || record.position != nil {
                    PositionHistory(view: view, record: record).write()
                }
                SayingsOfRecord(view: view, page: page).write()
                for aside in asides { aside.write(view) }
                TagsOfRecord(
                    view: view, record: record, suggestions: suggestions, coordinator: coordinator
                ).write()
                SimilarView(view: view, similar: similar, record: record).writeSection()
                OriginOfRecord(view: view, page: page).write()
            }
        }
        neighbours()
    }

    private func facts() {
        html.element(.h2, .class("hidden"), text: view.say("record.facts"))
        html.element(.dl, .class("facts-list")) {
            if let position = record.position { view.fact(view.facetName(.position)) { view.position(position) } }
            if !issues.isEmpty { view.fact(view.say("issue.kicker")) { for issue in issues { self.issue(issue) } } }
            view.recordMentions(mentions)
            if !record.states.isEmpty { view.fact(view.facetName(.state)) { view.stateLinks(record.states) } }
            if !record.recommending.isEmpty {
                view.fact(view.facetName(.recommending)) { view.stateLinks(record.recommending) }
            }
            view.fact(view.facetName(.mechanism)) {
                let code = page.document.mechanism.rawValue
                view.link(view.topicAddress(.mechanism, code), view.name(.mechanism, code))
            }
            view.fact(view.facetName(.document)) {
                html.element(.a, .href(view.documentAddress(page.document.id)), .dir("auto"), text: documentName)
            }
            if let paragraph = record.paragraph {
                view.fact(view.say("record.paragraphLabel")) {
                    html.element(.span, .dir("ltr"), text: paragraph.printed)
                }
            }
            if let date = record.published {
                view.fact(view.say("record.published")) {
                    html.element(.time, .datetime(date.description), text: view.date(date))
                }
            }
            if let cycle = record.cycle { searchFact(.cycle, String(cycle)) }
            if let session = record.session { searchFact(.session, String(session)) }
            if let action = record.effectiveAction { searchFact(.action, String(action.rawValue)) }
            if let address = page.document.address {
                view.fact(view.say("record.official")) {
                    html.element(.a, .href(address), .rel("external"), text: view.say("record.readOfficial"))
                }
            }
        }
    }

    /// "Enforced disappearance (6, since 2010)", and how often it came.
    private func issue(_ summary: IssueSummary) {
        html.element(.p) {
            view.issueLink(summary.issue)
            html.text(" (" + view.issueSize(summary) + ")")
        }
        html.element(.p, .class("fine")) {
            view.repeatClass(summary.repeatClass)
            html.text(" · ")
            view.write(summary.issue.isDecided ? "issues.decided" : "issues.program")
        }
    }

    private func searchFact(_ facet: Facet, _ value: String) {
        view.fact(view.facetName(facet)) {
            view.link(view.searchAddress([(facet, value)]), view.valueName(facet, value))
        }
    }

    private func neighbours() {
        guard page.previous != nil || page.next != nil else { return }
        html.element(.nav, .class("pager"), .label(view.say("record.neighbours"))) {
            if let previous = page.previous { neighbour(previous, "record.previous", "prev") }
            if let next = page.next { neighbour(next, "record.next", "next") }
        }
    }

    private func neighbour(_ neighbour: Neighbour, _ key: String, _ relation: String) {
        html.element(.a, .href(view.recommendationAddress(neighbour.id)), .rel(relation)) {
            view.write(key, ["paragraph": .text(neighbour.paragraph?.printed ?? "")])
        }
    }
}
