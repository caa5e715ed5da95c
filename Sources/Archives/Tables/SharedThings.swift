import Store

/// What several workspaces share: introductions, agreements, screenings. With one of them goes what that one may read, as its own pages
/// show it: no version that another side drafts, nothing of what is in force to whoever is no party of it, no institution's and no
/// contributor's words of another workspace. Other sides go along by name.
enum SharedThings {
    private static let workspace = WorkspaceSight.mark

    private static let party = """
        id IN (SELECT v.agreement_id FROM agreement_version v JOIN agreement_party p
            ON p.agreement_id = v.agreement_id AND p.number = v.number
            WHERE p.workspace_id = \(workspace) AND (v.proposed IS NOT NULL OR v.workspace_id = \(workspace)))
        """

    /// Takes part, and has not left the agreement that it is of.
    private static let takesPart = """
        (workspace_id = \(workspace) OR (withdrawn = 0 AND id IN (SELECT y.screening_id FROM screening_party y
            WHERE y.workspace_id = \(workspace) AND y.standing = 'taking-part')))
        AND NOT (subject_kind = 'agreement' AND subject_id IN (SELECT a.id FROM agreement a WHERE a.current IS NOT NULL)
            AND subject_id NOT IN (SELECT a.id FROM agreement a JOIN agreement_party p
                ON p.agreement_id = a.id AND p.number = a.current WHERE p.workspace_id = \(workspace)))
        """

    /// Which rows of a shared table are the workspace's, in place of `workspace_id` alone.
    static let places: [String: String] = [
        "introduction": "workspace_id = \(workspace) OR partner_id = \(workspace)",
        "agreement": party,
        "screening": takesPart,
    ]

    private static let version = """
        (agreement_id, number) IN (SELECT v.agreement_id, v.number FROM agreement_version v JOIN agreement_party p
            ON p.agreement_id = v.agreement_id AND p.number = v.number
            WHERE p.workspace_id = \(workspace) AND (v.proposed IS NOT NULL OR v.workspace_id = \(workspace)))
        """

    /// What is said of an agreement in force, its parties alone read.
    private static let saying = """
        agreement_id IN (SELECT a.id FROM agreement a JOIN agreement_party p
            ON p.agreement_id = a.id AND p.number = a.current WHERE p.workspace_id = \(workspace))
        """

    private static let own = "workspace_id = \(workspace)"

    /// Conditions on parts of what is shared, beside that of the place.
    static let conditions: [String: String] = [
        "agreement_version": version, "agreement_party": version, "agreement_contribution": version,
        "agreement_benchmark": version, "agreement_review_day": version, "agreement_condition": version,
        "agreement_action": own, "agreement_invited": own, "agreement_finding": saying, "agreement_delivery": saying,
        "agreement_answer": "\(saying) AND (\(own) OR institution_id IS NULL)",
        // A sheet without an account is the workspace's own; an account that left does not go along, and nor does its sheet.
        "screening_sheet": """
        (handed_in IS NOT NULL OR \(own)) AND (account_id IS NULL OR (\(own) AND handed_in IS NOT NULL AND account_id IN (
            SELECT m.account_id FROM membership m WHERE m.workspace_id = \(workspace))))
        """,
        "screening_draft": "\(own) AND sheet_id IN (SELECT h.id FROM screening_sheet h WHERE h.account_id IS NULL)",
        "screening_section": "\(own) AND sheet_id IN (SELECT h.id FROM screening_sheet h WHERE h.account_id IS NULL)",
        "screening_contributor": own,
    ]

    /// Columns that name the person of another side who wrote or decided; its workspace answers for it.
    private static let names: Set<String> = ["author", "accepted_by", "answered_by", "asked_by", "handed_in_by"]

    private static let named: Set<String> = [
        "introduction_message", "agreement_version", "agreement_party", "agreement_finding", "agreement_delivery",
        "agreement_answer", "screening_sheet", "screening_party",
    ]

    /// The row without names of the other sides' people, and without half a reference to a need that does not go along.
    static func blanked(_ row: [SQLValue], _ table: TableSchema, for workspace: Int64) -> [SQLValue] {
        func isOther(_ column: String) -> Bool {
            guard let place = table.columns.firstIndex(where: { $0.name == column }), case .int(let id) = row[place]
            else {
                return false
            }
            return id != workspace
        }
        if table.name == "introduction" {
            let isForeign = isOther("need_workspace_id")
            return zip(row, table.columns).map { value, column in
                isForeign && ["need_id", "need_workspace_id"].contains(column.name) ? .null : value
            }
        }
        guard named.contains(table.name), isOther("workspace_id") else { return row }
        return zip(row, table.columns).map { value, column in
            guard names.contains(column.name), value != .null else { return value }
            return column.isRequired ? .text("") : .null
        }
    }
}
