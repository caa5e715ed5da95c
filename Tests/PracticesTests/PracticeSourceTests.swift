import Domain
import People
import PlanSupport
import Store
import TestSupport
import Testing

@testable import Practices

@Suite("What practices are written up from")
struct PracticeSourceTests {
    private static func programme(
        _ id: Int64, of workspace: WorkspaceID, isPublic: Bool, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO programme (id, workspace_id, identifier, title, reporter_ref, reporter_name, status, updated, digest,
                lacking, public, withdrawn, origin, source, made, changed, linked, version)
            VALUES ($1, $2, $3, 'Schools on rivers', '', '', '2', '', '', '', $4, 0, 'made', '', '', '', 1, 1)
            """, [.int(id), .int(workspace.value), .text("XX-\(id)"), .flag(isPublic)])
        try connection.execute(
            "INSERT INTO programme_purpose (kind, code, programme_id) VALUES ('theme', 'right-to-education', $1)",
            [.int(id)])
        try connection.execute(
            """
            INSERT INTO programme_issue (programme_id, issue_id, origin, strength, reason, said_by, at)
            VALUES ($1, 1, 'hand', 100, '{}', 'x', '')
            """, [.int(id)])
    }

    @Test(
        "A practice begins with title, themes and issues of a programme, and never with one that is another workspace's own"
    )
    func programmes() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let (own, foreign) = (fixture.aldora.workspace.id, fixture.belmar.workspace.id)
            try await database.write { connection in
                try PlanRecordRows.write([1], loose: 0, connection)
                try Self.programme(1, of: own, isPublic: false, connection)
                try Self.programme(2, of: foreign, isPublic: false, connection)
            }
            let begun = try await fixture.practices.beginning(
                from: PracticeSource(.programme, 1), language: .english, fixture.aldora)
            #expect(begun.original?.title == "Schools on rivers")
            #expect(begun.themes == ["right-to-education"])
            #expect(begun.links == [PracticeLink(.issue, 1)])
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.practices.beginning(
                    from: PracticeSource(.programme, 2), language: .english, fixture.aldora)
            }
            var content = PracticeFixture.content()
            content.source = PracticeSource(.programme, 2)
            let stolen = content
            await #expect(throws: WorkspaceError.invalid("source", "practice.sourceUnknown")) {
                try await fixture.practices.add(stolen, by: fixture.aldora)
            }
            content.source = PracticeSource(.programme, 1)
            let id = try await fixture.published(content, by: fixture.aldora)
            // Others read the practice, and not what only its workspace may see.
            let open = try await fixture.practices.published(id, language: .english)
            #expect(open.source == nil)
            let written = try await fixture.practices.written(from: PracticeSource(.programme, 1), fixture.aldora)
            #expect(written.map(\.practice) == [id])
        }
    }

    @Test("An agreement is a source for its parties alone, and for others once all parties show it")
    func agreements() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let (one, other) = (fixture.aldora.workspace.id, fixture.lanterns.workspace.id)
            try await database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO agreement (id, workspace_id, status, current, made, closed_why, version)
                    VALUES (1, $1, 'in-force', 1, '', '', 1)
                    """, [.int(one.value)])
                try connection.execute(
                    """
                    INSERT INTO agreement_version (agreement_id, number, workspace_id, status, title, purpose, language,
                        exit_note, notice_days, change_note, author, made)
                    VALUES (1, 1, $1, 'in-force', 'Courses for registrars', '', 'en', '', 0, '', 'x', '')
                    """, [.int(one.value)])
                for (party, isPublic) in [(one, true), (other, false)] {
                    try connection.execute(
                        """
                        INSERT INTO agreement_party (agreement_id, number, workspace_id, public, reason)
                        VALUES (1, 1, $1, $2, '')
                        """, [.int(party.value), .flag(isPublic)])
                }
            }
            let source = PracticeSource(.agreement, 1)
            let begun = try await fixture.practices.beginning(from: source, language: .english, fixture.lanterns)
            #expect(begun.original?.title == "Courses for registrars")
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.practices.beginning(from: source, language: .english, fixture.belmar)
            }
            try await database.write { try $0.execute("UPDATE agreement_party SET public = 1") }
            let open = try await fixture.practices.beginning(from: source, language: .english, fixture.belmar)
            #expect(open.source == source)
        }
    }
}
