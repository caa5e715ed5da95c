import Domain
import PublicFace
import SiteSupport
import Store
import Testing

/// Things that are public in part: what was taken back, removed, corrected or held back of them is hidden like what never was public.
struct PlantedHalves {
    let workspace: WorkspaceID
    let database: any Database

    private static let at = "'2026-01-05T00:00:00.000Z'"
    private static var mark: String { Planting.mark }

    /// What everybody sees: a consultation without its summary, and markers of assessments whose words are gone from every page.
    func shown() async throws {
        let id = workspace.value
        let (at, mark) = (Self.at, Self.mark)
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO consultation (id, workspace_id, kind, language, title, about, contact, opens, closes, outsiders,
                    published, made, version)
                VALUES (880201, \(id), 'consultation', 'en', 'Draft act on shelters', 'Say what is missing.', '',
                    '2026-01-05', '2026-02-05', 1, \(at), \(at), 1)
                """)
            try connection.execute(
                """
                INSERT INTO state_fact (id, workspace_id, state, kind, about, matter, day, is_none, body, language, source,
                    published, entered_by, made, version)
                VALUES (990201, \(id), 'XAA', 'visit-made', 'Housing', '', '2026-01-05', 0, 'Ten days', 'en', 'A letter', \(at),
                    '\(mark) person', \(at), 1)
                """)
            for (number, status, rest) in [
                (990_201, "taken-back", "\(at), 'By mistake', NULL, NULL, NULL"),
                (990_202, "published", "NULL, NULL, \(at), 'administrator', 'danger'"),
            ] {
                try connection.execute(
                    """
                    INSERT INTO assessment_said (id, workspace_id, assessor_kind, assessor, state, subject_kind, subject_id,
                        part_id, document, paragraph, part_label, subject_title, scheme, scheme_edition, value, day, status,
                        author, author_id, made, published_at, taken_back_at, taken_back_why, removed_at, removed_by,
                        removed_ground, version)
                    VALUES (\(number), \(id), 'nhri', 'Office of the Ombudsperson', 'XAA', 'recommendation', 1, 0, '', '', '',
                        '', 'implementation', 1, '\(mark) value', '2026-01-05', '\(status)', '\(mark) author', 1, \(at),
                        \(at), \(rest), 1)
                    """)
                try connection.execute(
                    """
                    INSERT INTO assessment_evidence (assessment_id, number, kind, title, address)
                    VALUES (\(number), 1, 'link', '\(mark) proof', 'https://example.org/zqxlink')
                    """)
            }
        }
    }

    /// What stays hidden of the same: contributions in every state that nobody sees, a summary that is written, a fact of the desk that
    /// is a draft.
    func hidden() async throws {
        let id = workspace.value
        let (at, mark) = (Self.at, Self.mark)
        try await database.write { connection in
            for (number, origin, status, receipt) in [
                (990_201, "room", "waiting", "NULL"), (990_202, "outsider", "held-back", "'990202'"),
                (990_203, "outsider", "withdrawn", "'990203'"), (990_204, "member", "waiting", "NULL"),
            ] {
                let words = status == "withdrawn" ? "" : "\(mark) words"
                try connection.execute(
                    """
                    INSERT INTO contribution (id, consultation_id, workspace_id, origin, sent_by, name, actor, language, body,
                        receipt, made, status, moderated_why, answer_why, answer_language, version)
                    VALUES (\(number), 880201, \(id), '\(origin)', '\(mark) sender', '\(words)', '\(mark) actor', 'en', '\(words)',
                        \(receipt), \(at), '\(status)', '\(mark) ground', '', 'en', 1)
                    """)
            }
            try connection.execute(
                """
                INSERT INTO consultation_part (id, consultation_id, workspace_id, position, kind, body, made, version)
                VALUES (990201, 880201, \(id), 1, 'conclusion', '\(mark) conclusion', \(at), 1)
                """)
            try connection.execute(
                """
                INSERT INTO state_fact (id, state, kind, about, matter, day, is_none, body, language, source, entered_by, made,
                    version)
                VALUES (990202, 'XAA', 'visit-made', '\(mark) mandate', '', '2026-01-05', 0, '\(mark) body', 'en',
                    '\(mark) source', '\(mark) person', \(at), 1)
                """)
        }
    }
}
