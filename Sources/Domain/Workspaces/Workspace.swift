/// One national mechanism's room in the installation: a State, its people and their work. Nothing is shared between workspaces
/// but the public record.
package struct Workspace: Hashable, Sendable {
    package var id: WorkspaceID
    /// Its name in addresses: 2...40 small letters, digits and hyphens; unique.
    package var slug: String
    /// As people read it.
    package var name: String
    package var state: StateCode
    /// For letters and reminders to those who chose no language of their own.
    package var language: LanguageTag
    /// IANA name, for instance `Europe/Ljubljana`: where its days begin.
    package var timeZone: String
    /// Fixed-width UTC instant.
    package var created: String
    package var isClosed: Bool

    package init(
        id: WorkspaceID, slug: String, name: String, state: StateCode, language: LanguageTag = .english,
        timeZone: String = "UTC", created: String, isClosed: Bool = false
    ) {
        self.id = id
        self.slug = slug
        self.name = name
        self.state = state
        self.language = language
        self.timeZone = timeZone
        self.created = created
        self.isClosed = isClosed
    }

    package static func isSlug(_ text: String) -> Bool {
        (2...40).contains(text.utf8.count) && text.first != "-" && text.last != "-"
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}

package typealias WorkspaceID = ID<Workspace>
