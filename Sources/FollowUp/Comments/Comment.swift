package import Domain

/// What somebody said about an object of the workspace.
package struct Comment: Hashable, Sendable {
    package static let textCharactersMax = 4_000

    package var id: CommentID
    package var workspace: WorkspaceID
    package var subject: Subject
    /// Empty where it was removed.
    package var said: String
    /// For whoever sees what is internal; else for everybody who sees the object.
    package var isInternal: Bool
    package var authorID: AccountID
    package var author: String
    package var institution: InstitutionID?
    package var made: String
    /// When its text was last changed; every wording is in the history of its field `said`.
    package var edited: String?
    package var removed: String?
    package var removedBy: String?
    package var version: Int

    package init(
        id: CommentID, workspace: WorkspaceID, subject: Subject, said: String, isInternal: Bool, authorID: AccountID,
        author: String, institution: InstitutionID?, made: String, edited: String? = nil, removed: String? = nil,
        removedBy: String? = nil, version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.subject = subject
        self.said = said
        self.isInternal = isInternal
        self.authorID = authorID
        self.author = author
        self.institution = institution
        self.made = made
        self.edited = edited
        self.removed = removed
        self.removedBy = removedBy
        self.version = version
    }

    package var own: Subject { Subject(.comment, id.value) }
    package var isRemoved: Bool { removed != nil }
}

package typealias CommentID = ID<Comment>
