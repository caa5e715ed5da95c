package import Domain

/// What another workspace says of an edition of a practice, or of an emerging issue, before others read it.
package struct PracticeReview: Hashable, Sendable {
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// It can be published as it is.
        case publish
        /// Back to its author, with reasons.
        case sendBack = "return"
    }

    package var id: PracticeReviewID
    /// The practice or the emerging issue.
    package var subject: Subject
    /// Which edition of it, or which time it was handed in.
    package var edition: Int
    /// Known to the author itself alone; 0 for whoever reviews.
    package var author: WorkspaceID
    package var workspace: WorkspaceID
    /// Nil: taken up, and not said yet.
    package var verdict: Verdict?
    package var reasons: String
    package var language: LanguageTag
    /// Who said it, for that workspace alone; empty for others.
    package var reviewer: String
    /// Fixed-width UTC instants.
    package var taken: String
    package var said: String?
    package var version: Int
    /// What the reviewing workspace is called.
    package var reviewers: String
}

package typealias PracticeReviewID = ID<PracticeReview>

/// Who wrote something, as others may know it.
package struct PracticeAuthor: Hashable, Sendable {
    package var id: WorkspaceID
    package var name: String
    package var kind: WorkspaceKind
    package var actor: ActorKind?
    package var state: StateCode?
}

extension PracticeAuthor {
    init(_ workspace: Workspace) {
        self.init(
            id: workspace.id, name: workspace.name, kind: workspace.kind, actor: workspace.actor,
            state: workspace.state)
    }
}

/// Something that waits for reviewers of other workspaces, as they read it.
package struct WaitingForReview: Hashable, Sendable {
    package var subject: Subject
    package var edition: Int
    package var title: String
    package var language: LanguageTag
    /// Nil for an emerging issue.
    package var shelf: PracticeShelf?
    package var status: PracticeStatus
    package var handedIn: String
    /// Nil where its author publishes without a name.
    package var author: PracticeAuthor?
    /// The workspace's own review of it.
    package var own: PracticeReview?
}
