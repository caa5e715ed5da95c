/// The kinds of document that are read. Each has conventions of its own for numbers, lead-ins and what is asked.
package enum DocumentKind: String, Codable, Sendable, CaseIterable {
    /// The report of the Working Group on the Universal Periodic Review, edited (`A/HRC/43/15`).
    case reviewReport
    /// Its unedited draft (`A/HRC/WG.6/34/L.8`), whose numbers may differ.
    case reviewDraft
    /// The State's answers to the report (`A/HRC/43/15/Add.1`).
    case addendum
    /// OHCHR's list or matrix of a review's recommendations by theme.
    case thematicList
    case concludingObservations
    case listOfIssues
    case listOfIssuesPrior
    /// A committee's report or letter on follow-up, which grades what was done about single paragraphs.
    case followUpReport
    /// Views on an individual complaint.
    case views
    case inquiry
    /// A special procedure's report on a visit to a State.
    case visitReport
    /// An allegation letter or urgent appeal. Restricted: names in it are sealed.
    case communication
    /// Any other document, read paragraph by paragraph, perhaps by a saved rule.
    case paragraphs
}

/// What the first page says of a document.
package struct DocumentFacts: Codable, Hashable, Sendable {
    package var kind: DocumentKind
    package var symbol: DocumentSymbol?
    package var title: String?
    package var mechanism: MechanismCode?
    /// All mechanisms of a joint communication, the first one included; empty for documents of one mechanism.
    package var mechanisms: [MechanismCode]
    /// The State under review, or the State party.
    package var state: StateCode?
    package var cycle: Int?
    package var session: Int?
    /// The date of distribution, as printed.
    package var published: CalendarDate?
    package var language: LanguageTag
    /// The document this one answers or lists: an addendum's report.
    package var parent: DocumentSymbol?
    package var pageCount: Int?
    package var doubts: [Doubt]

    package init(
        kind: DocumentKind, symbol: DocumentSymbol? = nil, title: String? = nil, mechanism: MechanismCode? = nil,
        state: StateCode? = nil, cycle: Int? = nil, session: Int? = nil, published: CalendarDate? = nil,
        language: LanguageTag, parent: DocumentSymbol? = nil, pageCount: Int? = nil, doubts: [Doubt] = [],
        mechanisms: [MechanismCode] = []
    ) {
        self.kind = kind
        self.symbol = symbol
        self.title = title
        self.mechanism = mechanism
        self.state = state
        self.cycle = cycle
        self.session = session
        self.published = published
        self.language = language
        self.parent = parent
        self.pageCount = pageCount
        self.doubts = doubts
        self.mechanisms = mechanisms
    }
}

/// Why a person should look at something that was read.
package struct Doubt: Codable, Hashable, Sendable {
    /// A name that stays: catalogues have a sentence `doubt.<code>` for it.
    package var code: Code
    /// What it is about (a name, a number), as the document has it.
    package var detail: String?

    package init(_ code: Code, _ detail: String? = nil) {
        self.code = code
        self.detail = detail
    }

    package enum Code: String, Codable, Sendable, CaseIterable {
        /// A name in the place of a recommending State that is none we know.
        case unknownState
        /// A name was taken for that of a State, of which it is a misspelling.
        case stateNear
        /// A recommendation of a review without a State.
        case noStates
        /// A State named twice, or more States than one wording should have.
        case statesUnclear
        /// Numbers before this one are missing.
        case numberGap
        case numberRepeated
        /// The number does not follow from the one before, or was inferred.
        case numberUnclear
        case parenthesisUnclosed
        /// No lead-in says what the State answered.
        case positionUnclear
        /// The State says "implemented or in the process of implementation", and not which for this paragraph.
        case claimUnclear
        /// Which grade is meant, of which paragraph or document, or whether it is one at all.
        case gradeUnclear
        /// A footnote or page header may stand inside the text.
        case foreignText
        case textLong
        case textShort
        /// Where the text ends is not clear.
        case endUnclear
        /// Whether this paragraph recommends, or only observes.
        case kindUnclear
        case dateUnclear
        /// A theme, person or goal that the reference facts do not know.
        case tagUnknown
        case symbolMissing
        case stateMissing
        case languageUnclear
        /// Names may stand in the text that should be sealed.
        case nameUnclear
        /// The text was recognised from a picture.
        case recognised
    }
}
