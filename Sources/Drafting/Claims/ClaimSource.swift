package import Domain
package import Plans

/// What a source of a sentence says, as far as the sentence can claim more.
package struct ClaimSource: Hashable, Sendable {
    package enum Fact: Hashable, Sendable {
        /// A recommendation and where it stands; nil where its mechanism asks for no position.
        case recommendation(Position?)
        case action(ActionStatus)
        case law(LawStage)
        /// Who says how far it is; names that mean the same, for instance in other languages, stand apart by `|`.
        case assessment(assessor: String, Verdict)
        /// Anything else: a report, evidence, an observation, a statement.
        case other
    }

    /// What an assessment comes to, whatever its scheme calls it.
    package enum Verdict: String, Hashable, Sendable {
        case implemented, partly, notImplemented
        /// A grade or word that says none of these.
        case other
    }

    package var fact: Fact
    /// As people call it: `127.14`, the title of an action.
    package var label: String
    /// All it says in words: the figures, dates and absolutes that a sentence may take from it.
    package var text: String
    package var dates: [CalendarDate]
    /// Whether an amount of money stands in it.
    package var hasMoney: Bool

    package init(
        _ fact: Fact, label: String = "", text: String = "", dates: [CalendarDate] = [], hasMoney: Bool = false
    ) {
        self.fact = fact
        self.label = label
        self.text = text
        self.dates = dates
        self.hasMoney = hasMoney
    }
}

/// A claim that goes beyond its sources.
package struct Overclaim: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Something is claimed and nothing stands behind it.
        case noSource
        /// "Implemented", and no assessment says so.
        case implemented
        /// An assessment says so, and the sentence does not say whose it is.
        case assessorUnnamed
        /// An assessor is named whose assessment is not among the sources.
        case assessorUnheard
        /// "All", "always", "eliminated", "no longer", and no source has such a word.
        case absolute
        /// A figure that no source has.
        case figure
        /// A share that was rounded up.
        case roundedUp
        /// A date or year that no source has.
        case date
        /// An amount of money that no source names.
        case money
        /// "Supported" of what is noted or still pending.
        case notSupported
        /// "Adopted" or "in force" of a bill.
        case notAdopted
        /// "Done" of an action that is under way.
        case notDone
    }

    package var kind: Kind
    /// The words of the sentence, as they are compared: small letters, without accents.
    package var words: String

    package init(_ kind: Kind, _ words: String) {
        self.kind = kind
        self.words = words
    }

    /// The sentence that tells a writer what to do, a key of the catalogues; its argument is `words`.
    package var messageKey: String { "overclaim.\(kind.rawValue)" }
}
