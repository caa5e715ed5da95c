package import Domain

/// An assessment as everybody may know it. Of what was taken back or removed nothing is left but that it was there.
package struct PublishedAssessment: Hashable, Sendable {
    /// Where it comes from.
    package enum Origin: Hashable, Sendable {
        case workspace(WorkspaceID)
        case package(PackageOrigin)
        /// A document of the record, brought by this source.
        case record(SourceCode)
    }

    package enum Standing: Hashable, Sendable {
        /// What its assessor says now.
        case current
        /// A newer one of the same assessor stands beside it.
        case superseded(by: AssessmentID?, at: String?)
        case takenBack(at: String, why: String)
        case removed(Removed)
    }

    /// What is left where an administrator took it down.
    package struct Removed: Hashable, Sendable {
        package var at: String
        package var by: RemovalRole
        package var ground: RemovalGround
        package var text: String
    }

    /// What it says.
    package struct Words: Hashable, Sendable {
        package var scheme: SchemeCode
        package var edition: Int
        /// What the scheme's edition says; nil for standard schemes.
        package var content: SchemeContent?
        package var value: String
        package var date: CalendarDate?
        /// By language; empty where a document gave none.
        package var reasons: [LanguageTag: String]
        /// The language of the reasons that others were made from.
        package var original: LanguageTag?
        package var evidence: [EvidenceLink]
    }

    package var id: AssessmentID
    package var origin: Origin
    package var assessor: Assessment.AssessorKind
    /// A State's code where `assessor` is `state`; else as it called itself that day.
    package var assessorName: String
    package var state: StateCode?
    package var thingKind: AssessedThing.Kind
    /// Nil where the record does not have what it speaks of.
    package var thing: AssessedThing?
    /// The duty or part it speaks of; '' for the whole.
    package var part: String
    package var document: String
    package var paragraph: String
    package var title: String
    /// The document that says so, for those of the record.
    package var saidIn: String?
    /// Fixed-width UTC instant; nil for those of the record.
    package var published: String?
    package var standing: Standing
    /// Nil where it was taken back or removed.
    package var words: Words?

    package var place: String { [document, paragraph].filter { !$0.isEmpty }.joined(separator: ", ") }
    package var path: String { "/assessments/\(id)" }
    package var isCurrent: Bool { standing == .current }

    /// Reasons in a language, else in the original, else in any.
    package func reason(for language: LanguageTag) -> (text: String, language: LanguageTag)? {
        guard let words else { return nil }
        for tag in [language, words.original ?? .english, .english] {
            if let text = words.reasons[tag] { return (text, tag) }
        }
        return words.reasons.min { $0.key < $1.key }.map { ($0.value, $0.key) }
    }
}

package typealias AssessmentID = ID<PublishedAssessment>

/// What shows that an assessment is right.
package struct EvidenceLink: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A page elsewhere.
        case link
        /// A document's symbol.
        case document
        /// Cleared, public evidence of the workspace.
        case evidence
    }

    package static let most = 20
    package static let titleCharactersMax = 300
    package static let addressCharactersMax = 1_000

    package var kind: Kind
    package var title: String
    /// An address, or the document's symbol.
    package var address: String

    package init(kind: Kind, title: String, address: String) {
        self.kind = kind
        self.title = title
        self.address = address
    }
}

/// The installation an assessment was signed by.
package struct PackageOrigin: Hashable, Sendable {
    package var source: AssessmentSourceID
    package var name: String
    package var operatorKind: Operator.Kind?
    package var address: String?
    /// Of the key that signed, as people compare it.
    package var fingerprint: String
    /// Fixed-width UTC instant.
    package var received: String
}

/// Who took an assessment down.
package enum RemovalRole: String, Hashable, Sendable, CaseIterable {
    /// Of the workspace it was published in.
    case administrator
    /// Of the installation.
    case installation
}

/// Grounds on which something published may be taken down. Disagreement is none.
package enum RemovalGround: String, Hashable, Sendable, CaseIterable {
    /// It puts somebody in danger.
    case danger
    /// It names people who did not agree.
    case privacy
    case courtOrder = "court-order"
    /// Hatred, threats.
    case incitement
    /// Not by whom it says it is.
    case identity
    case duplicate

    /// Whether the words go from the store too. Where they put somebody in danger, name people who did not agree, or were put into
    /// somebody's mouth, no copy stays. On the other grounds they are read by nobody but the voice itself, which may want to contest
    /// the removal: a workspace's administrator cannot destroy what others said.
    package var blanks: Bool {
        switch self {
        case .danger, .privacy, .identity: true
        case .courtOrder, .incitement, .duplicate: false
        }
    }
}

extension LanguageTag {
    /// Nobody said which.
    package static let unknown = LanguageTag("und")
}
