import Cooperation
import Domain
import Foundation
import Operations
import People
import PlanSupport
import Plans
import Practices
import Programmes
import Store

@testable import Archives

/// An installation with a bit of everything that is hard to carry: files in pieces, rows that lean on later ones, secrets, two workspaces.
struct ArchiveFixture {
    static let secrets = ["scrypt$15$8$1$c2FsdA$aGFzaA", "feedbeef", "sekret-of-second-factor", "token-of-calendar"]

    let plan: PlanFixture
    let archives: Archives
    let folder: String
    let file: [UInt8]

    static func make(_ database: any Database, folder: String) async throws -> ArchiveFixture {
        let plan = try await PlanFixture.make(database)
        _ = try await plan.plans.commit([plan.issues[0]], by: plan.keeper)
        let foreign = try await plan.workspaces.add(
            slug: "belmar", name: "Belmar", state: StateCode("XAB"), language: .english, timeZone: "UTC",
            by: .commandLine("tests"))
        _ = try await Institutions(plan.workspaces.store).add(
            "Foreign Ministry of Belmar", kind: .ministry, abbreviation: "FMB",
            by: Member.keeper("cli:tests", of: foreign))
        let file = (0..<(1 << 20) + 77).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try await database.write { try ArchiveRows.write(file, $0) }
        return ArchiveFixture(
            plan: plan, archives: try await archives(database, folder: folder), folder: folder, file: file)
    }

    static func archives(_ database: any Database, folder: String) async throws -> Archives {
        let reference = try await PlanFixture.reference.value
        let record = try await OpenRecord.open(
            database: database, folder: folder, reference: reference, clock: PlanFixture.clock,
            randomHex: "0123456789abcdef0123456789abcdef")
        let store = WorkspaceStore(database: database, clock: PlanFixture.clock)
        let resources =
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/Resources"
        return Archives(
            store: store, folder: folder,
            programmes: Programmes(
                store: store, library: record.library,
                codes: try AidCodes(directory: resources + "/reference", reference: reference)),
            cooperation: Cooperation(
                store: store, library: record.library, issues: record.issues, reference: reference),
            practices: Practices(store: store, reference: reference))
    }
}

enum ArchiveRows {
    static func write(_ file: [UInt8], _ connection: any WriteConnection) throws {
        // The earlier issue went into the later one.
        try connection.execute(
            """
            INSERT INTO issue (id, state, names, reason, version, decided, merged_into, made)
            VALUES (40, 'XAA', '{}', '{}', 1, 0, NULL, ''), (41, 'XAA', '{}', '{}', 1, 0, NULL, '')
            """)
        try connection.execute("UPDATE issue SET merged_into = 41 WHERE id = 40")
        try connection.execute(
            """
            INSERT INTO account (id, name, role, key_digest, email, email_key, password, language, disabled, created)
            VALUES (70, 'ana', 'none', 'feedbeef', 'ana@example.org', 'ana@example.org', $1, 'en', 0, '')
            """, [.text(ArchiveFixture.secrets[0])])
        try connection.execute(
            "INSERT INTO membership (workspace_id, account_id, role, since) VALUES (1, 70, 'coordinator', '')")
        try connection.execute(
            "INSERT INTO second_factor (account_id, secret, confirmed, last_step) VALUES (70, $1, '', 0)",
            [.bytes(Array(ArchiveFixture.secrets[2].utf8))])
        try connection.execute(
            "INSERT INTO calendar_token (digest, workspace_id, account_id, made) VALUES ($1, 1, 70, '')",
            [.text(ArchiveFixture.secrets[3])])
        let digest = "00ff\(String(repeating: "a", count: 60))"
        try connection.execute(
            "INSERT INTO stored_file (workspace_id, digest, size_bytes, made) VALUES (1, $1, $2, '')",
            [.text(digest), .int(file.count)])
        for (part, piece) in [file.prefix(1 << 20), file.dropFirst(1 << 20)].enumerated() {
            try connection.execute(
                "INSERT INTO stored_file_part (workspace_id, digest, part, bytes) VALUES (1, $1, $2, $3)",
                [.text(digest), .int(part), .bytes(Array(piece))])
        }
    }
}
