import Archives
import Documents
import Domain
import Foundation
import SQLiteDatabase
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct CommunicationTests {
    private typealias Desk = DeskFixture
    private let name = "Zebedea Quillfeather"

    private func put(_ fixture: DeskFixture) async throws -> ReadingID {
        var facts = DeskFixture.facts(.communication, "AL XAA 3/2021")
        facts.title = "Allegations concerning \(name)"
        var finding = Desk.finding("1", "Please tell us what was done for [name 1]", [])
        finding.kind = .observation
        return try await fixture.put(
            facts, [finding], name: "AL \(name).pdf", content: "%PDF- letter about \(name)", sealed: [name],
            lines: ["We write about \(name).", name.uppercased()])
    }

    /// Every value of every table, as text.
    private func everything(_ fixture: DeskFixture) async throws -> String {
        let kind = fixture.database.kind
        return try await fixture.database.read { connection in
            let tables = try connection.all(
                kind == .sqlite
                    ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                    : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
            ) { try $0.text(0) }
            #expect(tables.contains("reading_item_version") && tables.contains("audit_entry"))
            return try tables.map { table in
                let columns = try connection.all(
                    kind == .sqlite
                        ? "SELECT name FROM pragma_table_info('\(table)')"
                        : "SELECT column_name FROM information_schema.columns WHERE table_name = '\(table)'"
                ) { try $0.text(0) }
                return try columns.map { column in
                    try connection.all("SELECT \(column) FROM \(table)") { row in
                        row.isNull(0) ? "" : Self.words(row)
                    }.joined(separator: "\n")
                }.joined(separator: "\n")
            }.joined(separator: "\n")
        }
    }

    /// Numbers, texts and bytes as words; PostgreSQL gives bytes as hexadecimal digits where a text is asked for.
    private static func words(_ row: any Row) -> String {
        if let bytes = try? row.bytes(0) { return String(decoding: bytes, as: UTF8.self) }
        guard let text = try? row.text(0) else { return (try? row.int(0)).map(String.init) ?? "?" }
        guard text.hasPrefix("\\x") else { return text }
        let digits = Array(text.dropFirst(2))
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("A name in a communication stands in no table in the open, in no record and in no export")
    func leaksNothing() async throws {
        try await DeskFixture.each { fixture in
            try await fixture.take(Desk.report, Desk.paragraphs)
            let id = try await put(fixture)
            let item = try #require(try await fixture.desk.reading(id, for: Desk.focalPoint).items.first)
            var finding = item.current
            finding.text += ", and when"
            _ = try await fixture.desk.edit(item.id, version: item.version, to: finding, by: Desk.focalPoint)
            let acceptance = try await fixture.desk.accept(id, .allOpen, by: Desk.focalPoint)
            #expect(acceptance.accepted == 1 && acceptance.report == nil)
            #expect(try await fixture.all().count == 3)
            let stored = try await everything(fixture)
            // What is no communication is kept in the open: the search does look into bytes.
            #expect(stored.contains("rural district") && stored.contains("\"kind\":\"reviewReport\""))
            for word in ["Zebedea", "Quillfeather", "what was done for", "AL XAA"] {
                #expect(!stored.contains(word), "\(word)")
            }
            try await withFolder { folder in
                try await PublicArchive(tables: RecordTables.all(fixture.database)).written(to: folder)
                for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
                    let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
                    #expect(!text.contains("Quillfeather") && !text.contains("AL XAA"))
                }
            }
            #expect(try await fixture.faults().isEmpty)
        }
    }

    @Test("Coordinators unseal names, and the audit log says so; focal points see the redacted form alone")
    func sealsNames() async throws {
        try await DeskFixture.each { fixture in
            let id = try await put(fixture)
            let page = try await fixture.desk.reading(id, for: Desk.focalPoint)
            #expect(page.reading.isRestricted && !page.showsText && page.sealedNames == 1)
            #expect(!page.reading.name.contains(name) && page.reading.facts?.title == nil)
            #expect(try await fixture.desk.list(for: Desk.focalPoint).allSatisfy { !$0.name.contains(name) })
            let shown = try await fixture.desk.text(of: id, for: Desk.focalPoint).lines.map(\.text)
            #expect(shown.count == 2)
            for word in ["zebedea", "quillfeather"] {
                #expect(!shown.joined(separator: " ").lowercased().contains(word))
            }
            for refused in [0, 1] {
                await #expect(throws: DeskError.forbidden) {
                    switch refused {
                    case 0: _ = try await fixture.desk.unseal(id, by: Desk.focalPoint)
                    default: _ = try await fixture.desk.picture(of: id, page: 1, for: Desk.focalPoint)
                    }
                }
            }
            #expect(try await fixture.desk.unseal(id, by: Desk.coordinator) == [name])
            #expect(
                try await fixture.desk.text(of: id, for: Desk.coordinator).lines.map(\.text) == [
                    "We write about \(name).", name.uppercased(),
                ])
            let told = try await fixture.database.read { try AuditLog.page(after: 0, $0).map(\.entry) }
            #expect(told.contains { $0.action == "reading.unseal" && $0.actor == "Ada" })
            let key = try FileManager.default.attributesOfItem(atPath: fixture.desk.folder + "/communications.key")
            #expect((key[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
    }

    @Test("The text of a letter in which no name was found is for coordinators: its names may have been overlooked")
    func hidesWhatMayBeOverlooked() async throws {
        try await DeskFixture.each { fixture in
            let id = try await fixture.put(
                DeskFixture.facts(.communication, "AL XAA 4/2021"), [], lines: ["she was seen near the river"])
            await #expect(throws: DeskError.forbidden) {
                _ = try await fixture.desk.text(of: id, for: Desk.focalPoint)
            }
            #expect(try await fixture.desk.text(of: id, for: Desk.coordinator).lines.count == 1)
        }
    }

    @Test("A file that waits is sealed, and its name is for whoever brought it and coordinators")
    func sealsWhatWaits() async throws {
        try await DeskFixture.each { fixture in
            _ = try await fixture.desk.receive(
                "\(name).pdf", Array("%PDF- about \(name)".utf8), by: Desk.coordinator)
            #expect(!(try await everything(fixture)).contains("Quillfeather"))
            #expect(try await fixture.desk.list(for: Desk.focalPoint).map(\.name) == ["1"])
            #expect(try await fixture.desk.list(for: Desk.coordinator).map(\.name) == ["\(name).pdf"])
        }
    }

    @Test("A document that turns out to be a communication is sealed, every earlier form of it gone")
    func sealsAfterwards() async throws {
        try await DeskFixture.each { fixture in
            let id = try await fixture.put(
                DeskFixture.facts(.paragraphs, "LETTER/1"), [Desk.finding("1", "Free \(name) at once", [])],
                name: "\(name).pdf", content: "%PDF- \(name)", lines: [name])
            let page = try await fixture.desk.reading(id, for: Desk.coordinator)
            var finding = page.items[0].current
            finding.text = "Release \(name)"
            _ = try await fixture.desk.edit(page.items[0].id, version: 1, to: finding, by: Desk.coordinator)
            var facts = try #require(page.reading.facts)
            facts.kind = .communication
            facts.title = nil
            await #expect(throws: DeskError.forbidden) {
                _ = try await fixture.desk.correct(id, version: 1, facts, by: Desk.focalPoint)
            }
            let reading = try await fixture.desk.correct(id, version: 1, facts, by: Desk.coordinator)
            #expect(reading.isRestricted)
            #expect(!(try await everything(fixture)).contains("Quillfeather"))
        }
    }
    @Test("Reading again opens no communication: only a coordinator who names another kind does")
    func staysSealedWhenReadAgain() async throws {
        try await DeskFixture.each { fixture in
            let id = try await put(fixture)
            await #expect(throws: DeskError.forbidden) {
                try await fixture.desk.readAgain(id, .init(kind: .paragraphs), by: Desk.focalPoint)
            }
            func kind() async throws -> DocumentKind? {
                let row = try await fixture.database.read { try ReadingRow.find(id, $0) }
                return try fixture.desk.options(#require(row)).kind
            }
            try await fixture.desk.readAgain(id, .init(), by: Desk.focalPoint)
            #expect(try await kind() == .communication)
            try await fixture.desk.readAgain(id, .init(kind: .paragraphs), by: Desk.coordinator)
            #expect(try await kind() == .paragraphs)
        }
    }

    @Test("What waits keeps the kind it was received with, except for whoever brought it and coordinators")
    func keepsKindOfWhatWaits() async throws {
        try await DeskFixture.each { fixture in
            let id = try await fixture.desk.receive(
                "letter.pdf", Array("%PDF- letter".utf8), .init(kind: .communication), by: Desk.coordinator
            ).reading
            await #expect(throws: DeskError.forbidden) {
                try await fixture.desk.readAgain(id, .init(kind: .paragraphs), by: Desk.focalPoint)
            }
            try await fixture.desk.readAgain(id, .init(), by: Desk.focalPoint)
            let row = try #require(try await fixture.database.read { try ReadingRow.find(id, $0) })
            #expect(try fixture.desk.options(row).kind == .communication)
        }
    }
}
