import CooperationWeb
import Domain
import PublicFace

extension Cite {
    /// Of the page as a whole, or a list on it.
    init(_ page: FacePage, list title: String, key: String) {
        let state = page.face.state
        self.init(
            key: "\(page.face.workspace.slug)-\(key)-v\(state)", title: title, author: page.face.workspace.name,
            version: Int(state), at: page.face.changed, path: page.base + (state > 0 ? "/versions/\(state)" : ""))
    }

    /// Of one object.
    init(_ page: FacePage, _ item: PublicItem) {
        self.init(
            key: "\(page.face.workspace.slug)-\(item.kind.rawValue)-\(item.id)-v\(item.version)",
            title: page.title(item), author: page.face.workspace.name, version: item.version, at: item.changed,
            path: page.base + (page.path(item.key) ?? "") + "/versions/\(item.version)")
    }
}
