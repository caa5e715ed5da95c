package import Domain

/// A workspace's public page as one kind of reader sees it: nothing else is in it, so that whatever is counted, listed or drawn from
/// it is of what is shown alone.
package struct ShownFace: Sendable {
    package var workspace: Workspace
    /// Who reads: `everybody`, `partners` or `institution`.
    package var audience: PublicStage
    /// The coordinator's words at the top; empty where there are none.
    package var about: String
    /// Whom to write to; nil where it is not shown or not said.
    package var contact: String?
    /// What is shown at all.
    package var fields: Set<PublicField>
    /// By kind, in the order of their numbers.
    package var items: [PublicKind: [PublicItem]]
    /// The latest first.
    package var removals: [Removal]
    /// Counts what was ever shown of this workspace: the number under which this state of the page is cited. 0 before the first.
    package var state: Int64
    /// Since when it is shown like this; nil before the first.
    package var changed: String?

    private let places: [PublicKey: PublicItem]
    private let children: [PublicKey: [PublicItem]]

    init(
        workspace: Workspace, audience: PublicStage, about: String, contact: String?, fields: Set<PublicField>,
        items: [PublicItem], removals: [Removal], state: Int64, changed: String?
    ) {
        self.workspace = workspace
        self.audience = audience
        self.about = about
        self.contact = contact
        self.fields = fields
        self.items = Dictionary(grouping: items, by: \.kind).mapValues { $0.sorted { $0.id < $1.id } }
        self.removals = removals
        self.state = state
        self.changed = changed
        places = Dictionary(items.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var children: [PublicKey: [PublicItem]] = [:]
        for item in items { if let parent = item.parent { children[parent, default: []].append(item) } }
        self.children = children.mapValues { $0.sorted { $0.id < $1.id } }
    }

    package func shows(_ field: PublicField) -> Bool { fields.contains(field) }
    package func all(_ kind: PublicKind) -> [PublicItem] { items[kind] ?? [] }
    package func item(_ key: PublicKey) -> PublicItem? { places[key] }

    package func all(_ kind: PublicKind, of parent: PublicKey) -> [PublicItem] {
        (children[parent] ?? []).filter { $0.kind == kind }
    }

    package func removal(_ key: PublicKey) -> Removal? { removals.first { $0.key == key } }

    package func removals(_ kind: PublicKind, of parent: PublicKey?) -> [Removal] {
        removals.filter { $0.key.kind == kind && $0.parent == parent }
    }

    /// When something of this kind last changed on the page; nil where nothing of it is shown.
    package func changed(_ kinds: PublicKind...) -> String? {
        kinds.flatMap { all($0) }.map(\.changed).filter { !$0.isEmpty }.max()
    }
}
