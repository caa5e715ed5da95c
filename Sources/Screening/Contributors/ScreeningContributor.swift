package import Domain

/// Somebody whom a workspace asked to answer for herself: a national institution, civil society, an institution of government.
package struct ScreeningContributor: Hashable, Sendable {
    package var workspace: WorkspaceID
    package var account: AccountID
    /// Counted from 1 for each workspace of a screening: what others call somebody whose name they do not see.
    package var number: Int
    /// She chose that the other side sees her name.
    package var isNamed: Bool
    /// Nil where whoever reads does not see it.
    package var name: String?
    /// Fixed-width UTC instants.
    package var asked: String
    package var ended: String?
}
