package import Domain

/// What somebody writes of a need.
package struct NeedDraft: Hashable, Sendable {
    package var title = ""
    package var language = LanguageTag.english
    package var institution: InstitutionID?
    package var kinds: [HelpKind] = []
    package var exists = ""
    package var missing = ""
    package var asked = ""
    package var targetGroup = ""
    package var themes: [String] = []
    package var goals: [String] = []
    package var from: CalendarDate?
    package var until: CalendarDate?
    package var cost: Money?
    package var isWhole = false
    package var languages: [LanguageTag] = []
    package var refused: [Condition] = []
    package var refusedNote = ""
    package var sources: [NeedSource] = []

    package init() {}

    package init(_ need: Need) {
        title = need.title
        language = need.language
        institution = need.institution
        kinds = need.kinds
        exists = need.exists
        missing = need.missing
        asked = need.asked
        targetGroup = need.targetGroup
        themes = need.themes
        goals = need.goals
        from = need.from
        until = need.until
        cost = need.cost
        isWhole = need.isWhole
        languages = need.languages
        refused = need.refused
        refusedNote = need.refusedNote
        sources = need.sources
    }
}

extension Need {
    mutating func take(_ draft: NeedDraft) {
        title = draft.title
        language = draft.language
        institution = draft.institution
        kinds = draft.kinds
        exists = draft.exists
        missing = draft.missing
        asked = draft.asked
        targetGroup = draft.targetGroup
        themes = draft.themes
        goals = draft.goals
        from = draft.from
        until = draft.until
        cost = draft.cost
        isWhole = draft.isWhole
        languages = draft.languages
        refused = draft.refused
        refusedNote = draft.refusedNote
        sources = draft.sources
    }

    /// As others read it: what the State keeps to itself is not there.
    package var outside: Need {
        var need = self
        for part in publication.hidden {
            switch part {
            case .institution: need.institution = nil
            case .exists: need.exists = ""
            case .missing: need.missing = ""
            case .targetGroup: need.targetGroup = ""
            case .cost: need.cost = nil
            case .time: (need.from, need.until) = (nil, nil)
            // Conditions that are refused still count where offers are compared; they are only not shown.
            case .refused: (need.refused, need.refusedNote) = ([], "")
            case .sources: need.sources = []
            case .consent: break
            }
        }
        need.publication.named = []
        return need
    }

    /// Its fields for the history, in the order they are shown.
    var fields: [(name: String, value: String?)] {
        [
            ("title", title), ("language", language.rawValue), ("institution", institution?.description),
            ("kinds", joined(kinds.map(\.rawValue))), ("asked", asked), ("exists", exists), ("missing", missing),
            ("targetGroup", targetGroup), ("themes", joined(themes)), ("goals", joined(goals)),
            ("starts", from?.description), ("ends", until?.description),
            ("cost", cost.map { "\($0.minor) \($0.currency.rawValue)" }),
            ("whole", isWhole ? "yes" : nil),
            ("languages", joined(languages.map(\.rawValue))), ("refused", joined(refused.map(\.rawValue))),
            ("refusedNote", refusedNote), ("sources", joined(sources.map { "\($0.kind.rawValue)/\($0.id)" })),
            ("status", status.rawValue), ("level", publication.level.rawValue),
            ("hidden", joined(publication.hidden.map(\.rawValue))),
            ("named", joined(publication.named.map(\.description))),
        ]
    }

    package var subject: Subject { Subject(.need, id.value) }
}
