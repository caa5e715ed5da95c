import Clocks
import Domain
import Frame
import Locales
import Markup
import People

/// What is due, the most urgent first.
enum DeadlineListView {
    static let pageSize = 150

    static let parameters: [Parameter] = [
        Parameter(name: "show", form: .choice(["open", "closed", "all"]), summary: "Which deadlines."),
        Parameter(name: "mechanism", form: .text(charactersMax: 60), summary: "A mechanism's code."),
        Parameter(name: "kind", form: .choice(DeadlineKind.allCases.map(\.rawValue)), summary: "What is due."),
        Parameter(name: "institution", form: .text(charactersMax: 19), summary: "An institution's number."),
        Parameter(name: "after", form: .text(charactersMax: 40), summary: "Where the page before ended."),
    ]

    static func filter(_ query: Query) -> DeadlineFilter {
        let statuses: [DeadlineStatus] =
            switch query.text("show") {
            case "closed": [.done, .notNeeded]
            case "all": [.open, .done, .notNeeded]
            default: [.open]
            }
        return DeadlineFilter(
            statuses: statuses, mechanism: query.mechanism(), kind: query.value("kind", DeadlineKind.self),
            institution: query.institution())
    }

    static func answer(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> Answer {
        let parts = try await DateParts.of(visit, clocks)
        let query = visit.exchange.query
        let filter = filter(query)
        let after = query.first("after").flatMap { EntryPlace($0) }
        let page = try await visit.asking { () async throws(WorkspaceError) in
            try await clocks.entries(filter, after: after, limit: pageSize, visit.member)
        }
        let view = parts.view
        return await view.page(parts.head(view.say("clocks.title"), isWide: true)) {
            view.pageHead(
                kicker: visit.workspace.name, view.say("clocks.title"),
                lead: view.say("clocks.lead", ["date": .text(parts.today.date.map { view.date($0) } ?? "")]))
            parts.said()
            parts.tabs("list")
            filters(parts, query)
            if page.entries.isEmpty {
                view.empty(view.say("clocks.empty")) { view.html.element(.p, text: view.say("clocks.empty.hint")) }
            }
            for (name, entries) in groups(page.entries, parts.today) {
                view.section(name, view.say("clocks.group.\(name)", ["n": .number(entries.count)])) {
                    table(parts, entries, view.say("clocks.group.\(name)", ["n": .number(entries.count)]))
                }
            }
            pager(parts, query, page.next)
            if parts.mayManage {
                view.html.element(.p, .class("actions")) {
                    view.html.element(
                        .a, .class("button"), .href(view.address(visit.path("/deadlines/new"))),
                        text: view.say("clocks.add"))
                }
            }
        }
    }

    /// Late, this week, this month, later, and what is over without being owed.
    static func groups(_ entries: [DateEntry], _ today: Day) -> [(name: String, entries: [DateEntry])] {
        let names = ["late", "week", "month", "later", "over", "closed"]
        let byName = Dictionary(grouping: entries) { entry in
            if entry.status != .open { return "closed" }
            let left = Day(lastOf: entry.due).number - today.number
            if left < 0 { return entry.isLate(today) ? "late" : "over" }
            return left <= 7 ? "week" : left <= 31 ? "month" : "later"
        }
        return names.compactMap { name in byName[name].map { (name, $0) } }
    }

    static func table(_ parts: DateParts, _ entries: [DateEntry], _ caption: String) {
        let view = parts.view
        view.table(caption, style: "dates") {
            view.headRow(["date", "what", "who", "kind"].map { (view.say("clocks.column.\($0)"), false) })
            view.html.element(.tbody) {
                for entry in entries { row(parts, entry) }
            }
        }
    }

    private static func row(_ parts: DateParts, _ entry: DateEntry) {
        let (view, html) = (parts.view, parts.view.html)
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.text(view.date(entry.due))
                html.element(
                    .p, .class(entry.isLate(parts.today) ? "distance late" : "distance"), text: parts.distance(entry))
            }
            html.element(.td) {
                html.element(.a, .href(parts.address(entry)), .dir("auto"), text: parts.names.title(entry))
                if let deadline = entry.deadline, !deadline.source.isEmpty {
                    html.element(.p, .class("hint")) { html.element(.bdi, text: deadline.source) }
                }
            }
            html.element(.td) { parts.owners(entry.institutions, entry.account) }
            html.element(.td) { parts.marks(entry) }
        }
    }

    private static func filters(_ parts: DateParts, _ query: Query) {
        let (view, html) = (parts.view, parts.view.html)
        html.element(
            .form, .class("date-filters"), .method("get"), .action(parts.visit.path("/deadlines")),
            .label(view.say("clocks.filter"))
        ) {
            view.select(
                "show", view.say("clocks.field.show"),
                ["open", "closed", "all"].map { ($0, view.say("clocks.show.\($0)")) },
                chosen: query.text("show"))
            parts.mechanismSelect(query.text("mechanism"), empty: "clocks.any")
            parts.choice("kind", DeadlineKind.self, "clocks.category", chosen: query.text("kind"), empty: "clocks.any")
            view.select(
                "institution", view.say("clocks.field.institution"),
                [("", view.say("clocks.any"))] + parts.institutions.map { (String($0.id.value), $0.name) },
                chosen: query.text("institution"))
            if parts.visit.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            html.element(.button, .class("button plain"), .type("submit"), text: view.say("clocks.filter.button"))
        }
    }

    static func pager(_ parts: DateParts, _ query: Query, _ next: EntryPlace?) {
        guard let next else { return }
        let (view, html) = (parts.view, parts.view.html)
        let kept = query.items.filter { !["after", "lang", "said"].contains($0.name) }.map { ($0.name, $0.value) }
        html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
            html.element(
                .a, .href(view.address(parts.visit.path("/deadlines"), kept + [("after", next.description)])),
                .rel("next"),
                text: view.say("pager.next"))
        }
    }
}
