import Clocks
import Domain
import Testing

@Suite("Lists of holidays")
struct HolidayFileTests {
    @Test("Lines with commas, semicolons or tabs are read; a heading is passed over, other lines are named")
    func table() {
        let outcome = HolidayFile.read(
            "\u{FEFF}Date;Name\n2026-05-01;Labour Day\n2026-12-25,\"Christmas\"\n\n20260101\tNew Year\n31.12.2026;no\n2026-02-30;no\n"
        )
        #expect(outcome.holidays.map(\.day.description) == ["2026-05-01", "2026-12-25", "2026-01-01"])
        #expect(outcome.holidays.map(\.name) == ["Labour Day", "Christmas", "New Year"])
        #expect(outcome.rejected == [6, 7])
    }

    @Test("Events of an iCalendar file are read, with continued lines and escapes")
    func calendar() {
        let outcome = HolidayFile.read(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260325\r\nSUMMARY:Feast of the\r\n  Sea\\, kept\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nSUMMARY:no date\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
        #expect(
            outcome.holidays == [
                Holiday(day: CalendarDate(year: 2026, month: 3, day: 25)!, name: "Feast of the Sea, kept")
            ])
        #expect(outcome.rejected.count == 1)
    }

    @Test(
        "Anything is read without a fault",
        arguments: ["", ";;;", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\n x\nEND:VEVENT", "\u{0}\u{1}", "2026-05"])
    func hostile(text: String) {
        #expect(HolidayFile.read(text).holidays.isEmpty)
    }
}
