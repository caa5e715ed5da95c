package import Domain

/// That a workspace does what another wrote down, in its own way.
package struct PracticeAdoption: Hashable, Sendable {
    /// What the practice's page says of it.
    package enum Shown: String, Hashable, Sendable, CaseIterable {
        /// The workspace by its name, with its note and what came of it.
        case named
        /// One more in the count.
        case counted
    }

    package enum LinkKind: String, Hashable, Sendable, CaseIterable {
        case issue, commitment, action
    }

    /// What it is adopted for: an issue of the workspace's State, or something of its plan.
    package struct Link: Hashable, Sendable {
        package var kind: LinkKind
        package var id: Int64

        package init(_ kind: LinkKind, _ id: Int64) {
            self.kind = kind
            self.id = id
        }
    }

    package var id: PracticeAdoptionID
    package var practice: PracticeID
    package var edition: PracticeEditionID
    package var workspace: WorkspaceID
    package var shown: Shown
    package var language: LanguageTag
    package var note: String
    /// What is done in another way than where it comes from.
    package var adapted: String
    package var day: CalendarDate
    package var link: Link?
    /// What came of it, by day; appended, never changed.
    package var results: [PracticeResult]
    /// Fixed-width UTC instants.
    package var made: String
    package var takenBack: String?
    package var takenBackWhy: String?
    package var version: Int
}

package typealias PracticeAdoptionID = ID<PracticeAdoption>

package struct PracticeResult: Hashable, Sendable {
    package var day: CalendarDate
    package var text: String
    /// Who wrote it down, for the workspace alone.
    package var by: String
    /// Fixed-width UTC instant.
    package var at: String

    /// Without the person.
    var outside: PracticeResult {
        var result = self
        result.by = ""
        return result
    }
}

/// What a practice's page says of its use.
package struct PracticeUse: Hashable, Sendable {
    package struct Named: Hashable, Sendable {
        package var adopter: PracticeAuthor
        package var language: LanguageTag
        package var note: String
        package var adapted: String
        package var day: CalendarDate
        package var results: [PracticeResult]
    }

    /// Workspaces that have adopted it, those without a name among them.
    package var count: Int
    package var named: [Named]
}

/// What a workspace says when it adopts a practice.
package struct AdoptionDraft: Hashable, Sendable {
    package var shown = PracticeAdoption.Shown.counted
    package var language = LanguageTag.english
    package var note = ""
    package var adapted = ""
    package var day: CalendarDate
    package var link: PracticeAdoption.Link?

    package init(day: CalendarDate) { self.day = day }
}
