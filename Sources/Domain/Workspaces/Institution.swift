/// Whoever has a part in a workspace's work.
package enum InstitutionKind: String, Sendable, CaseIterable {
    case ministry, agency, parliament, court
    case humanRightsInstitution = "human-rights-institution"
    case statisticsOffice = "statistics-office"
    case city
    case unEntity = "un-entity"
    case civilSociety = "civil-society"
    case business, donor, other

    /// Not the State's: nobody comes to speak for it, or to read what it drafts, without a word of its own people.
    package var isIndependent: Bool {
        switch self {
        case .ministry, .agency, .parliament, .court, .statisticsOffice, .city: false
        case .humanRightsInstitution, .unEntity, .civilSociety, .business, .donor, .other: true
        }
    }
}

/// A ministry, court, city, organisation: leads and supports actions, and keeps them when its people change.
package struct Institution: Hashable, Sendable {
    package var id: InstitutionID
    package var workspace: WorkspaceID
    package var kind: InstitutionKind
    package var name: String
    /// For tables and workbooks: `MoJ`. Unique in its workspace where there is one.
    package var abbreviation: String?
    /// Letters and workbooks to it are in this language; nil: the workspace's.
    package var language: LanguageTag?
    package var email: String?
    package var isClosed: Bool
    package var version: Int

    package init(
        id: InstitutionID, workspace: WorkspaceID, kind: InstitutionKind, name: String, abbreviation: String? = nil,
        language: LanguageTag? = nil, email: String? = nil, isClosed: Bool = false, version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.kind = kind
        self.name = name
        self.abbreviation = abbreviation
        self.language = language
        self.email = email
        self.isClosed = isClosed
        self.version = version
    }
}

package typealias InstitutionID = ID<Institution>
