import Store

/// What several workspaces share: introductions, agreements, screenings, programmes that these are about, practices that were adopted. With
/// one of them goes what that one may read, as its own pages show it: no version that another side drafts, nothing of what is in force to
/// whoever is no party of it, no institution's and no contributor's words of another workspace. Other sides go along by name; a practice
/// whose author or place is withheld therefore does not.
enum SharedThings {
    private static let workspace = WorkspaceSight.mark

    private static let party = """
        id IN (SELECT v.agreement_id FROM agreement_version v JOIN agreement_party p
            ON p.agreement_id = v.agreement_id AND p.number = v.number
            WHERE p.workspace_id = \(workspace) AND (v.proposed IS NOT NULL OR v.workspace_id = \(workspace)))
        """

    /// Takes part, and has not left the agreement that it is of.
    private static let takesPart = """
        ((workspace_id = \(workspace) OR (withdrawn = 0 AND id IN (SELECT y.screening_id FROM screening_party y
            WHERE y.workspace_id = \(workspace) AND y.standing = 'taking-part')))
        AND NOT (subject_kind = 'agreement' AND subject_id IN (SELECT a.id FROM agreement a WHERE a.current IS NOT NULL)
            AND subject_id NOT IN (SELECT a.id FROM agreement a JOIN agreement_party p
                ON p.agreement_id = a.id AND p.number = a.current WHERE p.workspace_id = \(workspace))))
        """

    private static let asked = "workspace_id = \(workspace) OR partner_id = \(workspace)"

    /// Its own, and of the public ones those that what it shares is about.
    private static let programme = """
        workspace_id = \(workspace) OR (public = 1 AND withdrawn = 0 AND (
            id IN (SELECT programme_id FROM introduction WHERE \(asked))
            OR id IN (SELECT programme_id FROM agreement WHERE \(party))
            OR id IN (SELECT subject_id FROM screening WHERE subject_kind = 'programme' AND \(takesPart))))
        """

    /// Its own, and those of others that it adopted, as they are published.
    private static let practice = """
        workspace_id = \(workspace) OR (withdrawn IS NULL
            AND id IN (SELECT a.practice_id FROM practice_adoption a WHERE a.workspace_id = \(workspace))
            AND published_edition IN (SELECT e.id FROM practice_edition e
                WHERE e.status = 'published' AND e.anonymous = 0 AND e.place_withheld = 0))
        """

    /// Which rows of a shared table are the workspace's, in place of `workspace_id` alone.
    static let places: [String: String] = [
        "introduction": asked, "programme": programme, "agreement": party, "screening": takesPart, "practice": practice,
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
        // As on the page: who gave one's own contact sees the other's, once both agreed.
        "introduction_contact": """
        \(own) OR introduction_id IN (SELECT i.id FROM introduction i JOIN introduction_contact c
            ON c.introduction_id = i.id AND c.workspace_id = \(workspace) WHERE i.status = 'accepted')
        """,
        // Words about another's need may repeat it, and its consent may end.
        "introduction_message": """
        \(own) OR introduction_id IN (SELECT i.id FROM introduction i
            WHERE i.need_workspace_id IS NULL OR i.need_workspace_id = \(workspace))
        """,
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
        "practice_edition": "\(own) OR (status = 'published' AND anonymous = 0 AND place_withheld = 0)",
    ]

    /// Columns that name the person of another side who wrote or decided; its workspace answers for it.
    private static let names: Set<String> = [
        "author", "accepted_by", "answered_by", "asked_by", "handed_in_by", "made_by",
    ]

    private static let named: Set<String> = [
        "introduction_message", "agreement_version", "agreement_party", "agreement_finding", "agreement_delivery",
        "agreement_answer", "screening_sheet", "screening",
    ]

    /// The row without names of the other sides' people, and without what leads to things that do not go along.
    static func blanked(_ row: [SQLValue], _ table: TableSchema, for workspace: Int64) -> [SQLValue] {
        func value(_ column: String) -> SQLValue? { table.columns.firstIndex { $0.name == column }.map { row[$0] } }
        func isOther(_ column: String) -> Bool {
            guard case .int(let id)? = value(column) else { return false }
            return id != workspace
        }
        func filled(_ change: (TableColumn, SQLValue) -> SQLValue) -> [SQLValue] {
            zip(table.columns, row).map { $1 == .null ? .null : change($0, $1) }
        }
        func unnamed(_ column: TableColumn, _ value: SQLValue, _ names: Set<String>) -> SQLValue {
            guard names.contains(column.name) else { return value }
            return column.isRequired ? .text("") : .null
        }
        switch table.name {
        case "introduction":
            let isOtherNeed = isOther("need_workspace_id")
            // Who asked wrote the one text, who answered the other.
            let asks = isOther("workspace_id")
            return filled { column, value in
                if isOtherNeed, ["need_id", "need_workspace_id"].contains(column.name) { return .null }
                if isOtherNeed, column.name == (asks ? "body" : "reason") { return .text("") }
                return unnamed(column, value, [asks ? "asked_by" : "answered_by"])
            }
        case "screening_moment" where isOther("workspace_id"):
            let isWithdrawn = value("withdrawn") != .int(0)
            return filled { isWithdrawn && $0.name == "note" ? .text("") : unnamed($0, $1, names) }
        // Either side may have asked, and either answered for itself: the row does not tell.
        case "screening_party": return filled { unnamed($0, $1, names) }
        case "practice" where isOther("workspace_id"):
            let published = value("published_edition") ?? .null
            return filled { $0.name == "latest_edition" ? published : $1 }
        case "practice_edition" where isOther("workspace_id"):
            let isWithheld = value("contact_withheld") != .int(0)
            return filled { column, value in
                if ["source_kind", "source_id"].contains(column.name) { return .null }
                return isWithheld && ["office", "email"].contains(column.name) ? .text("") : value
            }
        case _ where named.contains(table.name) && isOther("workspace_id"):
            return filled { unnamed($0, $1, names) }
        default: return row
        }
    }
}
