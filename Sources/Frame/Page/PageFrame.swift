import Domain
import Locales
import Markup
import Operations
import People

/// What a page is called and where it stands.
package struct PageHead {
    package var title: String
    /// For search engines and previews.
    package var summary: String?
    package var section: Section?
    /// Where in a workspace it stands.
    package var place: WorkspaceSection?
    /// From the top: address and name. The page itself is not in it.
    package var crumbs: [(address: String, name: String)] = []
    /// The search box in the header; off where the page has its own.
    package var hasSearch = true
    /// Addresses of feeds of what is new on it.
    package var feeds: [String] = []
    /// The address that shows this page, where the one that was asked is a form's.
    package var path: String?
    /// Asks the browser to come back, while something is still at work.
    package var refreshSeconds: Int?
    /// Uses the whole width, for work.
    package var isWide = false

    package init(
        title: String, summary: String? = nil, section: Section? = nil, place: WorkspaceSection? = nil,
        crumbs: [(address: String, name: String)] = [],
        hasSearch: Bool = true, path: String? = nil, refreshSeconds: Int? = nil, isWide: Bool = false
    ) {
        self.title = title
        self.summary = summary
        self.section = section
        self.place = place
        self.crumbs = crumbs
        self.hasSearch = hasSearch
        self.path = path
        self.refreshSeconds = refreshSeconds
        self.isWide = isWide
    }

    package enum Section: String, CaseIterable {
        case search, states, mechanisms, documents, themes, goals, cooperation, compare

        package var path: String { "/" + rawValue }
        /// Comparing is a way of looking at States; it stands at the foot.
        var isInHeader: Bool { self != .compare }
    }
}

extension View {
    /// Writes the whole page around `content` and returns the answer.
    package func page(_ head: PageHead, status: Int = 200, content: () -> Void) async -> Answer {
        let isDemonstration = (try? await exchange.site.overview())?.holdsDemonstration ?? false
        html.doctype()
        html.element(.html, .lang(words.tag), .dir(words.direction.rawValue)) {
            headElement(head, status: status)
            html.element(.body) {
                html.element(.a, .class("skip"), .href("#main"), text: say("frame.skip"))
                sprite()
                top(head)
                if isDemonstration { banner(label: say("demo.label"), text: say("demo.text")) }
                if !exchange.site.library.isReady {
                    banner(label: say("frame.rebuilding.label"), text: say("frame.rebuilding.text"))
                }
                if let visit { workspaceBar(visit, head.place) }
                html.element(.main, .id("main"), .tabindex(-1), .class(head.isWide ? "work" : "")) {
                    html.element(.div, .class("wrap")) {
                        crumbs(head)
                        content()
                    }
                }
                foot(head)
            }
        }
        var answer = Answer.html(html.bytes, status: status)
        if session != nil { answer.guardForms() }
        return answer
    }

    private func headElement(_ head: PageHead, status: Int) {
        html.element(.head) {
            html.empty(.meta, .custom("charset", "utf-8"))
            html.empty(.meta, .name("viewport"), .custom("content", "width=device-width, initial-scale=1"))
            html.element(.title, text: say("frame.title", ["page": .text(head.title)]))
            if let summary = head.summary { html.empty(.meta, .name("description"), .custom("content", summary)) }
            html.empty(.meta, .name("color-scheme"), .custom("content", "light dark"))
            html.empty(.link, .rel("stylesheet"), .href(exchange.site.assets.styleSheet))
            html.empty(.link, .rel("icon"), .type("image/svg+xml"), .href(exchange.site.assets.icon))
            if let seconds = head.refreshSeconds {
                html.empty(.meta, .custom("http-equiv", "refresh"), .custom("content", seconds))
            }
            for feed in head.feeds {
                html.empty(.link, .rel("alternate"), .type("application/atom+xml"), .href(feed))
            }
            guard status == 200, session == nil else { return }
            for catalogue in exchange.site.locales.all {
                html.empty(.link, .rel("alternate"), .hreflang(catalogue.tag), .href(address(of: head, in: catalogue)))
            }
        }
    }

    private func top(_ head: PageHead) {
        html.element(.header, .class("top")) {
            html.element(.div, .class("wrap")) {
                html.element(.a, .class("brand"), .href(address("/"))) {
                    html.element(.svg, .viewBox(0, 0, 32, 32), .hidden) { html.empty(.use, .href("#brand")) }
                    html.element(.span, text: say("frame.name"))
                }
                html.element(.nav, .class("nav"), .label(say("frame.nav"))) {
                    html.element(.ul) {
                        for section in PageHead.Section.allCases
                        where section.isInHeader && exchange.site.pages.contains(section.path) {
                            html.element(.li) {
                                html.element(
                                    .a, .href(address(section.path)),
                                    .current(head.section == section ? "true" : nil),
                                    text: say("nav.\(section.rawValue)"))
                            }
                        }
                    }
                }
                languages(head)
            }
            if let session { whoIsSignedIn(session) }
        }
    }

    /// Who works here, the way to the desk, and the way out.
    private func whoIsSignedIn(_ session: SignedIn) {
        html.element(.div, .class("who")) {
            html.element(.div, .class("wrap")) {
                html.element(.p) {
                    html.element(.a, .href(address("/workspaces")), text: say("nav.workspaces"))
                    if session.account.role != .none {
                        html.text(" · ")
                        html.element(.a, .href(address("/desk")), text: say("nav.desk"))
                    }
                    html.text(" · ")
                    html.element(.a, .href(address("/account")), text: say("nav.account"))
                }
                html.element(.form, .method("post"), .action(address("/sign-out"))) {
                    hiddenField(Signed.tokenField, session.csrf)
                    html.element(.span) {
                        write("signIn.who", ["role": .text(role(session))]) { _ in
                            html.element(.bdi, text: session.account.name)
                        }
                    }
                    html.element(.button, .class("button plain small"), .type("submit"), text: say("signIn.out"))
                }
            }
        }
    }

    /// What somebody is here: in the workspace whose page it is, else at the desk.
    private func role(_ session: SignedIn) -> String {
        if let visit { return say("workspaceRole.\(visit.member.role.rawValue)") }
        return say("role.\(session.account.role.rawValue)")
    }

    /// The same page in each language.
    private func languages(_ head: PageHead) {
        html.element(.nav, .class("langs"), .label(say("frame.languages"))) {
            html.element(.ul) {
                for catalogue in exchange.site.locales.all {
                    html.element(.li) {
                        html.element(
                            .a, .href(address(of: head, in: catalogue)), .lang(catalogue.tag), .hreflang(catalogue.tag),
                            .dir(catalogue.direction.rawValue), .current(catalogue.tag == words.tag ? "true" : nil),
                            text: catalogue.name)
                    }
                }
            }
        }
    }

    private func address(of head: PageHead, in catalogue: Catalogue) -> String {
        var query = Query(exchange.query.items.filter { $0.name != "lang" && $0.name != "key" })
        query.append("lang", catalogue.tag)
        return (head.path ?? exchange.path) + query.text
    }

    private func banner(label: String, text: String) {
        html.element(.aside, .class("demo"), .label(label)) {
            html.element(.div, .class("wrap")) {
                html.element(.svg, .viewBox(0, 0, 16, 16), .hidden) {
                    html.empty(.path, .d("M8 1.5 15 14H1z"), .fill("none"), .stroke("currentColor"), .strokeWidth(1.4))
                    html.empty(.path, .d("M8 6v4M8 11.4v1.2"), .stroke("currentColor"), .strokeWidth(1.5))
                }
                html.element(.p) {
                    html.element(.strong, text: label)
                    html.text(" ")
                    html.text(text)
                }
            }
        }
    }

    private func crumbs(_ head: PageHead) {
        guard !head.crumbs.isEmpty else { return }
        html.element(.nav, .class("crumbs"), .label(say("frame.crumbs"))) {
            html.element(.ol) {
                for crumb in head.crumbs { html.element(.li) { link(crumb.address, crumb.name) } }
            }
        }
    }

    /// Pages that the header has no room for.
    private static let footNames = [
        "compare", "assessments", "consultations", "submit", "needs", "offers", "funds", "programmes", "practices",
        "emerging-issues", "about", "sources", "data", "developers", "desk",
    ]

    private func foot(_ head: PageHead) {
        html.element(.footer, .class("foot")) {
            html.element(.div, .class("wrap")) {
                html.element(.p, text: say("foot.text"))
                html.element(.nav, .label(say("foot.nav"))) {
                    html.element(.ul) {
                        for name in Self.footNames
                        where exchange.site.pages.contains("/" + name) {
                            html.element(.li) { link(address("/" + name), say("nav.\(name)")) }
                        }
                    }
                }
                html.element(.p, .class("stamp")) {
                    html.text(exchange.site.publicAddress + address(of: head, in: words))
                    if let today = CalendarDate(exchange.site.clock.instant) {
                        html.text(" · ")
                        html.element(.time, .datetime(today.description), text: date(today))
                    }
                }
            }
        }
    }

    /// Shapes that other elements point at. Once a page.
    private func sprite() {
        html.element(.svg, .class("sprite"), .hidden) {
            html.element(.defs) {
                html.element(.symbol, .id("brand"), .viewBox(0, 0, 32, 32)) {
                    html.empty(.rect, .width(32), .height(32), .rx(6), .fill("#0b5c7a"))
                    html.empty(
                        .path, .d("M9 9h14M9 14h14M9 19h9M9 24h5"), .stroke("#fff"), .strokeWidth(2.4),
                        .custom("stroke-linecap", "round"))
                    html.empty(.circle, .cx(22.5), .cy(22.5), .r(3.2), .fill("#f2c14e"))
                }
                hatch("hatch-noted", "var(--noted)", wide: 2.6)
                hatch("hatch-none", "var(--line)", wide: 1.4)
            }
        }
    }

    private func hatch(_ id: String, _ color: String, wide: Double) {
        html.element(
            .pattern, .id(id), .width(5), .height(5), .custom("patternUnits", "userSpaceOnUse"),
            .custom("patternTransform", "rotate(45)")
        ) {
            html.empty(.rect, .width(5), .height(5), .fill("var(--surface)"))
            html.empty(.rect, .width(wide), .height(5), .fill(color))
        }
    }
}
