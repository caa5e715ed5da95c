package import Domain

/// Which programmes are asked for. Empty parts ask for nothing.
package struct ProgrammeFilter: Hashable, Sendable {
    package var text: String
    package var state: StateCode?
    /// A category of the Development Assistance Committee: three digits.
    package var category: String?
    package var theme: String?
    /// An organisation's `key`.
    package var partner: String?
    package var issue: IssueID?
    package var status: String?

    package init(
        text: String = "", state: StateCode? = nil, category: String? = nil, theme: String? = nil,
        partner: String? = nil, issue: IssueID? = nil, status: String? = nil
    ) {
        self.text = text
        self.state = state
        self.category = category
        self.theme = theme
        self.partner = partner
        self.issue = issue
        self.status = status
    }

    package var isEmpty: Bool { self == ProgrammeFilter() }
}

/// Whose programmes are seen.
package enum ProgrammeView: Hashable, Sendable {
    /// What everybody may see.
    case everybody
    /// What a workspace keeps, drafts too.
    case workspace(Member)
}

/// Where the next page of a list begins: behind this title and id.
package struct ProgrammeCursor: Hashable, Sendable, CustomStringConvertible {
    package var id: ProgrammeID

    package init(id: ProgrammeID) { self.id = id }

    package init?(_ text: String) {
        guard let id = ProgrammeID(text) else { return nil }
        self.id = id
    }

    package var description: String { id.description }
}

package struct ProgrammePage: Sendable {
    /// As many as match, on all pages.
    package var total: Int
    package var programmes: [Programme]
    /// Titles in every language the page's programmes have.
    package var titles: [ProgrammeID: [LanguageTag: String]]
    package var states: [ProgrammeID: [StateCode]]
    package var next: ProgrammeCursor?
    /// Over all that match, by kind and currency; the year is 0.
    package var totals: [MoneyTotal]

    /// The title for a reader: in her language, else in English, else any.
    package func title(_ programme: Programme, _ reader: LanguageTag) -> (text: String, language: LanguageTag?) {
        let all = titles[programme.id] ?? [:]
        for language in [reader, .english] {
            if let text = all[language] { return (text, language) }
        }
        let first = all.min { $0.key < $1.key }
        return (first?.value ?? programme.title, first.map(\.key).flatMap { $0.rawValue == "und" ? nil : $0 })
    }
}

/// What the filters of a list offer, with how many programmes each has.
package struct ProgrammeChoices: Sendable {
    package var states: [(code: StateCode, count: Int)]
    package var categories: [(code: String, count: Int)]
    package var themes: [(code: String, count: Int)]
    package var partners: [(key: String, name: String, count: Int)]

    package static let partnersMax = 100
}
