import Domain
import People
import Plans
import Store
import TestSupport
import Testing

@testable import FollowUp

@Suite("Indicators")
struct IndicatorTests {
    private func content(_ code: String?, _ title: String, of institution: InstitutionID? = nil) -> Indicator.Content {
        Indicator.Content(
            code: code, title: title, kind: .outcome, unit: "per 100,000", direction: .decrease,
            institution: institution,
            links: [IndicatorLink(.target, "16.1"), IndicatorLink(.commitment, "1")])
    }

    private func receive(
        _ text: String, for indicator: IndicatorID?, _ fixture: ProgressFixture, point: ImportOptions.Point = .point,
        by member: Member? = nil
    ) async throws -> ObservationImportID {
        try await fixture.indicators.receive(
            "values.csv", Array(text.utf8), for: indicator, ImportOptions(point: point, source: "Office of Statistics"),
            by: member ?? fixture.coordinator)
    }

    @Test("A code is of one indicator, links lead somewhere, and changes are checked against the version")
    func editing() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let indicators = fixture.indicators
            let made = try await indicators.add(content("16.1.1", "Homicides"), by: fixture.coordinator)
            let taken = try await ProgressFixture.failure {
                _ = try await indicators.add(content("16.1.1", "Others"), by: fixture.coordinator)
            }
            #expect(taken == .invalid("code", "indicator.codeTaken"))
            var lost = content(nil, "Lost")
            lost.links = [IndicatorLink(.commitment, "77")]
            let unknown = try await ProgressFixture.failure { [lost] in
                _ = try await indicators.add(lost, by: fixture.coordinator)
            }
            #expect(unknown == .invalid("links", "indicator.linkUnknown"))
            _ = try await indicators.edit(made.id, content("16.1.1", "Deaths"), version: 1, by: fixture.coordinator)
            let stale = try await ProgressFixture.failure {
                _ = try await indicators.edit(made.id, content("16.1.1", "Dead"), version: 1, by: fixture.coordinator)
            }
            #expect(stale == .stale(made.subject, version: 2))
            let forbidden = try await ProgressFixture.failure {
                _ = try await indicators.add(content(nil, "Mine"), by: fixture.focal)
            }
            #expect(forbidden == .forbidden)
            let linked = try await indicators.page(
                IndicatorFilter(link: IndicatorLink(.target, "16.1")), fixture.observer)
            #expect(linked.map(\.indicator.content.title) == ["Deaths"])
            let foreign = try await indicators.page(IndicatorFilter(), fixture.stranger)
            #expect(foreign.isEmpty)
        }
    }

    @Test("A table is previewed, its faults are named by row and column, and taking it twice changes nothing")
    func importing() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let indicators = fixture.indicators
            let made = try await indicators.add(content("D1", "Deaths"), by: fixture.coordinator)
            let text = """
                Deaths in custody;;;
                Année;Sexe;Valeur;Note
                2019;;1.250,5;
                2019;Femmes;12,0;
                2020;;..;strike
                20x1;;3;
                2021;;many;
                2019;Total;7;
                """
            let id = try await receive(text, for: made.id, fixture, point: .comma)
            let preview = try await indicators.preview(id, fixture.coordinator)
            #expect(preview.lines.map { $0.draft.value?.description } == ["1250.5", "12.0", nil])
            #expect(preview.lines.map(\.draft.breakdown.sex) == ["", "female", ""])
            #expect(
                preview.faults.map { "\($0.place.row)\($0.place.column) \($0.reason.rawValue)" } == [
                    "6A period", "7C value", "8C twice",
                ])
            let done = try await indicators.take(id, version: 1, by: fixture.coordinator)
            #expect(done.made == 3)
            let again = try await receive(text, for: made.id, fixture, point: .comma)
            let second = try await indicators.preview(again, fixture.coordinator)
            #expect(second.count { $0 == .same } == 3)
            let over = try await ProgressFixture.failure {
                _ = try await indicators.take(id, version: 2, by: fixture.coordinator)
            }
            #expect(over == .invalid("import", "indicator.importOver"))
        }
    }

    @Test("A correction stands beside the old value in the preview, and in the history once taken")
    func changing() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let indicators = fixture.indicators
            let made = try await indicators.add(content("D1", "Deaths"), by: fixture.coordinator)
            let first = try await receive("code,region,2019,2020\nD1,North,4,5\nD9,North,1,1\n", for: nil, fixture)
            _ = try await indicators.take(first, version: 1, by: fixture.coordinator)
            let second = try await receive("code,region,2019,2020\nD1,North,4,6\n", for: nil, fixture)
            let preview = try await indicators.preview(second, fixture.coordinator)
            let old = preview.lines.compactMap {
                if case .changes(let old) = $0.effect { old.value?.description } else { nil }
            }
            #expect(old == ["5"])
            let done = try await indicators.take(second, version: 1, by: fixture.coordinator)
            #expect(done.changed == 1)
            let (_, observations) = try await indicators.find(made.id, fixture.observer)
            #expect(observations.map { $0.value?.description } == ["4", "6"])
            let subject = try #require(observations.last?.subject)
            let history = try await database.read { try FieldChangeRow.of(subject, fixture.workspace.id, $0) }
            #expect(history.first { $0.field == "value" }?.old == "5")
        }
    }

    @Test("A focal point brings values of her institution's indicators alone")
    func reach() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let indicators = fixture.indicators
            let own = try await indicators.add(content("J", "Own", of: fixture.justice), by: fixture.coordinator)
            let other = try await indicators.add(content("H", "Other", of: fixture.health), by: fixture.coordinator)
            let id = try await receive("code,year,value\nJ,2020,1\nH,2020,1\n", for: nil, fixture, by: fixture.focal)
            let preview = try await indicators.preview(id, fixture.focal)
            #expect(preview.lines.map(\.draft.indicator) == [own.id])
            #expect(preview.faults.map(\.reason) == [.indicatorReach])
            let foreign = try await ProgressFixture.failure { _ = try await indicators.preview(id, fixture.otherFocal) }
            #expect(foreign == .notFound)
            let period = try #require(ObservationPeriod("2020"))
            let failure = try await ProgressFixture.failure {
                _ = try await indicators.observe(
                    ObservationDraft(indicator: other.id, period: period, value: Quantity("1"), source: "Own count"),
                    by: fixture.focal)
            }
            #expect(failure == .notFound)
            let seen = try await indicators.page(IndicatorFilter(), fixture.focal)
            #expect(seen.map(\.indicator.id) == [own.id])
        }
    }
}
