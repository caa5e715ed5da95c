package import Domain

/// What an assessment speaks of: a thing of the record.
package enum AssessedThing: Hashable, Sendable {
    case recommendation(RecommendationID)
    case issue(IssueID)

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case recommendation, issue
    }

    package init(_ kind: Kind, _ id: Int64) {
        switch kind {
        case .recommendation: self = .recommendation(RecommendationID(id))
        case .issue: self = .issue(IssueID(id))
        }
    }

    /// `recommendation:17`, as forms carry it.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), let id = Int64(parts[1]), id > 0 else {
            return nil
        }
        self.init(kind, id)
    }

    package var kind: Kind {
        switch self {
        case .recommendation: .recommendation
        case .issue: .issue
        }
    }

    package var id: Int64 {
        switch self {
        case .recommendation(let id): id.value
        case .issue(let id): id.value
        }
    }

    package var text: String { "\(kind.rawValue):\(id)" }
    /// Its page, without the language.
    package var path: String { "/\(kind.rawValue)s/\(id)" }
}

/// What can be said of a thing before it is assessed.
package struct AssessedFacts: Hashable, Sendable {
    package struct Part: Hashable, Sendable {
        package var id: Int64
        package var label: String
        package var text: String
    }

    /// The one it is now: what was merged is what it went into.
    package var thing: AssessedThing
    package var states: [StateCode]
    /// Symbol of the document it stands in; '' where none is known, and for issues.
    package var document: String
    package var paragraph: String
    /// Of an issue its name, of a recommendation the beginning of its text.
    package var title: String
    package var language: LanguageTag?
    package var parts: [Part]

    package var place: String { [document, paragraph].filter { !$0.isEmpty }.joined(separator: ", ") }
}
