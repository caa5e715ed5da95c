package import Domain

/// What somebody writes of a fund.
package struct FundDraft: Hashable, Sendable {
    package var name = ""
    package var text = ""
    package var language = LanguageTag.english
    package var template: String?
    package var contact = OfferContact()
    package var level = PublicationLevel.draft
    package var isClosed = false

    package init() {}

    package init(_ fund: Fund) {
        name = fund.name
        text = fund.text
        language = fund.language
        template = fund.template
        contact = fund.contact
        level = fund.level
        isClosed = fund.isClosed
    }
}

/// What somebody writes of a call.
package struct FundCallDraft: Hashable, Sendable {
    package var title = ""
    package var text = ""
    package var opens: CalendarDate?
    package var closes: CalendarDate?
    package var ceiling: Money?
    package var budget: Money?
    package var kinds: [HelpKind] = []
    package var themes: [String] = []
    package var goals: [String] = []
    package var eligible = Eligibility()
    package var eligibleNote = ""
    package var languages: [LanguageTag] = []
    package var conditions: [Condition] = []
    package var needsConsent = false
    package var form: [FormField] = []
    package var isCancelled = false

    package init() {}

    package init(_ call: FundCall) {
        title = call.title
        text = call.text
        opens = call.opens
        closes = call.closes
        ceiling = call.ceiling
        budget = call.budget
        kinds = call.kinds
        themes = call.themes
        goals = call.goals
        eligible = call.eligible
        eligibleNote = call.eligibleNote
        languages = call.languages
        conditions = call.conditions
        needsConsent = call.needsConsent
        form = call.form
        isCancelled = call.isCancelled
    }
}

extension Fund {
    mutating func take(_ draft: FundDraft) {
        name = draft.name
        text = draft.text
        language = draft.language
        template = draft.template
        contact = draft.contact
        level = draft.level
        isClosed = draft.isClosed
    }

    var fields: [(name: String, value: String?)] {
        [
            ("name", name), ("text", text), ("language", language.rawValue), ("office", contact.office),
            ("email", contact.email), ("address", contact.address), ("level", level.rawValue),
            ("closed", isClosed ? "yes" : "no"),
        ]
    }
}

extension FundCall {
    mutating func take(_ draft: FundCallDraft) {
        title = draft.title
        text = draft.text
        opens = draft.opens
        closes = draft.closes
        ceiling = draft.ceiling
        budget = draft.budget
        kinds = draft.kinds
        themes = draft.themes
        goals = draft.goals
        eligible = draft.eligible
        eligibleNote = draft.eligibleNote
        languages = draft.languages
        conditions = draft.conditions
        needsConsent = draft.needsConsent
        form = draft.form
        isCancelled = draft.isCancelled
    }

    var fields: [(name: String, value: String?)] {
        func amount(_ money: Money?) -> String? { money.map { "\($0.minor) \($0.currency.rawValue)" } }
        return [
            ("title", title), ("text", text), ("starts", opens?.description), ("ends", closes?.description),
            ("ceiling", amount(ceiling)), ("budget", amount(budget)), ("kinds", joined(kinds.map(\.rawValue))),
            ("themes", joined(themes)), ("goals", joined(goals)),
            ("states", joined(eligible.states.map(\.rawValue))), ("groups", joined(eligible.groups)),
            ("eligibleNote", eligibleNote), ("languages", joined(languages.map(\.rawValue))),
            ("conditions", joined(conditions.map(\.rawValue))), ("needsConsent", needsConsent ? "yes" : "no"),
            ("form", joined(form.map(\.key))), ("cancelled", isCancelled ? "yes" : "no"),
        ]
    }
}
