package import Domain

extension Memberships {
    /// Within a change: those who answer for one institution answer for another from now on, with their roles. With
    /// `accounts` only these, and only while they still are there.
    package static func move(
        _ accounts: [AccountID]? = nil, from: InstitutionID, to: InstitutionID, why: String?,
        _ change: inout WorkspaceChange
    ) throws {
        try MembershipRow.lock(change.workspace, change.connection)
        let here = try MembershipRow.accounts(of: from, in: change.workspace, change.connection)
        for account in here where accounts?.contains(account) ?? true {
            guard let held = try MembershipRow.find(account, in: change.workspace, change.connection) else { continue }
            try write(account, held.role, to, held, &change, why: why)
        }
    }
}
