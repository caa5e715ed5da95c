import Store

/// What `aldora` (1) shares with `belmar` (2), which began all of it, and what `belmar` keeps to itself in it.
enum SharedRows {
    /// Words that no archive of `aldora` may hold.
    static let planted = [
        "version-that-the-other-side-drafts", "agreement-without-us", "screening-without-us",
        "person-of-the-other-side",
        "answer-of-their-institution", "need-of-the-other-side", "contributor-of-the-other-side", "their-own-plan",
        "edition-that-they-draft", "practice-nobody-adopted", "practice-without-an-author", "office-that-is-withheld",
        "words-about-their-need", "message-about-their-need", "contact-before-we-agreed",
        "note-of-a-moment-they-withdrew",
    ]

    static func plant(_ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO institution (id, workspace_id, kind, name, name_key, closed, version)
            VALUES (901, 2, 'ministry', 'their-own-plan', 'theirs', 0, 1)
            """)
        try connection.execute(
            """
            INSERT INTO account (id, name, role, key_digest, language, disabled, created)
            VALUES (71, 'person-of-the-other-side', 'none', 'cafe', 'en', 0, '')
            """)
        try connection.execute(
            """
            INSERT INTO need (id, workspace_id, state, title, language, existing, missing, asked, target_group, refused_note,
                status, level, hidden, stated, version)
            VALUES (1, 2, 'XAB', 'need-of-the-other-side', 'en', '', '', '', '', '', 'open', 'draft', '', '', 1)
            """)
        try introduction(connection)
        try agreement(connection)
        try sayings(connection)
        try screening(connection)
        try practices(connection)
    }

    /// One that `aldora` adopted with a draft beside it, one that it did not adopt, and one that it adopted and whose author is withheld.
    private static func practices(_ connection: any WriteConnection) throws {
        for id in 1...3 {
            try connection.execute(
                """
                INSERT INTO practice (id, workspace_id, latest_edition, published_edition, published, made, version)
                VALUES ($1, 2, $2, $1, '', '', 1)
                """, [.int(id), .int(id == 1 ? 4 : id)])
        }
        let editions = [
            (1, 1, "published", 0, "practice-of-the-other-side"), (4, 1, "draft", 0, "edition-that-they-draft"),
            (2, 2, "published", 0, "practice-nobody-adopted"), (3, 3, "published", 1, "practice-without-an-author"),
        ]
        for (id, practice, status, anonymous, title) in editions {
            try connection.execute(
                """
                INSERT INTO practice_edition (id, practice_id, workspace_id, number, status, shelf, place_withheld, anonymous,
                    office, email, contact_withheld, made)
                VALUES ($1, $2, 2, $1, $3, 'general', 0, $4, 'office-that-is-withheld', '', 1, '')
                """, [.int(id), .int(practice), .text(status), .int(anonymous)])
            try connection.execute(
                """
                INSERT INTO practice_text (edition_id, workspace_id, language, original, title, summary, worked, place, means,
                    duration, staff, evidence, failed, conditions, concerned)
                VALUES ($1, 2, 'en', 1, $2, '', '', '', '', '', '', '', '', '', '')
                """, [.int(id), .text(title)])
        }
        for id in [1, 3] {
            try connection.execute(
                """
                INSERT INTO practice_adoption (id, practice_id, edition_id, workspace_id, shown, language, note, adapted, day,
                    made, version) VALUES ($1, $1, $1, 1, 'named', 'en', '', '', '2026-01-01', '', 1)
                """, [.int(id)])
        }
    }

    /// One about a need of theirs, one that both agreed to and gave a contact for, and one that is still only asked.
    private static func introduction(_ connection: any WriteConnection) throws {
        let introductions: [(Int64, SQLValue, String, String)] = [
            (1, .int(1), "accepted", "words-about-their-need"), (2, .null, "accepted", "May we talk?"),
            (3, .null, "asked", "May we?"),
        ]
        for (id, need, status, body) in introductions {
            let isAsked = status == "asked"
            try connection.execute(
                """
                INSERT INTO introduction (id, workspace_id, partner_id, need_id, need_workspace_id, body, status, asked,
                    asked_by, answered, answered_by, reason, version)
                VALUES ($1, 2, 1, $2, $3, $4, $5, '', 'person-of-the-other-side', $6, $7, '', 1)
                """,
                [
                    .int(id), need, need == .null ? .null : .int(2), .text(body), .text(status),
                    isAsked ? .null : .text("2026-01-01"), isAsked ? .null : .text("ana"),
                ])
        }
        for (id, body) in [(1, "message-about-their-need"), (2, "message-of-the-other-side")] {
            try connection.execute(
                """
                INSERT INTO introduction_message (id, introduction_id, workspace_id, author, body, made)
                VALUES ($1, $1, 2, 'person-of-the-other-side', $2, '')
                """, [.int(id), .text(body)])
        }
        for (id, workspace, name) in [
            (2, 1, "contact-of-our-own"), (2, 2, "contact-after-both-agreed"), (3, 2, "contact-before-we-agreed"),
        ] {
            try connection.execute(
                """
                INSERT INTO introduction_contact (introduction_id, workspace_id, name, office, email, consented)
                VALUES ($1, $2, $3, '', '', '')
                """, [.int(id), .int(workspace), .text(name)])
        }
    }

    /// One of both with a draft of the other side's beside it, and one of the other side alone.
    private static func agreement(_ connection: any WriteConnection) throws {
        for (id, status, current) in [(1, "in-force", SQLValue.int(1)), (2, "draft", .null)] {
            try connection.execute(
                """
                INSERT INTO agreement (id, workspace_id, introduction_id, status, current, made, closed_why, version)
                VALUES ($1, 2, 1, $2, $3, '', '', 1)
                """, [.int(id), .text(status), current])
        }
        let versions = [
            (1, 1, "in-force", "agreement-in-force", "2026-01-01"),
            (1, 2, "draft", "version-that-the-other-side-drafts", nil), (2, 1, "draft", "agreement-without-us", nil),
        ]
        for (id, number, status, title, proposed) in versions {
            try connection.execute(
                """
                INSERT INTO agreement_version (agreement_id, number, workspace_id, status, title, purpose, language, exit_note,
                    notice_days, change_note, author, made, proposed)
                VALUES ($1, $2, 2, $3, $4, '', 'en', '', 0, '', 'person-of-the-other-side', '', $5)
                """, [.int(id), .int(number), .text(status), .text(title), proposed.map { .text($0) } ?? .null])
            for workspace in id == 1 ? [1, 2] : [2] {
                try connection.execute(
                    """
                    INSERT INTO agreement_party (agreement_id, number, workspace_id, public, reason, accepted, accepted_by)
                    VALUES ($1, $2, $3, 0, '', '', $4)
                    """,
                    [
                        .int(id), .int(number), .int(workspace),
                        .text(workspace == 2 ? "person-of-the-other-side" : "ana"),
                    ])
            }
        }
    }

    private static func sayings(_ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO agreement_finding (id, agreement_id, line, workspace_id, standing, note, evidence, author, made)
            VALUES (1, 1, 1, 2, 'met', 'said-of-it-by-the-other-side', '', 'person-of-the-other-side', '')
            """)
        for (id, institution, reason) in [(1, SQLValue.null, ""), (2, .int(901), "answer-of-their-institution")] {
            try connection.execute(
                """
                INSERT INTO agreement_answer (id, agreement_id, day, workspace_id, institution_id, indicator, value, reason,
                    evidence, author, made) VALUES ($1, 1, '2026-02-01', 2, $2, 'x', 'yes', $3, '', '', '')
                """, [.int(id), institution, .text(reason)])
        }
    }

    /// Of the agreement of both, and of the other side's own.
    private static func screening(_ connection: any WriteConnection) throws {
        for (id, subject) in [(20, 1), (21, 2)] {
            try connection.execute(
                """
                INSERT INTO screening (id, workspace_id, subject_kind, subject_id, made, made_by, withdrawn, version)
                VALUES ($1, 2, 'agreement', $2, '', 'person-of-the-other-side', 0, 1)
                """, [.int(id), .int(subject)])
            try connection.execute(
                """
                INSERT INTO screening_moment (id, screening_id, workspace_id, kind, day, edition, note, made, made_by,
                    withdrawn, version) VALUES ($1, $1, 2, 'start', '2026-01-01', '', $2, '', 'person-of-the-other-side', 0, 1)
                """, [.int(id), .text(id == 21 ? "screening-without-us" : "")])
            for workspace in id == 20 ? [1, 2] : [2] {
                try connection.execute(
                    """
                    INSERT INTO screening_party (screening_id, workspace_id, standing, asked, asked_by, version)
                    VALUES ($1, $2, 'taking-part', '', 'person-of-the-other-side', 1)
                    """, [.int(id), .int(workspace)])
            }
        }
        try connection.execute(
            """
            INSERT INTO screening_moment (id, screening_id, workspace_id, kind, day, edition, note, made, made_by, withdrawn,
                version)
            VALUES (22, 20, 2, 'end', '2026-01-02', '', 'note-of-a-moment-they-withdrew', '', '', 1, 1)
            """)
        for (id, account, reason) in [
            (20, SQLValue.null, "answer-of-the-other-side"), (21, .int(71), "contributor-of-the-other-side"),
        ] {
            try connection.execute(
                """
                INSERT INTO screening_sheet (id, screening_id, moment_id, workspace_id, account_id, handed_in, handed_in_by)
                VALUES ($1, 20, 20, 2, $2, '', 'person-of-the-other-side')
                """, [.int(id), account])
            try connection.execute(
                """
                INSERT INTO screening_answer (id, screening_id, moment_id, sheet_id, workspace_id, question, answer, reason,
                    evidence, link, said_by, at) VALUES ($1, 20, 20, $1, 2, 'q', 'yes', $2, '', '', '', '')
                """, [.int(id), .text(reason)])
        }
    }
}
