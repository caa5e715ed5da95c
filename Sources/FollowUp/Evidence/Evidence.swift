package import Domain
package import Plans

/// What shows that something was done: a file or a link, in versions. It is seen outside of the mechanism only where its owner says
/// it may be public and it was cleared.
package struct Evidence: Hashable, Sendable {
    package static let titleCharactersMax = 300
    /// What evidence can belong to.
    package static let subjects: [SubjectKind] = [.progress, .action, .milestone, .commitment, .indicator]

    package var id: EvidenceID
    package var workspace: WorkspaceID
    package var subject: Subject
    package var institution: InstitutionID?
    package var title: String
    /// May it be public? Only what is also cleared is.
    package var isPublic: Bool
    /// 256 random bits in its public address: nobody finds it by counting.
    package var key: String
    package var isWithdrawn: Bool
    /// The number of its latest version, from 1.
    package var latest: Int
    package var author: String
    package var made: String
    package var clearance: Clearance
    package var version: Int

    package init(
        id: EvidenceID, workspace: WorkspaceID, subject: Subject, institution: InstitutionID?, title: String,
        isPublic: Bool, key: String, isWithdrawn: Bool = false, latest: Int = 1, author: String, made: String,
        clearance: Clearance = Clearance(), version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.subject = subject
        self.institution = institution
        self.title = title
        self.isPublic = isPublic
        self.key = key
        self.isWithdrawn = isWithdrawn
        self.latest = latest
        self.author = author
        self.made = made
        self.clearance = clearance
        self.version = version
    }

    package var own: Subject { Subject(.evidence, id.value) }
}

package typealias EvidenceID = ID<Evidence>

/// One version of a piece of evidence. Earlier versions stay.
package struct EvidenceVersion: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case file(StoredFile)
        /// `https:` or `http:`, without name and password.
        case link(String)
    }

    package var evidence: EvidenceID
    package var number: Int
    package var content: Content
    package var author: String
    package var made: String

    package init(evidence: EvidenceID, number: Int, content: Content, author: String, made: String) {
        self.evidence = evidence
        self.number = number
        self.content = content
        self.author = author
        self.made = made
    }
}

/// A file as it is kept: by its content.
package struct StoredFile: Hashable, Sendable {
    /// SHA-256, 64 hexadecimal digits.
    package var digest: String
    /// Cleaned: no folder, no control or direction marks.
    package var name: String
    /// By its first bytes, never by its name.
    package var mediaType: String
    package var sizeBytes: Int

    package init(digest: String, name: String, mediaType: String, sizeBytes: Int) {
        self.digest = digest
        self.name = name
        self.mediaType = mediaType
        self.sizeBytes = sizeBytes
    }
}
