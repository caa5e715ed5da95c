import Domain
import Frame
import Locales
import Markup
import Practices

/// One of the workspace's own practices: where it stands, what it says, what reviewers said, and the forms that take it further.
struct OwnPracticeView {
    let view: View
    let visit: Visit
    let own: OwnPracticeReading
    let edition: PracticeEdition
    let proposals: [ProposedLink]

    static func answer(_ visit: Visit, _ practices: Practices) async throws(WebError) -> Answer {
        let id: PracticeID = try visit.id()
        let own = try await visit.run { () throws(WorkspaceError) in
            try await practices.find(id, language: visit.exchange.language, visit.member)
        }
        guard let edition = own.latest, let text = PracticeContentView.text(edition.content, visit.exchange) else {
            throw .notFound
        }
        var proposals: [ProposedLink] = []
        if edition.status == .draft, visit.may(.writePractices) {
            proposals = try await visit.run { () throws(WorkspaceError) in
                try await practices.proposals(for: id, language: visit.exchange.language, visit.member)
            }
        }
        let view = View(visit)
        let content = OwnPracticeView(view: view, visit: visit, own: own, edition: edition, proposals: proposals)
        var head = PageHead(title: text.title, place: .practices)
        head.crumbs = [(view.address(visit.path("/practices")), view.say("practice.title"))]
        return await view.page(head) { content.write(text) }
    }

    private var html: HTMLWriter { view.html }
    private var id: PracticeID { own.practice.id }
    private var version: Int { own.practice.version }
    private func path(_ rest: String) -> String { visit.path("/practices/\(id)\(rest)") }

    private func write(_ text: PracticeText) {
        let content = PracticeContentView(
            view: view, content: edition.content, text: text, path: path(""), issues: own.issues,
            recommendations: own.recommendations)
        view.practiceSaid()
        content.head()
        standing()
        if visit.may(.writePractices) { steps() }
        reviews()
        html.element(.div, .class("beside of-record practice")) {
            html.element(.div) { content.sections() }
            html.element(.aside, .label(view.say("record.facts"))) {
                html.element(.dl, .class("facts-list")) {
                    content.facts()
                    content.contact()
                    held()
                    if let source = own.source {
                        view.fact(view.say("practice.source")) { html.element(.bdi, text: source) }
                    }
                    if visit.may(.seeHistory) {
                        view.fact(view.say("workspace.nav.history")) {
                            view.link(
                                view.address(visit.path("/history/practice/\(id)")), view.say("plan.history"))
                        }
                    }
                }
            }
        }
        if edition.status == .draft, visit.may(.writePractices) {
            PracticeLinksView(view: view, path: path(""), own: own, edition: edition, proposals: proposals).write()
            versions()
        }
        PracticeUseView(view: view, use: own.adoptions).write()
        editions()
    }

    /// What readers outside will not see.
    private func held() {
        let content = edition.content
        var parts: [String] = []
        if content.isAnonymous { parts.append(view.say("practice.held.name")) }
        if content.isPlaceWithheld { parts.append(view.say("practice.held.place")) }
        if content.isContactWithheld || content.isAnonymous { parts.append(view.say("practice.held.contact")) }
        guard !parts.isEmpty else { return }
        view.fact(view.say("practice.held")) { html.text(view.joined(parts)) }
    }

    private func standing() {
        html.element(.p, .class("notice")) {
            html.element(.strong, text: view.standing(edition.status))
            html.text(" ")
            html.text(view.say("practiceStatus.about.\(edition.status.rawValue)"))
            if own.practice.publishedEdition != nil {
                html.text(" ")
                view.link(view.address("/practices/\(id)"), view.say("practice.seePublic"))
            }
        }
        if let why = own.practice.withdrawnWhy {
            html.element(.p) {
                view.write("practice.withdrawnBecause") { _ in html.element(.q, .dir("auto"), text: why) }
            }
        }
    }

    private func steps() {
        html.element(.div, .class("actions")) {
            switch edition.status {
            case .draft:
                html.element(
                    .a, .class("button"), .href(view.address(path("/edit"))), text: view.say("practice.edit"))
                html.element(
                    .a, .class("button plain"), .href(view.address(path("/version"))),
                    text: view.say("practice.version.title"))
                view.act(path("/hand-in"), view.say("practice.handIn"), version: version)
            case .handedIn, .inReview:
                view.act(path("/take-back"), view.say("practice.takeBack"), version: version)
            case .returned, .published, .withdrawn, .replaced:
                view.act(path("/revise"), view.say("practice.revise"), version: version)
            }
        }
        if edition.status == .draft { html.element(.p, .class("hint"), text: view.say("practice.handIn.hint")) }
        if own.practice.publishedEdition != nil {
            view.fold(view.say("practice.withdraw")) {
                view.act(path("/withdraw"), view.say("practice.withdraw"), version: version) {
                    view.textArea(
                        "why", view.say("practice.why"), "", language: view.exchange.language.rawValue, rows: 2)
                }
            }
        }
    }

    private func reviews() {
        guard !own.reviews.isEmpty else { return }
        view.section("reviews", view.say("practice.said")) {
            html.element(.ul, .class("said-list")) {
                for review in own.reviews { html.element(.li) { PracticeReviewLine(view: view).write(review) } }
            }
        }
    }

    private func versions() {
        let others = edition.content.texts.filter { !$0.isOriginal }
        guard !others.isEmpty else { return }
        view.section("versions", view.say("practice.versions")) {
            html.element(.ul, .class("said-list")) {
                for text in others {
                    html.element(.li) {
                        html.element(.p) {
                            html.element(.strong, .lang(text.language.rawValue), text: view.endonym(text.language))
                            html.text(" · ")
                            view.link(
                                view.address(path("/version"), [("version", text.language.rawValue)]),
                                view.say("practice.edit"))
                        }
                        view.act(path("/version-remove"), view.say("practice.version.remove"), version: version) {
                            view.hiddenField("language", text.language.rawValue)
                        }
                    }
                }
            }
        }
    }

    private func editions() {
        guard own.editions.count > 1 else { return }
        view.section("editions", view.say("practice.editions"), view.say("practice.editions.lead")) {
            html.element(.ol, .class("timeline")) {
                for edition in own.editions {
                    html.element(.li) {
                        html.element(.time, .datetime(edition.made), text: view.moment(edition.made))
                        html.element(.p) {
                            view.write("practice.editionNumber", ["number": .number(edition.number)])
                            html.text(": ")
                            html.text(view.standing(edition.status))
                        }
                        if let text = edition.content.original {
                            html.element(
                                .p, .class("hint"), .lang(text.language.rawValue), .dir("auto"), text: text.title)
                        }
                    }
                }
            }
        }
    }
}

/// What one reviewing workspace said.
struct PracticeReviewLine {
    let view: View

    func write(_ review: PracticeReview) {
        let html = view.html
        html.element(.p) {
            html.element(
                .strong,
                text: review.verdict.map { view.say("practiceVerdict.\($0.rawValue)") } ?? view.say("practice.taken"))
            html.text(" · ")
            html.element(.bdi, text: review.reviewers)
            if review.subject.kind == .practice {
                html.text(" · ")
                html.text(view.say("practice.editionNumber", ["number": .number(review.edition)]))
            }
            html.text(" · ")
            html.text(view.dayOf(review.said ?? review.taken))
        }
        if !review.reasons.isEmpty { view.written(review.reasons, review.language) }
    }
}
