package import Domain

package enum RiskStatus: String, Hashable, Sendable, CaseIterable {
    case open
    case inHand = "in-hand"
    case closed
}

/// Something that may do harm, and what is done about it: whoever deals with it, and by when.
package struct ScreeningRisk: Hashable, Sendable {
    package var id: RiskID
    package var screening: ScreeningID
    /// At which it was raised.
    package var moment: MomentID
    /// Deals with it. Its institution and its person are this workspace's.
    package var owner: WorkspaceID
    package var ownerName: String
    package var raiser: WorkspaceID
    package var raiserName: String
    /// The question whose answer spoke of it, if one did.
    package var question: String?
    package var title: String
    package var institution: InstitutionID?
    /// Nil where none is named, or where whoever reads is of another workspace.
    package var institutionName: String?
    package var account: AccountID?
    package var personName: String?
    package var due: CalendarDate?
    package var status: RiskStatus
    /// Why it is closed, or what is done.
    package var reason: String
    /// Fixed-width UTC instants.
    package var raised: String
    package var raisedBy: String
    package var closed: String?
    package var version: Int

    package var subject: Subject { Subject(.screeningRisk, id.value) }

    /// Not closed, and its day is over.
    package func isOverdue(on today: CalendarDate) -> Bool {
        guard status != .closed, let due else { return false }
        return due < today
    }
}

package typealias RiskID = ID<ScreeningRisk>

/// How a risk stood from an instant on.
package struct RiskState: Hashable, Sendable {
    package var risk: RiskID
    package var status: RiskStatus
    package var due: CalendarDate?
    package var reason: String
    /// The workspace that said so.
    package var workspaceName: String
    package var saidBy: String
    /// Fixed-width UTC instant.
    package var at: String
}

/// What a person puts into a risk.
package struct RiskDraft: Hashable, Sendable {
    package var title: String
    package var question: String?
    package var owner: WorkspaceID?
    package var institution: InstitutionID?
    package var account: AccountID?
    package var due: CalendarDate?

    package init(
        title: String = "", question: String? = nil, owner: WorkspaceID? = nil, institution: InstitutionID? = nil,
        account: AccountID? = nil, due: CalendarDate? = nil
    ) {
        self.title = title
        self.question = question
        self.owner = owner
        self.institution = institution
        self.account = account
        self.due = due
    }
}
