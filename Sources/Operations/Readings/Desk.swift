package import Documents
package import Domain
package import Programs
package import Reference
package import Store

/// Documents that were received, what was read in them, and what people decide. Nothing enters the record before it is accepted;
/// every decision is in the audit log under the caller's name.
///
/// Everybody with a role in the record works on documents. Communications are shown with names taken out; their text, pages and sealed
/// names are for coordinators alone.
package struct Desk: Sendable {
    let database: any Database
    let reference: ReferenceFacts
    /// The data folder: the key of sealed things, and a place for files while programs read them.
    let folder: String
    let clock: Clock
    let programs: ProgramRunner
    let ids: IDAllocator

    package init(
        database: any Database, reference: ReferenceFacts, folder: String, clock: Clock,
        programs: ProgramRunner = ProgramRunner()
    ) {
        self.database = database
        self.reference = reference
        self.folder = folder
        self.clock = clock
        self.programs = programs
        ids = IDAllocator(database)
    }

    /// Whoever works in workspaces alone has no place at the desk.
    func admit(_ caller: Caller) throws(DeskError) {
        if caller.role == .none { throw .forbidden }
    }

    package static let fileBytesMax = 64 << 20
    package static let splitMax = 20
}

/// What became of a file that was received.
package struct Received: Hashable, Sendable {
    package var reading: ReadingID
    /// The same bytes were there already: `reading` is that one, and nothing was added.
    package var isKnown: Bool
}

/// A reading with everything found in it.
package struct ReadingPage: Sendable {
    package var reading: Reading
    /// In document order; merged ones stand as dropped.
    package var items: [ReadingItem]
    /// Other readings of the same symbol and language.
    package var twins: [ReadingID]
    /// Whether the caller may see the whole text, pages and sealed names; else the text is shown without names.
    package var showsText: Bool
    /// How many names are sealed; 0 for everything but communications.
    package var sealedNames: Int
    /// The document of the record that accepted items went into; nil while none has.
    package var document: DocumentID?
}

/// Items with the version the caller has seen.
package enum ItemSelection: Sendable {
    case items([ReadingItemID: Int])
    case allOpen
    /// Open ones that are not doubtful.
    case certain
    /// Open ones, and accepted ones once more: what changed since goes in.
    case allButDropped
}

/// What accepting did.
package struct Acceptance: Sendable {
    package var accepted = 0
    /// Items that could not go in, with the reason; they stay open.
    package var refused: [ReadingItemID: AcceptanceRefusal] = [:]
    /// Nil where nothing goes into the record: communications.
    package var report: ImportReport?

    package init() {}
}

/// Why one item could not go into the record.
package struct AcceptanceRefusal: Hashable, Sendable {
    /// Names that stay: catalogues have a sentence `refusalReason.<code>` for each, with `detail` as its argument.
    package enum Code: String, Sendable, CaseIterable {
        /// An answer that names no paragraph.
        case noParagraph
        /// Another item has the same number and says something else. Detail: the source's key.
        case twice
        /// A name or number is longer than a record holds. Detail: the field.
        case tooLong
    }

    package var code: Code
    package var detail: String

    /// For the command line.
    package var sentence: String {
        switch code {
        case .noParagraph: "an answer needs the paragraph it speaks of"
        case .twice: "another finding has the same number (\(detail)) and says something else; keep one of the two"
        case .tooLong: "\(detail) is longer than the record can hold"
        }
    }
}

/// Why the desk did not do what was asked.
package enum DeskError: Error, Hashable, Sendable {
    case notFound
    /// Only coordinators may.
    case forbidden
    /// Somebody else changed it meanwhile: the version it has now. Nothing was changed.
    case stale(version: Int)
    /// A field and what is allowed.
    case invalid(field: String, allowed: String)
    case fileTooLarge(bytesMax: Int)
    case fileEmpty
    /// It was not read yet, or could not be read.
    case notRead
    /// The key of sealed things is missing or another one.
    case sealed(String)
    /// The file cannot be shown or read: the reader's own error.
    case document(DocumentError)
    /// The program that makes pictures of pages is missing or failed.
    case picture(String)
    case store(String)
}
