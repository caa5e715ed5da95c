/// What a partner attaches to its help, and what a State refuses to have attached. One that is refused is never traded off.
package enum Condition: String, Hashable, Sendable, CaseIterable {
    /// What is bought has to come from the partner's suppliers.
    case procurementTied = "procurement-tied"
    /// A change of policy or law that was not the State's own wish.
    case policyReform = "policy-reform"
    case coFunding = "co-funding"
    /// The partner's name and sign on what is done.
    case visibility
    /// Data about people or institutions leave the State.
    case dataSharing = "data-sharing"
    /// Cuts in public spending, or a ceiling on it.
    case austerity
    case other
}
