package import Domain
import Foundation
import Operations
package import People
package import Plans
package import Reference
package import Store

/// A workspace of an invented State with issues, institutions and people, written as rows.
package struct PlanFixture {
    package static let clock = Clock { 1_770_000_000_000 }
    package static let aldora = StateCode("XAA")

    package static let reference = Task {
        let resources =
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/Resources"
        return try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo")
    }

    package let database: any Database
    package let plans: Plans
    package let workspaces: Workspaces
    package let workspace: Workspace
    package let keeper: Member
    package let institutions: [Institution]
    /// Issue 1 has the first recommendations, and so on; ids of both count from 1.
    package let issues: [IssueID]

    /// `sizes`: how many recommendations each issue has. Every third is noted, every fifth pending.
    package static func make(
        _ database: any Database, sizes: [Int] = [3, 2, 1], institutions count: Int = 3, loose: Int = 2
    ) async throws -> PlanFixture {
        let folder = FileManager.default.temporaryDirectory.path + "/plan-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let record = try await OpenRecord.open(
            database: database, folder: folder, reference: try await reference.value, clock: clock,
            randomHex: "0123456789abcdef0123456789abcdef")
        try await database.write { try PlanRecordRows.write(sizes, loose: loose, $0) }
        let store = WorkspaceStore(database: database, clock: clock)
        let workspaces = Workspaces(store)
        let workspace = try await workspaces.add(
            slug: "aldora", name: "Aldora", state: aldora, language: .english, timeZone: "UTC",
            by: .commandLine("tests"))
        let keeper = Member.keeper("cli:tests", of: workspace)
        var institutions: [Institution] = []
        for number in 1...count {
            institutions.append(
                try await Institutions(store).add(
                    "Ministry \(number)", kind: .ministry, abbreviation: "M\(number)",
                    email: "m\(number)@example.org", by: keeper))
        }
        return PlanFixture(
            database: database,
            plans: Plans(store: store, library: record.library, issues: record.issues, folder: folder),
            workspaces: workspaces, workspace: workspace, keeper: keeper, institutions: institutions,
            issues: sizes.indices.map { IssueID(Int64($0 + 1)) })
    }

    package func member(_ role: WorkspaceRole, _ institution: InstitutionID? = nil) -> Member {
        Member(
            workspace: workspace, account: AccountID(9), name: "\(role.rawValue)", role: role, institution: institution)
    }

    /// Every planned recommendation within the keeper's reach.
    package func planned(_ filter: PlanFilter = PlanFilter()) async throws -> [PlannedSummary] {
        try await plans.recommendations(keeper, filter, limit: 500, language: .english).items
    }

    package func messages() async throws -> Int {
        try await database.read { try $0.count("SELECT COUNT(*) FROM outbox WHERE kind = 'assigned'") }
    }
}

package enum PlanRecordRows {
    package static func write(_ sizes: [Int], loose: Int, _ connection: any WriteConnection) throws {
        try connection.execute("INSERT INTO source (id, code, rank) VALUES (900, 'test', 9)")
        try connection.execute(
            """
            INSERT INTO import_run (id, name, file, format, source_id, status, rows_read, created, updated, unchanged,
            rejected, started, touched) VALUES (900, 'test', 'test', 'test', 900, 'finished', 0, 0, 0, 0, 0, '', '')
            """)
        try connection.execute(
            """
            INSERT INTO document (id, key, symbol, mechanism, state, cycle, session, published)
            VALUES (1, 'demo', 'DEMO/HRC/43/15', 'upr', 'XAA', 3, 34, '2020-01-10'),
                (2, 'demo-crc', 'DEMO/CRC/XAA/1', 'crc', 'XAA', NULL, NULL, '2021-02-03')
            """)
        try connection.execute("INSERT INTO term (id, kind, code, label) VALUES (901, 'theme', 'right-to-health', 'h')")
        var number: Int64 = 0
        for (place, size) in sizes.enumerated() {
            let issue = Int64(place + 1)
            try connection.execute(
                """
                INSERT INTO issue (id, state, names, reason, version, decided, made)
                VALUES ($1, 'XAA', $2, '{"words":[],"themes":[],"persons":[]}', 1, 0, '')
                """, [.int(issue), .text("{\"en\":\"Issue \(issue) about courts\"}")])
            for _ in 0..<size {
                number += 1
                try recommendation(number, connection)
                try connection.execute(
                    """
                    INSERT INTO issue_member (state, recommendation_id, issue_id, group_number, pinned, placed, since)
                    VALUES ('XAA', $1, $2, 1, 0, 0, '')
                    """, [.int(number), .int(issue)])
            }
        }
        for _ in 0..<loose {
            number += 1
            try recommendation(number, connection)
        }
    }

    /// The third, sixth, … are noted; even ones are of a committee; the first has a theme.
    private static func recommendation(_ number: Int64, _ connection: any WriteConnection) throws {
        let isCommittee = number % 2 == 0
        let position = isCommittee ? nil : number % 3 == 0 ? "noted" : "supported"
        try connection.execute(
            """
            INSERT INTO recommendation (id, document_id, kind, paragraph, paragraph_key, ordinal, position, version, import_id)
            VALUES ($1, $2, 'recommendation', $3, $4, $1, $5, 1, 900)
            """,
            [
                .int(number), .int(isCommittee ? 2 : 1), .text("1.\(number)"),
                .text(ParagraphNumber("1.\(number)")?.sortKey ?? ""), .optional(position),
            ])
        try connection.execute(
            "INSERT INTO recommendation_state (recommendation_id, part_id, role, state) VALUES ($1, 0, 0, 'XAA')",
            [.int(number)])
        try connection.execute(
            """
            INSERT INTO recommendation_text (recommendation_id, part_id, language, source_id, text)
            VALUES ($1, 0, 'en', 900, $2)
            """, [.int(number), .text("Open legal aid offices in district \(number)")])
        if number == 1 {
            try connection.execute(
                "INSERT INTO tag (recommendation_id, part_id, term_id, source_id) VALUES (1, 0, 901, 900)")
        }
    }
}
