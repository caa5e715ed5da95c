/// Which paragraphs of a report concern one institution: those that are drawn from what it leads, supports, reports or was asked, and from
/// no other institution's work. A paragraph that says a position is its only where it was asked on everything the paragraph answers.
package enum ReportReach {
    /// `r` is the alias of `report_paragraph`, `who` and `workspace` are placeholders of ids.
    package static func paragraph(_ r: String, _ who: String, _ workspace: String) -> String {
        let own = work(who, workspace)
        let concerns =
            own.map { "s.kind = '\($0.kind)' AND EXISTS (\($0.own))" } + [
                """
                s.kind = 'recommendation' AND EXISTS (SELECT 1 FROM commitment_recommendation p
                    WHERE p.recommendation_id = s.source_id AND p.workspace_id = \(workspace) AND p.withdrawn = 0
                    AND \(PlanReach.recommendation("p", who)))
                """
            ]
        let foreign = own.map { "s.kind = '\($0.kind)' AND NOT EXISTS (\($0.own))" }
        return """
            (EXISTS (SELECT 1 FROM report_source s WHERE s.row_id = \(r).id AND s.workspace_id = \(workspace) AND (
                \(concerns.joined(separator: " OR "))))
            AND NOT EXISTS (SELECT 1 FROM report_source s WHERE s.row_id = \(r).id AND (
                \(foreign.joined(separator: " OR ")))))
            """
    }

    /// Kinds of sources that are somebody's work, each with the row that says it is this institution's.
    private static func work(_ who: String, _ workspace: String) -> [(kind: String, own: String)] {
        [
            (
                "commitment",
                """
                SELECT 1 FROM commitment c WHERE c.id = s.source_id AND c.workspace_id = \(workspace)
                AND \(PlanReach.commitment("c", who))
                """
            ),
            (
                "action",
                """
                SELECT 1 FROM action a WHERE a.id = s.source_id AND a.workspace_id = \(workspace)
                AND \(PlanReach.action("a", who))
                """
            ),
            (
                "milestone",
                """
                SELECT 1 FROM milestone m JOIN action a ON a.id = m.action_id
                WHERE m.id = s.source_id AND m.workspace_id = \(workspace) AND \(PlanReach.action("a", who))
                """
            ),
            (
                "progress",
                """
                SELECT 1 FROM progress_report g
                WHERE g.id = s.source_id AND g.workspace_id = \(workspace) AND g.institution_id = \(who)
                """
            ),
            (
                "evidence",
                """
                SELECT 1 FROM evidence e
                WHERE e.id = s.source_id AND e.workspace_id = \(workspace) AND e.institution_id = \(who)
                """
            ),
            (
                "round-paragraph",
                """
                SELECT 1 FROM proposal o
                WHERE o.paragraph_id = s.source_id AND o.workspace_id = \(workspace) AND o.institution_id = \(who)
                """
            ),
        ]
    }
}
