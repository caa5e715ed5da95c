import Foundation
import PlanSupport
import SQLiteDatabase
import Secrets
import Store
import TestSupport
import Testing

@testable import Archives

@Suite("An archive that somebody hands over vouches for nobody")
struct ArchiveTrustTests {
    private static let phrase = "correct horse battery staple"

    /// An installation with a recipient's key that its signing key vouches for, exported with its secrets; and that signing key.
    private func exported(_ body: (String, SigningKey) async throws -> Void) async throws {
        try await withSQLite { database, _ in
            try await Migrator().migrate(database, at: testInstant)
            try await withFolder { folder in
                let fixture = try await ArchiveFixture.make(database, folder: folder)
                let signing = try HeadKeys.load(folder).signing
                let signature = Array(signing.verifying.id.utf8) + [UInt8](repeating: 7, count: 64)
                try await database.write { connection in
                    try connection.execute(
                        """
                        INSERT INTO institution (id, workspace_id, kind, name, name_key, closed, version)
                        VALUES (900, 1, 'human-rights-institution', 'Commission', 'commission', 0, 1)
                        """)
                    try connection.execute(
                        """
                        INSERT INTO recipient_key (id, workspace_id, institution_id, account_id, serial, public_key,
                            signing_key, salt, sealed, status, endorsement, made, version)
                        VALUES (5, 1, 900, 70, 1, $1, $1, $1, $1, 'current', $2, '2026-01-01', 1)
                        """, [.bytes([1, 2, 3]), .bytes(signature)])
                    try connection.execute(
                        """
                        INSERT INTO recipient_admission (institution_id, workspace_id, key_id, name, kind, address,
                            account_id, day, seal, version)
                        VALUES (900, 1, 5, 'Commission', 'human-rights-institution', 'https://example.org', 70,
                            '2026-01-01', $1, 1)
                        """, [.bytes(signature)])
                }
                _ = try await fixture.archives.export(.installation, to: folder + "/out", phrase: Self.phrase)
                try await body(folder + "/out", signing)
            }
        }
    }

    private func standing(_ target: any Database) async throws -> [String] {
        try await target.read { connection in
            try connection.all("SELECT status FROM recipient_key ORDER BY id") { try $0.text(0) }
                + [String(connection.count("SELECT COUNT(*) FROM recipient_admission"))]
        }
    }

    @Test("Recipients' keys are ended, and the archive's signing key neither signs nor vouches here")
    func untrusted() async throws {
        try await exported { out, old in
            try await withEachDatabase(migrated: false) { target in
                try await withFolder { folder in
                    let read = ArchiveImport(database: target, folder: folder, clock: PlanFixture.clock)
                    let report = try await read(out, phrase: Self.phrase, actor: "cli:tests")
                    #expect(report.endedKeys == 1 && !report.keepsSigningKey)
                    #expect(try await standing(target) == ["withdrawn", "0"])
                    let said = try await target.read { connection in
                        try connection.all("SELECT action FROM audit_entry ORDER BY number DESC LIMIT 2") {
                            try $0.text(0)
                        }
                    }
                    #expect(said.contains("key.withdraw"))
                    let keys = try HeadKeys.load(folder)
                    #expect(keys.signing.verifying.id != old.verifying.id)
                    #expect(keys.vouching(old.verifying.id) == nil && keys.key(old.verifying.id) != nil)
                }
            }
        }
    }

    @Test("With the signing key from elsewhere what it vouches for stands; another key is refused")
    func trusted() async throws {
        try await exported { out, old in
            let name = Digest.hex(old.verifying.bytes)
            try await withSQLite { target, _ in
                try await withFolder { folder in
                    let read = ArchiveImport(database: target, folder: folder, clock: PlanFixture.clock)
                    let other = String(repeating: "ab", count: 32)
                    await #expect(throws: ArchiveFault.otherKey([other])) {
                        try await read(out, phrase: Self.phrase, trusting: [other], actor: "cli:tests")
                    }
                    let report = try await read(
                        out, phrase: Self.phrase, trusting: [name.uppercased()], actor: "cli:tests")
                    #expect(report.endedKeys == 0 && report.keepsSigningKey)
                    #expect(try await standing(target) == ["current", "1"])
                    #expect(try HeadKeys.load(folder).signing.verifying.id == old.verifying.id)
                }
            }
        }
    }
}
