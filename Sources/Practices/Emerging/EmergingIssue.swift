package import Domain

/// A problem without a norm: who brought it up, what was drafted, which body has it, and what came of it.
package struct EmergingIssue: Hashable, Sendable {
    package var id: EmergingIssueID
    package var workspace: WorkspaceID
    package var status: PracticeStatus
    /// How often it was handed in.
    package var round: Int
    package var content: EmergingContent
    package var proponents: [Proponent] = []
    package var drafts: [EmergingDraft] = []
    package var steps: [EmergingStep] = []
    /// Fixed-width UTC instants.
    package var made: String
    package var handedIn: String?
    package var published: String?
    package var withdrawn: String?
    package var withdrawnWhy: String?
    package var version: Int

    package var subject: Subject { Subject(.emergingIssue, id.value) }
    /// The latest step that stands.
    package var standing: EmergingStep? { steps.last { $0.struck == nil } }
}

package typealias EmergingIssueID = ID<EmergingIssue>

/// What is reviewed of it.
package struct EmergingContent: Hashable, Sendable {
    /// The workspace's name is not shown outside: for civil society alone.
    package var isAnonymous = false
    /// The code of a regional group; nil: it is of all.
    package var region: String?
    package var language = LanguageTag.english
    package var title = ""
    package var text = ""
    /// What no norm says.
    package var gap = ""
    package var themes: [String] = []
    package var goals: [String] = []
    package var persons: [String] = []
    package var links: [EmergingLink] = []

    package init() {}
}

package struct EmergingLink: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case recommendation, issue, practice
    }

    package var kind: Kind
    package var id: Int64

    package init(_ kind: Kind, _ id: Int64) {
        self.kind = kind
        self.id = id
    }
}

/// Who brings it up. A name is kept only where its bearer agreed.
package struct Proponent: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Those whom it happens to.
        case concerned
        case state
        case nationalInstitution = "national-institution"
        case civilSociety = "civil-society"
        case unEntity = "un-entity"
        case expert, other
    }

    package var id: Int64
    package var kind: Kind
    /// Empty: not named.
    package var name: String
    /// The day its bearer agreed to be named.
    package var consented: CalendarDate?
    /// Fixed-width UTC instants.
    package var removed: String?
    package var at: String
}

/// A text or a link of a day: a draft resolution, guidelines, a study.
package struct EmergingDraft: Hashable, Sendable {
    package var id: Int64
    package var day: CalendarDate
    package var title: String
    package var text: String
    package var address: String
    package var language: LanguageTag
    /// Fixed-width UTC instant since when it does not stand any more, and why.
    package var struck: String?
    package var struckWhy: String?
    package var at: String
}

/// Something that happened to it on a day. What an emerging issue has come to is its latest step.
package struct EmergingStep: Hashable, Sendable {
    package enum Stage: String, Hashable, Sendable, CaseIterable {
        case raised
        case beforeBody = "before-body"
        case studied, drafted
        /// A body took a decision on it.
        case decided
        /// It is a norm, guidelines or a study that stands.
        case adopted
        case notTakenUp = "not-taken-up"
    }

    package var id: Int64
    package var day: CalendarDate
    package var stage: Stage
    /// The code of a body: a mechanism of the reference facts or one of `EmergingBody`; empty: none.
    package var body: String
    /// The body in words, where it has no code.
    package var bodyNote: String
    package var note: String
    package var address: String
    package var language: LanguageTag
    package var struck: String?
    package var struckWhy: String?
    /// Fixed-width UTC instant.
    package var at: String
}

/// Bodies that make norms and are no mechanism of the record.
package enum EmergingBody: String, Hashable, Sendable, CaseIterable {
    case humanRightsCouncil = "human-rights-council"
    case generalAssembly = "general-assembly"
    case economicAndSocialCouncil = "economic-and-social-council"
    case securityCouncil = "security-council"
    case statusOfWomen = "commission-on-the-status-of-women"
    case indigenousForum = "permanent-forum-indigenous"
    case worldConference = "world-conference"
    case nationalParliament = "national-parliament"
}

/// An emerging issue as others read it.
package struct OutsideEmerging: Hashable, Sendable {
    package var issue: EmergingIssue
    /// Nil where it is published without its author's name.
    package var author: PracticeAuthor?
}

/// An emerging issue in a list of others.
package struct EmergingTitle: Hashable, Sendable {
    package var id: EmergingIssueID
    package var title: String
    package var language: LanguageTag
}
