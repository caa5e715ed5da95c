import Domain
import Markup
import TestSupport
import Testing

@testable import Programmes

@Suite("Exporting programmes")
struct ProgrammeExportTests {
    @Test("What is exported and imported again is the same, down to every element")
    func roundTrip() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            let original = ActivityTexts.file(ActivityTexts.courts, ActivityTexts.activity("XA-COURT-2"))
            try await fixture.take(original)
            let (text, leftOut) = try await fixture.export(.everybody)
            #expect(leftOut == 0)
            let before = try Shared.read(original).compactMap { $0.activity?.element.withoutLines }
            let after = try Shared.read(text)
            #expect(after.compactMap { $0.activity?.element.withoutLines } == before)
            #expect(after.flatMap(\.warnings) == [])
            let again = try await fixture.take(text)
            #expect([again.unchanged, again.updated, again.rejected] == [2, 0, 0])
        }
    }

    @Test("An upgraded activity leaves as 2.03; one that lacks what the standard needs stays at home, and that is said")
    func upgraded() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            try await fixture.take(ActivityTexts.file(ActivityTexts.old, version: "1.03"))
            try await fixture.take(
                ActivityTexts.file(ActivityTexts.courts.replacing("<activity-status code=\"2\"/>", with: "")))
            let (text, leftOut) = try await fixture.export(.everybody)
            #expect(leftOut == 1)
            #expect(text.contains("<!-- Left out, because the standard needs what they lack: 1 -->"))
            let read = try Shared.read(text)
            #expect(read.map(\.identifier) == ["XB-OLD-9"])
            #expect(read.flatMap(\.lacking) == [])
            #expect(text.contains("version=\"2.03\""))
        }
    }

    @Test("Everybody's file holds no draft; the workspace's own does, and no other's")
    func drafts() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            try await fixture.take(
                ActivityTexts.file(ActivityTexts.courts), member: fixture.coordinator, isPublic: false)
            try await fixture.take(ActivityTexts.file(ActivityTexts.activity("XA-COURT-2")))
            var found: [[String]] = []
            for scope in [
                ProgrammeExport.Scope.everybody, .workspace(fixture.coordinator), .workspace(fixture.stranger),
            ] { found.append(try Shared.read(try await fixture.export(scope).text).map(\.identifier)) }
            #expect(found == [["XA-COURT-2"], ["XA-COURT-1"], []])
        }
    }
}
