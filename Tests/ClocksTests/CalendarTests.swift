import Domain
import Locales
import People
import Store
import TestSupport
import Testing

@testable import Clocks

@Suite("Calendars")
struct CalendarTests {
    @Test("Lines have at most 75 octets, are folded between characters, and say the same when joined again")
    func folding() {
        let long = String(repeating: "Überprüfung, لجنة; 委员会 \\ ", count: 12) + "end\nnext\u{7}"
        var calendar = ICalendar(name: "Dates", language: "ar")
        calendar.add(
            ICalendar.Event(
                uid: "deadline-1.aldora@rapporteur", starts: "20260504", ends: "20260505", sequence: 3,
                stamp: "20260101T000000Z", summary: long, description: long, address: "https://example.org/x",
                category: "Report"))
        let bytes = calendar.finish()
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(Array(text.utf8) == bytes, "no character was cut")
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.last == "")
        let joined = text.replacing("\r\n ", with: "")
        #expect(joined.contains("SUMMARY:" + ICalendar.escaped(long) + "\r\n"))
        #expect(joined.contains("SEQUENCE:3\r\n"))
        #expect(!text.contains("\u{7}"))
    }

    @Test("A private address shows what its owner may see, the same bytes for the same dates, until it ends")
    func feed() async throws {
        let locales = try #require(ClocksWorld.locales)
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database)
            let (clocks, keeper) = (world.clocks, world.keeper)
            try await world.action(1, lead: world.justice.id, due: "2026-06-01")
            try await world.action(2, lead: world.health.id, due: "2026-06-02")
            let deadline = try await clocks.add(
                DeadlineDraft(title: "Own, date", due: CalendarDate("2026-06-30")), by: keeper)
            let focal = try await world.person(11, "fay", .focalPoint, world.health.id, language: "fr")
            let token = try await clocks.makeCalendarToken(focal)
            func text() async throws -> String {
                String(
                    decoding: try await clocks.feed(token: token, locales, address: "https://r.example"), as: UTF8.self)
            }
            let first = try await text()
            #expect(first.contains("Action : Action 2") && !first.contains("Action 1"))
            #expect(first.contains("UID:deadline-\(deadline.id).aldora@rapporteur"))
            #expect(first.contains("DTSTART;VALUE=DATE:20260630\r\nDTEND;VALUE=DATE:20260701"))
            #expect(first.contains("SUMMARY:Own\\, date"))
            #expect(try await text() == first)
            try await clocks.edit(
                deadline.id, DeadlineEdit(version: 1, due: .fixed(CalendarDate("2026-07-01")!)), by: keeper)
            #expect(try await text().contains("SEQUENCE:1"))
            try await clocks.edit(deadline.id, DeadlineEdit(version: 2, status: .done), by: keeper)
            #expect(try await !text().contains("Own"))
            let second = try await clocks.makeCalendarToken(focal)
            await #expect(throws: WorkspaceError.notFound) {
                _ = try await clocks.feed(token: token, locales, address: nil)
            }
            _ = try await clocks.feed(token: second, locales, address: nil)
            try await clocks.revokeCalendarToken(focal)
            await #expect(throws: WorkspaceError.notFound) {
                _ = try await clocks.feed(token: second, locales, address: nil)
            }
            let third = try await clocks.makeCalendarToken(focal)
            try await database.write { connection in
                try connection.execute(
                    "UPDATE membership SET until = '2026-05-01T00:00:00.000Z' WHERE account_id = 11", [])
            }
            await #expect(throws: WorkspaceError.notFound) {
                _ = try await clocks.feed(token: third, locales, address: nil)
            }
        }
    }
}
