import Store

/// What of a workspace's tables its coordinators see: an archive of the workspace is theirs, and carries nothing else. What another
/// institution of the workspace drafts and what somebody has not handed in stay behind; `SharedThings` says what of other workspaces.
enum WorkspaceSight {
    /// Where the workspace's number stands in a condition.
    static let mark = "{workspace}"

    private static let ofRemoved =
        "assessment_id IN (SELECT id FROM assessment_said WHERE institution_id IS NULL OR removed_at IS NULL)"

    /// A condition beside that of the place, by table. Parts of a table go with its rows.
    static let conditions: [String: String] = own.merging(SharedThings.conditions) { own, _ in own }

    private static let own: [String: String] = [
        // An institution's drafts are its own; `institution_id` is none for what the workspace says itself.
        "assessment_said": "institution_id IS NULL OR status <> 'draft'",
        // Removed without being blanked, an institution's words are left to itself.
        "assessment_text": ofRemoved, "assessment_evidence": ofRemoved,
        "assessment_scheme": """
        institution_id = 0 OR EXISTS (SELECT 1 FROM assessment_said s WHERE s.workspace_id = {workspace}
            AND s.status <> 'draft' AND s.scheme = 'own-' || CAST(assessment_scheme.id AS TEXT))
        """,
        "assessment_scheme_edition": """
        EXISTS (SELECT 1 FROM assessment_scheme c WHERE c.id = assessment_scheme_edition.scheme_id
            AND (c.institution_id = 0 OR EXISTS (SELECT 1 FROM assessment_said s
                WHERE s.workspace_id = {workspace} AND s.status <> 'draft'
                AND s.scheme = 'own-' || CAST(c.id AS TEXT)
                AND s.scheme_edition = assessment_scheme_edition.number)))
        """,
        "assessment_setting": "institution_id = 0",
        // Forms that somebody began, and letters that wait for somebody, are hers.
        "form_draft": "1 = 0",
        "notice": "1 = 0",
    ]

    /// Columns that say who in an institution wrote what it published: the institution answers for it, and not a person.
    static func blanked(_ row: [SQLValue], _ table: TableSchema, for workspace: Int64) -> [SQLValue] {
        let row = SharedThings.blanked(row, table, for: workspace)
        guard table.name == "assessment_said",
            let institution = table.columns.firstIndex(where: { $0.name == "institution_id" }),
            row[institution] != .null
        else { return row }
        let isRemoved = table.columns.firstIndex { $0.name == "removed_at" }.map { row[$0] != .null } ?? false
        return zip(row, table.columns).map { value, column in
            switch column.name {
            case "value" where isRemoved: .text("")
            case "author": .text("")
            case "author_id": .int(0)
            case "checked_by": .null
            default: value
            }
        }
    }
}
