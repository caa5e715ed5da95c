/// Somebody who may sign in.
package struct Account: Hashable, Sendable {
    package var id: AccountID
    /// As in the audit log; unique, 1...80 characters, without colon.
    package var name: String
    package var role: Role
    package var isDisabled: Bool
    /// Fixed-width UTC instant.
    package var created: String
    /// What this person signs in with, and where letters go; nil for accounts that sign in with a key.
    package var email: String?
    /// Letters are in this language; nil: the workspace's.
    package var language: LanguageTag?

    package init(
        id: AccountID, name: String, role: Role, isDisabled: Bool = false, created: String, email: String? = nil,
        language: LanguageTag? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.isDisabled = isDisabled
        self.created = created
        self.email = email
        self.language = language
    }

    package static let nameLengthMax = 80

    /// Whether a name may stand in the audit log beside `cli:...` and `system`.
    package static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.count <= nameLengthMax && name != "system" && !name.contains(":")
            && name.first?.isWhitespace == false && name.last?.isWhitespace == false
            && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}

package typealias AccountID = ID<Account>

/// What somebody may do with the record that all workspaces share.
package enum Role: String, Sendable, CaseIterable {
    /// Everything, sealed names included.
    case coordinator
    /// Works on documents; sees communications with names taken out.
    case focalPoint = "focal-point"
    /// Nothing there: works in workspaces alone.
    case none
}

/// Who asks for something, as operations and the audit log know him.
package struct Caller: Hashable, Sendable {
    /// An account's name, or `cli:<user>`.
    package var name: String
    package var role: Role
    /// States on whose issues this person decides because a workspace of that State gave her its plan.
    package var states: Set<StateCode> = []

    package init(_ account: Account) {
        name = account.name
        role = account.role
    }

    /// Somebody with what she is in workspaces: their States are in her hands where she plans for them.
    package init(_ account: Account, _ members: [Member]) {
        self.init(account)
        states = Set(members.filter { $0.role.reach(.editPlan) == .all }.compactMap(\.workspace.mechanismState))
    }

    private init(name: String, role: Role) {
        self.name = name
        self.role = role
    }

    /// Whether she may divide, join, name and correct the issues of a State.
    package func decidesIssues(of state: StateCode) -> Bool { role == .coordinator || states.contains(state) }

    /// The person at the command line, who has the store's files in her hands anyway.
    package static func commandLine(_ user: String) -> Caller { Caller(name: "cli:" + user, role: .coordinator) }
    package static let system = Caller(name: "system", role: .coordinator)
}
