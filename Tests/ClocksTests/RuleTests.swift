import Clocks
import Domain
import Foundation
import Reference
import Testing

/// The facts of the checkout.
let facts: ReferenceFacts = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    let root = parts.joined(separator: "/")
    do {
        return try ReferenceFacts.load(from: root + "/Resources/reference", extra: root + "/Resources/demo")
    } catch {
        fatalError("\(error)")
    }
}()

@Suite("Rules of procedure")
struct RuleTests {
    /// Each shipped rule with an event on a day, and the date worked out by hand.
    static let examples: [(code: String, event: String, due: String)] = [
        ("upr-national-report", "2026-05-04", "2026-02-09"),
        // Ten working days before Monday 4 May, Saturdays and Sundays not counted: Monday 20 April.
        ("upr-advance-questions", "2026-05-04", "2026-04-20"),
        ("upr-corrections", "2026-05-08", "2026-05-22"),
        ("upr-addendum-expected", "2026-05-04", "2026-08-04"),
        ("upr-addendum", "2026-09-25", "2026-09-24"),
        ("upr-mid-term", "2026-05-04", "2028-08-04"),
        ("upr-next-report", "2026-05-04", "2030-08-04"),
        ("initial-cerd", "2024-02-29", "2025-02-28"),
        ("initial-ccpr", "2024-03-01", "2025-03-01"),
        ("initial-cescr", "2024-03-01", "2026-03-01"),
        ("initial-cedaw", "2024-03-01", "2025-03-01"),
        ("initial-cat", "2024-03-01", "2025-03-01"),
        ("initial-crc", "2024-03-01", "2026-03-01"),
        ("initial-cmw", "2024-03-01", "2025-03-01"),
        ("initial-crpd", "2024-03-01", "2026-03-01"),
        ("initial-ced", "2024-03-01", "2026-03-01"),
        ("periodic-cerd", "2023-08-24", "2025-08-24"),
        ("periodic-cescr", "2023-10-13", "2028-10-13"),
        ("periodic-cedaw", "2023-10-30", "2027-10-30"),
        ("periodic-cat", "2023-11-24", "2027-11-24"),
        ("periodic-crc", "2023-09-22", "2028-09-22"),
        ("periodic-cmw", "2023-12-08", "2028-12-08"),
        ("periodic-crpd", "2023-09-08", "2027-09-08"),
        ("follow-up-cerd", "2023-08-24", "2024-08-24"),
        ("follow-up-cedaw", "2023-10-30", "2025-10-30"),
        ("follow-up-cat", "2023-11-24", "2024-11-24"),
        ("complaint-ccpr", "2025-08-31", "2026-02-28"),
        ("complaint-cescr", "2025-01-15", "2025-07-15"),
        ("complaint-cedaw", "2025-01-15", "2025-07-15"),
        ("complaint-crpd", "2025-01-15", "2025-07-15"),
        ("complaint-crc", "2025-01-15", "2025-07-15"),
        ("complaint-cerd", "2025-01-15", "2025-04-15"),
        ("views-ccpr", "2025-01-01", "2025-06-30"),
        ("views-cescr", "2025-01-15", "2025-07-15"),
        ("views-cedaw", "2025-01-15", "2025-07-15"),
        ("views-crc", "2025-01-15", "2025-07-15"),
        ("inquiry-cescr", "2025-01-15", "2025-07-15"),
        ("inquiry-cedaw", "2025-01-15", "2025-07-15"),
        ("inquiry-crpd", "2025-01-15", "2025-07-15"),
        ("inquiry-crc", "2025-01-15", "2025-07-15"),
        ("allegation-letter", "2025-12-20", "2026-02-18"),
        ("urgent-appeal", "2025-12-20", "2025-12-20"),
        ("detention-communication", "2025-12-20", "2026-02-18"),
        ("detention-opinion", "2025-12-20", "2026-06-20"),
        ("accreditation", "2021-03-18", "2026-03-18"),
        ("fund-call", "2026-04-30", "2026-04-30"),
    ]

    @Test("Every shipped rule gives the date of its worked example", arguments: examples)
    func example(code: String, event: String, due: String) throws {
        let rule = try #require(facts.clockRules.first { $0.code == code })
        let day = try #require(CalendarDate(event))
        #expect(WorkingDays().date(day, moved: rule.offset)?.description == due)
    }

    @Test("Every shipped rule has an example, a source, and a mechanism where it is a committee's")
    func whole() {
        #expect(Set(Self.examples.map(\.code)) == Set(facts.clockRules.map(\.code)))
        for rule in facts.clockRules {
            #expect(rule.source.count > 15, "\(rule.code)")
        }
    }

    @Test("A workspace's change holds beside the shipped rule, which stays visible")
    func book() throws {
        var rule = ClockRule(try #require(facts.clockRules.first { $0.code == "upr-national-report" }))
        rule.offset = ClockOffset(count: -14, unit: .weeks)
        rule.event = .complaint
        let own = ClockRule(
            code: "own-9", title: "Board's report", event: .review, mechanism: nil, kind: .own,
            offset: ClockOffset(count: 1, unit: .months), force: .voluntary, source: "Order of the board")
        let changes = [rule, own].enumerated().map {
            RuleChange(id: Int64($0.offset), rule: $0.element, why: "asked", by: "ana", at: "", version: 1)
        }
        let book = RuleBook(shipped: facts.clockRules, changes: changes)
        let entry = try #require(book.entry("upr-national-report"))
        #expect(entry.shipped?.offset.count == -12)
        #expect(entry.rule.offset.count == -14)
        #expect(entry.rule.event == .review, "what a shipped rule is about is not changed")
        #expect(book.entry("own-9")?.shipped == nil)
        #expect(book.rules.count == facts.clockRules.count + 1)
        rule.isDisabled = true
        let off = RuleBook(
            shipped: facts.clockRules,
            changes: [RuleChange(id: 1, rule: rule, why: "no", by: "ana", at: "", version: 1)])
        #expect(off.rules.count == facts.clockRules.count - 1)
        #expect(off.entries.count == facts.clockRules.count)
    }
}
