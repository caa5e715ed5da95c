import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import People
import PublicFace

/// A page of what is shown of a workspace: to everybody at `/public/{workspace}`, to members at their own stage in the workspace. Both
/// are written by the same code from what these readers see, and from nothing else.
struct FacePage {
    let view: View
    let faces: PublicFaces
    let face: ShownFace
    /// What addresses begin with.
    let base: String
    let today: CalendarDate?
    /// Recommendations that items of this page are about, where it needs to call them something.
    var names: [Int64: FaceRecommendation] = [:]

    /// As everybody reads it.
    static func open(_ exchange: Exchange, _ faces: PublicFaces) async throws(WebError) -> FacePage {
        let face = try await WebError.running { () throws(WorkspaceError) in
            try await faces.shown(exchange.value("workspace"))
        }
        return FacePage(
            view: View(exchange), faces: faces, face: face, base: "/public/\(face.workspace.slug)",
            today: CalendarDate(exchange.site.clock.instant))
    }

    /// As a member reads it: what institutions see for people of government who ask for that, else what partners see.
    static func member(_ visit: Visit, _ faces: PublicFaces) async throws(WebError) -> FacePage {
        let isInside = visit.member.role.isGovernment && visit.exchange.query.first("as") == "institution"
        let face = try await visit.run { () throws(WorkspaceError) in
            try await faces.shown(to: isInside ? .institution : .partners, visit.member)
        }
        return FacePage(
            view: View(visit), faces: faces, face: face, base: visit.path("/public/seen"),
            today: CalendarDate(visit.exchange.site.clock.instant))
    }

    /// The same page, knowing what the recommendations of these items are called.
    func naming(_ items: [PublicItem]) async throws(WebError) -> FacePage {
        let ids = items.filter { $0["title"] == nil }.compactMap { $0.number("recommendation") }
        let language = view.exchange.language
        let faces = faces
        var page = self
        page.names = try await WebError.running { () throws(WorkspaceError) in
            try await faces.recommendations(ids, language)
        }
        return page
    }

    var html: HTMLWriter { view.html }
    var isOpen: Bool { face.audience == .everybody && view.visit == nil }
    /// Whether something was chosen to be shown at all.
    func shows(_ field: PublicField) -> Bool { face.shows(field) }

    func address(_ rest: String, _ items: [(String, String)] = []) -> String {
        let stage = face.audience == .institution ? [("as", "institution")] : []
        return view.address(base + rest, items + stage)
    }

    func asked(_ name: String) -> String? { view.exchange.query.first(name).flatMap { $0.isEmpty ? nil : $0 } }

    func number(_ name: String) throws(WebError) -> Int64 {
        guard let number = Int64(view.exchange.value(name)), number > 0 else { throw .notFound }
        return number
    }

    /// The whole page: where it stands, what is counted on it, its content, and for everybody's pages how to cite it; or the citation
    /// alone where that is asked for.
    func answer(
        _ title: String, at rest: String, isTop: Bool = false, cited: Cite? = nil, status: Int = 200,
        isWide: Bool = false, content: () -> Void
    ) async throws(WebError) -> Answer {
        if isOpen, let file = cited?.asked(view.exchange) { return file }
        var head = PageHead(title: isTop ? title : "\(title) · \(face.workspace.name)", path: base + rest)
        head.isWide = isWide
        head.place = view.visit == nil ? nil : .publicFace
        if !isTop { head.crumbs = [(address(""), face.workspace.name)] }
        if isOpen { head.crumbs.insert((view.address("/public"), view.say("publicFace.all.title")), at: 0) }
        return await view.page(head, status: status) {
            if !isOpen { seenNotice() }
            content()
            if isOpen, let cited { cited.write(view) }
        }
    }

    private func seenNotice() {
        html.element(.div, .class("notice")) {
            html.element(.p, text: view.say("publicFace.seen.\(face.audience.rawValue)"))
        }
    }

    /// What is counted, in one sentence.
    func counted() {
        html.element(.p, .class("hint"), text: view.say("publicFace.counted"))
    }

    /// When something of this kind last changed, for everybody's page.
    func lastChange(_ kinds: PublicKind...) {
        let latest = kinds.flatMap { face.all($0) }.map(\.changed).filter { !$0.isEmpty }.max()
        guard let latest else { return }
        html.element(.p, .class("hint"), text: view.say("publicFace.lastChange", ["date": .text(day(latest))]))
    }

    /// The sentence in the place of what the workspace does not show: never the one for what is not there.
    func notShown() {
        html.element(.p, .class("none"), text: view.say("publicFace.notShown"))
    }

    func nothing(_ key: String = "publicFace.nothing") {
        html.element(.p, .class("soft"), text: view.say(key))
    }
}
