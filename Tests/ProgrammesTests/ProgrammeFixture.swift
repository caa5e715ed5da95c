import Corpus
import Domain
import Ingest
import Markup
import Operations
import People
import Reference
import Store
import TestSupport

@testable import Programmes

/// Programmes on an empty store with two workspaces of States, and one issue of each with recommendations.
struct ProgrammeFixture {
    let programmes: Programmes
    let home: Workspace
    let foreign: Workspace

    var database: any Database { programmes.store.database }
    var coordinator: Member { .keeper("Ana Novak", of: home) }
    var stranger: Member { .keeper("Fay Moor", of: foreign) }
    var observer: Member {
        Member(workspace: home, account: AccountID(5), name: "Eli Stone", role: .observer, institution: nil)
    }

    init(_ database: any Database, now: Int64 = 1_769_851_800_000) async throws {
        let reference = try Shared.reference.get()
        let record = try await OpenRecord.open(
            database: database, folder: "/nonexistent", reference: reference, clock: Clock { now },
            randomHex: "0123456789abcdef0123456789abcdef")
        programmes = Programmes(
            store: WorkspaceStore(database: database, clock: Clock { now }), library: record.library,
            codes: try Shared.codes.get())
        home = Workspace(
            id: WorkspaceID(1), slug: "aldora", name: "Aldora", state: StateCode("XAA"), created: testInstant)
        foreign = Workspace(
            id: WorkspaceID(2), slug: "belmar", name: "Belmar", state: StateCode("XAB"), created: testInstant)
        for (id, slug, state) in [(1, "aldora", "XAA"), (2, "belmar", "XAB")] {
            try await database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO workspace (id, slug, name, state, language, time_zone, closed, created)
                    VALUES ($1, $2, $2, $3, 'en', 'UTC', 0, $4)
                    """, [.int(id), .text(slug), .text(state), .text(testInstant)])
            }
        }
    }

    /// Brings a text in as a file.
    @discardableResult
    func take(
        _ text: String, member: Member? = nil, isPublic: Bool = true, isDryRun: Bool = false
    ) async throws -> ProgrammeReport {
        let order = ProgrammeOrder(
            file: "courts.xml", member: member, actor: "cli:ana", isPublic: isPublic, isDryRun: isDryRun)
        return try await programmes.take(order, open: { () throws(IngestError) in TextSupply(text) })
    }

    /// The identifiers of a list.
    func list(_ filter: ProgrammeFilter = ProgrammeFilter(), _ view: ProgrammeView = .everybody) async throws
        -> [String]
    {
        try await programmes.list(filter, view).programmes.map(\.identifier)
    }

    func id(_ identifier: String) async throws -> ProgrammeID? {
        try await database.read { try ProgrammeRow.held([identifier], $0)[identifier]?.id }
    }

    func export(_ scope: ProgrammeExport.Scope) async throws -> (text: String, leftOut: Int) {
        var export = try ProgrammeExport(programmes, scope)
        var bytes: [UInt8] = []
        while let piece = try await export.next() { bytes += piece }
        return (String(decoding: bytes, as: UTF8.self), export.leftOut)
    }

    /// What an error of a workspace is; nil where nothing was thrown.
    static func failure(_ body: () async throws -> Void) async throws -> WorkspaceError? {
        do {
            try await body()
            return nil
        } catch let error as WorkspaceError { return error }
    }
}
