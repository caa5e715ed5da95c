/// An application to a call, written in the workspace of whoever applies. The fund reads it once it was submitted, and not before.
package struct Application: Hashable, Sendable {
    package var id: ApplicationID
    package var call: FundCallID
    /// Who applies.
    package var workspace: WorkspaceID
    /// The fund's workspace.
    package var partner: WorkspaceID
    /// What it is for, where that was stated.
    package var need: NeedID?
    package var title: String
    /// What is applied for; nil: not yet said.
    package var amount: Money?
    /// By the field's key; a choice of several has one a line.
    package var answers: [String: String]
    package var status: ApplicationStatus
    /// Fixed-width UTC instants.
    package var made: String
    package var submitted: String?
    package var version: Int

    package init(
        id: ApplicationID, call: FundCallID, workspace: WorkspaceID, partner: WorkspaceID, need: NeedID? = nil,
        title: String, amount: Money? = nil, answers: [String: String] = [:], status: ApplicationStatus = .draft,
        made: String, submitted: String? = nil, version: Int = 1
    ) {
        self.id = id
        self.call = call
        self.workspace = workspace
        self.partner = partner
        self.need = need
        self.title = title
        self.amount = amount
        self.answers = answers
        self.status = status
        self.made = made
        self.submitted = submitted
        self.version = version
    }
}

package typealias ApplicationID = ID<Application>

package enum ApplicationStatus: String, Hashable, Sendable, CaseIterable {
    case draft, submitted
    /// Taken back by whoever applied.
    case withdrawn
    case selected
    case notSelected = "not-selected"
}
