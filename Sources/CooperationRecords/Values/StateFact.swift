package import Domain

/// One dated and sourced fact of how a State cooperates with the mechanisms.
package struct StateFact: Hashable, Sendable {
    /// Who says that it is so.
    package enum Origin: String, Hashable, Sendable {
        /// A person of the State's mechanism, or a file that person brought.
        case workspace
        /// The desk of this installation.
        case desk
        /// The record of recommendations, read anew each time.
        case record
        /// Facts shipped with the program.
        case reference
    }

    /// Nil for what is read from the record or shipped.
    package var id: StateFactID?
    package var origin: Origin
    package var workspace: WorkspaceID?
    package var state: StateCode
    package var content: StateFactContent
    /// The fact that this one corrects.
    package var replaces: StateFactID?
    /// Fixed-width UTC instants. Nil while it is a draft.
    package var published: String?
    /// Corrected or withdrawn, with the reason.
    package var ended: String?
    package var endedWhy: String?
    package var endedBy: String?
    package var importID: StateFactImportID?
    package var enteredBy: String
    package var made: String
    package var version: Int

    package var kind: StateFactKind { content.kind }
    package var isStanding: Bool { ended == nil }
}

package typealias StateFactID = ID<StateFact>

/// What a fact says.
package struct StateFactContent: Hashable, Sendable {
    package var kind: StateFactKind
    /// Code of a treaty or mechanism, or a mandate, fund or institution in words; see `StateFactKind.about`.
    package var about = ""
    /// What joins the steps of one thing: `6` for a sixth report, a letter's number, the year of a request.
    package var matter = ""
    package var cycle: Int?
    /// As exact as the source; nil where a source knows none, which only shipped facts may.
    package var day: CalendarDate?
    /// The source says that there is none of this kind up to that day.
    package var isNone = false
    /// Of an accreditation: `A`, `B` or `none`.
    package var grade: String?
    package var money: Money?
    /// In the words of whoever entered it; empty for communications.
    package var text = ""
    package var language = LanguageTag.english
    /// A document's symbol, or the name of what says so. Never empty.
    package var source = ""
    /// Where it can be read.
    package var address: String?

    package init(_ kind: StateFactKind, day: CalendarDate? = nil, source: String = "") {
        self.kind = kind
        self.day = day
        self.source = source
    }
}

/// How many supported, noted and pending recommendations a cycle has in the record.
package struct CyclePositions: Hashable, Sendable {
    package var cycle: Int
    package var supported: Int
    package var noted: Int
    package var pending: Int

    package var total: Int { supported + noted + pending }
}

/// Everything everybody may know of a State's cooperation.
package struct CooperationRecord: Sendable {
    package var state: StateCode
    /// Published and standing, by day; those without a day first.
    package var facts: [StateFact]
    /// What was published and then corrected or withdrawn, the latest first.
    package var former: [StateFact]
    /// By cycle; empty where the record has no review of this State.
    package var positions: [CyclePositions]
    /// Whether the shipped facts cover this State's treaties.
    package var knowsTreaties: Bool

    /// When something of it was last published, corrected or withdrawn; nil where nobody entered anything.
    package var changed: String? { (facts + former).flatMap { [$0.published, $0.ended] }.compactMap(\.self).max() }

    package func facts(_ kinds: StateFactKind...) -> [StateFact] { facts.filter { kinds.contains($0.kind) } }
    package func facts(in group: StateFactKind.Group) -> [StateFact] { facts.filter { $0.kind.group == group } }
}

package enum StateFactLimits {
    package static let aboutCharactersMax = 200
    package static let matterCharactersMax = 80
    package static let textCharactersMax = 2_000
    package static let sourceCharactersMax = 300
    package static let addressCharactersMax = 500
    package static let whyCharactersMax = 1_000
    package static let cycleMax = 9
    /// Of one State.
    package static let factsMax = 10_000
    package static let importBytesMax = 4 << 20
    package static let importRowsMax = 5_000
    package static let peersMax = 5
}
