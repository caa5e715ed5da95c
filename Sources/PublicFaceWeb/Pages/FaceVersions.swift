import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import PublicFace

/// What was public of one object, when.
enum FaceVersions {
    static func finding(_ key: PublicKey, _ page: FacePage) async throws(WebError) -> PublicFinding {
        try await WebError.running { () throws(WorkspaceError) in try await page.faces.find(key, page.face) }
    }

    /// In the place of something that was public and is not: a marker where it was taken down, else that it is not shown any more.
    /// Neither says what it was.
    static func ended(_ key: PublicKey, _ page: FacePage) async throws(WebError) -> Answer {
        let finding = try await finding(key, page)
        let title = page.view.say(
            "publicFace.numbered", ["kind": .text(page.kind(key.kind)), "number": .number(Int(key.id))])
        return try await page.answer(title, at: page.path(key) ?? "", status: 410) {
            page.view.pageHead(kicker: page.face.workspace.name, title)
            switch finding {
            case .removed(let removal): page.marker(removal)
            case .gone(let since):
                page.html.element(
                    .p, .class("notice"), text: page.view.say("publicFace.gone", ["date": .text(page.day(since))]))
            case .shown: break
            }
            page.html.element(.p) { page.view.link(page.address(""), page.face.workspace.name) }
        }
    }

    static func list(_ kind: PublicKind, _ page: FacePage) async throws(WebError) -> Answer {
        let key = PublicKey(kind, try page.number("id"))
        guard case .shown(let item) = try await finding(key, page) else { return try await ended(key, page) }
        let versions = try await all(key, page)
        let (view, html) = (page.view, page.html)
        let path = page.path(key) ?? ""
        return try await page.answer(view.say("publicFace.versions.title"), at: path + "/versions") {
            view.pageHead(
                kicker: page.kind(kind), view.say("publicFace.versions.title"),
                lead: view.say("publicFace.versions.lead"))
            html.element(.p) { page.link(item) }
            view.table(view.say("publicFace.versions.title"), style: "data") {
                view.headRow([
                    (view.say("publicFace.versions.number"), false), (view.say("publicFace.versions.since"), false),
                    (view.say("publicFace.versions.what"), false),
                ])
                html.element(.tbody) { for version in versions { row(version, path, page) } }
            }
        }
    }

    private static func row(_ version: PublicVersion, _ path: String, _ page: FacePage) {
        let (view, html) = (page.view, page.html)
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                if version.item == nil {
                    html.text(view.number(version.number))
                } else {
                    view.link(page.address(path + "/versions/\(version.number)"), view.number(version.number))
                }
            }
            html.element(.td, text: page.day(version.made))
            html.element(.td) {
                if let item = version.item {
                    html.element(.bdi, text: page.title(item))
                } else {
                    html.text(view.say(version.isEnd ? "publicFace.versions.end" : "publicFace.versions.hidden"))
                }
            }
        }
    }

    static func one(_ kind: PublicKind, _ page: FacePage) async throws(WebError) -> Answer {
        let key = PublicKey(kind, try page.number("id"))
        let number = Int(try page.number("version"))
        guard case .shown = try await finding(key, page) else { return try await ended(key, page) }
        guard let version = try await all(key, page).first(where: { $0.number == number }) else { throw .notFound }
        let view = page.view
        let path = "\(page.path(key) ?? "")/versions/\(number)"
        let title = version.item.map { page.title($0) } ?? page.kind(kind)
        let cited = version.item.map { Cite(page, $0) }
        return try await page.answer(title, at: path, cited: cited, status: version.item == nil ? 410 : 200) {
            page.html.element(.p, .class("notice")) {
                page.html.text(
                    view.say(
                        "publicFace.version.old", ["n": .number(number), "date": .text(page.day(version.made))]))
                page.html.text(" ")
                view.link(page.address(page.path(key) ?? ""), view.say("publicFace.version.now"))
            }
            if let item = version.item {
                FaceItem(page: page, item: item).head()
                FaceItem(page: page, item: item).facts()
            } else {
                view.pageHead(title)
                page.html.element(
                    .p, text: view.say(version.isEnd ? "publicFace.versions.end" : "publicFace.versions.hidden"))
            }
        }
    }

    private static func all(_ key: PublicKey, _ page: FacePage) async throws(WebError) -> [PublicVersion] {
        try await WebError.running { () throws(WorkspaceError) in try await page.faces.versions(key, page.face) }
    }

    /// The whole page as it stood at a state, in numbers and lists, as far as it may still be seen.
    static func state(_ now: FacePage) async throws(WebError) -> Answer {
        let state = try now.number("version")
        let then = try await WebError.running { () throws(WorkspaceError) in
            try await now.faces.shown(now.face.workspace.slug, at: state)
        }
        let page = FacePage(view: now.view, faces: now.faces, face: then, base: now.base, today: now.today)
        let view = page.view
        let title = view.say("publicFace.state.title", ["date": .text(page.day(then.changed))])
        return try await page.answer(
            title, at: "/versions/\(state)", cited: Cite(page, list: then.workspace.name, key: "page")
        ) {
            view.pageHead(kicker: then.workspace.name, title, lead: view.say("publicFace.state.lead"))
            page.html.element(.p) { view.link(page.address(""), view.say("publicFace.version.now")) }
            page.counted()
            FaceStatus(page, .commitment).figure(level: 2)
            FaceStatus(page, .action).figure(level: 2)
            for kind in PublicKind.allCases where kind.hasPage && !then.all(kind).isEmpty {
                view.section(kind.rawValue, view.say("publicFace.kinds.\(kind.rawValue)")) {
                    page.html.element(.ul, .class("face-rows")) {
                        for item in then.all(kind).prefix(200) {
                            page.html.element(.li) {
                                page.html.element(
                                    .a,
                                    .href(page.address("\(page.path(item.key) ?? "")/versions/\(item.version)")),
                                    .dir("auto"), text: page.title(item))
                            }
                        }
                    }
                }
            }
        }
    }
}
