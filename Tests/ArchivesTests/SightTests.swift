import Foundation
import PlanSupport
import SQLiteDatabase
import Store
import TestSupport
import Testing

@testable import Archives

@Suite("An archive of a workspace carries what its coordinators see")
struct SightTests {
    private static let planted = [
        "draft-of-the-commission", "scheme-of-the-commission", "name-of-the-writer", "sheet-of-the-other-side",
        "sheet-of-a-contributor", "form-somebody-began", "line-for-somebody",
    ]
    private static let seen = [
        "draft-of-the-workspace", "published-by-the-commission", "sheet-of-our-own", "Belmar", "agreement-in-force",
        "said-of-it-by-the-other-side", "message-of-the-other-side", "answer-of-the-other-side",
        "practice-of-the-other-side", "contact-of-our-own", "contact-after-both-agreed",
    ]

    @Test("Nothing that an institution drafts, nobody handed in, or another side writes goes along; one's own does")
    func sight() async throws {
        try await withSQLite { database, _ in
            try await Migrator().migrate(database, at: testInstant)
            try await withFolder { folder in
                let fixture = try await ArchiveFixture.make(database, folder: folder)
                try await database.write {
                    try Self.plant($0)
                    try SharedRows.plant($0)
                }
                _ = try await fixture.archives.export(.workspace("aldora"), to: folder + "/out")
                var text = ""
                for name in try FileManager.default.subpathsOfDirectory(atPath: folder + "/out")
                where name.hasSuffix(".jsonl") {
                    text += try String(contentsOfFile: folder + "/out/" + name, encoding: .utf8)
                }
                for secret in Self.planted + SharedRows.planted { #expect(!text.contains(secret), "\(secret)") }
                for word in Self.seen { #expect(text.contains(word), "\(word)") }
                try await Self.comesBack(folder)
            }
        }
    }

    /// What the workspace shares with another stands in the installation it moved to: other sides are there by name.
    private static func comesBack(_ folder: String) async throws {
        try await withSQLite { target, _ in
            let data = folder + "/data"
            try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
            let read = ArchiveImport(database: target, folder: data, clock: PlanFixture.clock)
            _ = try await read(folder + "/out", actor: "cli:tests")
            let counts = try await target.read { connection in
                try [
                    "agreement", "agreement_version", "agreement_party", "agreement_answer", "introduction",
                    "introduction WHERE need_id IS NULL AND need_workspace_id IS NULL", "screening_answer",
                    "practice WHERE latest_edition = published_edition", "practice_adoption",
                ].map { try connection.count("SELECT COUNT(*) FROM \($0)") }
            }
            #expect(counts == [1, 1, 2, 1, 3, 3, 1, 1, 1])
        }
    }

    private static func plant(_ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO institution (id, workspace_id, kind, name, name_key, closed, version)
            VALUES (900, 1, 'human-rights-institution', 'Commission', 'commission', 0, 1)
            """)
        let assessments: [(Int64, Int64?, String, String, String)] = [
            (1, 900, "draft", "x", "draft-of-the-commission"), (2, nil, "draft", "us", "draft-of-the-workspace"),
            (3, 900, "published", "name-of-the-writer", "published-by-the-commission"),
        ]
        for (id, institution, status, author, words) in assessments {
            try connection.execute(
                """
                INSERT INTO assessment_said (id, workspace_id, institution_id, assessor_kind, assessor, state, subject_kind,
                    subject_id, part_id, document, paragraph, part_label, subject_title, scheme, scheme_edition, value, day,
                    status, author, author_id, made, published_at, version)
                VALUES ($1, 1, $2, 'nhri', 'Commission', 'XAA', 'issue', 40, 0, '', '', '', '', 'steps', 0, 'none',
                    '2026-01-01', $3, $4, 70, '', $5, 1)
                """,
                [
                    .int(id), institution.map { .int($0) } ?? .null, .text(status), .text(author),
                    status == "draft" ? .null : .text("2026-01-02"),
                ])
            try connection.execute(
                "INSERT INTO assessment_text (assessment_id, language, original, reason) VALUES ($1, 'en', 1, $2)",
                [.int(id), .text(words)])
        }
        try connection.execute(
            """
            INSERT INTO assessment_scheme (id, workspace_id, institution_id, latest, closed, made, version)
            VALUES (8, 1, 900, 1, 0, '', 1)
            """)
        try connection.execute(
            """
            INSERT INTO assessment_scheme_edition (scheme_id, number, content, made)
            VALUES (8, 1, 'scheme-of-the-commission', '')
            """)
        try sheets(connection)
        try connection.execute(
            """
            INSERT INTO form_draft (workspace_id, account_id, form, fields, saved)
            VALUES (1, 70, 'progress', 'form-somebody-began', '')
            """)
        try connection.execute(
            """
            INSERT INTO notice (id, workspace_id, account_id, address, language, kind, subject_kind, subject_id, arguments,
                not_before, made)
            VALUES (1, 1, 70, 'a@example.org', 'en', 'reminder', 'action', 1, 'line-for-somebody', '', '')
            """)
    }

    private static func sheets(_ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO screening (id, workspace_id, subject_kind, subject_id, made, made_by, withdrawn, version)
            VALUES (1, 1, 'agreement', 90, '', '', 0, 1)
            """)
        try connection.execute(
            """
            INSERT INTO screening_moment (id, screening_id, workspace_id, kind, day, edition, note, made, made_by, withdrawn,
                version) VALUES (1, 1, 1, 'start', '2026-01-01', '', '', '', '', 0, 1)
            """)
        let sheets: [(Int64, Int64, Int64?, String)] = [
            (1, 1, nil, "sheet-of-our-own"), (2, 1, 70, "sheet-of-a-contributor"),
            (3, 2, nil, "sheet-of-the-other-side"),
        ]
        for (id, workspace, account, words) in sheets {
            try connection.execute(
                """
                INSERT INTO screening_sheet (id, screening_id, moment_id, workspace_id, account_id)
                VALUES ($1, 1, 1, $2, $3)
                """, [.int(id), .int(workspace), account.map { .int($0) } ?? .null])
            try connection.execute(
                """
                INSERT INTO screening_draft (sheet_id, workspace_id, question, answer, reason, evidence, link)
                VALUES ($1, $2, 'q', 'no', $3, '', '')
                """, [.int(id), .int(workspace), .text(words)])
        }
    }
}
