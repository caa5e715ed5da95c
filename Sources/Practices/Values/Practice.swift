package import Domain

/// What worked somewhere, as one workspace wrote it down. What it says stands in editions; others read the one that was reviewed.
package struct Practice: Hashable, Sendable {
    package var id: PracticeID
    package var workspace: WorkspaceID
    package var latest: PracticeEditionID
    /// What others read; nil: nothing.
    package var publishedEdition: PracticeEditionID?
    /// Fixed-width UTC instants.
    package var published: String?
    package var withdrawn: String?
    package var withdrawnWhy: String?
    package var made: String
    package var version: Int

    package var subject: Subject { Subject(.practice, id.value) }
}

package typealias PracticeID = ID<Practice>

/// One edition of a practice: written, handed in, reviewed. What was reviewed is never changed; a change is another edition.
package struct PracticeEdition: Hashable, Sendable {
    package var id: PracticeEditionID
    package var practice: PracticeID
    package var workspace: WorkspaceID
    /// From 1.
    package var number: Int
    package var status: PracticeStatus
    package var content: PracticeContent
    /// Fixed-width UTC instants.
    package var made: String
    package var handedIn: String?
    /// When it was returned, published or taken back.
    package var decided: String?
}

package typealias PracticeEditionID = ID<PracticeEdition>

/// What an edition says.
package struct PracticeContent: Hashable, Sendable {
    package var shelf = PracticeShelf.general
    package var state: StateCode?
    /// The code of a regional group.
    package var region: String?
    /// State and place are not shown outside; the region is.
    package var isPlaceWithheld = false
    /// The workspace's name is not shown outside: for civil society alone.
    package var isAnonymous = false
    package var from: CalendarDate?
    package var until: CalendarDate?
    /// Nil: not known.
    package var cost: Money?
    package var contact = PracticeContact()
    package var isContactWithheld = false
    package var source: PracticeSource?
    package var themes: [String] = []
    /// Goals and targets of the 2030 Agenda.
    package var goals: [String] = []
    package var kinds: [HelpKind] = []
    /// Codes of the persons it concerns.
    package var persons: [String] = []
    package var links: [PracticeLink] = []
    package var documents: [PracticeDocument] = []
    /// The original first, then by language.
    package var texts: [PracticeText] = []

    package init() {}

    package var original: PracticeText? { texts.first(where: \.isOriginal) ?? texts.first }

    /// The version for a reader: in that language, else in English, else the original.
    package func text(for language: LanguageTag) -> PracticeText? {
        texts.first { $0.language == language } ?? texts.first { $0.language == .english } ?? original
    }
}

/// A language version. Each was written by a person; none is made by the program.
package struct PracticeText: Hashable, Sendable {
    package var language: LanguageTag
    package var isOriginal: Bool
    package var title = ""
    /// In a few lines.
    package var summary = ""
    package var worked = ""
    /// Where in the State.
    package var place = ""
    /// With what means, beyond kinds of help and cost.
    package var means = ""
    /// How long it took.
    package var duration = ""
    package var staff = ""
    package var evidence = ""
    /// What failed, or would be done differently. Empty: nothing was said.
    package var failed = ""
    package var conditions = ""
    /// Who was concerned, and who took part.
    package var concerned = ""

    package init(language: LanguageTag, isOriginal: Bool) {
        self.language = language
        self.isOriginal = isOriginal
    }

    /// Its parts by name, in the order they are shown.
    package static var parts: [(name: String, path: WritableKeyPath<PracticeText, String>)] {
        [
            ("title", \.title), ("summary", \.summary), ("worked", \.worked), ("place", \.place), ("means", \.means),
            ("duration", \.duration), ("staff", \.staff), ("evidence", \.evidence), ("failed", \.failed),
            ("conditions", \.conditions), ("concerned", \.concerned),
        ]
    }
}

/// An office to write to, never a person.
package struct PracticeContact: Hashable, Sendable {
    package var office: String
    package var email: String

    package init(office: String = "", email: String = "") {
        self.office = office
        self.email = email
    }
}

/// The agreement or the programme it was written up from.
package struct PracticeSource: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case agreement, programme
    }

    package var kind: Kind
    package var id: Int64

    package init(_ kind: Kind, _ id: Int64) {
        self.kind = kind
        self.id = id
    }
}

/// That it answers something of the public record.
package struct PracticeLink: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case issue, recommendation
    }

    package enum Origin: String, Hashable, Sendable, CaseIterable {
        /// A person named it.
        case hand
        /// The program proposed it, and a person took it.
        case proposed
    }

    package var kind: Kind
    package var id: Int64
    package var origin: Origin
    /// Why the program proposed it: themes and words both have, with commas. Empty for what a person named.
    package var reason: String

    package init(_ kind: Kind, _ id: Int64, _ origin: Origin = .hand, reason: String = "") {
        self.kind = kind
        self.id = id
        self.origin = origin
        self.reason = reason
    }
}

/// A document named as evidence, with its address where it has one.
package struct PracticeDocument: Hashable, Sendable {
    package var title: String
    package var address: String

    package init(title: String, address: String = "") {
        self.title = title
        self.address = address
    }
}
