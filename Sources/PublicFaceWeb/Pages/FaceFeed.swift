import Domain
import Frame
import Locales
import Markup
import PublicFace

/// What changed last on a public page, as a feed: all of it, or one kind.
enum FaceFeed {
    private static let entriesMax = 50

    static let kind = Parameter(
        name: "kind", form: .choice([""] + PublicKind.allCases.map(\.rawValue)), summary: "Only changes of this kind.")

    static func answer(_ exchange: Exchange, _ faces: PublicFaces) async throws(WebError) -> Answer {
        let face = try await FacePage.open(exchange, faces)
        let kind = face.asked("kind").flatMap { PublicKind(rawValue: $0) }
        let versions = try await WebError.running { () throws(WorkspaceError) in
            try await faces.latest(face.face, kind: kind, limit: entriesMax).versions
        }
        let page = try await face.naming(versions.compactMap(\.item))
        let entries = versions.compactMap { version in version.item.map { entry(version, $0, page) } }
        return Feed(
            path: page.base + "/changes",
            title: page.view.say("publicFace.changes.feedTitle", ["workspace": .text(page.face.workspace.name)]),
            entries: entries
        ).answer(exchange)
    }

    /// Each version is an entry of its own, at an address that stays.
    private static func entry(_ version: PublicVersion, _ item: PublicItem, _ page: FacePage) -> Feed.Entry {
        let place = page.path(item.key) ?? ""
        let path =
            item.kind.hasPage
            ? "\(place)/versions/\(version.number)" : "\(place)#\(item.kind.rawValue)-\(item.id)-\(version.number)"
        return Feed.Entry(
            path: page.base + path, title: page.title(item), language: page.view.exchange.language.rawValue,
            summary: page.view.say(
                version.number == 1 ? "publicFace.changes.new" : "publicFace.changes.changed",
                ["kind": .text(page.kind(item.kind))]), updated: version.made, author: page.face.workspace.name)
    }
}
