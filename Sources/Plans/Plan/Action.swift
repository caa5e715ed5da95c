package import Domain

/// One thing that an institution does for a commitment. Doing it is not implementation: its status is its own.
package struct Action: Hashable, Sendable {
    package var id: ActionID
    package var workspace: WorkspaceID
    package var commitment: CommitmentID
    package var title: String
    package var description: String
    package var lead: InstitutionID?
    /// By id.
    package var supporting: [InstitutionID]
    package var status: ActionStatus
    package var starts: CalendarDate?
    package var due: CalendarDate?
    package var money: ActionMoney
    package var isWithdrawn: Bool
    package var version: Int

    package init(
        id: ActionID, workspace: WorkspaceID, commitment: CommitmentID, title: String, description: String = "",
        lead: InstitutionID? = nil, supporting: [InstitutionID] = [], status: ActionStatus = .planned,
        starts: CalendarDate? = nil, due: CalendarDate? = nil, money: ActionMoney = ActionMoney(),
        isWithdrawn: Bool = false, version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.commitment = commitment
        self.title = title
        self.description = description
        self.lead = lead
        self.supporting = supporting
        self.status = status
        self.starts = starts
        self.due = due
        self.money = money
        self.isWithdrawn = isWithdrawn
        self.version = version
    }
}

package typealias ActionID = ID<Action>

package enum ActionStatus: String, Sendable, CaseIterable {
    case planned, started, delayed, done, stopped

    /// Nothing more will be done; it is not late.
    package var isEnded: Bool { self == .done || self == .stopped }
}

/// What an action costs, who pays, and what nobody pays yet. Nil is "not known" and never zero.
package struct ActionMoney: Hashable, Sendable {
    /// In the currency's smallest unit.
    package var cost: Int64?
    /// ISO 4217; there where one of the amounts is.
    package var currency: CurrencyCode?
    /// Who pays: a budget line, a donor.
    package var source: String?
    /// What is not covered, in the same unit; zero: all is covered.
    package var gap: Int64?

    package init(cost: Int64? = nil, currency: CurrencyCode? = nil, source: String? = nil, gap: Int64? = nil) {
        self.cost = cost
        self.currency = currency
        self.source = source
        self.gap = gap
    }
}

/// A dated step of an action.
package struct Milestone: Hashable, Sendable {
    package var id: MilestoneID
    package var workspace: WorkspaceID
    package var action: ActionID
    package var title: String
    package var due: CalendarDate?
    /// When it was reached; nil: it was not.
    package var done: CalendarDate?
    package var isWithdrawn: Bool
    package var version: Int

    package init(
        id: MilestoneID, workspace: WorkspaceID, action: ActionID, title: String, due: CalendarDate? = nil,
        done: CalendarDate? = nil, isWithdrawn: Bool = false, version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.action = action
        self.title = title
        self.due = due
        self.done = done
        self.isWithdrawn = isWithdrawn
        self.version = version
    }
}

package typealias MilestoneID = ID<Milestone>
