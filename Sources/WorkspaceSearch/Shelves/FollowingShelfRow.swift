import Domain
import FollowUp

extension Shelf {
    static let indicators = [
        Shelf(
            kind: .indicator, right: .seePlan, rows: "indicator x", place: "'/indicators/' || x.id", title: "x.title",
            body: "COALESCE(x.code, '') || '\n' || x.definition || '\n' || x.source", institution: "x.institution_id",
            day: "x.made", stands: "x.workspace_id = $1 AND x.withdrawn = 0", touched: ["indicator": "x.id"]
        ) { reader, values in try reader.within(.seePlan, &values) { "x.institution_id = \($0)" } },
        Shelf(
            kind: .observation, right: .seePlan, rows: "observation x JOIN indicator i ON i.id = x.indicator_id",
            place: "'/indicators/' || x.indicator_id", title: "i.title",
            body: "COALESCE(x.note, '') || '\n' || x.source", institution: "i.institution_id", day: "x.made",
            stands: """
                x.workspace_id = $1 AND i.workspace_id = $1 AND i.withdrawn = 0
                AND (COALESCE(x.note, '') <> '' OR x.source <> '')
                """,
            touched: ["observation": "x.id", "indicator": "x.indicator_id"]
        ) { reader, values in try reader.within(.seePlan, &values) { "i.institution_id = \($0)" } },
    ]

    /// Evidence, comments and progress: what is not cleared is there for those alone who may see it on its own page.
    static let following = [
        Shelf(
            kind: .evidence, right: .seePlan, rows: "evidence e", key: "e.id", place: "'/progress/evidence/' || e.id",
            title: "e.title", body: "''", institution: "e.institution_id", day: "e.made",
            stands: "e.workspace_id = $1 AND e.withdrawn = 0", touched: ["evidence": "e.id"]
        ) { reader, values in try EvidenceScope(reader.member, reader.setting).condition(&values) },
        Shelf(
            kind: .comment, right: .seePlan, rows: "comment x",
            place: "'/comments?on=' || x.kind || '/' || x.subject_id || '#comment-' || x.id", title: "''",
            body: "x.said", institution: "x.institution_id", day: "x.made",
            stands: "x.workspace_id = $1 AND x.removed IS NULL", touched: ["comment": "x.id"]
        ) { reader, values in try CommentSight(reader).condition(&values) },
        Shelf(
            kind: .progress, right: .seePlan, rows: "progress_report r JOIN action t ON t.id = r.action_id",
            key: "r.id", place: "'/progress/' || r.id", title: "t.title",
            body: "r.said || '\n' || COALESCE(r.obstacle, '')", institution: "r.institution_id", day: "r.made",
            stands: "r.workspace_id = $1 AND t.workspace_id = $1", touched: ["progress": "r.id"]
        ) { reader, values in
            try ProgressScope(reader.member, reader.setting).condition(&values, isAcross: true)
        },
    ]
}
