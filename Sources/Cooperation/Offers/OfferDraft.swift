package import Domain

/// What somebody writes of an offer.
package struct OfferDraft: Hashable, Sendable {
    package var title = ""
    package var text = ""
    package var language = LanguageTag.english
    package var kinds: [HelpKind] = []
    package var themes: [String] = []
    package var goals: [String] = []
    package var eligible = Eligibility()
    package var languages: [LanguageTag] = []
    package var from: CalendarDate?
    package var until: CalendarDate?
    package var capacityPerYear: Int?
    package var money: Money?
    package var conditions: [Condition] = []
    package var conditionsNote = ""
    package var contact = OfferContact()
    package var level = PublicationLevel.draft
    package var status = OfferStatus.open

    package init() {}

    package init(_ offer: Offer) {
        title = offer.title
        text = offer.text
        language = offer.language
        kinds = offer.kinds
        themes = offer.themes
        goals = offer.goals
        eligible = offer.eligible
        languages = offer.languages
        from = offer.from
        until = offer.until
        capacityPerYear = offer.capacityPerYear
        money = offer.money
        conditions = offer.conditions
        conditionsNote = offer.conditionsNote
        contact = offer.contact
        level = offer.level
        status = offer.status
    }
}

extension Offer {
    mutating func take(_ draft: OfferDraft) {
        title = draft.title
        text = draft.text
        language = draft.language
        kinds = draft.kinds
        themes = draft.themes
        goals = draft.goals
        eligible = draft.eligible
        languages = draft.languages
        from = draft.from
        until = draft.until
        capacityPerYear = draft.capacityPerYear
        money = draft.money
        conditions = draft.conditions
        conditionsNote = draft.conditionsNote
        contact = draft.contact
        level = draft.level
        status = draft.status
    }

    /// Its fields for the history.
    var fields: [(name: String, value: String?)] {
        [
            ("title", title), ("text", text), ("language", language.rawValue), ("kinds", joined(kinds.map(\.rawValue))),
            ("themes", joined(themes)), ("goals", joined(goals)),
            ("states", joined(eligible.states.map(\.rawValue))), ("groups", joined(eligible.groups)),
            ("languages", joined(languages.map(\.rawValue))), ("starts", from?.description),
            ("ends", until?.description), ("capacity", capacityPerYear.map(String.init)),
            ("money", money.map { "\($0.minor) \($0.currency.rawValue)" }),
            ("conditions", joined(conditions.map(\.rawValue))), ("conditionsNote", conditionsNote),
            ("office", contact.office), ("email", contact.email), ("address", contact.address),
            ("level", level.rawValue), ("status", status.rawValue),
        ]
    }

    package var subject: Subject { Subject(.offer, id.value) }
}
