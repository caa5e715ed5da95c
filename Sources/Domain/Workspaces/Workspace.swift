/// A room in the installation: a State's national mechanism, or a partner of such mechanisms, its people and their work. Workspaces
/// share the public record, what they publish, and what two of them agree on.
package struct Workspace: Hashable, Sendable {
    package var id: WorkspaceID
    /// Its name in addresses: 2...40 small letters, digits and hyphens; unique.
    package var slug: String
    /// As people read it.
    package var name: String
    package var kind: WorkspaceKind
    /// Whose mechanism it is, and there for every mechanism; of a partner, the State it belongs to, if it does.
    package var state: StateCode?
    /// What a partner is; nil for a mechanism.
    package var actor: ActorKind?
    /// The regional group a partner works in or comes from, by its code; nil: none, or all.
    package var region: String?
    /// For letters and reminders to those who chose no language of their own.
    package var language: LanguageTag
    /// IANA name, for instance `Europe/Ljubljana`: where its days begin.
    package var timeZone: String
    /// Fixed-width UTC instant.
    package var created: String
    package var isClosed: Bool

    package init(
        id: WorkspaceID, slug: String, name: String, kind: WorkspaceKind = .mechanism, state: StateCode?,
        actor: ActorKind? = nil, region: String? = nil, language: LanguageTag = .english, timeZone: String = "UTC",
        created: String, isClosed: Bool = false
    ) {
        self.id = id
        self.slug = slug
        self.name = name
        self.kind = kind
        self.state = state
        self.actor = actor
        self.region = region
        self.language = language
        self.timeZone = timeZone
        self.created = created
        self.isClosed = isClosed
    }

    /// The State whose recommendations are answered here; nil in a partner's workspace, whatever State that belongs to.
    package var mechanismState: StateCode? { kind == .mechanism ? state : nil }

    package static func isSlug(_ text: String) -> Bool {
        (2...40).contains(text.utf8.count) && text.first != "-" && text.last != "-"
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}

package typealias WorkspaceID = ID<Workspace>
