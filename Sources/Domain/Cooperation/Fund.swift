/// Money that is given on application, in calls.
package struct Fund: Hashable, Sendable {
    package var id: FundID
    package var workspace: WorkspaceID
    package var name: String
    package var text: String
    /// Of its texts.
    package var language: LanguageTag
    /// The code of the template it was made from.
    package var template: String?
    package var contact: OfferContact
    /// `draft`, `partners` or `public`.
    package var level: PublicationLevel
    package var isClosed: Bool
    /// Fixed-width UTC instant.
    package var made: String
    package var version: Int

    package init(
        id: FundID, workspace: WorkspaceID, name: String, text: String = "", language: LanguageTag,
        template: String? = nil, contact: OfferContact = OfferContact(), level: PublicationLevel = .draft,
        isClosed: Bool = false, made: String, version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.name = name
        self.text = text
        self.language = language
        self.template = template
        self.contact = contact
        self.level = level
        self.isClosed = isClosed
        self.made = made
        self.version = version
    }
}

package typealias FundID = ID<Fund>

/// One call of a fund: a window in which applications are taken.
package struct FundCall: Hashable, Sendable {
    package var id: FundCallID
    package var fund: FundID
    package var workspace: WorkspaceID
    package var title: String
    package var text: String
    package var opens: CalendarDate?
    /// The last day; nil: applications are taken until the fund says otherwise.
    package var closes: CalendarDate?
    /// Most for one application; nil: not said.
    package var ceiling: Money?
    /// For all of them together; nil: not said.
    package var budget: Money?
    package var kinds: [HelpKind]
    package var themes: [String]
    package var goals: [String]
    package var eligible: Eligibility
    package var eligibleNote: String
    /// In which applications are taken; empty: not said.
    package var languages: [LanguageTag]
    package var conditions: [Condition]
    /// An application stands on the consent of the State.
    package var needsConsent: Bool
    package var form: [FormField]
    package var isCancelled: Bool
    package var version: Int

    package init(
        id: FundCallID, fund: FundID, workspace: WorkspaceID, title: String, text: String = "",
        opens: CalendarDate? = nil, closes: CalendarDate? = nil, ceiling: Money? = nil, budget: Money? = nil,
        kinds: [HelpKind] = [], themes: [String] = [], goals: [String] = [], eligible: Eligibility = Eligibility(),
        eligibleNote: String = "", languages: [LanguageTag] = [], conditions: [Condition] = [],
        needsConsent: Bool = false, form: [FormField] = [], isCancelled: Bool = false, version: Int = 1
    ) {
        self.id = id
        self.fund = fund
        self.workspace = workspace
        self.title = title
        self.text = text
        self.opens = opens
        self.closes = closes
        self.ceiling = ceiling
        self.budget = budget
        self.kinds = kinds
        self.themes = themes
        self.goals = goals
        self.eligible = eligible
        self.eligibleNote = eligibleNote
        self.languages = languages
        self.conditions = conditions
        self.needsConsent = needsConsent
        self.form = form
        self.isCancelled = isCancelled
        self.version = version
    }

    /// Where it stands on a day.
    package func standing(on day: CalendarDate) -> Standing {
        if isCancelled { return .cancelled }
        if let opens, day < opens { return .coming }
        if let closes, closes < day { return .over }
        return .open
    }

    package enum Standing: String, Hashable, Sendable, CaseIterable {
        case coming, open, over, cancelled
    }
}

package typealias FundCallID = ID<FundCall>

/// One question of a call's form.
package struct FormField: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// One line.
        case text
        case longText = "long-text"
        case number, money, date
        case choice, choices
        case yesNo = "yes-no"
    }

    /// Names the answer: 1...40 small letters, digits and hyphens, unique in its form.
    package var key: String
    package var kind: Kind
    package var label: String
    package var hint: String
    package var isRequired: Bool
    /// Most words of a text; nil: no limit of the fund's.
    package var wordsMax: Int?
    /// What can be chosen, as the fund words it.
    package var choices: [String]

    package init(
        key: String, kind: Kind, label: String, hint: String = "", isRequired: Bool = false, wordsMax: Int? = nil,
        choices: [String] = []
    ) {
        self.key = key
        self.kind = kind
        self.label = label
        self.hint = hint
        self.isRequired = isRequired
        self.wordsMax = wordsMax
        self.choices = choices
    }
}
