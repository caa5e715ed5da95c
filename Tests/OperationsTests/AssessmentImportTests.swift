import Domain
import Foundation
import Reference
import Store
import TestSupport
import Testing

@testable import Operations

@Suite("Grades from tables")
struct AssessmentImportTests {
    private static let resources =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Resources"
    private static let header = "Symbol,Paragraph,Grade,Scheme,Date,Document,Assessor kind,Assessor,Wording\n"

    private func load(
        _ rows: String, _ name: String, _ facts: ReferenceFacts, into database: any Database
    ) async throws -> ImportReport {
        try await withFolderValue { folder in
            let path = folder + "/grades.csv"
            try Data((Self.header + rows).utf8).write(to: URL(filePath: path))
            let file = try ImportFile(path, facts)
            #expect(file.format == "assessments" && file.source == SourceCode("assessments"))
            let order = Importing.Order(
                file: "grades.csv", format: file.format, source: file.source, name: name, actor: "test")
            return try await Importing(database: database, clock: Fixture.clock).run(order, open: file.open)
        }
    }

    private func said(_ database: any Database) async throws -> [String] {
        try await database.read { connection in
            try connection.all(
                "SELECT assessor_kind, assessor, scheme, value, COALESCE(stated, '') FROM assessment ORDER BY stated, id"
            ) { row in try (0..<5).map { try row.text($0) }.joined(separator: " ") }
        }
    }

    @Test(
        "Good rows go in, bad ones say why, a correction replaces, waiting rows find their paragraph, undo takes all back"
    )
    func whole() async throws {
        let facts = try ReferenceFacts.load(
            from: Self.resources + "/reference", extra: Self.resources + "/demo")
        try await withEachDatabase { database in
            try await Fixture.run(
                [Fixture.paragraph(1, "12.3", "Open clinics", from: ["XAB"])], into: database, source: .uhri, name: "r")
            let rows = """
                DEMO/T/43/15,12.3,[B],,2021-05-01,DEMO/NINE/2,,Committee of Nine,Steps were taken
                DEMO/T/43/15,12.3,B1,,2016-05-01,DEMO/NINE/1,committee,Committee of Nine,
                DEMO/T/43/15,12.3,Not implemented,upr-info,2022-01-01,,civil-society,Shore Watch,
                DEMO/T/43/15,12.3,F,,2021-05-01,,,,
                DEMO/T/43/15,12.3,A,stars,2021-05-01,,,,
                DEMO/T/43/15,,A,,2021-05-01,,,,
                DEMO/T/43/15,12.3,A,,soon,,,,
                DEMO/T/43/15,12.3,A,,2021-05-02,,donor,Bank,
                DEMO/T/43/15,12.3,[C],,2021-05-01,DEMO/NINE/2,,Committee of Nine,
                DEMO/T/43/15,12.9,C,,2023-05-01,DEMO/NINE/3,,,
                """
            let report = try await load(rows, "g1", facts, into: database)
            #expect(report.rejections.map(\.row) == [4, 5, 6, 7, 8, 9])
            #expect(
                report.rejections.map(\.field) == ["grade", "scheme", "paragraph", "date", "assessor_kind", "grade"])
            let first = [
                "committee Committee of Nine committee-2013 B1 2016-05-01",
                "committee Committee of Nine committee B 2021-05-01",
                "civil-society Shore Watch upr-info not 2022-01-01",
            ]
            var now = try await said(database)
            #expect(now == first)
            _ = try await load(rows, "g2", facts, into: database)
            now = try await said(database)
            #expect(now == first)
            _ = try await load(rows.replacing("[B]", with: "[C]"), "g3", facts, into: database)
            now = try await said(database)
            #expect(now[1] == "committee Committee of Nine committee C 2021-05-01" && now.count == 3)
            try await Fixture.run(
                [Fixture.paragraph(2, "12.9", "Train judges", from: ["XAB"])], into: database, source: .uhri, name: "r2"
            )
            now = try await said(database)
            #expect(now.last == "committee DEMO committee C 2023-05-01" && now.count == 4)
            for name in ["g3", "g2", "g1"] {
                _ = try await ImportUndo(database: database, clock: Clock { 1_770_000_100_000 })(name, actor: "test")
            }
            #expect(try await said(database).isEmpty)
            #expect(try await Fixture.all(database).count == 2)
        }
    }

    private func withFolderValue<T>(_ body: (String) async throws -> T) async throws -> T {
        var value: T?
        try await withFolder { value = try await body($0) }
        return try #require(value)
    }
}
