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

    /// `l` is the alias of `law`: what the institution leads, and what serves something of the plan that it reaches. `workspace` is
    /// the placeholder of the workspace's id.
    package static func law(_ l: String, _ who: String, _ workspace: String) -> String {
        """
        (\(l).lead = \(who) OR EXISTS (SELECT 1 FROM law_link k JOIN commitment c ON c.workspace_id = \(workspace)
            WHERE k.law_id = \(l).id AND k.workspace_id = \(workspace)
            AND (k.kind = 'commitment' AND k.target_id = c.id OR k.kind = 'issue' AND k.target_id = c.issue_id)
            AND \(commitment("c", who)))
        OR EXISTS (SELECT 1 FROM law_link k JOIN commitment_recommendation p ON p.workspace_id = \(workspace)
            WHERE k.law_id = \(l).id AND k.workspace_id = \(workspace) AND k.kind = 'recommendation'
            AND k.target_id = p.recommendation_id AND p.withdrawn = 0 AND \(recommendation("p", who))))
        """
    }

    private static func wholeCommitment(_ id: String, _ who: String) -> String {
        """
        \(id) IN (SELECT o.id FROM commitment o WHERE o.lead_id = \(who)
            UNION ALL SELECT s.commitment_id FROM commitment_support s WHERE s.institution_id = \(who))
        """
    }
}
