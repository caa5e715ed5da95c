import Documents
import Domain
import Foundation
import SQLiteDatabase
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct DecisionTests {
    private typealias Desk = DeskFixture

    private func items(_ fixture: DeskFixture, _ id: ReadingID) async throws -> [ReadingItem] {
        try await fixture.desk.reading(id, for: Desk.focalPoint).items
    }

    @Test("An edit on an old version is refused, and nothing is lost")
    func refusesOldVersions() async throws {
        try await DeskFixture.each { fixture in
            let id = try await fixture.put(Desk.report, Desk.paragraphs)
            let item = try #require(try await items(fixture, id).first)
            var mine = item.current
            mine.text = "Mine"
            var theirs = item.current
            theirs.text = "Theirs"
            let kept = try await fixture.desk.edit(item.id, version: 1, to: mine, by: Desk.focalPoint)
            #expect(kept.version == 2 && kept.isCorrected && kept.original?.text == item.current.text)
            await #expect(throws: DeskError.stale(version: 2)) {
                _ = try await fixture.desk.edit(item.id, version: 1, to: theirs, by: Desk.coordinator)
            }
            await #expect(throws: DeskError.stale(version: 2)) {
                _ = try await fixture.desk.accept(id, .items([item.id: 1]), by: Desk.coordinator)
            }
            await #expect(throws: DeskError.stale(version: 2)) {
                try await fixture.desk.drop(id, [item.id: 1], by: Desk.coordinator)
            }
            #expect(try await items(fixture, id).first?.current.text == "Mine")
            #expect(try await fixture.all().isEmpty)
        }
    }

    @Test("Items are dropped, reopened, split and merged; the order of the document stays")
    func decides() async throws {
        try await DeskFixture.each { fixture in
            let id = try await fixture.put(Desk.report, Desk.paragraphs)
            var all = try await items(fixture, id)
            try await fixture.desk.drop(id, [all[0].id: 1], by: Desk.focalPoint)
            #expect(try await items(fixture, id).first?.status == .dropped)
            #expect(try await items(fixture, id).first?.decidedBy == "Ben")
            try await fixture.desk.reopen(id, [all[0].id: 2], by: Desk.focalPoint)
            let halves = ["Ratify the protocol", "on prisons"].map { Desk.finding("122.1", $0) }
            let split = try await fixture.desk.split(all[1].id, version: 1, into: halves, by: Desk.focalPoint)
            #expect(split.count == 2 && split[0].id == all[1].id && split[1].original == nil)
            all = try await items(fixture, id)
            #expect(all.map(\.current.text)[1...2] == ["Ratify the protocol", "on prisons"])
            #expect(all.map(\.current.page) == [7, 7, 7, 7])
            let merged = try await fixture.desk.merge([all[1].id: all[1].version, all[2].id: 1], by: Desk.focalPoint)
            #expect(merged.current.text == "Ratify the protocol on prisons")
            all = try await items(fixture, id)
            #expect(all[2].status == .dropped && all[2].mergedInto == merged.id)
            _ = try await fixture.desk.accept(id, .allOpen, by: Desk.focalPoint)
            #expect(try await fixture.all().count == 3)
            #expect(try await fixture.desk.reading(id, for: Desk.focalPoint).reading.status == .done)
        }
    }

    @Test("Every decision is in the audit log with the account's name, and the log holds")
    func tellsTheAuditLog() async throws {
        try await DeskFixture.each { fixture in
            let id = try await fixture.put(Desk.report, Desk.paragraphs)
            let item = try await items(fixture, id)[0]
            _ = try await fixture.desk.edit(item.id, version: 1, to: item.current, by: Desk.focalPoint)
            _ = try await fixture.desk.accept(id, .allOpen, by: Desk.coordinator)
            let told = try await fixture.database.read { try AuditLog.page(after: 0, $0).map(\.entry) }
            let actions = told.map { "\($0.actor) \($0.action)" }
            for expected in [
                "Ada reading.receive", "Ben reading.edit", "Ada import.begin", "Ada import.finished",
                "Ada reading.accept",
            ] {
                #expect(actions.contains(expected), "\(expected)")
            }
            #expect(!told.contains { $0.detail.contains("clinics") })
            #expect(try await fixture.faults().isEmpty)
        }
    }

    @Test("What cannot be accepted stays open and says why; the State that is missing is asked for")
    func refusesWhatIsIncomplete() async throws {
        try await DeskFixture.each { fixture in
            var facts = Desk.report
            facts.state = nil
            let id = try await fixture.put(facts, Desk.paragraphs)
            await #expect(throws: DeskError.invalid(field: "state", allowed: "known")) {
                _ = try await fixture.desk.accept(id, .allOpen, by: Desk.coordinator)
            }
            facts.state = Fixture.aldora
            facts.title = "Now with its State"
            await #expect(throws: DeskError.stale(version: 1)) {
                _ = try await fixture.desk.correct(id, version: 7, facts, by: Desk.coordinator)
            }
        }
    }

    @Test("The same file is recognised by its content, whatever its name")
    func recognisesContent() async throws {
        try await DeskFixture.each { fixture in
            let first = try await fixture.desk.receive("a.pdf", [1, 2, 3], by: Desk.focalPoint)
            let second = try await fixture.desk.receive("b.pdf", [1, 2, 3], by: Desk.coordinator)
            #expect(!first.isKnown && second == Received(reading: first.reading, isKnown: true))
            await #expect(throws: DeskError.fileEmpty) {
                _ = try await fixture.desk.receive("c.pdf", [], by: Desk.coordinator)
            }
        }
    }

    @Test("What waits is read in turn; a file that is none keeps its reason, and a crash loses nothing")
    func readsInTurn() async throws {
        try await DeskFixture.each { fixture in
            let id = try await fixture.desk.receive("x.pdf", Array("no document".utf8), by: Desk.coordinator).reading
            _ = try await fixture.database.write { connection in
                try ReadingWork.take("dead", at: testInstant, quietSince: testInstant, connection)
            }
            #expect(try await fixture.desk.readNext(worker: "other") == true)
            let failed = try await fixture.desk.reading(id, for: Desk.coordinator).reading
            #expect(failed.status == .failed && failed.failure?.code == .notADocument)
            try await fixture.desk.readAgain(id, .init(), by: Desk.coordinator)
            _ = try await fixture.database.write { connection in
                try ReadingWork.take(
                    "dead", at: Fixture.clock.instant, quietSince: testInstant, connection)
            }
            #expect(try await fixture.desk.readNext(worker: "other") == false)
            try await fixture.desk.takeUp()
            #expect(try await fixture.desk.readNext(worker: "other") == true)
            #expect(try await fixture.desk.readNext(worker: "other") == false)
        }
    }
    @Test("A file that ends the process each time it is read is given up, until somebody asks again")
    func givesUp() async throws {
        try await DeskFixture.each { fixture in
            let id = try await fixture.desk.receive("x.pdf", Array("no document".utf8), by: Desk.coordinator).reading
            for _ in 1...Operations.Desk.triesMax {
                _ = try await fixture.database.write { connection in
                    try ReadingWork.take("dead", at: testInstant, quietSince: testInstant, connection)
                }
                try await fixture.desk.takeUp()
            }
            #expect(try await fixture.desk.readNext(worker: "other") == true)
            let failure = try await fixture.desk.reading(id, for: Desk.coordinator).reading.failure
            #expect(failure == ReadingFailure(.interrupted, "3"))
            try await fixture.desk.readAgain(id, .init(), by: Desk.coordinator)
            #expect(try await fixture.desk.readNext(worker: "other") == true)
            #expect(
                try await fixture.desk.reading(id, for: Desk.coordinator).reading.failure?.code == .notADocument)
        }
    }

    @Test("Files that a crash left are removed; those in use stay")
    func tidies() async throws {
        try await withFolder { folder in
            let file = try DeskFile(folder: folder, [1, 2, 3])
            let left = DeskFile.place(folder) + "/7"
            #expect(FileManager.default.createFile(atPath: left, contents: Data([4])))
            DeskFile.removeLeftovers(folder)
            #expect(!FileManager.default.fileExists(atPath: left))
            #expect(FileManager.default.contents(atPath: file.path) == Data([1, 2, 3]))
            file.remove()
            #expect(try FileManager.default.contentsOfDirectory(atPath: DeskFile.place(folder)).isEmpty)
        }
    }
}
