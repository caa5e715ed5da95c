/// A thing to do: recommendations of all mechanisms and cycles to one State that one lead institution could answer with one plan.
package struct Issue: Sendable {
    package var id: IssueID
    package var state: StateCode
    /// As the program worded it, in the languages its best member has a text in.
    package var names: [LanguageTag: String]
    /// As a person named it; shown before the others. Nil where nobody did.
    package var givenName: String?
    package var reason: IssueReason
    package var representative: RecommendationID?
    /// Grows with every change; a decision names the version it was made on.
    package var version: Int
    /// Whether a person made, split, merged or renamed it.
    package var isDecided: Bool
    /// The issue it was merged into; nil while it stands.
    package var mergedInto: IssueID?

    package init(
        id: IssueID, state: StateCode, names: [LanguageTag: String], givenName: String? = nil, reason: IssueReason,
        representative: RecommendationID? = nil, version: Int = 1, isDecided: Bool = false, mergedInto: IssueID? = nil
    ) {
        self.id = id
        self.state = state
        self.names = names
        self.givenName = givenName
        self.reason = reason
        self.representative = representative
        self.version = version
        self.isDecided = isDecided
        self.mergedInto = mergedInto
    }
}

/// Why recommendations stand together, as facts a page can word in any language.
package struct IssueReason: Sendable, Hashable, Codable {
    /// Words of the texts that most of its members share and that set it apart, as written, strongest first, at most eight.
    package var words: [String]
    /// Theme codes that most members carry, strongest first.
    package var themes: [String]
    /// Codes of the persons it concerns.
    package var persons: [String]
    /// The kind of thing to be done, nil where members ask for different kinds.
    package var demand: Demand?
    /// The treaty or protocol it is about, by its acronym as `Reference` writes it (`CRPD`, `OPCAT`); nil where none.
    package var instrument: String?
    /// Why it is larger than an issue of one review should be: `one-instrument`, `near-identical` or `people`; nil where it is not.
    package var largeBecause: String?

    package init(
        words: [String] = [], themes: [String] = [], persons: [String] = [], demand: Demand? = nil,
        instrument: String? = nil, largeBecause: String? = nil
    ) {
        self.words = words
        self.themes = themes
        self.persons = persons
        self.demand = demand
        self.instrument = instrument
        self.largeBecause = largeBecause
    }
}

/// What must be done, in the kinds an officer would sort by.
package enum Demand: String, Sendable, Hashable, Codable, CaseIterable {
    /// Become party to an instrument, or withdraw a reservation.
    case ratify
    /// Make, change or repeal a law.
    case legislate
    /// A strategy, plan or policy.
    case plan
    /// Set up or strengthen an institution.
    case institution
    /// Investigate, prosecute, punish.
    case prosecute
    /// Give redress, protection or services to those affected.
    case protect
    /// Train officials, teach, raise awareness.
    case educate
    /// Money, staff, services, infrastructure.
    case provide
    /// Report, invite, answer mechanisms.
    case cooperate
    /// Collect and publish data; study.
    case inform
}
