import Domain
import Markup
import Testing

@testable import Programmes

@Suite("Upgrading version 1")
struct ActivityUpgradeTests {
    private func old(_ text: String = ActivityTexts.old) throws -> ReadActivity {
        try #require(try Shared.read(ActivityTexts.file(text, version: "1.03")).first)
    }

    @Test("An activity of version 1 says the same in 2.03")
    func meaning() throws {
        let read = try old()
        let activity = try #require(read.activity)
        #expect(read.lacking == [])
        #expect(activity.titles.map(\.text) == ["Wells for the hills", "Des puits pour les collines"])
        #expect(activity.titles.map(\.language) == [.english, .french])
        #expect(activity.participants.map(\.role) == ["1", "4"])
        #expect(activity.date("1") == CalendarDate("2013-01-01"))
        #expect(activity.date("3") == CalendarDate("2014-12-31"))
        #expect(activity.sectors.first?.vocabulary == "1")
        #expect(activity.element.first("other-identifier")?["ref"] == "9/2013")
        #expect(activity.element.first("other-identifier")?["type"] == "A1")
        #expect(activity.conditions?.first?.texts.first?.text == "Villages help to dig.")
        #expect(activity.results.first?.indicators.first?.periods.first?.actuals.first?.value == "6")
        #expect(activity.element.first("location")?.first("point")?.first("pos")?.text == "10.5 -3.25")
        #expect(activity.documents.first?.languages == ["en"])
        #expect(activity.transactions.map(\.kind) == [.disbursement])
    }

    @Test(
        "A budget without the day of its value takes the period's first, and that is said; what has no place is named")
    func notes() throws {
        let read = try old()
        #expect(read.activity?.budgets.first?.valueDay == CalendarDate("2013-01-01"))
        let elements = read.warnings.map(\.element)
        #expect(elements.contains("budget/value/@value-date"))
        #expect(elements.contains("activity-website"))
        #expect(elements.contains("location/location-type"))
    }

    @Test(
        "What has no certain meaning is refused",
        arguments: [
            ("role=\"Funding\"", "role=\"Sponsor\"", "participating-org/@role"),
            ("vocabulary=\"DAC\" percentage", "vocabulary=\"WB\" percentage", "sector/@vocabulary"),
            ("code=\"D\"", "code=\"ZZ\"", "transaction-type/@code"),
            ("type=\"start-planned\"", "type=\"sometime\"", "activity-date/@type"),
        ])
    func uncertain(_ part: String, _ other: String, _ element: String) throws {
        let read = try old(ActivityTexts.old.replacing(part, with: other))
        #expect(read.activity == nil)
        #expect(read.refusal?.element == element)
        #expect(read.refusal?.reason.contains("no certain meaning") == true)
    }
}
