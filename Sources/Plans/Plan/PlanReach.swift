/// Conditions for what one institution may touch: what it leads, supports or is asked for. `who` is the placeholder of its id.
///
/// Whoever leads or supports a commitment reaches all of its actions; whoever only does one of its actions or leads one of its
/// recommendations reaches the commitment and that part.
package enum PlanReach {
    /// `c` is the alias of `commitment`.
    package static func commitment(_ c: String = "c", _ who: String) -> String {
        """
        (\(c).lead_id = \(who)
            OR \(c).id IN (SELECT s.commitment_id FROM commitment_support s WHERE s.institution_id = \(who))
            OR \(c).id IN (SELECT p.commitment_id FROM commitment_recommendation p
                WHERE p.lead_id = \(who) AND p.withdrawn = 0)
            OR \(c).id IN (SELECT a.commitment_id FROM action a WHERE a.lead_id = \(who) AND a.withdrawn = 0)
            OR \(c).id IN (SELECT a.commitment_id FROM action_support s JOIN action a ON a.id = s.action_id
                WHERE s.institution_id = \(who) AND a.withdrawn = 0))
        """
    }

    /// `p` is the alias of `commitment_recommendation`.
    package static func recommendation(_ p: String = "p", _ who: String) -> String {
        "(\(p).lead_id = \(who) OR \(wholeCommitment("\(p).commitment_id", who)))"
    }

    /// `a` is the alias of `action`.
    package static func action(_ a: String = "a", _ who: String) -> String {
        """
        (\(a).lead_id = \(who)
            OR \(a).id IN (SELECT s.action_id FROM action_support s WHERE s.institution_id = \(who))
            OR \(wholeCommitment("\(a).commitment_id", who)))
        """
    }

    private static func wholeCommitment(_ id: String, _ who: String) -> String {
        """
        \(id) IN (SELECT o.id FROM commitment o WHERE o.lead_id = \(who)
            UNION ALL SELECT s.commitment_id FROM commitment_support s WHERE s.institution_id = \(who))
        """
    }
}
