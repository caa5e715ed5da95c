import Domain
import People
import Store
import TestSupport
import Testing

@Suite("Workspaces")
struct WorkspaceTests {
    @Test("A member is found in her own workspace, and in no other")
    func apart() async throws {
        try await withEachDatabase { database in
            let store = WorkspaceStore(database: database, clock: Clock { 1_770_000_000_000 })
            let workspaces = Workspaces(store)
            let system = Caller.commandLine("test")
            let one = try await workspaces.add(
                slug: "aldora", name: "Aldora", state: StateCode("XAA"), language: .english, timeZone: "UTC", by: system
            )
            _ = try await workspaces.add(
                slug: "belmar", name: "Belmar", state: StateCode("XAB"), language: .french, timeZone: "UTC", by: system)
            let account = Account(id: AccountID(7), name: "ana", role: .none, created: testInstant)
            try await database.write { try AccountRow.insert(account, keyDigest: "digest", $0) }
            let keeper = Member.keeper("cli:test", of: one)
            let ministry = try await Institutions(store).add("Ministry of Justice", kind: .ministry, by: keeper)
            try await workspaces.put(account.id, .focalPoint, ministry.id, by: keeper)
            let member = try await workspaces.member(account, in: "aldora")
            #expect(member.institution == ministry.id)
            #expect(member.reach(.reportProgress) == .own)
            await #expect(throws: WorkspaceError.notFound) { try await workspaces.member(account, in: "belmar") }
        }
    }

    @Test("A workspace's name in addresses is free, and of its form")
    func slugs() async throws {
        try await withEachDatabase { database in
            let workspaces = Workspaces(WorkspaceStore(database: database, clock: Clock { 1_770_000_000_000 }))
            func add(_ slug: String) async throws(WorkspaceError) -> Workspace {
                try await workspaces.add(
                    slug: slug, name: "Aldora", state: StateCode("XAA"), language: .english, timeZone: "UTC",
                    by: .commandLine("test"))
            }
            _ = try await add("aldora")
            await #expect(throws: WorkspaceError.invalid("slug", "workspace.slugTaken")) { try await add("aldora") }
            await #expect(throws: WorkspaceError.invalid("slug", "workspace.slugForm")) { try await add("Al dora") }
        }
    }
}
