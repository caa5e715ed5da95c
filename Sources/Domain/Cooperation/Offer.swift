/// Help that somebody can give: a partner, or a State to another.
package struct Offer: Hashable, Sendable {
    package var id: OfferID
    package var workspace: WorkspaceID
    package var title: String
    package var text: String
    /// Of its texts.
    package var language: LanguageTag
    package var kinds: [HelpKind]
    package var themes: [String]
    package var goals: [String]
    package var eligible: Eligibility
    /// In which the help can be given; empty: not said.
    package var languages: [LanguageTag]
    package var from: CalendarDate?
    package var until: CalendarDate?
    /// How many requests a year can be served; nil: not said.
    package var capacityPerYear: Int?
    /// Most for one request; nil: not known.
    package var money: Money?
    package var conditions: [Condition]
    package var conditionsNote: String
    package var contact: OfferContact
    /// `draft`, `partners` or `public`.
    package var level: PublicationLevel
    package var status: OfferStatus
    /// Fixed-width UTC instant.
    package var made: String
    package var version: Int

    package init(
        id: OfferID, workspace: WorkspaceID, title: String, text: String = "", language: LanguageTag,
        kinds: [HelpKind] = [], themes: [String] = [], goals: [String] = [], eligible: Eligibility = Eligibility(),
        languages: [LanguageTag] = [], from: CalendarDate? = nil, until: CalendarDate? = nil,
        capacityPerYear: Int? = nil, money: Money? = nil, conditions: [Condition] = [], conditionsNote: String = "",
        contact: OfferContact = OfferContact(), level: PublicationLevel = .draft, status: OfferStatus = .open,
        made: String, version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.title = title
        self.text = text
        self.language = language
        self.kinds = kinds
        self.themes = themes
        self.goals = goals
        self.eligible = eligible
        self.languages = languages
        self.from = from
        self.until = until
        self.capacityPerYear = capacityPerYear
        self.money = money
        self.conditions = conditions
        self.conditionsNote = conditionsNote
        self.contact = contact
        self.level = level
        self.status = status
        self.made = made
        self.version = version
    }
}

package typealias OfferID = ID<Offer>

package enum OfferStatus: String, Hashable, Sendable, CaseIterable {
    case open
    /// Takes nothing more for now.
    case paused
    case closed
}

/// For whom help is: States by code, and groups of States by code (`africa`, `ldc`, `sids`). Both empty: for all.
package struct Eligibility: Hashable, Sendable {
    package var states: [StateCode]
    package var groups: [String]

    package init(states: [StateCode] = [], groups: [String] = []) {
        self.states = states
        self.groups = groups
    }

    package var isForAll: Bool { states.isEmpty && groups.isEmpty }

    /// `groups` are those the State is in.
    package func takes(_ state: StateCode, groups: [String]) -> Bool {
        isForAll || states.contains(state) || groups.contains { self.groups.contains($0) }
    }
}

/// Whom to write to: an office rather than a person.
package struct OfferContact: Hashable, Sendable {
    package var office: String
    package var email: String
    package var address: String

    package init(office: String = "", email: String = "", address: String = "") {
        self.office = office
        self.email = email
        self.address = address
    }
}
