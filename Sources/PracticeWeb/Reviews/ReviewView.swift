import Domain
import Frame
import Locales
import Markup
import Practices

/// What waits, as a reviewer reads it, with the form of her workspace's review.
enum ReviewView {
    static func practice(_ visit: Visit, _ practices: Practices) async throws(WebError) -> Answer {
        let id: PracticeID = try visit.id()
        let (practice, reviews) = try await visit.run { () throws(WorkspaceError) in
            try await practices.waiting(id, visit.member)
        }
        guard let text = PracticeContentView.text(practice.content, visit.exchange) else { throw .notFound }
        let view = View(visit)
        let path = visit.path("/practices/reviews/\(id)")
        let content = PracticeContentView(view: view, content: practice.content, text: text, path: path)
        return await view.page(head(view, visit, text.title)) {
            view.practiceSaid()
            content.head()
            view.html.element(.div, .class("beside of-record practice")) {
                view.html.element(.div) { content.sections() }
                view.html.element(.aside, .label(view.say("record.facts"))) {
                    view.html.element(.dl, .class("facts-list")) {
                        content.facts()
                        view.fact(view.say("practice.author")) {
                            view.author(practice.author, region: practice.content.region)
                        }
                        content.contact()
                    }
                }
            }
            form(view, path, edition: practice.number, reviews, visit)
        }
    }

    static func emerging(_ visit: Visit, _ practices: Practices) async throws(WebError) -> Answer {
        let id: EmergingIssueID = try visit.id()
        let (outside, reviews) = try await visit.run { () throws(WorkspaceError) in
            try await practices.waiting(id, visit.member)
        }
        let view = View(visit)
        let path = visit.path("/practices/reviews/emerging/\(id)")
        return await view.page(head(view, visit, outside.issue.content.title)) {
            view.practiceSaid()
            let content = EmergingContentView(view: view, outside: outside)
            content.head()
            content.sections()
            view.html.element(.dl, .class("facts-list")) { content.facts() }
            form(view, path, edition: outside.issue.round, reviews, visit)
        }
    }

    private static func head(_ view: View, _ visit: Visit, _ title: String) -> PageHead {
        var head = PageHead(title: title, place: .practices)
        head.crumbs = [
            (view.address(visit.path("/practices")), view.say("practice.title")),
            (view.address(visit.path("/practices/reviews")), view.say("practice.reviews")),
        ]
        return head
    }

    private static func form(
        _ view: View, _ path: String, edition: Int, _ reviews: [PracticeReview], _ visit: Visit
    ) {
        let html = view.html
        let own = reviews.first { $0.workspace == visit.workspace.id }
        view.section("review", view.say("practice.review"), view.say("practice.review.lead")) {
            html.element(.ul, .class("said-list")) {
                for review in reviews where review.verdict != nil {
                    html.element(.li) { PracticeReviewLine(view: view).write(review) }
                }
            }
            guard own?.verdict == nil else { return }
            if own == nil {
                view.act(path + "/take", view.say("practice.takeUp"))
            } else {
                html.element(.p, .class("hint"), text: view.say("practice.taken.own"))
            }
            view.workForm(view.address(path + "/review")) {
                view.hiddenField("edition", "\(edition)")
                view.select(
                    "verdict", view.say("practice.verdict"),
                    PracticeReview.Verdict.allCases.map { ($0.rawValue, view.say("practiceVerdict.\($0.rawValue)")) },
                    chosen: PracticeReview.Verdict.publish.rawValue)
                view.languageField("language", view.exchange.language)
                view.textArea(
                    "reasons", view.say("practice.reasons"), "", language: view.exchange.language.rawValue, rows: 5)
                html.element(.p, .class("hint"), text: view.say("practice.reasonsHint"))
                html.element(.p) { view.submitButton(view.say("practice.review.button")) }
            }
        }
    }
}

/// What forms of reviews do.
struct ReviewActions {
    private let visit: Visit
    private let form: Query
    private let practices: Practices

    init(_ visit: Visit, _ form: Query, _ practices: Practices) {
        self.visit = visit
        self.form = form
        self.practices = practices
    }

    func take() async throws(WebError) -> Answer {
        let id: PracticeID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in try await practices.takeUp(id, by: visit.member) }
        return back("/practices/reviews/\(id)", "taken")
    }

    func takeEmerging() async throws(WebError) -> Answer {
        let id: EmergingIssueID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in try await practices.takeUp(id, by: visit.member) }
        return back("/practices/reviews/emerging/\(id)", "taken")
    }

    func review() async throws(WebError) -> Answer {
        let id: PracticeID = try visit.id()
        let said = try said()
        try await visit.run { () throws(WorkspaceError) in
            try await practices.review(
                id, edition: said.edition, said.verdict, reasons: form.words("reasons"), language: said.language,
                by: visit.member)
        }
        return back("/practices/reviews", "reviewed")
    }

    func reviewEmerging() async throws(WebError) -> Answer {
        let id: EmergingIssueID = try visit.id()
        let said = try said()
        try await visit.run { () throws(WorkspaceError) in
            try await practices.review(
                id, round: said.edition, said.verdict, reasons: form.words("reasons"), language: said.language,
                by: visit.member)
        }
        return back("/practices/reviews", "reviewed")
    }

    private func said() throws(WebError) -> (
        edition: Int, verdict: PracticeReview.Verdict, language: LanguageTag
    ) {
        guard let edition = Int(form.words("edition")) else {
            throw .invalid([.init(name: "edition", allowed: "practice.numbers")])
        }
        return (
            edition, try form.choice("verdict", PracticeReview.Verdict.self), LanguageTag(form.words("language"))
        )
    }

    private func back(_ path: String, _ said: String) -> Answer {
        .seeOther(View(visit).address(visit.path(path), [("said", said)]))
    }
}
