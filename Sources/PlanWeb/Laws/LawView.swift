import Domain
import FollowUpWeb
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// One law: its dated way through parliament, its norms, and what it serves.
struct LawView {
    /// As many as are named; the others are numbers.
    private static let namedMax = 40

    let view: View
    let visit: Visit
    let record: LawRecord
    let institutions: [Institution]
    /// What it serves, by name.
    let texts: [LawLink: String]
    let comments: CommentsPart

    static func answer(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let id: LawID = try visit.id()
        let record = try await visit.run { () throws(WorkspaceError) in try await plans.laws.find(id, visit.member) }
        let institutions = try await visit.run { () throws(WorkspaceError) in
            try await Institutions(plans.store).all(visit.member)
        }
        let comments = try await visit.run { () throws(WorkspaceError) in
            try await CommentsPart(record.law.subject, plans, visit)
        }
        let view = View(visit)
        let content = LawView(
            view: view, visit: visit, record: record, institutions: institutions,
            texts: try await names(of: record.law.links.prefix(namedMax), visit, plans, view), comments: comments)
        var head = PageHead(title: record.law.title, place: .laws)
        head.crumbs = [(view.address(visit.path("/laws")), view.say("law.title"))]
        return await view.page(head) { content.write() }
    }

    private static func names(
        of links: ArraySlice<LawLink>, _ visit: Visit, _ plans: Plans, _ view: View
    ) async throws(WebError) -> [LawLink: String] {
        let subjects = links.filter { $0.kind == .commitment }.map { Subject(.commitment, $0.id) }
        let titles = try await visit.run { () throws(WorkspaceError) in
            try await plans.titles.of(subjects, visit.member)
        }
        var texts: [LawLink: String] = [:]
        for link in links {
            switch link.kind {
            case .commitment: texts[link] = titles[Subject(.commitment, link.id)].map { PlanTitle.short($0, 160) }
            case .issue:
                let page = try? await plans.issues.issue(IssueID(link.id), language: visit.exchange.language)
                texts[link] = page.flatMap { issueName($0.summary.issue, view) }
            case .recommendation:
                guard let page = try? await plans.library.recommendation(RecommendationID(link.id)) else { continue }
                let words = page.recommendation.texts
                let text =
                    words[visit.exchange.language] ?? words[visit.workspace.language] ?? words.values.first ?? ""
                let place = [page.document.symbol?.printed, page.recommendation.paragraph?.printed].compactMap { $0 }
                texts[link] = place.joined(separator: ", ") + (text.isEmpty ? "" : ": " + text.prefix(160))
            }
        }
        return texts
    }

    private static func issueName(_ issue: Issue, _ view: View) -> String? {
        issue.givenName ?? issue.names[view.exchange.language] ?? issue.names[.english]
    }

    private var html: HTMLWriter { view.html }
    private var law: Law { record.law }
    private var mayEdit: Bool { visit.member.reach(.editPlan) == .all }
    private func path(_ rest: String) -> String { view.address(visit.path("/laws/\(law.id)\(rest)")) }

    private func write() {
        view.pageHead(
            kicker: law.article.isEmpty ? nil : law.article, law.title, lead: law.summary.isEmpty ? nil : law.summary)
        if view.exchange.query.first("said") == "done" { view.done(view.say("law.said")) }
        if law.isWithdrawn { html.element(.p, .class("notice"), text: view.say("law.withdrawn")) }
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("law.column.stage")) {
                html.text(record.stage.map { view.say("law.stage.\($0.stage.rawValue)") } ?? view.say("law.noStage"))
            }
            view.fact(view.say("field.lead")) {
                html.element(
                    .span, .dir("auto"),
                    text: institutions.first { $0.id == law.lead }?.name ?? view.say("workspace.noValue"))
            }
            view.historyFact(visit, law.subject)
            view.fact(view.say("law.field.norms")) {
                html.text(
                    law.norms.isEmpty
                        ? view.say("workspace.noValue")
                        : law.norms.map(\.description).joined(separator: view.say("list.comma")))
            }
        }
        stages()
        serves()
        if mayEdit { forms() }
        comments.write(view)
    }

    private func stages() {
        view.section("stages", view.say("law.stages.title")) {
            if record.steps.isEmpty { html.element(.p, text: view.say("law.noStage")) }
            html.element(.ol, .class("timeline")) {
                for step in record.steps {
                    html.element(.li) {
                        html.element(.time, .datetime(step.day.description), text: view.date(step.day))
                        html.element(.p) {
                            html.element(.strong, text: view.say("law.stage.\(step.stage.rawValue)"))
                            if !step.note.isEmpty {
                                html.text(" ")
                                html.element(.span, .dir("auto"), text: step.note)
                            }
                        }
                        html.element(.p, .class("hint")) {
                            if !step.source.isEmpty {
                                html.element(.span, .dir("auto"), text: step.source)
                                html.text(" · ")
                            }
                            view.write("round.step.who", ["when": .text(view.moment(step.at))]) { _ in
                                html.element(.bdi, text: step.by)
                            }
                        }
                        if let why = step.retracted {
                            html.element(.p) {
                                view.write("law.retracted") { _ in html.element(.q, .dir("auto"), text: why) }
                            }
                        } else if mayEdit {
                            retract(step)
                        }
                    }
                }
            }
        }
    }

    private func retract(_ step: LawStep) {
        view.fold(view.say("law.retract.title")) {
            view.workForm(path("/retract")) {
                view.hiddenField("step", step.id.description)
                view.field("reason-\(step.id)", view.say("round.field.why")) { hint in
                    html.empty(
                        .input, .class("input"), .type("text"), .id("reason-\(step.id)"), .name("reason"),
                        .maxlength(500), .dir("auto"), .describedBy(hint))
                }
                html.element(.p) { view.submitButton(view.say("law.retract.button"), isPlain: true) }
            }
        }
    }

    private func serves() {
        guard !law.links.isEmpty else { return }
        view.section("serves", view.say("law.serves.title")) {
            html.element(.ul) {
                for link in law.links {
                    html.element(.li) {
                        let address =
                            switch link.kind {
                            case .recommendation: view.address("/recommendations/\(link.id)")
                            case .issue: view.address("/issues/\(link.id)")
                            case .commitment: view.address(visit.path("/plan/commitments/\(link.id)"))
                            }
                        let name = view.say("law.serving.\(link.kind.rawValue)", ["number": .text(String(link.id))])
                        html.element(.a, .href(address), .dir("auto"), text: texts[link] ?? name)
                    }
                }
            }
        }
    }

    private func forms() {
        view.section("change", view.say("law.change.title")) {
            view.fold(view.say("law.stage.add"), isOpen: record.steps.isEmpty) {
                view.workForm(path("/stage")) {
                    view.select(
                        "stage", view.say("law.column.stage"),
                        LawStage.allCases.map { ($0.rawValue, view.say("law.stage.\($0.rawValue)")) },
                        chosen: record.stage?.stage.rawValue ?? "")
                    view.dayField("day", view.say("law.field.day"), "")
                    view.textField("note", view.say("field.note"), "", most: 500)
                    view.textField("source", view.say("law.field.source"), "", most: 500)
                    html.element(.p) { view.submitButton(view.say("law.stage.button")) }
                }
            }
            view.fold(view.say("law.edit.title")) {
                view.workForm(path("/edit"), version: law.version) {
                    LawForm(view: view, institutions: institutions).write(
                        LawDraft(
                            title: law.title, article: law.article, summary: law.summary, lead: law.lead,
                            norms: law.norms, links: law.links))
                    html.element(.p) { view.submitButton(view.say("round.save")) }
                }
            }
            view.workForm(path("/withdraw"), version: law.version) {
                view.hiddenField("withdrawn", law.isWithdrawn ? "no" : "yes")
                html.element(.p) {
                    view.submitButton(view.say(law.isWithdrawn ? "law.restore" : "law.withdraw"), isPlain: true)
                }
            }
        }
    }
}
