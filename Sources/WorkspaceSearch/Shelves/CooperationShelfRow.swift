import Agreements
import Domain
import Store

extension Shelf {
    /// Needs, offers, agreements and practices of the workspace, drafts included.
    static let cooperation = [
        Shelf(
            kind: .need, right: .seeCooperation, rows: "need x", place: "'/needs/' || x.id", title: "x.title",
            body:
                "x.existing || '\n' || x.missing || '\n' || x.asked || '\n' || x.target_group || '\n' || x.refused_note",
            institution: "x.institution_id", day: "x.stated", language: "x.language", touched: ["need": "x.id"]
        ) { reader, values in try reader.within(.seeCooperation, &values) { "x.institution_id = \($0)" } },
        Shelf(
            kind: .offer, right: .seeCooperation, rows: "offer x", place: "'/offers/' || x.id", title: "x.title",
            body: "x.body || '\n' || x.conditions_note || '\n' || x.office", day: "x.made", language: "x.language",
            touched: ["offer": "x.id"], sight: everything),
        Shelf(
            kind: .agreement, right: .seeCooperation,
            rows: "agreement a JOIN agreement_version x ON x.agreement_id = a.id", key: "a.id",
            place: "'/agreements/' || a.id", title: "x.title",
            body: "x.purpose || '\n' || x.exit_note || '\n' || x.change_note", day: "x.made", language: "x.language",
            stands: """
                \(readable("x")) AND NOT EXISTS (SELECT 1 FROM agreement_version y
                WHERE y.agreement_id = a.id AND y.number > x.number AND \(readable("y")))
                """,
            touched: ["agreement": "a.id"]
        ) { reader, values in
            // The agreement's own condition calls the institution $2.
            values.append(.optional(try reader.member.limit(.seeCooperation)?.value))
            return "\(AgreementRow.party) AND \(AgreementRow.reach)"
        },
        Shelf(
            kind: .practice, right: .seeCooperation,
            rows: "practice x JOIN practice_text t ON t.edition_id = x.latest_edition", place: "'/practices/' || x.id",
            title: "t.title",
            body: """
                t.summary || '\n' || t.worked || '\n' || t.place || '\n' || t.means || '\n' || t.duration || '\n' || t.staff
                || '\n' || t.evidence || '\n' || t.failed || '\n' || t.conditions || '\n' || t.concerned
                """,
            day: "x.made", language: "t.language", stands: "x.workspace_id = $1 AND t.workspace_id = $1",
            touched: ["practice": "x.id"], sight: everything),
    ]

    /// Versions of an agreement that the workspace may read: it is a party, and the version was proposed or is its own.
    private static func readable(_ version: String) -> String {
        """
        (\(version).proposed IS NOT NULL OR \(version).workspace_id = $1) AND EXISTS (SELECT 1 FROM agreement_party q
            WHERE q.agreement_id = \(version).agreement_id AND q.number = \(version).number AND q.workspace_id = $1)
        """
    }

    /// Rounds are of government alone. An institution reads paragraphs it was asked on, and its own answers; what the mechanism
    /// settled on is not its to see.
    static let rounds = [
        Shelf(
            kind: .paragraph, right: .seeRound, rows: "round_paragraph x JOIN round o ON o.id = x.round_id",
            place: "'/round/' || x.round_id || '/paragraphs/' || x.id",
            title: "o.title || ', ' || COALESCE(x.number, '')",
            body: "x.texts", words: .byLanguage,
            stands: "x.workspace_id = $1 AND o.workspace_id = $1 AND x.merged_into IS NULL AND x.dropped IS NULL",
            touched: ["round-paragraph": "x.id", "round": "x.round_id"]
        ) { reader, values in
            try reader.within(.seeRound, &values) {
                """
                EXISTS (SELECT 1 FROM proposal q WHERE q.paragraph_id = x.id AND q.workspace_id = $1
                AND q.institution_id = \($0))
                """
            }
        },
        Shelf(
            kind: .resolution, right: .seeRound, rows: "round_paragraph x JOIN round o ON o.id = x.round_id",
            place: "'/round/' || x.round_id || '/paragraphs/' || x.id",
            title: "o.title || ', ' || COALESCE(x.number, '')",
            body: "x.reason || '\n' || x.legal_note",
            stands: """
                x.workspace_id = $1 AND o.workspace_id = $1 AND x.merged_into IS NULL AND x.dropped IS NULL
                AND (x.reason <> '' OR x.legal_note <> '')
                """,
            touched: ["round-paragraph": "x.id", "round": "x.round_id"], sight: wholly(.seeRound)),
        Shelf(
            kind: .proposal, right: .seeRound,
            rows: """
                proposal x JOIN round_paragraph p ON p.id = x.paragraph_id JOIN round o ON o.id = x.round_id
                """,
            place: "'/round/' || x.round_id || '/paragraphs/' || x.paragraph_id",
            title: "o.title || ', ' || COALESCE(p.number, '')", body: "x.reason || '\n' || x.legal_note",
            institution: "x.institution_id", day: "x.answered_at",
            stands: """
                x.workspace_id = $1 AND p.workspace_id = $1 AND o.workspace_id = $1
                AND (x.reason <> '' OR x.legal_note <> '')
                """,
            touched: ["proposal": "x.id", "round": "x.round_id", "round-paragraph": "x.paragraph_id"]
        ) { reader, values in try reader.within(.seeRound, &values) { "x.institution_id = \($0)" } },
    ]
}
