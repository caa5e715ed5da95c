import Domain
package import Store

/// One text of every kind that people write in a workspace, all with the same word, written as rows. Most belong to the first
/// institution; ids count from `base`.
package struct PlantedTexts: Sendable {
    package var workspace: Int64
    package var institution: Int64
    package var base: Int64
    package var word: String
    /// A recommendation of the record that the plan answers.
    package var recommendation: Int64

    package init(workspace: Int64, institution: Int64, base: Int64, word: String, recommendation: Int64) {
        self.workspace = workspace
        self.institution = institution
        self.base = base
        self.word = word
        self.recommendation = recommendation
    }

    private static let at = "2026-01-05T10:00:00.000Z"

    package func write(_ connection: any WriteConnection) throws {
        for (table, row) in plan + laws + meetings + rounds + following + cooperation {
            try Self.insert(table, row, connection)
        }
    }

    /// A column's value: a number, a text, or NULL.
    package static func insert(
        _ table: String, _ row: [(String, SQLValue)], _ connection: any WriteConnection
    ) throws {
        let marks = row.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        try connection.execute(
            "INSERT INTO \(table) (\(row.map(\.0).joined(separator: ", "))) VALUES (\(marks))", row.map(\.1))
    }

    private typealias Rows = [(String, [(String, SQLValue)])]
    private var place: SQLValue { .int(workspace) }
    private var own: SQLValue { .int(institution) }
    private var id: SQLValue { .int(base) }

    private func text(_ rest: String) -> SQLValue { .text("\(word) \(rest)") }

    private var plan: Rows {
        [
            (
                "commitment",
                [
                    ("id", id), ("workspace_id", place), ("recommendation_id", .int(recommendation)),
                    ("title", text("promise")), ("title_key", "promise"), ("priority", "high"), ("lead_id", own),
                    ("withdrawn", 0), ("made", .text(Self.at)), ("version", 1),
                ]
            ),
            (
                "commitment_recommendation",
                [
                    ("id", id), ("workspace_id", place), ("commitment_id", id),
                    ("recommendation_id", .int(recommendation)), ("withdrawn", 0), ("version", 1),
                ]
            ),
            (
                "action",
                [
                    ("id", id), ("workspace_id", place), ("commitment_id", id), ("title", text("training")),
                    ("title_key", "training"), ("description", "Judges learn"), ("lead_id", own), ("status", "started"),
                    ("withdrawn", 0), ("made", .text(Self.at)), ("version", 1),
                ]
            ),
            (
                "milestone",
                [
                    ("id", id), ("workspace_id", place), ("action_id", id), ("title", text("first course")),
                    ("withdrawn", 0), ("version", 1),
                ]
            ),
            (
                "implementation_statement",
                [
                    ("id", id), ("workspace_id", place), ("commitment_id", id), ("status", "underWay"),
                    ("reason", text("half of the courts follow")), ("stated", "2026-01-04"), ("author", "Ana"),
                    ("made", .text(Self.at)),
                ]
            ),
        ]
    }

    private var laws: Rows {
        [
            (
                "law",
                [
                    ("id", id), ("workspace_id", place), ("title", text("act")), ("article", "7"), ("summary", ""),
                    ("lead", own), ("withdrawn", 0), ("version", 1),
                ]
            ),
            (
                "law_stage",
                [
                    ("id", id), ("workspace_id", place), ("law_id", id), ("stage", "drafting"),
                    ("on_day", "2026-01-03"),
                    ("note", text("committee hears experts")), ("source", ""), ("said_by", "Ana"),
                    ("at", .text(Self.at)),
                ]
            ),
        ]
    }

    private var meetings: Rows {
        [
            (
                "meeting",
                [
                    ("id", id), ("workspace_id", place), ("title", text("committee")), ("held", "2026-01-02"),
                    ("begins", "10:00"), ("room", ""), ("status", "held"), ("present", ""), ("minutes", ""),
                    ("version", 1),
                ]
            ),
            (
                "meeting_item",
                [
                    ("id", id), ("workspace_id", place), ("meeting_id", id), ("place", 1), ("title", text("budget")),
                    ("note", ""), ("minutes", ""), ("withdrawn", 0), ("version", 1),
                ]
            ),
            (
                "decision",
                [
                    ("id", id), ("workspace_id", place), ("meeting_id", id), ("body", text("the ministry writes")),
                    ("institution_id", own), ("withdrawn", 0), ("version", 1),
                ]
            ),
            (
                "letter_template",
                [
                    ("id", id), ("workspace_id", place), ("title", text("reminder")), ("subject", "Reminder"),
                    ("body", "Please report"), ("language", "en"), ("matter", ""), ("withdrawn", 0), ("version", 1),
                ]
            ),
            (
                "letter",
                [
                    ("id", id), ("workspace_id", place), ("template_id", id), ("institution_id", own),
                    ("address", "m@example.org"), ("language", "en"), ("subject", "Reminder"), ("body", text("please")),
                    ("items", 1), ("sent_by", "Ana"), ("sent", .text(Self.at)),
                ]
            ),
        ]
    }

    private var rounds: Rows {
        [
            (
                "round",
                [
                    ("id", id), ("workspace_id", place), ("document_id", 1), ("title", "Third cycle"),
                    ("status", "open"),
                    ("opened", .text(Self.at)), ("opened_by", "Ana"), ("edition", 1), ("freezes", 0), ("version", 1),
                ]
            ),
            (
                "round_paragraph",
                [
                    ("id", id), ("workspace_id", place), ("round_id", id), ("recommendation_id", .int(recommendation)),
                    ("number", "1.1"), ("place", "1.1"), ("ordinal", 1),
                    ("texts", .text("{\"en\":\"\(word) paragraph\"}")),
                    ("recommending", ""), ("reason", text("settled reason")), ("legal_note", ""), ("clearance", "none"),
                    ("version", 1),
                ]
            ),
            (
                "proposal",
                [
                    ("id", id), ("workspace_id", place), ("round_id", id), ("paragraph_id", id),
                    ("institution_id", own),
                    ("due", "2026-02-01"), ("asked", .text(Self.at)), ("position", "noted"),
                    ("reason", text("proposed reason")), ("legal_note", ""), ("clearance", "none"), ("version", 1),
                ]
            ),
        ]
    }

    private var following: Rows {
        [
            (
                "progress_report",
                [
                    ("id", id), ("workspace_id", place), ("action_id", id), ("institution_id", own),
                    ("starts", "2025-10-01"), ("ends", "2025-12-31"), ("said", text("forty judges")),
                    ("status", "started"),
                    ("author", "Bo"), ("made", .text(Self.at)), ("clearance", "none"), ("version", 1),
                ]
            ),
            (
                "evidence",
                [
                    ("id", id), ("workspace_id", place), ("kind", "action"), ("subject_id", id),
                    ("institution_id", own),
                    ("title", text("attendance list")), ("public", 0), ("address_key", .text("\(word)-\(base)")),
                    ("withdrawn", 0), ("latest", 1), ("author", "Bo"), ("made", .text(Self.at)), ("clearance", "none"),
                    ("version", 1),
                ]
            ),
            (
                "indicator",
                [
                    ("id", id), ("workspace_id", place), ("title", text("judges trained")), ("title_key", "judges"),
                    ("type", "process"), ("definition", ""), ("unit", "persons"), ("direction", "increase"),
                    ("source", ""), ("institution_id", own), ("withdrawn", 0), ("made", .text(Self.at)), ("version", 1),
                ]
            ),
            (
                "observation",
                [
                    ("id", id), ("workspace_id", place), ("indicator_id", id), ("period", "2025"), ("sex", ""),
                    ("age", ""),
                    ("disability", ""), ("region", ""), ("population", ""), ("value", "40"), ("source", ""),
                    ("note", text("counted twice")), ("author", "Bo"), ("made", .text(Self.at)), ("version", 1),
                ]
            ),
            (
                "comment",
                [
                    ("id", id), ("workspace_id", place), ("kind", "action"), ("subject_id", id),
                    ("said", text("too slow")),
                    ("internal", 1), ("author_id", 9), ("author", "Bo"), ("made", .text(Self.at)), ("version", 1),
                ]
            ),
        ]
    }

    private var cooperation: Rows {
        [
            (
                "need",
                [
                    ("id", id), ("workspace_id", place), ("state", "XAA"), ("institution_id", own),
                    ("title", text("teachers")), ("language", "en"), ("existing", ""), ("missing", ""), ("asked", ""),
                    ("target_group", ""), ("refused_note", ""), ("status", "open"), ("level", "draft"), ("hidden", ""),
                    ("stated", .text(Self.at)), ("version", 1),
                ]
            ),
            (
                "offer",
                [
                    ("id", id), ("workspace_id", place), ("title", text("trainers")), ("body", ""), ("language", "en"),
                    ("conditions_note", ""), ("office", ""), ("email", ""), ("address", ""), ("level", "draft"),
                    ("status", "open"), ("made", .text(Self.at)), ("version", 1),
                ]
            ),
            (
                "agreement",
                [
                    ("id", id), ("workspace_id", place), ("status", "draft"), ("made", .text(Self.at)),
                    ("closed_why", ""),
                    ("version", 1),
                ]
            ),
            (
                "agreement_version",
                [
                    ("agreement_id", id), ("number", 1), ("workspace_id", place), ("status", "draft"),
                    ("title", text("pact")), ("purpose", ""), ("language", "en"), ("exit_note", ""),
                    ("notice_days", 30),
                    ("change_note", ""), ("author", "Ana"), ("made", .text(Self.at)),
                ]
            ),
            (
                "agreement_party",
                [("agreement_id", id), ("number", 1), ("workspace_id", place), ("public", 0), ("reason", "")]
            ),
            (
                "practice",
                [
                    ("id", id), ("workspace_id", place), ("latest_edition", id), ("made", .text(Self.at)),
                    ("version", 1),
                ]
            ),
            (
                "practice_edition",
                [
                    ("id", id), ("practice_id", id), ("workspace_id", place), ("number", 1), ("status", "draft"),
                    ("shelf", "cities"), ("place_withheld", 0), ("anonymous", 0), ("office", ""), ("email", ""),
                    ("contact_withheld", 0), ("made", .text(Self.at)),
                ]
            ),
            (
                "practice_text",
                [
                    ("edition_id", id), ("workspace_id", place), ("language", "en"), ("original", 1),
                    ("title", text("evening classes")), ("summary", ""), ("worked", ""), ("place", ""), ("means", ""),
                    ("duration", ""), ("staff", ""), ("evidence", ""), ("failed", ""), ("conditions", ""),
                    ("concerned", ""),
                ]
            ),
        ]
    }
}
