import Foundation
import Markup
import Store
import TestSupport
import Testing

@testable import Archives

extension SchemaTests {
    static func withStore(_ body: (any Database) async throws -> Void) async throws {
        try await withSQLite { database, _ in
            try await Migrator().migrate(database, at: testInstant)
            try await body(database)
        }
    }
}

@Suite("Lines and files of an archive")
struct PackingTests {
    private let columns = [
        TableColumn(name: "id", kind: .int, isRequired: true),
        TableColumn(name: "said", kind: .text, isRequired: false),
        TableColumn(name: "share", kind: .real, isRequired: false),
        TableColumn(name: "seal", kind: .bytes, isRequired: false),
    ]

    private func read(_ line: String) -> Result<[SQLValue], RowFault> {
        Result { () throws(RowFault) in try RowLine.read(Array(line.utf8)[...], columns) }
    }

    @Test("A row comes back as it was: large numbers, decimals, bytes, all letters, nothing")
    func rows() throws {
        let rows: [[SQLValue]] = [
            [.int(Int64.min), .text("“\"\\\n\r\t\u{1}\u{1F30D} حقوق"), .real(0.1 + 0.2), .bytes([0, 255, 10, 34])],
            [.int(Int64.max), .null, .null, .null], [.int(0), .text(""), .real(-1e300), .bytes([])],
        ]
        for row in rows {
            let writer = JSONWriter()
            RowLine.write(row, columns, to: writer)
            #expect(try RowLine.read(writer.bytes.dropLast()[...], columns) == row)
        }
    }

    @Test(
        "A line that is not what was written is refused and says why",
        arguments: [
            ("{}", "the column id is missing."), ("{\"id\":1", "the object does not end."),
            ("{\"id\":1.5,\"said\":null}", "the object does not end."),
            ("{\"id\":\"1\",\"said\":null,\"share\":null,\"seal\":null}", "id has a value that does not fit."),
            ("{\"id\":1,\"said\":[],\"share\":null,\"seal\":null}", "a value is no whole number, text or null."),
            ("{\"id\":1,\"say\":null}", "there is no column say."), ("nothing", "“{” is missing."),
            ("{\"id\":1,\"said\":\"\\ud800\"}", "half a letter stands in a text."),
            ("{\"id\":1,\"said\":null,\"share\":null,\"seal\":null} x", "something stands behind the object."),
            ("{\"id\":9223372036854775808}", "a value is no whole number, text or null."),
            ("{\"id\":-}", "a value is no whole number, text or null."), ("{\"id\":nul", "a value is no JSON."),
            ("{\"id\":1,\"said\":\"so", "a text does not end."), ("{\"id\":1,\"said\":\"so\\", "a text does not end."),
            ("{\"id\":1,\"said\":\"\\u00\"}", "a text has an escape that JSON does not know."), ("", "“{” is missing."),
            ("{\"id\":1,\"said\":\"\\ud83c\"}", "half a letter stands in a text."),
        ])
    func faults(line: String, reason: String) {
        #expect(read(line) == .failure(RowFault(reason)))
    }

    @Test("JSON that another program wrote is read, escapes and all")
    func foreign() {
        let line = #"{ "seal" : null, "share" : "2.5", "said" : "\u0061\/\ud83c\udf0d", "id" : -7 }"#
        #expect(read(line) == .success([.int(-7), .text("a/🌍"), .real(2.5), .null]))
    }

    @Test(
        "Names that lead out of a folder are refused",
        arguments: [
            "../x", "/etc/passwd", "a/../../b", "a//b", "./a", "a\\b", "C:x", "", "a/", "a\nb", "..",
            String(repeating: "a", count: 300),
        ])
    func names(name: String) {
        #expect(!InputFolder.isInside(name))
    }

    @Test("A file that was changed, is missing, or has a checksum missing is named")
    func checksums() async throws {
        try await withFolder { folder in
            let output = try OutputFolder(folder)
            try output.write("tables/a.jsonl", Array("{}\n".utf8))
            try output.write("b", [1, 2, 3])
            try output.seal()
            _ = try InputFolder(checking: folder, bytesMax: 1_000) { _ in }
            #expect(throws: ArchiveFault.tooLarge("its files are larger than the limit.")) {
                try InputFolder(checking: folder, bytesMax: 5) { _ in }
            }
            try Data("{ }\n".utf8).write(to: URL(filePath: folder + "/tables/a.jsonl"))
            #expect(
                throws: ArchiveFault.damaged(
                    file: "tables/a.jsonl", line: nil, reason: "its checksum is not the one that was written.")
            ) { try InputFolder(checking: folder, bytesMax: 1_000) { _ in } }
            try FileManager.default.removeItem(atPath: folder + "/b")
            try FileManager.default.createSymbolicLink(atPath: folder + "/b", withDestinationPath: "/etc/hostname")
            #expect(throws: ArchiveFault.missing(file: "b")) {
                try InputFolder(checking: folder, bytesMax: 1_000) { _ in }
            }
            try FileManager.default.removeItem(atPath: folder + "/SHA256SUMS")
            #expect(throws: ArchiveFault.missing(file: "SHA256SUMS")) {
                try InputFolder(checking: folder, bytesMax: 1_000) { _ in }
            }
        }
    }

    @Test("A sealed part opens with its pass phrase and with no other")
    func seals() throws {
        let sealed = try SealedPart.seal(Array("keys".utf8), "correct horse battery")
        #expect(try SealedPart.open(sealed, "correct horse battery") == Array("keys".utf8))
        #expect(throws: ArchiveFault.passphrase) { try SealedPart.open(sealed, "correct horse batterz") }
        #expect(!sealed.contains("keys"))
    }
}

extension [UInt8] {
    fileprivate func contains(_ text: String) -> Bool { String(decoding: self, as: UTF8.self).contains(text) }
}
