import Clocks
import Domain
import Foundation
import Locales
import Operations
import People
import Plans
import Reference
import Store
import Synchronization

/// A clock that tests set.
final class TestClock: Sendable {
    private let now: Mutex<Int64>

    init(_ text: String) { now = Mutex(TestClock.milliseconds(text)) }

    func set(_ text: String) { now.withLock { $0 = TestClock.milliseconds(text) } }

    var clock: Clock { Clock { self.now.withLock { $0 } } }

    /// Of `2026-05-04T07:00`, in UTC.
    static func milliseconds(_ text: String) -> Int64 {
        guard let date = CalendarDate(text), let hour = Int64(text.dropFirst(11).prefix(2)),
            let minute = Int64(text.suffix(2))
        else { return 0 }
        return (Int64(Day(firstOf: date).number) * 1_440 + hour * 60 + minute) * 60_000
    }
}

/// A workspace of an invented State, its ministries and people, on an empty record.
struct ClocksWorld {
    let database: any Database
    let time: TestClock
    let clocks: Clocks
    let workspaces: Workspaces
    let workspace: Workspace
    let keeper: Member
    let justice: Institution
    let health: Institution

    static let locales: Locales? = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return try? Locales.load(from: parts.joined(separator: "/") + "/Resources/locales")
    }()

    static func make(
        _ database: any Database, now: String = "2026-05-04T07:00", zone: String = "UTC"
    ) async throws -> ClocksWorld {
        let time = TestClock(now)
        let store = WorkspaceStore(database: database, clock: time.clock)
        let workspaces = Workspaces(store)
        let workspace = try await workspaces.add(
            slug: "aldora", name: "Aldora", state: StateCode("XAA"), language: .english, timeZone: zone,
            by: .commandLine("tests"))
        let keeper = Member.keeper("cli:tests", of: workspace)
        return ClocksWorld(
            database: database, time: time, clocks: Clocks(store: store, reference: facts),
            workspaces: workspaces, workspace: workspace, keeper: keeper,
            justice: try await Institutions(store).add("Ministry of Justice", kind: .ministry, by: keeper),
            health: try await Institutions(store).add("Ministry of Health", kind: .ministry, by: keeper))
    }

    /// A person with an address, as a member.
    func person(
        _ id: Int64, _ name: String, _ role: WorkspaceRole, _ institution: InstitutionID? = nil, language: String? = nil
    ) async throws -> Member {
        let account = Account(id: AccountID(id), name: name, role: .none, created: "2026-01-01T00:00:00.000Z")
        try await database.write { connection in
            try AccountRow.insert(account, keyDigest: "digest-\(id)", connection)
            try connection.execute(
                "UPDATE account SET email = $2, email_key = $2, language = $3 WHERE id = $1",
                [.int(id), .text("\(name)@example.org"), .optional(language)])
        }
        try await workspaces.put(account.id, role, institution, by: keeper)
        return Member(workspace: workspace, account: account.id, name: name, role: role, institution: institution)
    }

    /// A document of the record.
    func document(
        _ id: Int64, _ symbol: String, _ mechanism: String, published: String?, session: Int? = nil
    ) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO document (id, key, symbol, title, mechanism, state, session, published)
                VALUES ($1, $2, $2, $3, $4, 'XAA', $5, $6)
                """,
                [
                    .int(id), .text(symbol), .text("Document \(id)"), .text(mechanism), .optional(session),
                    .optional(published),
                ])
        }
    }

    /// An action of the plan.
    func action(
        _ id: Int64, lead: InstitutionID?, due: String?, status: String = "started", starts: String? = "2026-01-10",
        made: String = "2026-01-05T08:00:00.000Z"
    ) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO commitment (id, workspace_id, recommendation_id, title, title_key, priority, withdrawn, made, version)
                VALUES ($1, $2, $1, 'Courts', 'courts', 'none', 0, $3, 1)
                """, [.int(id), .int(workspace.id.value), .text(made)])
            try connection.execute(
                """
                INSERT INTO action (id, workspace_id, commitment_id, title, title_key, description, lead_id, status, starts,
                    due, withdrawn, made, version)
                VALUES ($1, $2, $1, $3, 'x', '', $4, $5, $6, $7, 0, $8, 1)
                """,
                [
                    .int(id), .int(workspace.id.value), .text("Action \(id)"), .optional(lead?.value), .text(status),
                    .optional(starts), .optional(due), .text(made),
                ])
        }
    }

    /// Open deadlines as `rule or title: due origin`, in order.
    func lines(_ member: Member? = nil, _ filter: DeadlineFilter = DeadlineFilter()) async throws -> [String] {
        try await clocks.entries(filter, limit: 500, member ?? keeper).entries.map { entry in
            let name = entry.deadline?.rule ?? entry.title ?? entry.deadline?.cause ?? ""
            return "\(name): \(entry.due) \(entry.deadline?.origin.rawValue ?? entry.subject.kind.rawValue)"
        }
    }

    func outbox() async throws -> [(kind: String, address: String, language: String, arguments: String)] {
        try await database.read { connection in
            try connection.all("SELECT kind, address, language, arguments FROM outbox ORDER BY id") {
                (try $0.text(0), try $0.text(1), try $0.text(2), try $0.text(3))
            }
        }
    }
}
