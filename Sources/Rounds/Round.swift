package import Domain

/// A position round: a State's answer to every recommendation of one review's report, from circulation to the frozen result.
package struct Round: Hashable, Sendable {
    package var id: RoundID
    package var workspace: WorkspaceID
    /// The report its paragraphs stand in now; the draft first, later the edited report.
    package var document: DocumentID
    package var title: String
    package var status: RoundStatus
    /// Fixed-width UTC instant.
    package var opened: String
    package var openedBy: String
    /// When the State's answer is expected; institutions are asked for earlier dates.
    package var due: CalendarDate?
    /// Grows by one each time its paragraphs are moved to another report.
    package var edition: Int
    /// How often it was frozen; the number of the last frozen result.
    package var freezes: Int
    /// Why it was reopened or cancelled last.
    package var reason: String?
    package var version: Int

    package init(
        id: RoundID, workspace: WorkspaceID, document: DocumentID, title: String, status: RoundStatus = .open,
        opened: String, openedBy: String, due: CalendarDate? = nil, edition: Int = 1, freezes: Int = 0,
        reason: String? = nil, version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.document = document
        self.title = title
        self.status = status
        self.opened = opened
        self.openedBy = openedBy
        self.due = due
        self.edition = edition
        self.freezes = freezes
        self.reason = reason
        self.version = version
    }

    package var subject: Subject { Subject(.round, id.value) }
}

package typealias RoundID = ID<Round>

package enum RoundStatus: String, Sendable, CaseIterable {
    case open
    /// Nothing of it changes any more, unless it is reopened with a reason.
    case frozen
    /// Opened by mistake.
    case cancelled
}
