import Domain
import Frame
import Insight
import Locales
import Markup
import Operations
import Plans

/// Issues of the State that can be taken into the plan, some or all of them, and single recommendations.
struct TakeView {
    static let issuesMax = 100
    static let foundMax = 30

    let visit: Visit
    let issues: IssueList
    /// Issues of the plan, each with how many of its recommendations are not in it.
    let planned: [IssueID: Int]
    let found: SearchPage?
    let plannedRecords: Set<RecommendationID>

    private var first: Int { max(0, visit.exchange.query.first("from").flatMap { Int($0) } ?? 0) }

    /// Issues that are not in the plan, or have newcomers.
    private var open: [IssueSummary] { issues.items.filter { planned[$0.issue.id].map { $0 > 0 } ?? true } }

    static func answer(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let query = visit.exchange.query
        let planned: [IssueID: Int]
        do throws(WorkspaceError) { planned = try await plans.plannedIssues(visit.member) } catch {
            throw WebError(error)
        }
        guard let state = visit.workspace.mechanismState else { throw WebError.notFound }
        let issues: IssueList
        var found: SearchPage?
        do throws(OperationError) {
            issues = try await plans.issues.list(
                state, cycle: query.first("cycle").flatMap { Int($0) },
                mechanism: text(query, "mechanism").map { MechanismCode($0) }, theme: text(query, "theme"))
            if text(query, "q") != nil || text(query, "position") != nil {
                found = try await plans.library.search(request(visit, state))
            }
        } catch { throw WebError(error) }
        let records: Set<RecommendationID>
        do throws(WorkspaceError) {
            records = try await plans.planned(found?.items.map(\.id) ?? [], visit.member)
        } catch { throw WebError(error) }
        return await TakeView(
            visit: visit, issues: issues, planned: planned, found: found, plannedRecords: records
        ).page(View(visit))
    }

    static func text(_ query: Query, _ name: String) -> String? {
        query.first(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func request(_ visit: Visit, _ state: StateCode) -> SearchRequest {
        var request = SearchRequest(
            query: String((text(visit.exchange.query, "q") ?? "").prefix(SearchRequest.queryCharactersMax)),
            filters: [.state: [state.rawValue]], limit: foundMax, language: visit.exchange.language)
        if let position = text(visit.exchange.query, "position") { request.filters[.position] = [position] }
        return request
    }

    private func page(_ view: View) async -> Answer {
        await view.planPage(visit, .take, view.say("plan.take.title"), lead: view.say("plan.take.lead")) {
            view.stepDone(visit)
            view.section("issues", view.say("plan.take.issues")) {
                view.html.element(
                    .p,
                    text: view.say(
                        "plan.take.count", ["all": .number(issues.issues), "planned": .number(planned.count)]))
                narrow(view)
                if issues.isComputing {
                    view.html.element(.p, .class("notice"), text: view.say("plan.take.computing"))
                }
                if open.isEmpty { nothing(view) } else { table(view) }
            }
            view.section("records", view.say("plan.take.single"), view.say("plan.take.single.lead")) {
                search(view)
                if let found { results(found, view) }
            }
        }
    }

    private func nothing(_ view: View) {
        view.html.element(
            .p, .class("soft"), text: view.say(issues.issues == 0 ? "plan.take.noIssues" : "plan.take.allIn"))
    }

    private func narrow(_ view: View) {
        let html = view.html
        let query = visit.exchange.query
        html.element(.form, .class("choose"), .method("get"), .action(visit.path("/plan/take"))) {
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            select("cycle", issues.cycles, view.say("facet.cycle"), query, view) { view.number(Int($0) ?? 0) }
            select("mechanism", issues.mechanisms, view.say("facet.mechanism"), query, view) {
                view.name(.mechanism, $0)
            }
            select("theme", issues.themes, view.say("facet.theme"), query, view) { view.name(.theme, $0) }
            html.element(.p) { view.submitButton(view.say("plan.filter.apply"), isPlain: true) }
        }
    }

    private func select(
        _ name: String, _ counts: FacetCounts, _ label: String, _ query: Query, _ view: View,
        _ text: (String) -> String
    ) {
        view.select(
            name, label,
            [("", view.say("plan.filter.any"))]
                + counts.values.map { ($0.value, "\(text($0.value)) (\(view.number($0.count)))") },
            chosen: query.first(name) ?? "")
    }

    private func table(_ view: View) {
        let html = view.html
        let shown = open.dropFirst(first).prefix(Self.issuesMax)
        html.element(.form, .method("post"), .action(view.address(visit.path("/plan/take")))) {
            view.token()
            for name in ["cycle", "mechanism", "theme"] {
                if let value = Self.text(visit.exchange.query, name) { view.hiddenField(name, value) }
            }
            view.table(view.say("plan.take.issues"), style: "plan-table") {
                view.headRow(
                    ["pick", "what", "recommendations", "mechanisms", "positions"].map {
                        (view.say("plan.column.\($0)"), $0 == "recommendations")
                    })
                html.element(.tbody) { for item in shown { row(item, view) } }
            }
            html.element(.div, .class("actions")) {
                view.submitButton(view.say("plan.take.ticked"), name: "scope", value: "ticked")
                view.submitButton(
                    view.say("plan.take.all", ["count": .number(open.count)]), name: "scope", value: "all",
                    isPlain: true)
            }
        }
        if open.count > first + Self.issuesMax {
            html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
                view.link(
                    view.address(visit.path("/plan/take"), keptItems + [("from", String(first + Self.issuesMax))]),
                    view.say("pager.next"))
            }
        }
    }

    private var keptItems: [(String, String)] {
        ["cycle", "mechanism", "theme"].compactMap { name in
            Self.text(visit.exchange.query, name).map { (name, $0) }
        }
    }

    private func row(_ item: IssueSummary, _ view: View) {
        let html = view.html
        let name = item.issue.name(in: visit.exchange.language)
        html.element(.tr) {
            html.element(.td, .class("pick")) {
                html.empty(
                    .input, .type("checkbox"), .name("id"), .value(item.issue.id.description),
                    .label(view.say("plan.column.pickThis", ["title": .text(PlanTitle.short(name.text))])))
            }
            html.element(.th, .scope("row")) {
                html.element(
                    .a, .href(view.address("/issues/\(item.issue.id)")), .dir("auto"), text: PlanTitle.short(name.text))
                if let newcomers = planned[item.issue.id] {
                    html.element(
                        .p, .class("fine"), text: view.say("plan.take.newcomers", ["count": .number(newcomers)]))
                }
            }
            cell("recommendations", true, view) { html.text(view.number(item.count)) }
            cell("mechanisms", false, view) {
                html.text(
                    item.mechanisms.map {
                        view.names.acronym(ofMechanism: $0.mechanism.rawValue, view.words.tag)
                            ?? view.name(.mechanism, $0.mechanism.rawValue)
                    }.joined(separator: view.say("list.comma")))
            }
            cell("positions", false, view) { positions(item.positions, view) }
        }
    }

    private func cell(_ column: String, _ isNumber: Bool, _ view: View, content: () -> Void) {
        view.html.element(
            .td, .class(isNumber ? "n" : ""), .custom("data-label", view.say("plan.column.\(column)")), content: content
        )
    }

    private func positions(_ tally: PositionTally, _ view: View) {
        let parts = [("supported", tally.supported), ("noted", tally.noted), ("pending", tally.pending)]
            .filter { $0.1 > 0 }
            .map { view.say("plan.positions.\($0.0)", ["count": .number($0.1)]) }
        view.html.text(
            parts.isEmpty ? view.say("plan.positions.none") : parts.joined(separator: view.say("list.comma")))
    }
}

// Single recommendations.
extension TakeView {
    private func search(_ view: View) {
        let html = view.html
        let query = visit.exchange.query
        html.element(.form, .class("choose"), .method("get"), .action(visit.path("/plan/take") + "#records")) {
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            view.textField(
                "q", view.say("plan.take.words"), query.first("q") ?? "", hint: view.say("plan.take.words.hint"),
                most: SearchRequest.queryCharactersMax)
            view.select(
                "position", view.say("facet.position"),
                [("", view.say("plan.filter.any"))]
                    + Position.allCases.map { ($0.rawValue, view.say("position.\($0.rawValue)")) },
                chosen: query.first("position") ?? "")
            html.element(.p) { view.submitButton(view.say("search.button"), isPlain: true) }
        }
    }

    private func results(_ found: SearchPage, _ view: View) {
        let html = view.html
        html.element(.p, .role("status"), text: view.say("search.total", ["count": .number(found.total)]))
        guard !found.items.isEmpty else { return }
        html.element(
            .form, .method("post"), .action(view.address(visit.path("/plan/take-recommendations")))
        ) {
            view.token()
            view.table(view.say("plan.take.single"), style: "plan-table") {
                view.headRow(
                    ["pick", "recommendation", "position"].map { (view.say("plan.column.\($0)"), false) })
                html.element(.tbody) { for hit in found.items { row(hit, view) } }
            }
            html.element(.div, .class("actions")) { view.submitButton(view.say("plan.take.tickedRecords")) }
        }
    }

    private func row(_ hit: RecommendationSummary, _ view: View) {
        let html = view.html
        let text = PlanTitle.short(hit.excerpt.map(\.text).joined(), 240)
        html.element(.tr) {
            html.element(.td, .class("pick")) {
                if !plannedRecords.contains(hit.id) {
                    html.empty(
                        .input, .type("checkbox"), .name("id"), .value(hit.id.description),
                        .label(view.say("plan.column.pickThis", ["title": .text(PlanTitle.short(text))])))
                }
            }
            html.element(.th, .scope("row")) {
                html.element(.p, .class("fine")) {
                    html.text(view.name(.mechanism, hit.mechanism.rawValue))
                    if let paragraph = hit.paragraph {
                        html.text(view.say("list.comma"))
                        view.write("record.paragraph", ["number": .text(paragraph.printed)])
                    }
                    if plannedRecords.contains(hit.id) {
                        html.text(view.say("list.comma"))
                        html.element(.strong, text: view.say("plan.take.inPlan"))
                    }
                }
                html.element(
                    .a, .class("words"), .href(view.recommendationAddress(hit.id)), .lang(hit.language.rawValue),
                    .dir("auto"), text: text)
            }
            cell("position", false, view) { view.position(hit.position) }
        }
    }

    /// Takes what the form names; all of what the list was narrowed by.
    static func take(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        let view = View(visit)
        var ids = form.all("id").compactMap { IssueID($0) }
        var kept: [(String, String)] = []
        for name in ["cycle", "mechanism", "theme"] {
            if let value = text(form, name) { kept.append((name, value)) }
        }
        if form.first("scope") == "all" {
            guard let state = visit.workspace.mechanismState else { throw WebError.notFound }
            do throws(OperationError) {
                ids = try await plans.issues.list(
                    state, cycle: form.first("cycle").flatMap { Int($0) },
                    mechanism: text(form, "mechanism").map { MechanismCode($0) }, theme: text(form, "theme")
                ).items.map(\.issue.id)
            } catch { throw WebError(error) }
        }
        guard !ids.isEmpty else { return .seeOther(view.address(visit.path("/plan/take"), kept + [("said", "none")])) }
        let taken: PlanTaken
        do throws(WorkspaceError) { taken = try await plans.commit(ids, by: visit.member) } catch {
            throw WebError(error)
        }
        return .seeOther(view.said(visit.path("/plan"), "taken", result(taken), []))
    }

    static func takeRecords(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        let view = View(visit)
        let ids = form.all("id").compactMap { RecommendationID($0) }
        guard !ids.isEmpty else { return .seeOther(view.address(visit.path("/plan/take"), [("said", "none")])) }
        let taken: PlanTaken
        do throws(WorkspaceError) {
            taken = try await plans.commit(recommendations: ids, by: visit.member)
        } catch { throw WebError(error) }
        return .seeOther(view.said(visit.path("/plan"), "taken", result(taken), []))
    }

    private static func result(_ taken: PlanTaken) -> PlanChangeResult {
        PlanChangeResult(changed: taken.recommendations, unchanged: taken.already, told: 0, batch: taken.batch)
    }
}
