/// Help that a State asks for, in its own words.
package struct Need: Hashable, Sendable {
    package var id: NeedID
    package var workspace: WorkspaceID
    package var state: StateCode
    /// Who would work with the help.
    package var institution: InstitutionID?
    package var title: String
    /// Of its texts.
    package var language: LanguageTag
    package var kinds: [HelpKind]
    /// What is there already.
    package var exists: String
    package var missing: String
    /// What is asked of a partner.
    package var asked: String
    /// For whom it is: those who will live better.
    package var targetGroup: String
    package var themes: [String]
    /// Goals (`16`) and targets (`16.3`) of the 2030 Agenda.
    package var goals: [String]
    package var from: CalendarDate?
    package var until: CalendarDate?
    /// Nil: not known.
    package var cost: Money?
    /// One partner carries the cost, or none: it cannot be split.
    package var isWhole: Bool
    /// In which the help can be taken; empty: not said.
    package var languages: [LanguageTag]
    package var refused: [Condition]
    /// What else cannot be accepted, in words.
    package var refusedNote: String
    package var sources: [NeedSource]
    package var status: NeedStatus
    package var publication: Publication
    /// Fixed-width UTC instants.
    package var stated: String
    package var version: Int

    package init(
        id: NeedID, workspace: WorkspaceID, state: StateCode, institution: InstitutionID? = nil, title: String,
        language: LanguageTag, kinds: [HelpKind] = [], exists: String = "", missing: String = "", asked: String = "",
        targetGroup: String = "", themes: [String] = [], goals: [String] = [], from: CalendarDate? = nil,
        until: CalendarDate? = nil, cost: Money? = nil, isWhole: Bool = false, languages: [LanguageTag] = [],
        refused: [Condition] = [], refusedNote: String = "", sources: [NeedSource] = [], status: NeedStatus = .open,
        publication: Publication = Publication(), stated: String, version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.state = state
        self.institution = institution
        self.title = title
        self.language = language
        self.kinds = kinds
        self.exists = exists
        self.missing = missing
        self.asked = asked
        self.targetGroup = targetGroup
        self.themes = themes
        self.goals = goals
        self.from = from
        self.until = until
        self.cost = cost
        self.isWhole = isWhole
        self.languages = languages
        self.refused = refused
        self.refusedNote = refusedNote
        self.sources = sources
        self.status = status
        self.publication = publication
        self.stated = stated
        self.version = version
    }
}

package typealias NeedID = ID<Need>

package enum NeedStatus: String, Hashable, Sendable, CaseIterable {
    /// Nobody has answered.
    case open
    /// Somebody has, and both talk.
    case talking
    case agreed
    /// Met in part, and the rest still asked for.
    case partlyMet = "partly-met"
    case met
    /// Not asked for any more.
    case closed

    /// Still asked for.
    package var isWanted: Bool { self == .open || self == .talking || self == .partlyMet }
}

/// What a need was stated from: the trail back to what was recommended.
package struct NeedSource: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case issue, commitment, action, recommendation, document
    }

    package var kind: Kind
    package var id: Int64

    package init(_ kind: Kind, _ id: Int64) {
        self.kind = kind
        self.id = id
    }
}

/// Who reads it outside of the workspace, and which of its parts stay inside all the same.
package struct Publication: Hashable, Sendable {
    /// What a State may keep to itself while the need is read by others.
    package enum Part: String, Hashable, Sendable, CaseIterable {
        case institution, exists, missing, targetGroup, cost, time, refused, sources, consent
    }

    package var level: PublicationLevel
    package var hidden: Set<Part>
    /// Workspaces, by id, where the level is `named`.
    package var named: [WorkspaceID]
    /// Fixed-width UTC instant since which others read it; nil: they do not.
    package var since: String?

    package init(
        level: PublicationLevel = .draft, hidden: Set<Part> = [], named: [WorkspaceID] = [], since: String? = nil
    ) {
        self.level = level
        self.hidden = hidden
        self.named = named
        self.since = since
    }
}
