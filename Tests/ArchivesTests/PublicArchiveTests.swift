import Foundation
import PlanSupport
import Store
import TestSupport
import Testing

@testable import Archives

@Suite("Open data")
struct PublicArchiveTests {
    private func withArchive(_ body: (ArchiveFixture, String) async throws -> Void) async throws {
        try await withEachDatabase { database in
            try await withFolder { folder in
                try await body(try await ArchiveFixture.make(database, folder: folder), folder)
            }
        }
    }

    @Test("Every field that is written is described, and every described field is written")
    func dictionary() async throws {
        try await withArchive { fixture, folder in
            _ = try await fixture.archives.export(.everybody, to: folder + "/out")
            for table in fixture.archives.everybody.tables {
                let page = try await table.page(nil)
                for line in page.lines.split(separator: 0x0A) {
                    let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
                    #expect(Set(object?.keys.map { $0 } ?? []) == Set(table.columns.map(\.name)), "\(table.name)")
                }
                let path = folder + "/out/\(table.name).csv"
                guard let columns = table.tableColumns else {
                    #expect(!FileManager.default.fileExists(atPath: path))
                    continue
                }
                let sheet = try String(contentsOfFile: path, encoding: .utf8)
                let header = sheet.split(separator: "\r\n").first.map { String($0.drop { $0 == "\u{FEFF}" }) }
                #expect(header == columns.map(\.name).joined(separator: ","), "\(table.name)")
            }
            let text = try String(contentsOfFile: folder + "/out/README.md", encoding: .utf8)
            for file in fixture.archives.everybody.files { #expect(text.contains("| `\(file.name)` |")) }
            #expect(text.contains("The operator of the installation names no licence."))
        }
    }

    @Test("There are as many rows as the page on open data says, and what is merged is in none")
    func counts() async throws {
        try await withArchive { fixture, _ in
            for table in fixture.archives.everybody.tables {
                let (page, count) = (try await table.page(nil), try await table.count())
                #expect(page.rows == count, "\(table.name)")
                if table.name == "issues" {
                    #expect(count == 4 && !String(decoding: page.lines, as: UTF8.self).contains("\"id\":40"))
                }
            }
        }
    }

    @Test("The archive that is streamed is a whole ZIP file with checksums that fit")
    func zip() async throws {
        try await withArchive { fixture, folder in
            var bytes: [UInt8] = []
            var stream = fixture.archives.everybody.zip(at: testInstant)
            while let piece = try await stream.next() { bytes += piece }
            let path = folder + "/public.zip"
            try Data(bytes).write(to: URL(filePath: path))
            try FileManager.default.createDirectory(atPath: folder + "/un", withIntermediateDirectories: true)
            try ZipUnpacking.unpack(path, into: folder + "/un", bytesMax: 1 << 30)
            let input = try InputFolder(checking: folder + "/un", bytesMax: 1 << 30) { _ in }
            #expect(input.names(in: "").count == fixture.archives.everybody.files.count + 1)
            let lines = try input.lines("recommendations.jsonl")
            var count = 0
            while try lines.next() != nil { count += 1 }
            #expect(count == 8)
        }
    }

    @Test("A ZIP file whose names lead out of the folder, or that unpacks to too much, is refused")
    func traps() async throws {
        try await withFolder { folder in
            for (name, content, most, expected) in [
                ("../out.txt", Data([1]), 1_000, ArchiveFault.outside(name: "../out.txt")),
                ("/etc/x", Data([1]), 1_000, ArchiveFault.outside(name: "/etc/x")),
                ("a.txt", Data(count: 5_000), 1_000, ArchiveFault.tooLarge("its files are larger than the limit.")),
                (
                    "b.txt", Data(count: 8 << 20), 1 << 30,
                    ArchiveFault.tooLarge("b.txt unpacks to more than 400 times its size.")
                ),
            ] {
                let zip = ZipWriter(at: testInstant)
                let bytes = try zip.begin(name) + zip.add(Array(content)) + zip.end() + zip.finish()
                try Data(bytes).write(to: URL(filePath: folder + "/trap.zip"))
                #expect(throws: expected) {
                    try ZipUnpacking.unpack(folder + "/trap.zip", into: folder + "/un", bytesMax: most)
                }
            }
            #expect(!FileManager.default.fileExists(atPath: folder + "/out.txt"))
        }
    }

    @Test("An archive of open data is no installation")
    func notWhole() async throws {
        try await withFolder { folder in
            try await withSQLite { database, _ in
                try await Migrator().migrate(database, at: testInstant)
                let fixture = try await ArchiveFixture.make(database, folder: folder)
                _ = try await fixture.archives.export(.everybody, to: folder + "/out")
                try await withSQLite { target, _ in
                    let read = ArchiveImport(database: target, folder: folder + "/new", clock: PlanFixture.clock)
                    await #expect {
                        try await read(folder + "/out", actor: "cli:tests")
                    } throws: {
                        guard case .notAnArchive? = $0 as? ArchiveFault else { return false }
                        return true
                    }
                }
            }
        }
    }
}
