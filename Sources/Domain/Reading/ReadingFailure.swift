/// Why a document on the desk could not be read.
package struct ReadingFailure: Codable, Hashable, Sendable {
    /// Names that stay: catalogues have a sentence `failureReason.<code>` for each, with `detail` as its argument.
    package enum Code: String, Codable, Sendable, CaseIterable {
        case unreadable, empty
        /// No document format. Detail: what its first bytes look like.
        case notADocument
        /// The old binary Word format.
        case oldWord
        case passwordProtected
        case damaged
        /// Pictures of pages without text, and text recognition is installed: read it again with it. Detail: pages.
        case scannedRecognisable
        /// Pictures of pages without text, and text recognition is not installed. Detail: pages.
        case scanned
        /// Detail: the number that is allowed.
        case tooLarge, tooManyPages, tooMuchText, tooManyParagraphs
        /// An archive that unpacks to far more than it weighs.
        case archiveBomb
        /// Detail: the package to install.
        case programMissing
        /// Detail: the program.
        case programLimit, programFailed
        /// The key of sealed files is missing or another one.
        case keyMissing
        /// The server ended each time while it was read. Detail: how often.
        case interrupted
        /// Something of the program's own. Detail: its words.
        case other
    }

    package var code: Code
    package var detail: String?

    package init(_ code: Code, _ detail: String? = nil) {
        self.code = code
        self.detail = detail
    }
}
