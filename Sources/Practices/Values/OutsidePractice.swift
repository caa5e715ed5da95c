import Domain

/// An edition as somebody outside of its workspace reads it.
package struct OutsidePractice: Hashable, Sendable {
    package var id: PracticeID
    package var edition: PracticeEditionID
    /// Of the edition.
    package var number: Int
    /// Without what its author holds back.
    package var content: PracticeContent
    /// Nil where it is published without its author's name.
    package var author: PracticeAuthor?
    package var status: PracticeStatus
    package var handedIn: String?
    /// Since when everybody reads it; nil: only reviewers do.
    package var published: String?
}
