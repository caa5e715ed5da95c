/// What no constraint of the schema holds of issues. Each statement gives the numbers of what is wrong.
package enum IssueChecks {
    package static let all: [(name: String, sql: String)] = [
        (
            "recommendations in an issue of another State, or in one that became part of another",
            """
            SELECT m.recommendation_id FROM issue_member m JOIN issue i ON i.id = m.issue_id
            WHERE i.state <> m.state OR i.merged_into IS NOT NULL ORDER BY 1
            """
        ),
        (
            "merged recommendations that still stand in an issue",
            """
            SELECT m.recommendation_id FROM issue_member m JOIN recommendation r ON r.id = m.recommendation_id
            WHERE r.merged_into IS NOT NULL ORDER BY 1
            """
        ),
        (
            "recommendations with an open proposal out of an issue they do not stand in",
            """
            SELECT p.recommendation_id FROM issue_proposal p WHERE p.status = 'open' AND NOT EXISTS (
                SELECT 1 FROM issue_member m WHERE m.state = p.state AND m.recommendation_id = p.recommendation_id
                AND m.issue_id = p.from_issue AND m.pinned = 0) ORDER BY 1
            """
        ),
        (
            "decisions taken back by one that does not say so",
            """
            SELECT d.id FROM issue_decision d LEFT JOIN issue_decision r ON r.id = d.reversed_by
            WHERE d.reversed_by IS NOT NULL AND (r.reverses IS NULL OR r.reverses <> d.id) ORDER BY d.id
            """
        ),
    ]
}
