import Domain
import Frame
import Locales
import Markup
import Operations

/// A State's issues: how many things it is asked to do, how often each came back, and how it answered.
struct IssuesView {
    let view: View
    let question: IssuesQuestion
    let list: IssueList

    /// How soon a page comes back while issues are being computed.
    static let refreshSeconds = 4

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let question = IssuesQuestion(exchange)
        let session = try await Signed.found(exchange)
        let list: IssueList
        do {
            list = try await exchange.site.issues.list(
                question.state, cycle: question.cycle, mechanism: question.mechanism, theme: question.theme)
        } catch { throw WebError(error) }
        let view = View(exchange, session: session)
        let state = view.stateName(question.state)
        var head = PageHead(title: view.say("issues.title", ["state": .text(state)]), section: .states)
        head.crumbs = [
            (view.address("/states"), view.say("nav.states")), (view.stateAddress(question.state), state),
        ]
        if list.isComputing { head.refreshSeconds = refreshSeconds }
        return await view.page(head) { IssuesView(view: view, question: question, list: list).write() }
    }

    private var html: HTMLWriter { view.html }

    private func address(_ question: IssuesQuestion) -> String { view.issuesAddress(question.state, question.items) }

    private func write() {
        let state = view.stateName(question.state)
        view.pageHead(kicker: state, view.say("issues.heading"), lead: view.say("issues.lead"))
        progress()
        guard list.issues > 0 else {
            if !list.isComputing {
                view.empty(view.say("issues.empty.title")) { html.element(.p, text: view.say("issues.empty.text")) }
            }
            return
        }
        numbers()
        view.issueOpinion(back: address(question))
        html.element(.div, .class("section")) { classes() }
        view.section("narrow", view.say("issues.filters")) {
            IssueFilters(view: view, question: question, list: list).write()
        }
        found()
    }

    private func numbers() {
        let repeated = list.classes.reduce(0) { $1.key == .firstTime ? $0 : $0 + $1.value }
        view.numbers([
            (list.issues, "issues", nil),
            (list.records, "recommendations", view.searchAddress([(.state, question.state.rawValue)])),
            (repeated, "repeatedIssues", nil),
        ])
        var facts: [String] = []
        if let date = list.computed.flatMap({ CalendarDate($0) }) {
            facts.append(view.say("issues.computed", ["date": .text(view.date(date))]))
        }
        if view.session != nil, list.proposals > 0 {
            facts.append(view.say("issues.proposals", ["count": .number(list.proposals)]))
        }
        if !facts.isEmpty { html.element(.p, .class("hint"), text: facts.joined(separator: " ")) }
    }

    /// What is not in the list yet.
    private func progress() {
        guard list.outside > 0 || list.isComputing else { return }
        html.element(.div, .class(list.isComputing ? "notice busy" : "notice"), .role("status")) {
            html.element(.p) {
                if list.outside > 0 {
                    view.write("issues.ungrouped", ["count": .number(list.outside)])
                    html.text(" ")
                }
                if list.isComputing {
                    view.write("issues.busy")
                    html.text(" ")
                    view.link(address(question), view.say("desk.look"))
                }
            }
            if list.records > 0 {
                view.barTrack("track", share: Double(list.records) / Double(list.records + list.outside))
            }
        }
    }

    private func classes() {
        let order: [RepeatClass] = [.firstTime, .repeated, .repeatedAfterNoted]
        let bars = order.map { value in
            Bar(
                label: view.say("repeatClass.\(value.rawValue)"), value: list.classes[value] ?? 0,
                address: address(question.with { $0.repeats = value }))
        }
        let figure = Figure(
            title: view.say(
                "issues.figure.title",
                ["count": .number(list.classes[.repeatedAfterNoted] ?? 0), "total": .number(list.issues)]),
            caption: view.say("issues.figure.caption"), level: 2,
            table: Figure.FigureTable(
                columns: [view.say("issues.class"), view.say("issues.column.issues")],
                rows: bars.map { ($0.label, nil, [$0.value]) }))
        view.figure(figure) { view.bars(bars) }
    }

    private func found() {
        let items = question.sorted(list.items)
        html.element(.section, .class("section"), .id("issues"), .labelledBy("issues-title")) {
            html.element(.div, .class("bar-line")) {
                html.element(.h2, .id("issues-title"), text: view.say("issues.count", ["count": .number(items.count)]))
                html.element(.ul, .label(view.say("issues.sorts"))) {
                    for sort in IssuesQuestion.Sort.allCases {
                        html.element(.li) {
                            html.element(
                                .a, .href(address(question.with { $0.sort = sort }) + "#issues"),
                                .current(sort == question.sort ? "true" : nil),
                                text: view.say("issues.sort.\(sort.rawValue)"))
                        }
                    }
                }
            }
            guard !items.isEmpty else {
                html.element(.p, text: view.say("issues.nothing"))
                html.element(.p) { view.link(view.issuesAddress(question.state), view.say("issues.clear")) }
                return
            }
            let shown = items.dropFirst(question.from).prefix(IssuesQuestion.pageMax)
            let cycles = list.cycles.values.compactMap { Int($0.value) }.max() ?? 0
            html.element(.ol, .class("issues"), .custom("start", question.from + 1)) {
                for item in shown { IssueRow(view: view, item: item, cycles: cycles).write() }
            }
            pager(items.count)
        }
    }

    private func pager(_ count: Int) {
        let (from, size) = (question.from, IssuesQuestion.pageMax)
        guard from > 0 || count > size else { return }
        html.element(.nav, .class("pager"), .label(view.say("issues.pages"))) {
            if from > 0 {
                let before = question.with { $0.from = max(0, from - size) }
                html.element(.a, .href(address(before) + "#issues"), .rel("prev"), text: view.say("issues.previous"))
            }
            if from + size < count {
                let next = question.with { $0.from = from + size }
                html.element(.a, .href(address(next) + "#issues"), .rel("next"), text: view.say("pager.next"))
            }
        }
    }
}
