import Domain
import FollowUp
import People
import Plans
import Store
import TestSupport
import Testing

@Suite("Days where the workspace is")
struct WorkspaceDayTests {
    /// 31 December 2026, 20:00 UTC.
    private static let clock = Clock { 1_798_747_200_000 }

    @Test("A period begins when the day begins in the workspace, east and west of Greenwich")
    func periods() async throws {
        try await withEachDatabase { database in
            let store = WorkspaceStore(database: database, clock: Self.clock)
            for (slug, state, zone, code) in [
                ("east", "XAA", "Pacific/Auckland", "2027-Q1"), ("west", "XAB", "America/Lima", "2026-Q4"),
                ("none", "XAC", "UTC", "2026-Q4"),
            ] {
                let workspace = try await Workspaces(store).add(
                    slug: slug, name: slug, state: StateCode(state), language: .english, timeZone: zone,
                    by: .commandLine("tests"))
                #expect(try Progress(store).period(ProgressSetting(), workspace).code == code)
            }
        }
    }
}
