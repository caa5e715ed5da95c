import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import PublicFace

/// A list of commitments or actions, narrowed by what is shown of them, page by page.
struct FaceListing {
    static let pageItems = 50

    let page: FacePage
    let kind: PublicKind
    /// After the filters.
    let found: [PublicItem]
    let shown: [PublicItem]

    init(_ page: FacePage, _ kind: PublicKind) {
        self.page = page
        self.kind = kind
        let after = page.asked("after").flatMap { Int64($0) } ?? 0
        found = page.face.all(kind).filter { Self.fits($0, page) }
        shown = Array(found.filter { $0.id > after }.prefix(Self.pageItems))
    }

    /// The page of a list: what narrows it, how many there are, and the table of what is found. `words` begins its message keys.
    static func answer(
        _ page: FacePage, _ kind: PublicKind, words: String, key: String, none: String, table: (FaceListing) -> Void
    ) async throws(WebError) -> Answer {
        let (view, field) = (page.view, kind.field)
        let (title, path) = (view.say("\(words).title"), "/\(field.rawValue)")
        return try await page.answer(title, at: path, cited: Cite(page, list: title, key: key), isWide: true) {
            view.pageHead(kicker: page.face.workspace.name, title, lead: view.say("\(words).lead"))
            guard page.shows(field) else {
                page.notShown()
                return
            }
            page.counted()
            page.lastChange(kind)
            let list = FaceListing(page, kind)
            list.filters(path)
            list.count()
            if kind == .commitment { FaceStatus(page, kind).figure(level: 2) }
            if list.found.isEmpty {
                page.nothing(page.face.all(kind).isEmpty ? none : "publicFace.noneFits")
            } else {
                table(list)
            }
            page.markers(kind)
            view.pager(next: list.next)
            if page.isOpen {
                page.html.element(.p) { view.link(page.address(path + ".csv"), view.say("publicFace.csv")) }
            }
        }
    }

    /// A filter for what is not shown finds nothing of it out: it is left aside.
    static func fits(_ item: PublicItem, _ page: FacePage) -> Bool {
        if let words = page.asked("q") {
            let title = (item["title"] ?? "").lowercased()
            guard words.lowercased().split(whereSeparator: \.isWhitespace).allSatisfy({ title.contains($0) }) else {
                return false
            }
        }
        if let status = page.asked("status"), page.shows(.status), (item["status"] ?? "nothing") != status {
            return false
        }
        if let lead = page.asked("lead"), page.shows(.lead), item["lead"] != lead { return false }
        return true
    }

    var next: String? {
        guard let last = shown.last, found.last?.id != last.id else { return nil }
        return String(last.id)
    }

    /// Statuses in their own order.
    static func statuses(_ kind: PublicKind) -> [String] {
        kind == .action
            ? ["planned", "started", "delayed", "done", "stopped"]
            : ["notStarted", "underWay", "partly", "fully", "notPursued", "nothing"]
    }

    func word(_ status: String) -> String {
        kind == .action ? page.actionStatus(status) : page.standing(status == "nothing" ? nil : status)
    }

    /// The form that narrows the list.
    func filters(_ rest: String) {
        let (view, html) = (page.view, page.html)
        html.element(
            .form, .class("face-filters"), .method("get"), .action(page.address(rest)),
            .label(view.say("publicFace.filter"))
        ) {
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            if page.face.audience == .institution { view.hiddenField("as", "institution") }
            view.textField("q", view.say("publicFace.filter.words"), page.asked("q") ?? "", most: 200)
            if page.shows(.status) {
                let all = [("", view.say("publicFace.filter.any"))] + Self.statuses(kind).map { ($0, word($0)) }
                view.select("status", view.say("publicFace.status"), all, chosen: page.asked("status") ?? "")
            }
            let leads = Set(page.face.all(kind).compactMap { $0["lead"] })
            if page.shows(.lead), !leads.isEmpty {
                let sorted = leads.sorted { Collation.key($0) < Collation.key($1) }
                view.select(
                    "lead", view.say("publicFace.lead"),
                    [("", view.say("publicFace.filter.any"))] + sorted.map { ($0, $0) },
                    chosen: page.asked("lead") ?? "")
            }
            html.element(.p) { view.submitButton(view.say("publicFace.filter.go"), isPlain: true) }
        }
    }

    func count() {
        page.html.element(
            .p, .class("count"),
            text: page.view.say(
                "publicFace.count", ["n": .number(found.count), "all": .number(page.face.all(kind).count)]))
    }
}
