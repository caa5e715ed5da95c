import Domain
import People
import Plans
import Store
import TestSupport

@testable import FollowUp

/// A workspace with three institutions, people of every role, one commitment with two recommendations, and three actions.
struct ProgressFixture {
    let store: WorkspaceStore
    let workspace: Workspace
    let justice = InstitutionID(1)
    let health = InstitutionID(2)
    let league = InstitutionID(3)
    let commitment = CommitmentID(1)
    /// Led by justice, supported by health.
    let action = ActionID(1)
    /// Led by justice.
    let second = ActionID(2)
    /// Led by health.
    let foreign = ActionID(3)

    var progress: Progress { Progress(store) }
    var evidence: EvidenceFolder { EvidenceFolder(store) }
    var indicators: Indicators { Indicators(store) }
    var comments: Comments { Comments(store) }
    var drafts: FormDrafts { FormDrafts(store) }

    var coordinator: Member { member(1, "Ana Novak", .coordinator, nil) }
    var focal: Member { member(2, "Bo Reyes", .focalPoint, justice) }
    var otherFocal: Member { member(3, "Chen Wu", .focalPoint, health) }
    var contributor: Member { member(4, "Dora Lang", .contributor, league) }
    var observer: Member { member(5, "Eli Stone", .observer, nil) }
    /// An administrator of another workspace.
    var stranger: Member {
        let other = Workspace(
            id: WorkspaceID(2), slug: "belmar", name: "Belmar", state: StateCode("XAB"), created: testInstant)
        return Member(workspace: other, account: AccountID(6), name: "Fay Moor", role: .administrator, institution: nil)
    }

    private func member(_ account: Int64, _ name: String, _ role: WorkspaceRole, _ of: InstitutionID?) -> Member {
        Member(workspace: workspace, account: AccountID(account), name: name, role: role, institution: of)
    }

    init(_ database: any Database, now: Int64 = 1_769_851_800_000) async throws {
        store = WorkspaceStore(database: database, clock: Clock { now })
        workspace = Workspace(
            id: WorkspaceID(1), slug: "aldora", name: "Aldora", state: StateCode("XAA"), created: testInstant)
        try await database.write { connection in
            for statement in Self.rows { try connection.execute(statement) }
        }
    }

    private static let rows: [String] = {
        let people = [
            (1, "Ana Novak", "coordinator", "NULL"), (2, "Bo Reyes", "focal-point", "1"),
            (3, "Chen Wu", "focal-point", "2"), (4, "Dora Lang", "contributor", "3"),
            (5, "Eli Stone", "observer", "NULL"),
        ]
        var rows = [
            """
            INSERT INTO workspace (id, slug, name, state, language, time_zone, closed, created)
            VALUES (1, 'aldora', 'Aldora', 'XAA', 'en', 'UTC', 0, '\(testInstant)'),
            (2, 'belmar', 'Belmar', 'XAB', 'en', 'UTC', 0, '\(testInstant)')
            """,
            """
            INSERT INTO institution (id, workspace_id, kind, name, name_key, closed, version)
            VALUES (1, 1, 'ministry', 'Justice', 'justice', 0, 1), (2, 1, 'ministry', 'Health', 'health', 0, 1),
            (3, 1, 'civil-society', 'League', 'league', 0, 1)
            """,
        ]
        for (id, name, role, institution) in people {
            rows.append(
                """
                INSERT INTO account (id, name, role, email, email_key, language, disabled, created)
                VALUES (\(id), '\(name)', 'none', 'p\(id)@aldora.example', 'p\(id)@aldora.example', 'fr', 0, '\(testInstant)')
                """)
            rows.append(
                """
                INSERT INTO membership (workspace_id, account_id, role, institution_id, since)
                VALUES (1, \(id), '\(role)', \(institution), '\(testInstant)')
                """)
        }
        rows.append(
            """
            INSERT INTO commitment (id, workspace_id, recommendation_id, title, title_key, priority, withdrawn, made, version)
            VALUES (1, 1, 901, 'End ill-treatment', 'end ill-treatment', 'high', 0, '2025-06-01T00:00:00.000Z', 1)
            """)
        rows.append(
            """
            INSERT INTO commitment_recommendation (id, workspace_id, commitment_id, recommendation_id, withdrawn, version)
            VALUES (1, 1, 1, 901, 0, 1), (2, 1, 1, 902, 0, 1)
            """)
        for (id, lead, status) in [(1, 1, "started"), (2, 1, "planned"), (3, 2, "started"), (4, 2, "done")] {
            rows.append(
                """
                INSERT INTO action (id, workspace_id, commitment_id, title, title_key, description, lead_id, status, withdrawn,
                made, version) VALUES (\(id), 1, 1, 'Action \(id)', 'action \(id)', '', \(lead), '\(status)', 0,
                '2025-06-01T00:00:00.000Z', 1)
                """)
        }
        rows.append("INSERT INTO action_support (action_id, workspace_id, institution_id) VALUES (1, 1, 2)")
        return rows
    }()

    /// What an error of a workspace is; nil where nothing was thrown.
    static func failure(_ body: () async throws -> Void) async throws -> WorkspaceError? {
        do {
            try await body()
            return nil
        } catch let error as WorkspaceError { return error }
    }
}
