import Domain
import Frame
import Locales
import Markup
import Practices

/// A workspace's emerging issues.
enum OwnEmergingViews {
    static func list(_ visit: Visit, _ practices: Practices) async throws(WebError) -> Answer {
        let own = try await visit.run { () throws(WorkspaceError) in try await practices.emerging(visit.member) }
        let view = View(visit)
        return await view.page(head(view, visit, view.say("emerging.title"), isList: true)) {
            view.pageHead(kicker: visit.workspace.name, view.say("emerging.title"), lead: view.say("emerging.lead"))
            view.practiceSaid()
            view.html.element(.p, .class("actions")) {
                if visit.may(.writePractices) {
                    view.html.element(
                        .a, .class("button"), .href(view.address(visit.path("/emerging-issues/new"))),
                        text: view.say("emerging.new"))
                }
                view.link(view.address("/emerging-issues"), view.say("emerging.all"))
            }
            if own.isEmpty {
                view.empty(view.say("emerging.own.none")) {
                    view.html.element(.p, text: view.say("emerging.own.noneText"))
                }
            } else {
                table(own, view, visit)
            }
        }
    }

    private static func table(_ own: [EmergingIssue], _ view: View, _ visit: Visit) {
        view.table(view.say("emerging.title")) {
            view.headRow([
                (view.say("field.title"), false), (view.say("cooperation.status"), false),
                (view.say("emerging.stage"), false),
            ])
            view.html.element(.tbody) {
                for issue in own {
                    view.html.element(.tr) {
                        view.html.element(.th, .scope("row")) {
                            view.html.element(
                                .a, .href(view.address(visit.path("/emerging-issues/\(issue.id)"))),
                                .lang(issue.content.language.rawValue), .dir("auto"), text: issue.content.title)
                        }
                        view.html.element(.td, text: view.standing(issue.status))
                        view.html.element(
                            .td,
                            text: issue.standing.map { view.say("emergingStage.\($0.stage.rawValue)") }
                                ?? view.say("emerging.noStep"))
                    }
                }
            }
        }
    }

    static func new(_ visit: Visit) async -> Answer {
        let view = View(visit)
        return await view.page(head(view, visit, view.say("emerging.new"))) {
            view.pageHead(view.say("emerging.new"), lead: view.say("emerging.lead"))
            view.workForm(view.address(visit.path("/emerging-issues"))) {
                var content = EmergingContent()
                content.language = visit.exchange.language
                content.region = visit.workspace.region
                EmergingForm(view: view, visit: visit).write(content)
                view.html.element(.p) { view.submitButton(view.say("practice.new.button")) }
            }
        }
    }

    static func one(_ visit: Visit, _ practices: Practices) async throws(WebError) -> Answer {
        let id: EmergingIssueID = try visit.id()
        let (reading, reviews) = try await visit.run { () throws(WorkspaceError) in
            try await practices.emerging(id, language: visit.exchange.language, visit.member)
        }
        let view = View(visit)
        let issue = reading.outside.issue
        return await view.page(head(view, visit, issue.content.title)) {
            OwnEmergingView(view: view, visit: visit, reading: reading, reviews: reviews).write()
        }
    }

    private static func head(_ view: View, _ visit: Visit, _ title: String, isList: Bool = false) -> PageHead {
        var head = PageHead(title: title, place: .practices)
        head.crumbs = [(view.address(visit.path("/practices")), view.say("practice.title"))]
        if !isList { head.crumbs.append((view.address(visit.path("/emerging-issues")), view.say("emerging.title"))) }
        return head
    }
}

/// One of the workspace's own, with the forms that take it further.
struct OwnEmergingView {
    let view: View
    let visit: Visit
    let reading: EmergingReading
    let reviews: [PracticeReview]

    private var html: HTMLWriter { view.html }
    private var issue: EmergingIssue { reading.outside.issue }
    private func path(_ rest: String) -> String { visit.path("/emerging-issues/\(issue.id)\(rest)") }

    func write() {
        view.practiceSaid()
        var content = EmergingContentView(view: view, outside: reading.outside)
        if visit.may(.writePractices) { content.taking = EmergingTaking(path: path("")) }
        content.head()
        standing()
        if visit.may(.writePractices) { steps() }
        if !reviews.isEmpty {
            view.section("reviews", view.say("practice.said")) {
                html.element(.ul, .class("said-list")) {
                    for review in reviews { html.element(.li) { PracticeReviewLine(view: view).write(review) } }
                }
            }
        }
        content.sections()
        if visit.may(.writePractices) { adding() }
        EmergingViews.links(reading, view)
        html.element(.dl, .class("facts-list")) {
            content.facts()
            if issue.content.isAnonymous {
                view.fact(view.say("practice.held")) { html.text(view.say("practice.held.name")) }
            }
            if visit.may(.seeHistory) {
                view.fact(view.say("workspace.nav.history")) {
                    view.link(
                        view.address(visit.path("/history/emerging-issue/\(issue.id)")), view.say("plan.history"))
                }
            }
        }
    }

    private func standing() {
        html.element(.p, .class("notice")) {
            html.element(.strong, text: view.standing(issue.status))
            html.text(" ")
            html.text(view.say("practiceStatus.about.\(issue.status.rawValue)"))
            if issue.status == .published {
                html.text(" ")
                view.link(view.address("/emerging-issues/\(issue.id)"), view.say("practice.seePublic"))
            }
        }
        if issue.status == .withdrawn, let why = issue.withdrawnWhy {
            html.element(.p) {
                view.write("practice.withdrawnBecause") { _ in html.element(.q, .dir("auto"), text: why) }
            }
        }
    }

    private func steps() {
        html.element(.div, .class("actions")) {
            if issue.status == .draft {
                view.act(path("/hand-in"), view.say("practice.handIn"), version: issue.version)
            }
            if issue.status.isWithReviewers {
                view.act(path("/take-back"), view.say("practice.takeBack"), version: issue.version)
            }
        }
        if [.draft, .returned, .withdrawn].contains(issue.status) {
            view.fold(view.say("practice.edit")) {
                view.workForm(view.address(path("/edit")), version: issue.version) {
                    EmergingForm(view: view, visit: visit).write(issue.content)
                    html.element(.p) { view.submitButton(view.say("practice.save")) }
                }
            }
        }
        if issue.status == .published {
            view.fold(view.say("practice.withdraw")) {
                view.act(path("/withdraw"), view.say("practice.withdraw"), version: issue.version) {
                    view.textArea(
                        "why", view.say("practice.why"), "", language: view.exchange.language.rawValue, rows: 2)
                }
            }
        }
    }

    private func adding() {
        let language = visit.exchange.language
        let today = String(visit.exchange.site.clock.instant.prefix(10))
        view.section("add", view.say("emerging.add")) {
            view.fold(view.say("emerging.add.proponent")) {
                view.act(path("/proponent"), view.say("emerging.add.proponent")) {
                    view.select(
                        "kind", view.say("emerging.proponentKind"),
                        Proponent.Kind.allCases.map { ($0.rawValue, view.say("proponentKind.\($0.rawValue)")) },
                        chosen: Proponent.Kind.concerned.rawValue)
                    view.textField(
                        "name", view.say("emerging.proponentName"), "", hint: view.say("emerging.proponentHint"),
                        most: PracticeLimits.titleCharactersMax)
                    view.dayField("consented", view.say("emerging.consented"), "")
                }
            }
            view.fold(view.say("emerging.add.draft")) {
                view.act(path("/draft"), view.say("emerging.add.draft")) {
                    view.dayField("draftDay", view.say("emerging.day"), today)
                    view.textField(
                        "draftTitle", view.say("field.title"), "", most: PracticeLimits.titleCharactersMax)
                    view.select(
                        "draftLanguage", view.say("cooperation.textLanguage"), view.languageOptions(),
                        chosen: language.rawValue)
                    view.textArea(
                        "draftText", view.say("emerging.draftText"), "", language: language.rawValue, rows: 5)
                    view.textField(
                        "draftAddress", view.say("cooperation.address"), "", type: "url",
                        most: PracticeLimits.addressCharactersMax, direction: "ltr")
                }
            }
            view.fold(view.say("emerging.add.step")) {
                view.act(path("/step"), view.say("emerging.add.step")) {
                    view.dayField("stepDay", view.say("emerging.day"), today)
                    view.select(
                        "stage", view.say("emerging.stage"),
                        EmergingStep.Stage.allCases.map { ($0.rawValue, view.say("emergingStage.\($0.rawValue)")) },
                        chosen: EmergingStep.Stage.raised.rawValue)
                    view.select(
                        "body", view.say("emerging.body"),
                        [("", view.say("workspace.noValue"))] + view.bodyOptions(), chosen: "")
                    view.textField(
                        "bodyNote", view.say("emerging.bodyNote"), "", most: PracticeLimits.titleCharactersMax)
                    view.select(
                        "stepLanguage", view.say("cooperation.textLanguage"), view.languageOptions(),
                        chosen: language.rawValue)
                    view.textArea("note", view.say("emerging.note"), "", language: language.rawValue, rows: 3)
                    view.textField(
                        "stepAddress", view.say("cooperation.address"), "", type: "url",
                        most: PracticeLimits.addressCharactersMax, direction: "ltr")
                }
            }
        }
    }
}
