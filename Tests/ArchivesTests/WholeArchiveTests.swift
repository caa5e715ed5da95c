import Foundation
import Operations
import PlanSupport
import SQLiteDatabase
import Store
import TestSupport
import Testing

@testable import Archives

@Suite("An installation goes out and comes back")
struct WholeArchiveTests {
    /// Checksums of the tables of an export, without what an import has to change.
    private func tables(_ folder: String) throws -> [String] {
        let text = try String(contentsOfFile: folder + "/SHA256SUMS", encoding: .utf8)
        let changed = ["meta", "log_head", "audit_entry", "audit_node", "audit_head"].map { "tables/\($0).jsonl" }
        return text.split(separator: "\n").map(String.init).filter { line in
            (line.contains("  tables/") || line.contains("  files/")) && !changed.contains { line.hasSuffix($0) }
        }
    }

    private func exported(_ body: (ArchiveFixture, String) async throws -> Void) async throws {
        try await withSQLite { database, _ in
            try await Migrator().migrate(database, at: testInstant)
            try await withFolder { folder in
                let fixture = try await ArchiveFixture.make(database, folder: folder)
                try await body(fixture, folder + "/out")
            }
        }
    }

    @Test("What was exported from SQLite is imported on either database, the same to the last row, and verified clean")
    func roundTrip() async throws {
        try await exported { fixture, out in
            let report = try await fixture.archives.export(.installation, to: out)
            #expect(report.rows > 60)
            // Rows that were written for the test have no source; what matters is that nothing is added.
            let before = try await Verification(database: fixture.plan.database, folder: fixture.folder)().faults
            try await withEachDatabase(migrated: false) { target in
                try await withFolder { folder in
                    let read = ArchiveImport(database: target, folder: folder, clock: PlanFixture.clock)
                    let imported = try await read(out, actor: "cli:tests")
                    #expect(imported.rows == report.rows && imported.tables == report.tables)
                    let faults = try await Verification(database: target, folder: folder)().faults
                    #expect(faults == before)
                    let again = try await ArchiveFixture.archives(target, folder: folder)
                    _ = try await again.export(.installation, to: folder + "/again")
                    #expect(try tables(folder + "/again") == tables(out))
                    let merged = try await target.read { try $0.count("SELECT merged_into FROM issue WHERE id = 40") }
                    #expect(merged == 41)
                }
            }
        }
    }

    @Test("Nothing secret is in the open part; the sealed part brings it back")
    func secrets() async throws {
        try await exported { fixture, out in
            _ = try await fixture.archives.export(.installation, to: out, phrase: "correct horse battery staple")
            let names = try FileManager.default.subpathsOfDirectory(atPath: out)
            for name in names where !name.hasPrefix("files/") {
                guard let data = FileManager.default.contents(atPath: out + "/" + name) else { continue }
                let text = String(decoding: data, as: UTF8.self)
                for secret in ArchiveFixture.secrets {
                    #expect(
                        !text.contains(secret) && !text.contains(Data(secret.utf8).base64EncodedString()), "\(name)")
                }
            }
            try await withSQLite { target, _ in
                try await withFolder { folder in
                    let read = ArchiveImport(database: target, folder: folder, clock: PlanFixture.clock)
                    await #expect(throws: ArchiveFault.passphrase) {
                        try await read(out, phrase: "another phrase altogether", actor: "cli:tests")
                    }
                    #expect(try await read(out, phrase: "correct horse battery staple", actor: "cli:tests").hasSecrets)
                    let found = try await target.read { connection in
                        try connection.all("SELECT password, key_digest FROM account WHERE id = 70") {
                            [try $0.text(0), try $0.text(1)]
                        }.joined()
                            + connection.all("SELECT secret FROM second_factor") {
                                String(decoding: try $0.bytes(0), as: UTF8.self)
                            } + connection.all("SELECT digest FROM calendar_token") { try $0.text(0) }
                    }
                    #expect(found == ArchiveFixture.secrets)
                }
            }
        }
    }

    @Test("A store that has rows is refused and stays as it was")
    func notEmpty() async throws {
        try await exported { fixture, out in
            _ = try await fixture.archives.export(.installation, to: out)
            let read = ArchiveImport(
                database: fixture.plan.database, folder: fixture.folder, clock: PlanFixture.clock)
            await #expect {
                try await read(out, actor: "cli:tests")
            } throws: {
                guard case .notEmpty? = $0 as? ArchiveFault else { return false }
                return true
            }
        }
    }

    @Test(
        "After an import that was killed the same archive goes in; what lies there of another is named, and nothing goes in"
    )
    func killed() async throws {
        try await exported { fixture, out in
            _ = try await fixture.archives.export(.installation, to: out)
            try await withSQLite { target, _ in
                try await withFolder { folder in
                    // It was killed while it made the tables.
                    try await Migrator(Array(Migrations.all.prefix(13))).migrate(target, at: testInstant)
                    let unpacked = folder + "/.archive-0"
                    try FileManager.default.createDirectory(
                        atPath: unpacked + "/tables", withIntermediateDirectories: true)
                    let keys = folder + "/" + HeadKeys.importedName
                    try Data("another\n".utf8).write(to: URL(filePath: keys))
                    let read = ArchiveImport(database: target, folder: folder, clock: PlanFixture.clock)
                    await #expect(throws: ArchiveFault.otherFile(path: keys)) {
                        try await read(out, actor: "cli:tests")
                    }
                    #expect(try await target.read { try $0.count("SELECT COUNT(*) FROM workspace") } == 0)
                    #expect(!FileManager.default.fileExists(atPath: unpacked))
                    // What the killed one laid is the archive's own.
                    let listed = try #require(
                        FileManager.default.contents(atPath: out + "/audit/" + HeadKeys.othersName))
                    let lines = try ArchiveKeys(list: Array(listed), own: nil, named: []).files
                    try Data(try #require(lines.first).bytes).write(to: URL(filePath: keys))
                    #expect(try await read(out, actor: "cli:tests").rows > 60)
                }
            }
        }
    }

    /// Changes a file of an archive as somebody would who can write checksums too.
    private func forge(_ out: String, _ name: String, _ change: (String) -> String) throws {
        let text = try String(contentsOfFile: out + "/" + name, encoding: .utf8)
        try Data(change(text).utf8).write(to: URL(filePath: out + "/" + name))
        let output = try OutputFolder(out)
        for found in try FileManager.default.subpathsOfDirectory(atPath: out).sorted() where found != "SHA256SUMS" {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: out + "/" + found, isDirectory: &isFolder)
            guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: out + "/" + found) else {
                continue
            }
            try output.write(found, Array(data))
        }
        try output.seal()
    }

    private func importing(_ out: String) async throws -> (fault: ArchiveFault?, rows: Int, left: [String]) {
        var outcome: (ArchiveFault?, Int, [String]) = (nil, 0, [])
        try await withSQLite { target, _ in
            try await withFolder { folder in
                let read = ArchiveImport(database: target, folder: folder, clock: PlanFixture.clock)
                do throws(ArchiveFault) { _ = try await read(out, actor: "cli:tests") } catch { outcome.0 = error }
                let known = try await Migrator().version(of: target)
                for table in StoreSchema.tables(after: Migrations.all.prefix(known))
                where !["log_head", "id_head", "meta"].contains(table.name) {
                    outcome.1 += try await target.read { try $0.count("SELECT COUNT(*) FROM \(table.name)") }
                }
                outcome.2 = try FileManager.default.contentsOfDirectory(atPath: folder)
            }
        }
        return outcome
    }

    @Test("A damaged row is named with file and line, and nothing is left behind")
    func damaged() async throws {
        try await exported { fixture, out in
            _ = try await fixture.archives.export(.installation, to: out)
            try forge(out, "tables/institution.jsonl") { text in
                var lines = text.split(separator: "\n").map(String.init)
                lines[1] = lines[1].replacing("\"kind\":", with: "\"kin\":")
                return lines.joined(separator: "\n") + "\n"
            }
            let outcome = try await importing(out)
            #expect(
                outcome.fault
                    == .damaged(file: "tables/institution.jsonl", line: 2, reason: "there is no column kin."))
            #expect(outcome.rows == 0 && outcome.left == [])
        }
    }

    @Test("A row that leads to none, a row too few, another version, a newer schema: each is refused with its place")
    func refused() async throws {
        try await exported { fixture, out in
            _ = try await fixture.archives.export(.installation, to: out)
            try forge(out, "tables/membership.jsonl") { $0.replacing("\"account_id\":70", with: "\"account_id\":71") }
            guard case .damaged(let file, 1, _)? = try await importing(out).fault else {
                Issue.record("a membership of nobody went in")
                return
            }
            #expect(file == "tables/membership.jsonl")
            try forge(out, "tables/membership.jsonl") { _ in "" }
            #expect(
                try await importing(out).fault
                    == .damaged(
                        file: "tables/membership.jsonl", line: nil, reason: "it has 0 rows, and manifest.json says 1."))
            try forge(out, "manifest.json") { $0.replacing("\"schema\":", with: "\"schema\":9") }
            guard case .newerSchema? = try await importing(out).fault else {
                Issue.record("a newer schema went in")
                return
            }
            try forge(out, "manifest.json") { $0.replacing("\"version\":1", with: "\"version\":2") }
            #expect(try await importing(out).fault == .unknownVersion(2))
        }
    }

    @Test("A file name in a row that leads out of the archive is refused")
    func rowsLeadNowhere() async throws {
        try await exported { fixture, out in
            _ = try await fixture.archives.export(.installation, to: out)
            try forge(out, "tables/stored_file_part.jsonl") {
                $0.replacing("\"digest\":\"00ff", with: "\"digest\":\"../00ff")
            }
            let fault = try await importing(out).fault
            #expect(
                fault
                    == .damaged(file: "tables/stored_file_part.jsonl", line: 1, reason: "digest names no file."))
        }
    }

    @Test("A workspace goes out without anything of another, and comes into an empty installation")
    func workspace() async throws {
        try await exported { fixture, out in
            let report = try await fixture.archives.export(.workspace("aldora"), to: out)
            #expect(report.rows > 20)
            for name in try FileManager.default.subpathsOfDirectory(atPath: out) where name.hasSuffix(".jsonl") {
                let text = try String(contentsOfFile: out + "/" + name, encoding: .utf8)
                #expect(!text.contains("Belmar"), "\(name)")
            }
            await #expect(throws: ArchiveFault.noWorkspace("nowhere")) {
                try await fixture.archives.export(.workspace("nowhere"), to: out + "-not")
            }
            try await withEachDatabase(migrated: false) { target in
                try await withFolder { folder in
                    let read = ArchiveImport(database: target, folder: folder, clock: PlanFixture.clock)
                    #expect(try await read(out, actor: "cli:tests").scope == .workspace)
                    let faults = try await Verification(database: target, folder: folder)().faults
                    #expect(faults.allSatisfy { $0.hasPrefix("recommendations ") }, "\(faults)")
                    let counts = try await target.read { connection in
                        [
                            try connection.count("SELECT COUNT(*) FROM commitment"),
                            try connection.count("SELECT COUNT(*) FROM recommendation"),
                            try connection.count("SELECT COUNT(*) FROM workspace"),
                            try connection.count("SELECT COUNT(*) FROM institution"),
                        ]
                    }
                    #expect(counts == [1, 8, 1, 3])
                }
            }
        }
    }
}
