import Domain
import Operations
import People
import PlanSupport
import Store
import TestSupport

@testable import WorkspaceSearch

/// Two workspaces with a text of every kind in each, all with the word "kestrel".
struct FindFixture {
    let store: WorkspaceStore
    let database: any Database
    let aldora: Workspace
    let belmar: Workspace
    /// The first institution has what was planted, the second nothing.
    let first: InstitutionID
    let second: InstitutionID
    let search: WorkspaceSearch

    init(_ database: any Database, _ limits: WorkspaceSearch.Limits = WorkspaceSearch.Limits()) async throws {
        let fixture = try await PlanFixture.make(database, sizes: [2], institutions: 2, loose: 1)
        self.database = database
        store = WorkspaceStore(database: database, clock: PlanFixture.clock)
        aldora = fixture.workspace
        belmar = try await fixture.workspaces.add(
            slug: "belmar", name: "Belmar", state: StateCode("XAB"), language: .english, timeZone: "UTC",
            by: .commandLine("tests"))
        let outside = try await Institutions(store).add(
            "Ministry 9", kind: .ministry, abbreviation: "M9", email: nil, by: Member.keeper("cli:tests", of: belmar))
        (first, second) = (fixture.institutions[0].id, fixture.institutions[1].id)
        search = WorkspaceSearch(store: store, limits: limits)
        let (here, there, own) = (aldora.id.value, belmar.id.value, first.value)
        try await database.write { connection in
            try PlantedTexts(workspace: here, institution: own, base: 100, word: "kestrel", recommendation: 1)
                .write(connection)
            try PlantedTexts(
                workspace: there, institution: outside.id.value, base: 900, word: "kestrel", recommendation: 2
            ).write(connection)
            try connection.execute("UPDATE recommendation_text SET text = 'Protect kestrel nests'")
        }
    }

    var coordinator: Member { member(.coordinator) }

    func member(_ role: WorkspaceRole, _ institution: InstitutionID? = nil) -> Member {
        Member(workspace: aldora, account: AccountID(9), name: role.rawValue, role: role, institution: institution)
    }

    func find(_ query: String, _ member: Member? = nil) async throws -> FoundPage {
        try await search.find(FindQuestion(query: query, limit: 100), member ?? coordinator)
    }

    /// Actions of one institution with these titles.
    func add(_ titles: [String], from base: Int64, _ institution: InstitutionID) async throws {
        let (here, own) = (aldora.id.value, institution.value)
        try await database.write { connection in
            for (offset, title) in titles.enumerated() {
                try PlantedTexts.insert(
                    "action",
                    [
                        ("id", .int(base + Int64(offset))), ("workspace_id", .int(here)), ("commitment_id", 100),
                        ("title", .text(title)), ("title_key", ""), ("description", ""), ("lead_id", .int(own)),
                        ("status", "planned"), ("withdrawn", 0), ("made", "2026-01-05T10:00:00.000Z"), ("version", 1),
                    ], connection)
            }
        }
    }
}
