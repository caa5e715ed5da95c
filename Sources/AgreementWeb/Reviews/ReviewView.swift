import Agreements
import Cooperation
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// An agreement's reviews over time: what was computed and how, and what each side answered, side by side and never averaged.
struct ReviewView {
    let view: View
    let visit: Visit
    let book: ReviewBook

    private var html: HTMLWriter { view.html }
    private func path(_ rest: String) -> String {
        view.address(visit.path("/agreements/\(book.agreement.id)/reviews\(rest)"))
    }

    static func answer(_ visit: Visit, _ agreements: Agreements) async throws(WebError) -> Answer {
        let id: AgreementID = try visit.id()
        let book = try await visit.run { () throws(WorkspaceError) in
            try await agreements.reviews(of: id, visit.member)
        }
        let view = View(visit)
        let content = ReviewView(view: view, visit: visit, book: book)
        var head = PageHead(
            title: view.say("review.of", ["title": .text(book.version.terms.title)]), place: .agreements, isWide: true)
        head.crumbs = [(view.address(visit.path("/agreements/reviews")), view.say("review.title"))]
        return await view.page(head) { content.write() }
    }

    /// Answers that were chosen in one form; those that say nothing new are left.
    static func save(_ visit: Visit, _ form: Query, _ agreements: Agreements) async throws(WebError) -> Answer {
        let id: AgreementID = try visit.id()
        guard let day = CalendarDate(visit.exchange.value("day")) else { throw .notFound }
        let drafts = ReviewIndicator.allCases.compactMap { indicator -> ReviewDraft? in
            let name = indicator.rawValue
            return ReviewAnswer.Value(rawValue: form.words(name)).map {
                ReviewDraft(
                    indicator, $0, reason: form.words(name + "-reason"), evidence: form.words(name + "-evidence"))
            }
        }
        try await visit.run { () throws(WorkspaceError) in
            try await agreements.answer(drafts, on: day, in: id, by: visit.member)
        }
        return visit.back("/agreements/\(id)/reviews", "answeredReview")
    }

    private func write() {
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker"), text: view.say("review.title"))
            html.element(
                .h1, .lang(book.version.terms.language.rawValue), .dir("auto"), text: book.version.terms.title)
        }
        view.saidOfAgreement()
        if visit.may(.seeCooperation) {
            html.element(.p) {
                view.link(
                    view.address(visit.path("/agreements/\(book.agreement.id)")), view.say("agreement.one"))
            }
        }
        direction()
        ComputedPart(view: view, book: book).write()
        answers()
        forms()
    }

    private func direction() {
        view.section("direction", view.say("review.direction"), view.say("review.directionText")) {
            html.element(.p) { html.element(.strong, text: view.say("flow.\(book.direction.rawValue)")) }
            html.element(.dl, .class("facts-list")) {
                view.fact(view.say("review.givers")) {
                    names(Set(book.version.terms.contributions.map(\.giver)))
                }
                view.fact(view.say("review.getters")) {
                    names(Set(book.version.terms.contributions.compactMap(\.receiver)))
                }
            }
        }
    }

    private func names(_ ids: Set<WorkspaceID>) {
        guard !ids.isEmpty else {
            html.element(.span, .class("soft"), text: view.say("review.allOthers"))
            return
        }
        for id in ids.sorted() {
            html.element(.p) {
                if let actor = book.actors[id] { view.actor(actor) } else { view.party(id, book.actors) }
            }
        }
    }

    private func name(_ respondent: Respondent) -> String {
        let party = view.partyName(respondent.workspace, book.actors)
        guard let institution = respondent.institution else { return party }
        return view.say(
            "review.institutionOf",
            ["institution": .text(book.institutions[institution] ?? ""), "party": .text(party)])
    }

    /// One table a review day: a row an indicator, a column a respondent.
    private func answers() {
        view.section("answers", view.say("review.answers"), view.say("review.answersText")) {
            if book.days.isEmpty { html.element(.p, text: view.say("agreement.noReviews")) }
            for day in book.days.reversed() { self.day(day) }
        }
    }

    private func day(_ day: CalendarDate) {
        let answers = book.sayings.answers(on: day)
        let parties = book.version.parties.map { Respondent(workspace: $0.workspace) }
        let all = parties + answers.keys.filter { !parties.contains($0) }.sorted()
        html.element(.h3, text: view.date(day))
        guard !answers.isEmpty else {
            html.element(.p, text: view.say(book.today < day ? "review.notYet" : "review.nobody"))
            return
        }
        view.table(view.say("review.tableOf", ["day": .text(view.date(day))]), style: "wide") {
            view.headRow([(view.say("review.question"), false)] + all.map { (name($0), false) })
            html.element(.tbody) {
                for indicator in ReviewIndicator.allCases {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            html.text(view.say("indicator.\(indicator.rawValue)"))
                            html.element(
                                .p, .class("hint"), text: view.say("benchmarkKind.\(indicator.kind.rawValue)"))
                        }
                        for respondent in all { cell(answers[respondent]?[indicator]) }
                    }
                }
            }
        }
    }

    private func cell(_ answer: ReviewAnswer?) {
        html.element(.td) {
            guard let answer else {
                html.element(.span, .class("soft"), text: view.say("agreement.notSaidYet"))
                return
            }
            html.element(.strong, text: view.say("reviewValue.\(answer.value.rawValue)"))
            if !answer.reason.isEmpty { html.element(.p, .dir("auto"), text: answer.reason) }
            if !answer.evidence.isEmpty {
                html.element(.p) {
                    html.element(
                        .a, .href(answer.evidence), .rel("noopener noreferrer"), text: view.say("agreement.evidence"))
                }
            }
        }
    }

    private func forms() {
        guard let respondent = book.respondent else { return }
        let open = book.version.terms.reviewDays.filter { $0 <= book.today }
        for day in open.reversed().prefix(3) {
            let own = book.sayings.answers(on: day)[respondent] ?? [:]
            view.fold(
                view.say("review.answerFor", ["who": .text(ownName(respondent)), "day": .text(view.date(day))]),
                isOpen: own.isEmpty && day == open.last
            ) {
                html.element(.p, .class("hint"), text: view.say("review.formText"))
                view.workForm(path("/\(day)")) {
                    for indicator in ReviewIndicator.allCases { question(indicator, own[indicator]) }
                    html.element(.p) { view.submitButton(view.say("review.save")) }
                }
            }
        }
    }

    private func ownName(_ respondent: Respondent) -> String {
        respondent.institution == nil ? visit.workspace.name : view.say("review.yourInstitution")
    }

    private func question(_ indicator: ReviewIndicator, _ answer: ReviewAnswer?) {
        let name = indicator.rawValue
        html.element(.fieldset, .class("fields line")) {
            html.element(.legend, text: view.say("indicator.\(name)"))
            view.select(
                name, view.say("review.value"),
                [("", view.say(answer == nil ? "review.leave" : "review.keep"))]
                    + ReviewAnswer.Value.allCases.map { ($0.rawValue, view.say("reviewValue.\($0.rawValue)")) },
                chosen: "", hint: view.say("indicator.\(name).hint"))
            view.textField(
                name + "-reason", view.say("review.reason"), "", most: AgreementLimits.textCharactersMax)
            view.textField(
                name + "-evidence", view.say("agreement.evidenceLink"), "", type: "url", most: 2_000, direction: "ltr")
        }
    }
}
