package import Domain

/// Where help comes from.
package enum HelpSource: String, Hashable, Sendable, CaseIterable {
    case offer, call, programme
    /// A State that moved the same thing.
    case peer
}

/// Names one piece of help. In order: source, number, code.
package struct HelpID: Hashable, Comparable, Sendable {
    package let source: HelpSource
    /// Of the offer, call or programme; 0 for a peer.
    package let number: Int64
    /// Of the peer; empty for others.
    package let code: String

    package static func offer(_ id: OfferID) -> HelpID { HelpID(source: .offer, number: id.value, code: "") }
    package static func call(_ id: FundCallID) -> HelpID { HelpID(source: .call, number: id.value, code: "") }
    package static func programme(_ number: Int64) -> HelpID { HelpID(source: .programme, number: number, code: "") }
    package static func peer(_ state: StateCode) -> HelpID { HelpID(source: .peer, number: 0, code: state.rawValue) }

    package static func < (left: Self, right: Self) -> Bool {
        (left.place, left.number, left.code) < (right.place, right.number, right.code)
    }

    private var place: Int {
        switch source {
        case .offer: 0
        case .call: 1
        case .programme: 2
        case .peer: 3
        }
    }
}

extension HelpID: LosslessStringConvertible {
    /// `offer-12`, `peer-XAA`: as addresses and stored rejections have it.
    package var description: String { source.rawValue + "-" + (source == .peer ? code : String(number)) }

    package init?(_ text: String) {
        let fields = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard fields.count == 2, let source = HelpSource(rawValue: String(fields[0])) else { return nil }
        if source == .peer {
            guard (1...60).contains(fields[1].utf8.count) else { return nil }
            self.init(source: source, number: 0, code: String(fields[1]))
        } else {
            guard let number = Int64(fields[1]), number > 0, String(number) == fields[1] else { return nil }
            self.init(source: source, number: number, code: "")
        }
    }
}

/// What speaks for help, counted: each count is of records that a page can name.
package struct HelpEvidence: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Recommendations that somebody other than the State itself assessed as moved.
        case assessed
        case practice
        /// Agreements carried out to the end.
        case agreement
        /// Published results of a programme.
        case result
    }

    package let kind: Kind
    /// What it is about; nil: not said, which counts for every theme.
    package let theme: String?
    package let count: Int

    package init(_ kind: Kind, theme: String? = nil, count: Int = 1) {
        self.kind = kind
        self.theme = theme
        self.count = max(0, count)
    }
}

/// What matching reads of an offer, a fund's call, a running programme or a peer State.
package struct HelpProfile: Sendable {
    package var id: HelpID
    /// Of whoever helps; nil where it has none here, as most publishers of programmes.
    package var workspace: WorkspaceID?
    /// The State that helps, where it is one.
    package var state: StateCode?
    package var eligible: Eligibility
    /// Whom it puts first, by its own words.
    package var priority: Eligibility
    package var themes: [String]
    /// Whether it takes any theme; then `themes` are only those it names.
    package var takesAnyTheme: Bool
    /// Goals (`16`) and targets (`16.3`).
    package var goals: [String]
    package var kinds: [HelpKind]
    package var languages: [LanguageTag]
    /// When help can be given.
    package var window: DayWindow
    /// The last day to ask for it, as a day number; nil: not said.
    package var closes: Int?
    /// How many more requests can be served; nil: not said.
    package var capacityLeft: Int?
    /// Most for one request; nil: not known.
    package var ceiling: Money?
    package var conditions: [Condition]
    package var evidence: [HelpEvidence]
    package var terms: ProfileTerms

    package init(
        id: HelpID, workspace: WorkspaceID? = nil, state: StateCode? = nil, eligible: Eligibility = Eligibility(),
        priority: Eligibility = Eligibility(), themes: [String] = [], takesAnyTheme: Bool = false,
        goals: [String] = [], kinds: [HelpKind] = [], languages: [LanguageTag] = [], window: DayWindow = DayWindow(),
        closes: Int? = nil, capacityLeft: Int? = nil, ceiling: Money? = nil, conditions: [Condition] = [],
        evidence: [HelpEvidence] = [], terms: ProfileTerms = ProfileTerms()
    ) {
        self.id = id
        self.workspace = workspace
        self.state = state
        self.eligible = eligible
        self.priority = priority
        self.themes = themes
        self.takesAnyTheme = takesAnyTheme
        self.goals = goals
        self.kinds = kinds
        self.languages = languages
        self.window = window
        self.closes = closes
        self.capacityLeft = capacityLeft
        self.ceiling = ceiling
        self.conditions = conditions
        self.evidence = evidence
        self.terms = terms
    }
}
