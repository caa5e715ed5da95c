import Domain
import Frame
import Locales
import Markup
import Practices

/// The library: all its shelves, or one.
struct PracticeLibraryView {
    let view: View
    /// The workspace that looks for something to adopt; nil for everybody's page.
    let visit: Visit?
    let shelf: PracticeShelf?
    let filter: PracticeFilter
    let page: PracticePage
    let choices: PracticeChoices

    static func answer(_ exchange: Exchange, _ practices: Practices) async throws(WebError) -> Answer {
        let shelf = exchange.route.pattern.contains("{shelf}") ? PracticeShelf(rawValue: exchange.value("shelf")) : nil
        return try await answer(View(exchange), nil, shelf, practices)
    }

    static func answer(_ visit: Visit, _ practices: Practices) async throws(WebError) -> Answer {
        try await answer(View(visit), visit, nil, practices)
    }

    private static func answer(
        _ view: View, _ visit: Visit?, _ shelf: PracticeShelf?, _ practices: Practices
    ) async throws(WebError) -> Answer {
        let filter = PracticeAsked.filter(view.exchange, shelf: shelf)
        let after = PracticeAsked.asked("after", view.exchange).flatMap { PracticeID($0) }
        let (page, choices) = try await WebError.running { () throws(WorkspaceError) in
            (try await practices.published(filter, after: after), try await practices.choices())
        }
        let content = PracticeLibraryView(
            view: view, visit: visit, shelf: shelf, filter: filter, page: page, choices: choices)
        var head = PageHead(
            title: shelf.map { view.shelf($0) } ?? view.say("practice.library"),
            summary: view.say("practice.library.lead"), section: visit == nil ? .cooperation : nil,
            place: visit == nil ? nil : .practices)
        if let visit {
            head.crumbs = [(view.address(visit.path("/practices")), view.say("practice.title"))]
        } else if shelf != nil {
            head.crumbs = [(view.address("/practices"), view.say("practice.library"))]
        }
        return await view.page(head) { content.write() }
    }

    private var html: HTMLWriter { view.html }

    private var base: String {
        visit?.path("/practices/library") ?? shelf.map { "/practices/shelves/\($0.rawValue)" } ?? "/practices"
    }

    private func write() {
        if let shelf {
            view.pageHead(
                kicker: view.say("practice.shelf"), view.shelf(shelf),
                lead: view.say("practiceShelf.about.\(shelf.rawValue)"))
        } else {
            view.pageHead(view.say("practice.library"), lead: view.say("practice.library.lead"))
            if visit == nil, filter.isEmpty { shelves() }
        }
        PracticeFilterForm(view: view, base: base, filter: filter, choices: choices, hasShelf: shelf == nil).write()
        list()
        if visit == nil { ways() }
    }

    /// Empty shelves are shown too: what nobody wrote down is worth knowing.
    private func shelves() {
        html.element(.nav, .label(view.say("practice.shelves"))) {
            html.element(.ul, .class("shelves")) {
                for shelf in PracticeShelf.allCases {
                    html.element(.li) {
                        view.link(view.address("/practices/shelves/\(shelf.rawValue)"), view.shelf(shelf))
                        html.text(" ")
                        html.element(
                            .span, .class("count"),
                            text: view.number(choices.shelves.first { $0.code == shelf.rawValue }?.count ?? 0))
                    }
                }
            }
        }
    }

    private func list() {
        html.element(.section, .label(view.say("practice.library"))) {
            html.element(
                .h2, .class("practice-count"), text: view.say("practice.count", ["count": .number(page.total)]))
            guard !page.practices.isEmpty else {
                let hasFilter = filter != (shelf.map { PracticeFilter(on: $0) } ?? PracticeFilter())
                view.empty(view.say(hasFilter ? "practice.noMatch.title" : "practice.none.title")) {
                    html.element(.p, text: view.say(hasFilter ? "practice.noMatch.text" : "practice.none.text"))
                }
                return
            }
            PracticeList(view: view) { practice in
                visit?.path("/practices/library/\(practice.id)") ?? "/practices/\(practice.id)"
            }.write(page.practices, adoptions: page.adoptions)
            if let next = page.next { view.pager(next: next.description) }
        }
    }

    private func ways() {
        html.element(.p) {
            if page.total > 0 {
                let asked = view.exchange.query.items.filter {
                    !["after", "lang"].contains($0.name) && !$0.value.isEmpty
                }
                let shelf = shelf.map { [("shelf", $0.rawValue)] } ?? []
                view.link(
                    view.address("/practices.csv", shelf + asked.map { ($0.name, $0.value) }),
                    view.say("practice.csv"))
                html.text(" · ")
            }
            view.link(view.address("/emerging-issues"), view.say("emerging.title"))
        }
    }
}

extension PracticeFilter {
    fileprivate init(on shelf: PracticeShelf) {
        self.init()
        self.shelf = shelf
    }
}
