/// What a partner is. The mechanism of a State has none: it cooperates as its State.
package enum ActorKind: String, Hashable, Sendable, CaseIterable {
    case unEntity = "un-entity"
    /// A State's agency for cooperation.
    case stateAgency = "state-agency"
    case regionalBody = "regional-body"
    case lender, fund, foundation, university
    case nationalInstitution = "national-institution"
    case city
    case civilSociety = "civil-society"
}

/// Whose room a workspace is.
package enum WorkspaceKind: String, Hashable, Sendable, CaseIterable {
    /// A State's national mechanism. It has a State.
    case mechanism
    /// Whoever helps, or does something together with States.
    case partner
}
