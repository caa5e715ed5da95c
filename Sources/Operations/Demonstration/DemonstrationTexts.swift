internal import Domain
internal import FoundationEssentials

/// A subject of recommendations: what is asked, and how it is tagged.
struct DemonstrationTopic: Sendable, Decodable {
    struct Label: Sendable, Decodable {
        let code: String
        let label: String
    }

    struct Measure: Sendable, Decodable {
        let text: Wording
        /// Index of the aim it leads to.
        let serves: Int?
        /// Where a clause on persons or means would make no sense: a treaty is ratified or not.
        let standsAlone: Bool
    }

    let code: String
    let themes: [Label]
    let persons: [Label]
    /// Targets of the 2030 Agenda.
    let targets: [String]
    let norms: [String]
    /// Offices that could be charged with it.
    let actors: [String]
    /// Persons whom a recommendation may single out.
    let attention: [String]
    /// What is to be reached.
    let aims: [Wording]
    /// What is to be done, in particular.
    let measures: [Measure]
    /// What a committee finds wanting; a noun phrase.
    let concern: Wording
}

/// Frames and clauses that go with any topic.
struct DemonstrationPhrases: Sendable, Decodable {
    struct Manner: Sendable, Decodable {
        let text: Wording
        /// Fits only what takes staff and money.
        let needsMeans: Bool
    }

    struct Actor: Sendable, Decodable {
        let code: String
        let frame: Frame
    }

    struct Attention: Sendable, Decodable {
        let person: DemonstrationTopic.Label
        let phrases: [Wording]
    }

    let purpose: Frame
    /// By kind of action.
    let aims: [String: [Frame]]
    let measures: [String: [Frame]]
    /// How each kind of mechanism speaks.
    let voices: [String: [Frame]]
    let concerns: [Frame]
    let remarks: [Wording]
    let manners: [Manner]
    let actors: [Actor]
    let attention: [Attention]
    let reasons: [String]
    let wordings: [String: [String]]
}

struct DemonstrationMechanism: Sendable, Decodable {
    let code: String
    let kind: String
    let names: [String: String]
    /// How the symbols of its documents begin.
    let symbols: [String]
    let topics: [String]
    /// Where it is about some States only.
    let states: [String]?
}

struct DemonstrationState: Sendable, Decodable {
    let code: String
    let names: [String: String]
}

/// One State's turn in one cycle of review.
struct DemonstrationReview: Sendable, Decodable {
    let state: String
    let cycle: Int
    let session: Int
    let reviewed: String
    let adopted: String
}
