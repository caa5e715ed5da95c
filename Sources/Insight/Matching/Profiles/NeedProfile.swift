package import Domain

/// What matching reads of a State's need. A value that is not known is nil or empty, and never stands for none.
package struct NeedProfile: Sendable {
    package var id: NeedID
    /// The State's own workspace.
    package var workspace: WorkspaceID
    package var state: StateCode
    /// Codes of the regional group and the memberships of the State.
    package var groups: [String]
    package var themes: [String]
    /// Goals (`16`) and targets (`16.3`).
    package var goals: [String]
    package var kinds: [HelpKind]
    /// In which the help can be taken, the one liked best first.
    package var languages: [LanguageTag]
    package var window: DayWindow
    package var money: Money?
    /// Whether a partner may pay for a part of it.
    package var isDivisible: Bool
    package var refused: [Condition]
    /// Who reads it now: `draft` where no consent stands or it was withdrawn.
    package var level: PublicationLevel
    /// Those who read it at the level `named`.
    package var named: [WorkspaceID]
    package var terms: ProfileTerms

    package init(
        id: NeedID, workspace: WorkspaceID, state: StateCode, groups: [String] = [], themes: [String] = [],
        goals: [String] = [], kinds: [HelpKind] = [], languages: [LanguageTag] = [], window: DayWindow = DayWindow(),
        money: Money? = nil, isDivisible: Bool = true, refused: [Condition] = [], level: PublicationLevel = .draft,
        named: [WorkspaceID] = [], terms: ProfileTerms = ProfileTerms()
    ) {
        self.id = id
        self.workspace = workspace
        self.state = state
        self.groups = Self.once(groups)
        self.themes = Self.once(themes)
        self.goals = Self.once(goals)
        self.kinds = Self.once(kinds)
        self.languages = Self.once(languages)
        self.window = window
        self.money = money
        self.isDivisible = isDivisible
        self.refused = Self.once(refused)
        self.level = level
        self.named = named
        self.terms = terms
    }

    /// Each value at its first place only.
    private static func once<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }

    /// Whether whoever works in that workspace reads it; nil: somebody without a workspace here.
    package func isRead(by reader: WorkspaceID?) -> Bool {
        switch level {
        case .draft: false
        case .named: reader.map(named.contains) ?? false
        case .partners: reader != nil
        case .open: true
        }
    }
}
