import Clocks
import Domain
import Foundation
import Testing

@Suite("Days")
struct DayTests {
    @Test("A day is its date and back, over every day of 500 years, and weeks go on without a gap")
    func civil() throws {
        var before = Day(number: -80_000)
        for number in -79_999...103_000 {
            let day = Day(number: number)
            let date = try #require(day.date)
            guard Day(firstOf: date) == day, Day(lastOf: date) == day, day.weekday == before.weekday % 7 + 1 else {
                Issue.record("\(number): \(date)")
                return
            }
            before = day
        }
        #expect(Day(firstOf: try #require(CalendarDate("1970-01-01"))).number == 0)
        #expect(Day(number: 0).weekday == 4)
        #expect(Day(firstOf: try #require(CalendarDate("2026-11-27"))).weekday == 5)
    }

    @Test("A month and a year end on their last day")
    func ends() throws {
        #expect(Day(lastOf: try #require(CalendarDate("2024-02"))).date?.description == "2024-02-29")
        #expect(Day(lastOf: try #require(CalendarDate("2026"))).date?.description == "2026-12-31")
        #expect(Day(firstOf: try #require(CalendarDate("2026"))).date?.description == "2026-01-01")
    }

    @Test("Counting working days forth and back comes home, never ends on a free day, and counts what it says")
    func workingDays() {
        var generator = SeededGenerator(state: 20_130_215)
        for _ in 0..<400 {
            let start = Day(number: Int.random(in: 15_000...25_000, using: &generator))
            let weekend = Set((1...7).shuffled(using: &generator).prefix(Int.random(in: 0...4, using: &generator)))
            let holidays = Set((0..<12).map { _ in start.adding(Int.random(in: -60...60, using: &generator)) })
            let days = WorkingDays(weekend: weekend, holidays: holidays)
            let count = Int.random(in: 1...40, using: &generator)
            let end = days.day(count, from: start)
            #expect(days.isWorking(end))
            #expect(days.count(after: start, through: end) == count)
            // From a working day the way back leads to it.
            if days.isWorking(start) { #expect(days.day(-count, from: end) == start) }
            #expect(days.day(0, from: start) == start)
        }
    }

    @Test("Working days pass over the workspace's own weekend and holidays")
    func weekends() throws {
        let monday = Day(firstOf: try #require(CalendarDate("2026-05-04")))
        #expect(WorkingDays().day(-10, from: monday).date?.description == "2026-04-20")
        #expect(WorkingDays(weekend: [5, 6]).day(-10, from: monday).date?.description == "2026-04-20")
        #expect(WorkingDays(weekend: [5, 6]).day(-1, from: monday).date?.description == "2026-05-03")
        #expect(WorkingDays().day(-1, from: monday).date?.description == "2026-05-01")
        let labourDay = WorkingDays(holidays: [Day(firstOf: try #require(CalendarDate("2026-05-01")))])
        #expect(labourDay.day(-1, from: monday).date?.description == "2026-04-30")
        #expect(WorkingDays(weekend: Set(1...7)).weekend == WorkingDays.standardWeekend, "somebody has to work")
    }

    @Test("A computed date is as exact as its event, and never later than the event's first day allows")
    func exactness() throws {
        let days = WorkingDays()
        func moved(_ date: String, _ count: Int, _ unit: ClockUnit) throws -> String? {
            days.date(try #require(CalendarDate(date)), moved: ClockOffset(count: count, unit: unit))?.description
        }
        #expect(try moved("2026-11", -12, .weeks) == "2026-08")
        #expect(try moved("2026-11", -10, .workingDays) == "2026-10")
        #expect(try moved("2026-11", 3, .months) == "2027-02")
        #expect(try moved("2026", 4, .years) == "2030")
        #expect(try moved("2024-01-31", 1, .months) == "2024-02-29")
        #expect(try moved("2024-02-29", -1, .years) == "2023-02-28")
        #expect(try moved("0001-01-01", -1, .days) == nil)
        #expect(try moved("0001-05-01", -1, .years) == nil)
    }

    @Test("A day begins where the workspace is, on both sides of the date line and over a change of clocks")
    func zones() throws {
        // 30 June 2026, 23:30 UTC
        let late: Int64 = 1_782_862_200_000
        func local(_ zone: String, _ at: Int64) -> String {
            let time = LocalTime(milliseconds: at, zone: zone)
            return "\(time.day.date?.description ?? "") \(time.hour)"
        }
        #expect(local("UTC", late) == "2026-06-30 23")
        #expect(local("Europe/Ljubljana", late) == "2026-07-01 1")
        #expect(local("Pacific/Auckland", late) == "2026-07-01 11")
        #expect(local("Pacific/Honolulu", late) == "2026-06-30 13")
        #expect(local("Nowhere/Land", late) == "2026-06-30 23")
        // Clocks go forward on 29 March 2026 at 01:00 UTC.
        #expect(local("Europe/Ljubljana", 1_774_745_999_000) == "2026-03-29 1")
        #expect(local("Europe/Ljubljana", 1_774_746_000_000) == "2026-03-29 3")
        #expect(local("UTC", -1) == "1969-12-31 23")
    }
}

/// SplitMix64, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
