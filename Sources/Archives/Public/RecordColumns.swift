import Reports

/// What the fields of the public record mean. The data dictionary is made of these, and a test compares them with what is written.
enum RecordColumns {
    static let recommendations: [PublicColumn] = [
        .init("id", "its number in the installation it comes from; its page is `/recommendations/ID`"),
        .init("kind", "`recommendation`, `observation` or `pledge`"),
        .init("document", "the `id` of the document it stands in"),
        .init("symbol", "symbol of the document; null where it has none"),
        .init("title", "title of the document"), .init("mechanism", "code of the mechanism"),
        .init(
            "state", "the State the document is about: ISO 3166-1 alpha-3; `~` and a name for other reviewed entities"),
        .init("address", "where the official text is"),
        .init("paragraph", "the number printed before it; null where the source gives none"),
        .init("texts", .object, "by language (BCP 47)"), .init("states", .list, "whom it is addressed to"),
        .init("recommending", .list, "UPR: the States that made it"),
        .init("parts", .objects, "lettered duties and variants of wording, with the States of a variant"),
        .init(
            "tags", .objects,
            "`kind` (theme, person, sdg, norm, action), `code`, the source's own `label`, the `source` that says so, and what a person decided"
        ),
        .init("action", .integer, "UPR Info's category of action, 1 to 5"),
        .init(
            "position",
            "the latest: `pending`, `supported`, `noted`; null where the mechanism knows none or nothing is known"),
        .init("positions", .objects, "every statement with its date, document, wording and reason, oldest first"),
        .init("cycle", .integer, "of the review; null where not known"),
        .init("session", .integer, "of the review or body"),
        .init("published", "date of the document, `2020-01`, or as exact as known"),
        .init(
            "sources", .list,
            "who gave it: `uhri`, `upr-info`, `demo`, a table's name, or a kind of document: `un-report`, `un-draft`, `addendum`, `ohchr-list`, `treaty-body`, `special-procedure`, `document`"
        ),
    ]

    static let recommendationTable: [PublicColumn] = ExportColumn.allCases.map { column in
        switch column {
        case .id, .action, .cycle, .session: .init(column.rawValue, .integer, meaning(column))
        default: .init(column.rawValue, meaning(column))
        }
    }

    private static func meaning(_ column: ExportColumn) -> String {
        switch column {
        case .date: "`published`"
        case .themes: "codes of `tags` of kind theme that stand"
        case .persons: "codes of `tags` of kind person that stand"
        case .sdgs: "codes of `tags` of kind sdg that stand"
        case .language: "of `text`"
        case .text: "one of `texts`: English, or the first of the UN's languages that is there"
        default: "as in the lines"
        }
    }

    static let documents: [PublicColumn] = [
        .init("id", "its number; its page is `/documents/ID`"), .init("symbol", "as printed, `A/HRC/43/15`"),
        .init("title", "as printed"), .init("mechanism", "code of the mechanism"),
        .init("state", "the State it is about"), .init("address", "where the official text is"),
        .init("cycle", .integer, "of the review"), .init("session", .integer, "of the review or body"),
        .init("published", "its date, as exact as known"),
    ]

    private static let recommendation = PublicColumn("recommendation", "the `id` of the recommendation")

    static let assessments: [PublicColumn] = [
        recommendation, .init("part", "the part it speaks of; null for the whole"),
        .init("assessor_kind", "`state`, `nhri`, `civil-society`, `un`, `committee` or `expert`"),
        .init("assessor", "who"), .init("scheme", "a value means something in its own scheme alone"),
        .init("value", "`claim` is what a State says of itself: `implemented`, `inProgress`, `partly`"),
        .init("date", "when it was said"), .init("wording", "in which words"), .init("source", "who gave it"),
        .init("document", "where it is said"),
    ]

    static let disagreements: [PublicColumn] = [
        recommendation, .init("field", "`state-missing`, `state-extra`, `position` or `position-document`"),
        .init("recorded", "what the record has"), .init("recorded_source", "who says so"),
        .init("other", "what the other source says"), .init("other_source", "who that is"),
    ]

    static let followUps: [PublicColumn] = [
        recommendation, .init("for_follow_up", .flag, "whether information on follow-up is asked for"),
        .init("due", "by which printed date"),
        .init("due_computed_from", "what a date that is not printed was computed from"),
        .init("duties", .list, "lettered duties that it is about"),
        .init("priority", .flag, "whether the paragraph is of particular importance"),
        .init("source", "who gave it"), .init("document", "where it is said"),
    ]

    static let issues: [PublicColumn] = [
        .init("id", .integer, "its number; its page is `/issues/ID`"), .init("state", "whose issue it is"),
        .init("name", "as the program names it, in English"), .init("given_name", "as a person named it"),
        .init("decided", .flag, "whether a person made, split or joined it"),
        .init("representative", .integer, "the recommendation that stands for it"),
    ]

    static let issueMembers: [PublicColumn] = [
        .init("issue", .integer, "the `id` of the issue"), .init("state", "whose issue it is"),
        .init("recommendation", .integer, "the `id` of the recommendation"),
    ]
}

extension PublicColumn {
    init(_ name: String, _ meaning: String) { self.init(name, .text, meaning) }
}
