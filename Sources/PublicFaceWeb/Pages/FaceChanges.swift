import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import PublicFace

/// What changed last on the page, and what was taken down.
enum FaceChanges {
    static let pageItems = 50

    static func answer(_ page: FacePage) async throws(WebError) -> Answer {
        let before = page.asked("after").flatMap { Int64($0) }
        let latest = try await WebError.running { () throws(WorkspaceError) in
            try await page.faces.latest(page.face, before: before, limit: pageItems)
        }
        let page = try await page.naming(latest.versions.compactMap(\.item))
        let view = page.view
        let title = view.say("publicFace.changes.title")
        return try await page.answer(title, at: "/changes", cited: Cite(page, list: title, key: "changes")) {
            view.pageHead(kicker: page.face.workspace.name, title, lead: view.say("publicFace.changes.lead"))
            list(latest.versions, page)
            view.pager(next: latest.next.map { String($0) })
            page.html.element(.p) { view.link(page.address("/removals"), view.say("publicFace.removals.title")) }
            followed(page)
        }
    }

    /// Where a program follows what changes.
    static func followed(_ page: FacePage) {
        page.html.element(.p) {
            page.view.link(page.address("/changes.atom"), page.view.say("publicFace.changes.feed"))
        }
    }

    static func list(_ versions: [PublicVersion], _ page: FacePage) {
        let (view, html) = (page.view, page.html)
        guard !versions.isEmpty else {
            page.nothing("publicFace.changes.none")
            return
        }
        html.element(.ul, .class("face-rows")) {
            for version in versions {
                guard let item = version.item else { continue }
                html.element(.li) {
                    html.element(.span, .class("soft"), text: page.day(version.made))
                    html.text(" · ")
                    html.text(
                        view.say(
                            version.number == 1 ? "publicFace.changes.new" : "publicFace.changes.changed",
                            ["kind": .text(page.kind(item.kind))]))
                    html.text(" ")
                    if item["title"] == nil, !isNamed(item, page),
                        let parent = item.parent.flatMap({ page.face.item($0) })
                    {
                        page.link(parent)
                    } else {
                        page.link(item)
                    }
                }
            }
        }
    }

    /// Whether the recommendation it is about has a name here.
    private static func isNamed(_ item: PublicItem, _ page: FacePage) -> Bool {
        item.kind == .recommendation && item.number("recommendation").map { page.names[$0] != nil } ?? false
    }

    static func removals(_ page: FacePage) async throws(WebError) -> Answer {
        let (view, html) = (page.view, page.html)
        let title = view.say("publicFace.removals.title")
        return try await page.answer(title, at: "/removals", cited: Cite(page, list: title, key: "removals")) {
            view.pageHead(kicker: page.face.workspace.name, title, lead: view.say("publicFace.removals.lead"))
            guard !page.face.removals.isEmpty else {
                page.nothing("publicFace.removals.none")
                return
            }
            view.table(title, style: "data") {
                view.headRow(
                    ["removed.what", "removed.when", "removed.ground", "removed.office"].map {
                        (view.say("publicFace.\($0)"), false)
                    })
                html.element(.tbody) {
                    for removal in page.face.removals {
                        html.element(.tr) {
                            html.element(
                                .th, .scope("row"),
                                text: view.say(
                                    "publicFace.numbered",
                                    [
                                        "kind": .text(page.kind(removal.key.kind)),
                                        "number": .number(Int(removal.key.id)),
                                    ]))
                            html.element(.td, text: page.day(removal.at))
                            html.element(.td, text: view.say("publicFace.ground.\(removal.ground.rawValue)"))
                            view.wordsCell(removal.office)
                        }
                    }
                }
            }
        }
    }
}
