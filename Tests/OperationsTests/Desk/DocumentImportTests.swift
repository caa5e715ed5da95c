import Documents
import Domain
import Foundation
import Ingest
import SQLiteDatabase
import Store
import TestSupport
import Testing

@testable import Operations

/// The whole way from a file, through the programs that read it.
@Suite struct DocumentImportTests {
    private let report = """
        <html><body><p>United Nations A/HRC/99/15</p><p>General Assembly</p><p>Distr.: General</p>
        <p>10 December 2019</p><p>Original: English</p><p>Human Rights Council</p><p>Forty-third session</p>
        <h1>Report of the Working Group on the Universal Periodic Review</h1><h1>Aldora</h1>
        <p>II. Conclusions and/or recommendations</p>
        <p>121. The recommendations listed below enjoy the support of Aldora:</p>
        <p>121.1 Build health clinics in every rural district (Belmar);</p>
        <p>121.2 Plant trees along the northern coast (Corvia) (Belmar);</p>
        <p>122. The following recommendations will be examined by Aldora, which will provide responses in due time:</p>
        <p>122.1 Ratify the optional protocol on prisons (Nowhereland);</p>
        <p>122.2 Open the archives of the former police to researchers (Belmar).</p>
        <p>123. All conclusions and/or recommendations contained in the present report reflect the position of the
        submitting State(s) and/or the State under review.</p></body></html>
        """
    private let caller = Caller.commandLine("test")

    private func with(_ body: (DeskFixture, String) async throws -> Void) async throws {
        try await withFolder { folder in
            let path = folder + "/report.html"
            try Data(report.utf8).write(to: URL(fileURLWithPath: path))
            try await DeskFixture.each { try await body($0, path) }
        }
    }

    @Test("A document goes in from the command line, doubtful findings are told, and again it changes nothing")
    func imports() async throws {
        try await with { fixture, path in
            let importing = DocumentImport(desk: fixture.desk)
            let tried = try await importing(path, .init(), .dryRun, by: caller)
            #expect(tried.report.created == 4 && tried.doubtful.count == 1)
            #expect(try await fixture.all().isEmpty)
            #expect(try await fixture.desk.list(for: DeskFixture.coordinator).isEmpty)
            let first = try await importing(path, .init(), .accept, name: "mine", by: caller)
            #expect(first.report.created == 4 && first.kind == .reviewReport && first.report.name == "mine")
            #expect(first.doubtful.map { $0.paragraph?.printed } == ["122.1"])
            let again = try await importing(path, .init(), .accept, by: caller)
            #expect(again.report.unchanged == 4 && again.report.created == 0 && again.report.updated == 0)
            #expect(again.reading == first.reading)
            try await fixture.undo(first.report)
            #expect(try await fixture.all().isEmpty)
            #expect(try await fixture.faults().isEmpty)
            #expect(try await importing(path, .init(), .accept, by: caller).report.created == 4)
        }
    }

    @Test("What people corrected on the desk stays when the file is imported again")
    func keepsCorrections() async throws {
        try await with { fixture, path in
            let importing = DocumentImport(desk: fixture.desk)
            let taken = try await importing(path, .init(), .review, by: caller)
            #expect(taken.onDesk == 4)
            #expect(try await fixture.all().isEmpty)
            let reading = try #require(taken.reading)
            let items = try await fixture.desk.reading(reading, for: DeskFixture.focalPoint).items
            var finding = items[2].current
            finding.states = [StateCode("XAD")]
            _ = try await fixture.desk.edit(items[2].id, version: 1, to: finding, by: DeskFixture.focalPoint)
            try await fixture.desk.drop(reading, [items[3].id: 1], by: DeskFixture.focalPoint)
            let report = try await importing(path, .init(), .accept, by: caller).report
            #expect(report.created == 3)
            #expect(try await fixture.record("122.1")?.recommendation.recommending == [StateCode("XAD")])
            #expect(try await fixture.faults().isEmpty)
        }
    }

    @Test("The background reads what was received, and a page knows who accepted it")
    func readsInBackground() async throws {
        try await with { fixture, path in
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            let id = try await fixture.desk.receive("report.html", bytes, by: DeskFixture.focalPoint).reading
            #expect(try await fixture.desk.list(for: DeskFixture.focalPoint).map(\.status) == [.waiting])
            #expect(try await fixture.desk.readNext(worker: "one"))
            let reading = try await fixture.desk.reading(id, for: DeskFixture.focalPoint)
            #expect(reading.reading.status == .open && reading.reading.counts.open == 4 && reading.showsText)
            #expect(reading.reading.facts?.symbol?.printed == "A/HRC/99/15")
            _ = try await fixture.desk.accept(id, .allOpen, by: DeskFixture.focalPoint)
            let record = try #require(try await fixture.record("121.1"))
            let found = try await fixture.database.read {
                try AcceptedFindingRow.all(of: record.recommendation.id, $0).map { AcceptedFinding($0) }
            }
            #expect(found.map(\.acceptedBy) == ["Ben"] && found.map(\.name) == ["report.html"])
            #expect(found.map(\.reading) == [id])
            #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.desk.folder + "/reading").isEmpty)
        }
    }
}
