package import Domain

/// What becomes public of a submission: an assessment by the recipient's institution, in words the submitter allowed.
package struct PublishedWords: Sendable {
    package var recommendation: Int64?
    package var issue: Int64?
    /// `fully`, `partially`, `not`.
    package var value: String
    package var text: String
    package var language: LanguageTag
}
