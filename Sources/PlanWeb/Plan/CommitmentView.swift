import Domain
import FollowUpWeb
import Frame
import Locales
import Markup
import Operations
import Plans

/// One commitment: what it is about, who does what for it, and the recommendations it answers.
struct CommitmentView {
    let visit: Visit
    let page: CommitmentPage
    let names: PlanNames
    /// Those that serve it.
    let laws: [LawRecord]
    let comments: CommentsPart
    /// What rooms further up add about its issue, or about the first recommendation where it has none.
    let asides: [RecordAside]
    let today: CalendarDate
    /// What a form held that could not be kept, and why.
    var refused: (form: Query, troubles: [WorkspaceError.Trouble])?

    private var commitment: Commitment { page.summary.commitment }
    private var path: String { visit.path("/plan/commitments/\(commitment.id)") }

    static func answer(
        _ visit: Visit, _ plans: Plans, refused: (form: Query, troubles: [WorkspaceError.Trouble])? = nil
    ) async throws(WebError) -> Answer {
        guard let id = CommitmentID(visit.exchange.value("id")) else { throw .notFound }
        let page: CommitmentPage
        let laws: [LawRecord]
        let comments: CommentsPart
        do throws(WorkspaceError) {
            page = try await plans.commitment(id, visit.exchange.language, visit.member)
            laws = try await plans.laws.serving(LawLink(kind: .commitment, id: id.value), visit.member)
            comments = try await CommentsPart(Subject(.commitment, id.value), plans, visit)
        } catch { throw WebError(error) }
        let thing =
            page.summary.commitment.issue.map { RecordThing.issue($0) }
            ?? page.recommendations.first.map { .recommendation($0.planned.recommendation) }
        var asides: [RecordAside] = []
        if let thing { asides = try await visit.exchange.recordAsides(of: thing) }
        return await CommitmentView(
            visit: visit, page: page, names: try await PlanNames.of(visit), laws: laws, comments: comments,
            asides: asides,
            today: plans.today(visit.workspace),
            refused: refused
        ).write(View(visit))
    }

    private func write(_ view: View) async -> Answer {
        var head = PageHead(
            title: PlanTitle.short(commitment.title, 80), place: .plan, crumbs: view.planCrumbs(visit), path: path)
        head.isWide = true
        return await view.page(head, status: refused == nil ? 200 : 400) {
            view.html.element(.div, .class("head")) {
                view.html.element(.p, .class("kicker"), text: view.say("plan.commitment"))
                view.html.element(.h1, .dir("auto"), text: PlanTitle.short(commitment.title, 300))
            }
            view.stepDone(visit)
            if let refused { view.troubles(refused.troubles) }
            if commitment.isWithdrawn {
                view.html.element(.p, .class("notice"), text: view.say("plan.withdrawn.commitment"))
            }
            facts(view)
            view.needLink(visit, "commitment:\(commitment.id)")
            if visit.may(.editPlan) {
                CommitmentForm(visit: visit, commitment: commitment, names: names, refused: refused?.form).write(view)
            }
            actions(view)
            CommitmentLaws(visit: visit, commitment: commitment.id, laws: laws).write(view)
            recommendations(view)
            for aside in asides { aside.write(view) }
            comments.write(view)
        }
    }

    private func facts(_ view: View) {
        let html = view.html
        html.element(.dl, .class("facts-list")) {
            if let issue = commitment.issue {
                view.fact(view.say("plan.issue")) {
                    view.link(view.address("/issues/\(issue)"), view.say("plan.issue.open"))
                }
            }
            view.fact(view.say("field.lead")) {
                html.element(.bdi, text: commitment.lead.map(names.name) ?? view.say("plan.nobody"))
            }
            view.fact(view.say("field.supporting")) {
                html.text(
                    commitment.supporting.isEmpty
                        ? view.say("plan.nobody") : view.institutionNames(commitment.supporting, names))
            }
            view.fact(view.say("field.priority")) { view.priority(commitment.priority) }
            view.fact(view.say("field.due")) { view.due(commitment.due, isLate: page.summary.isLate) }
            view.fact(view.say("plan.column.status")) { view.standing(commitment.status) }
            if !commitment.links.isEmpty { view.fact(view.say("field.links")) { links(view) } }
            if !page.actions.isEmpty {
                view.fact(view.say("plan.column.cost")) { view.costs(page.summary.actions.money) }
                view.fact(view.say("plan.column.gap")) { view.gaps(page.summary.actions.money) }
            }
            view.fact(view.say("statement.kicker")) {
                view.link(
                    view.address(visit.path("/progress/commitments/\(commitment.id)")), view.say("statement.open"))
            }
            view.historyFact(visit, Subject(.commitment, commitment.id.value))
        }
    }

    private func links(_ view: View) {
        view.html.element(.ul, .class("plan-links")) {
            for link in commitment.links {
                view.html.element(.li) {
                    view.html.element(.span, .class("soft"), text: view.say("plan.link.\(link.kind.rawValue)"))
                    view.html.text(" ")
                    if link.kind == .sdgTarget {
                        view.link(
                            view.topicAddress(.target, link.code),
                            "\(link.code) \(view.name(.target, link.code))")
                    } else {
                        view.html.element(.bdi, text: link.code)
                        if !link.title.isEmpty {
                            view.html.text(" ")
                            view.html.element(.bdi, text: link.title)
                        }
                    }
                }
            }
        }
    }

    private func actions(_ view: View) {
        view.section("actions", view.say("plan.column.actions"), view.say("plan.actions.about")) {
            if page.actions.isEmpty {
                view.html.element(.p, .class("soft"), text: view.say("plan.none.actions"))
            } else {
                view.table(view.say("plan.column.actions"), style: "plan-table") {
                    view.headRow(
                        ["action", "lead", "actionStatus", "due", "milestones", "cost", "gap"].map {
                            (view.say("plan.column.\($0)"), $0 == "cost" || $0 == "gap")
                        })
                    view.html.element(.tbody) { for action in page.actions { row(action, view) } }
                }
            }
            if visit.may(.editPlan), !commitment.isWithdrawn {
                view.html.element(.p) {
                    view.html.element(
                        .a, .class("button"), .href(view.address(path + "/action")), text: view.say("plan.action.new"))
                }
            }
        }
    }

    private func row(_ action: Action, _ view: View) {
        let html = view.html
        let steps = page.milestones[action.id] ?? []
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.element(
                    .a, .href(view.address(visit.path("/plan/actions/\(action.id)"))), .dir("auto"),
                    text: PlanTitle.short(action.title))
            }
            cell("lead", view) { view.charged(action.lead, action.supporting, names) }
            cell("actionStatus", view) { view.actionStatus(action.status) }
            cell("due", view) { view.due(action.due, isLate: action.isLate(on: today)) }
            cell("milestones", view) {
                if steps.isEmpty {
                    html.text("–")
                } else {
                    view.write(
                        "plan.doneOf", ["done": .number(steps.count { $0.done != nil }), "all": .number(steps.count)])
                }
            }
            cell("cost", isNumber: true, view) { view.amountOrUnknown(action.money.cost, action.money.currency) }
            cell("gap", isNumber: true, view) { view.amountOrUnknown(action.money.gap, action.money.currency) }
        }
    }

    private func recommendations(_ view: View) {
        let html = view.html
        view.section("recommendations", view.say("plan.column.recommendations"), view.say("plan.recommendations.about"))
        {
            if page.newcomers > 0, visit.may(.editPlan), let issue = commitment.issue {
                html.element(.form, .class("notice"), .method("post"), .action(view.address(visit.path("/plan/take"))))
                {
                    view.token()
                    view.hiddenField("id", issue.description)
                    html.element(.p, text: view.say("plan.newcomers", ["count": .number(page.newcomers)]))
                    view.submitButton(view.say("plan.newcomers.take"), isPlain: true)
                }
            }
            view.table(view.say("plan.column.recommendations"), style: "plan-table") {
                view.headRow(
                    ["recommendation", "position", "lead", "due", "status"].map {
                        (view.say("plan.column.\($0)"), false)
                    })
                html.element(.tbody) { for item in page.recommendations { row(item, view) } }
            }
            if visit.may(.editPlan) {
                html.element(.p) {
                    view.link(
                        view.address(
                            visit.path("/plan"),
                            [("rows", "recommendations"), ("commitment", commitment.id.description)]),
                        view.say("plan.recommendations.work"))
                }
            }
        }
    }

    private func row(_ item: PlannedSummary, _ view: View) {
        let html = view.html
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                if let record = item.record {
                    html.element(.p, .class("fine")) {
                        html.text(view.name(.mechanism, record.mechanism.rawValue))
                        if let paragraph = record.paragraph {
                            html.text(view.say("list.comma"))
                            view.write("record.paragraph", ["number": .text(paragraph.printed)])
                        }
                    }
                    html.element(
                        .a, .class("words"), .href(view.recommendationAddress(record.id)),
                        .lang(record.language.rawValue), .dir("auto"),
                        text: PlanTitle.short(record.excerpt.map(\.text).joined(), 240))
                } else {
                    html.element(
                        .span, .class("soft"),
                        text: view.say("plan.recordGone", ["id": .text(item.planned.recommendation.description)]))
                }
            }
            cell("position", view) { view.position(item.record?.position) }
            cell("lead", view) { view.charged(item.lead, [], names) }
            cell("due", view) { view.due(item.due, isLate: item.isLate) }
            cell("status", view) { view.standing(item.planned.status) }
        }
    }

    private func cell(_ column: String, isNumber: Bool = false, _ view: View, content: () -> Void) {
        view.html.element(
            .td, .class(isNumber ? "n" : ""), .custom("data-label", view.say("plan.column.\(column)")), content: content
        )
    }
}

extension View {
    /// What of a form could not be kept, before anything else, so that nobody looks for it.
    func troubles(_ troubles: [WorkspaceError.Trouble]) {
        html.element(.div, .class("notice problem"), .role("alert")) {
            html.element(.p, text: say("plan.refused"))
            html.element(.ul) {
                for trouble in troubles {
                    html.element(.li) {
                        write("error.field") { slot in
                            if slot == "field" {
                                html.element(.strong, text: fieldName(.action, trouble.field))
                            } else {
                                html.text(words.has(trouble.allowed) ? say(trouble.allowed) : trouble.allowed)
                            }
                        }
                    }
                }
            }
        }
    }

    /// The way to an object's history, for whoever may see it.
    func historyFact(_ visit: Visit, _ subject: Subject) {
        guard visit.may(.seeHistory) else { return }
        fact(say("workspace.nav.history")) {
            link(address(visit.path("/history/\(subject.kind.rawValue)/\(subject.id)")), say("plan.history"))
        }
    }
}
