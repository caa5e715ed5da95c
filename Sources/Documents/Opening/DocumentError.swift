import Programs

/// Why a document cannot be read.
package enum DocumentError: Error, Hashable, Sendable {
    /// The system's own reason, such as "No such file or directory".
    case unreadable(path: String, reason: String)
    case empty(path: String)
    /// No document format: what the first bytes look like.
    case notADocument(saw: String)
    /// The old binary Word format.
    case oldWord
    case passwordProtected
    /// Broken, cut off, or not what its first bytes promise.
    case damaged(reason: String)
    /// Built as no program builds documents; it may be meant to harm.
    case hostile(reason: String)
    /// Pictures of pages without text; `canRecognise` where tesseract is installed.
    case scanned(pages: Int, canRecognise: Bool)
    case limit(Limit, max: Int)
    /// A program that reads this format is not installed.
    case programMissing(program: String, package: String)
    /// A program needed longer or more memory than it may.
    case programLimit(program: String)
    case programFailed(program: String, reason: String)
    /// A page that the document does not have.
    case noSuchPage(Int)

    package enum Limit: String, Hashable, Sendable, CaseIterable {
        case fileSizeBytes, pages, textBytes, archiveRatio, archiveEntries, paragraphs, depth, recognisedPages
    }
}

extension DocumentError {
    /// What became of a program, as what became of the document.
    init(_ error: ProgramError) {
        switch error {
        case .missing(let program): self = .programMissing(program: program.name, package: program.package)
        case .limit(let program, _): self = .programLimit(program: program.name)
        case .cancelled(let program): self = .programFailed(program: program.name, reason: "it was stopped")
        case .failed(let program, _, let reason): self = .programFailed(program: program.name, reason: reason)
        }
    }
}
