import Domain
import Frame
import Locales
import Markup
import Practices

/// Emerging issues that everybody may read.
enum EmergingViews {
    static let filters: [Parameter] = [
        PracticeAsked.search, PracticeAsked.theme,
        Parameter(
            name: "stage", form: .choice([""] + EmergingStep.Stage.allCases.map(\.rawValue)),
            summary: "What it has come to."),
        Parameter(name: "body", form: .text(charactersMax: 100), summary: "Code of a body it is or was before."),
        PracticeAsked.after,
    ]

    static func page(_ exchange: Exchange, _ practices: Practices) async throws(WebError) -> (
        EmergingFilter, EmergingPage
    ) {
        var filter = EmergingFilter()
        filter.text = PracticeAsked.asked("q", exchange) ?? ""
        filter.theme = PracticeAsked.asked("theme", exchange)
        filter.stage = PracticeAsked.asked("stage", exchange).flatMap { EmergingStep.Stage(rawValue: $0) }
        filter.body = PracticeAsked.asked("body", exchange)
        let asked = filter
        let after = PracticeAsked.asked("after", exchange).flatMap { EmergingIssueID($0) }
        let page = try await WebError.running { () throws(WorkspaceError) in
            try await practices.published(asked, after: after, limit: PracticeAsked.limit(exchange))
        }
        return (asked, page)
    }

    static func list(_ exchange: Exchange, _ practices: Practices) async throws(WebError) -> Answer {
        let (filter, page) = try await page(exchange, practices)
        let view = View(exchange)
        let head = PageHead(
            title: view.say("emerging.title"), summary: view.say("emerging.lead"), section: .cooperation)
        return await view.page(head) {
            view.pageHead(view.say("emerging.title"), lead: view.say("emerging.lead"))
            narrowing(view, filter)
            view.html.element(
                .h2, .class("practice-count"), text: view.say("emerging.count", ["count": .number(page.total)]))
            if page.issues.isEmpty {
                view.empty(view.say(filter.isEmpty ? "emerging.none.title" : "practice.noMatch.title")) {
                    view.html.element(
                        .p, text: view.say(filter.isEmpty ? "emerging.none.text" : "practice.noMatch.text"))
                }
            } else {
                view.html.element(.ul, .class("practices")) {
                    for outside in page.issues { view.html.element(.li) { entry(outside, view) } }
                }
                if let next = page.next { view.pager(next: next.description) }
            }
            view.html.element(.p) { view.link(view.address("/practices"), view.say("practice.library")) }
        }
    }

    private static func narrowing(_ view: View, _ filter: EmergingFilter) {
        view.html.element(
            .form, .class("fields practice-filters"), .method("get"), .action(view.address("/emerging-issues")),
            .role("search"), .label(view.say("emerging.filter"))
        ) {
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.exchange.language.rawValue) }
            view.textField("q", view.say("practice.filter.words"), filter.text, type: "search", most: 300)
            view.select(
                "theme", view.say("cooperation.theme"),
                [("", view.say("cooperation.any"))] + view.names.codes(.theme).map { ($0, view.name(.theme, $0)) },
                chosen: filter.theme ?? "")
            view.select(
                "stage", view.say("emerging.stage"),
                [("", view.say("cooperation.any"))]
                    + EmergingStep.Stage.allCases.map { ($0.rawValue, view.say("emergingStage.\($0.rawValue)")) },
                chosen: filter.stage?.rawValue ?? "")
            view.select(
                "body", view.say("emerging.body"), [("", view.say("cooperation.any"))] + view.bodyOptions(),
                chosen: filter.body ?? "")
            view.html.element(.p) { view.submitButton(view.say("cooperation.filter")) }
        }
    }

    private static func entry(_ outside: OutsideEmerging, _ view: View) {
        let (issue, html) = (outside.issue, view.html)
        html.element(.p, .class("kicker")) {
            html.text(
                issue.standing.map { view.say("emergingStage.\($0.stage.rawValue)") } ?? view.say("emerging.noStep"))
            if let body = issue.standing.flatMap({ view.bodyName($0) }) {
                html.text(" · ")
                html.element(.bdi, text: body)
            }
        }
        html.element(.h3) {
            html.element(
                .a, .href(view.address("/emerging-issues/\(issue.id)")), .lang(issue.content.language.rawValue),
                .dir("auto"), text: issue.content.title)
        }
        html.element(.p, .class("hint")) { view.author(outside.author, region: issue.content.region) }
    }

    static func one(_ exchange: Exchange, _ practices: Practices) async throws(WebError) -> Answer {
        guard let id = EmergingIssueID(exchange.value("id")) else { throw .notFound }
        let reading = try await WebError.running { () throws(WorkspaceError) in
            try await practices.published(id, language: exchange.language)
        }
        let view = View(exchange)
        var head = PageHead(title: reading.outside.issue.content.title, section: .cooperation)
        head.crumbs = [(view.address("/emerging-issues"), view.say("emerging.title"))]
        return await view.page(head) {
            let content = EmergingContentView(view: view, outside: reading.outside)
            view.html.element(.article, .class("beside of-record")) {
                view.html.element(.div) {
                    content.head()
                    content.sections()
                    links(reading, view)
                }
                view.html.element(.aside, .label(view.say("record.facts"))) {
                    view.html.element(.h2, .class("hidden"), text: view.say("record.facts"))
                    view.html.element(.dl, .class("facts-list")) { content.facts() }
                }
            }
        }
    }

    /// What it is linked with.
    static func links(_ reading: EmergingReading, _ view: View) {
        guard !reading.issues.isEmpty || !reading.recommendations.isEmpty || !reading.practices.isEmpty else { return }
        view.section("links", view.say("emerging.links")) {
            view.html.element(.ul, .class("plain-list")) {
                for issue in reading.issues { view.html.element(.li) { view.issueName(issue) } }
                for found in reading.recommendations { view.html.element(.li) { view.recommendationName(found) } }
            }
            if !reading.practices.isEmpty {
                PracticeList(view: view) { "/practices/\($0.id)" }.write(reading.practices)
            }
        }
    }
}
