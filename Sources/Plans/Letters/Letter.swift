package import Domain

/// A letter that is written once and filled for each institution.
package struct LetterTemplate: Hashable, Sendable {
    package var id: LetterTemplateID
    package var workspace: WorkspaceID
    /// For the list; institutions do not see it.
    package var title: String
    package var subject: String
    /// Text with places such as `{{institution}}` and `{{#rows}}…{{/rows}}`.
    package var body: String
    package var language: LanguageTag
    package var matter: LetterMatter
    package var isWithdrawn: Bool
    package var version: Int

    package init(
        id: LetterTemplateID, workspace: WorkspaceID, title: String, subject: String, body: String,
        language: LanguageTag, matter: LetterMatter, isWithdrawn: Bool = false, version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.title = title
        self.subject = subject
        self.body = body
        self.language = language
        self.matter = matter
        self.isWithdrawn = isWithdrawn
        self.version = version
    }

    package var about: Subject { Subject(.letterTemplate, id.value) }
}

package typealias LetterTemplateID = ID<LetterTemplate>

/// What the rows of a letter are.
package enum LetterMatter: String, Sendable, CaseIterable {
    /// Paragraphs of open rounds that the institution has not answered.
    case round
    /// Actions it leads or supports that are not ended.
    case actions
    /// Decisions of meetings that name it.
    case decisions
    /// None: the same words for everybody.
    case nothing
}

/// One thing a letter speaks of. Its members are the places within `{{#rows}}`.
package struct LetterRow: Hashable, Sendable {
    package var number: String
    package var text: String
    package var due: CalendarDate?

    package init(number: String = "", text: String, due: CalendarDate? = nil) {
        self.number = number
        self.text = text
        self.due = due
    }
}

/// A letter to one institution, filled: as it is shown before it is sent.
package struct FilledLetter: Hashable, Sendable {
    package var institution: Institution
    /// Where it would go by e-mail; nil where nobody has an address.
    package var address: String?
    package var language: LanguageTag
    package var subject: String
    package var body: String
    package var rows: Int

    package init(
        institution: Institution, address: String?, language: LanguageTag, subject: String, body: String, rows: Int
    ) {
        self.institution = institution
        self.address = address
        self.language = language
        self.subject = subject
        self.body = body
        self.rows = rows
    }
}

/// A letter that was sent.
package struct SentLetter: Hashable, Sendable {
    package var id: LetterID
    package var template: LetterTemplateID
    package var institution: InstitutionID
    package var address: String
    package var language: LanguageTag
    package var subject: String
    package var body: String
    package var rows: Int
    package var by: String
    package var at: String

    package var about: Subject { Subject(.letter, id.value) }
}

package typealias LetterID = ID<SentLetter>
