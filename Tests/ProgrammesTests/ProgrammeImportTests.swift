import Domain
import Markup
import TestSupport
import Testing

@testable import Programmes

@Suite("Importing programmes")
struct ProgrammeImportTests {
    private let file = ActivityTexts.file(
        ActivityTexts.courts, ActivityTexts.activity("XA-COURT-2", title: "Prisons near home"))

    private func counts(_ report: ProgrammeReport) -> [Int] {
        [report.read, report.created, report.updated, report.unchanged, report.rejected]
    }

    @Test("The same file again changes nothing; a newer activity updates; an older one is refused and said")
    func again() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            let first = try await fixture.take(file)
            #expect(counts(first) == [2, 2, 0, 0, 0])
            let second = try await fixture.take(file)
            #expect(counts(second) == [2, 0, 0, 2, 0])
            let newer = ActivityTexts.activity(
                "XA-COURT-1", updated: "2026-01-20T00:00:00Z", title: "Courts for children")
            let third = try await fixture.take(ActivityTexts.file(newer))
            #expect(counts(third) == [1, 0, 1, 0, 0])
            let found = try await fixture.list(ProgrammeFilter(text: "courts for children"))
            #expect(found == ["XA-COURT-1"])
            let fourth = try await fixture.take(file)
            #expect(counts(fourth) == [2, 0, 0, 1, 1])
            #expect(fourth.rejections.first?.reason.contains("older than what is kept") == true)
            #expect(fourth.rejections.first?.row == 1)
        }
    }

    @Test("Refused activities and repeated identifiers leave the rest to come in, each with its place")
    func rejected() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            let bad = ActivityTexts.activity("XA-COURT-3").replacing(">300000<", with: ">much<")
            let report = try await fixture.take(
                ActivityTexts.file(
                    bad, ActivityTexts.courts, ActivityTexts.courts, ActivityTexts.activity("XA-COURT-4")))
            #expect(counts(report) == [4, 2, 0, 0, 2])
            #expect(report.rejections.map(\.row) == [1, 3])
            #expect(report.rejections.first?.field.hasPrefix("XA-COURT-3, line ") == true)
            #expect(report.rejections.first?.field.hasSuffix("transaction/value") == true)
        }
    }

    @Test("A dry run says the same and keeps nothing; what breaks off says why and keeps what came before")
    func dryRun() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            let dry = try await fixture.take(file, isDryRun: true)
            #expect(counts(dry) == [2, 2, 0, 0, 0])
            let none = try await fixture.list()
            #expect(none == [])
            let cut = try await fixture.take(String(file.prefix(file.count * 3 / 4)))
            #expect(counts(cut) == [1, 1, 0, 0, 0])
            #expect(cut.failure?.hasPrefix("Line ") == true)
        }
    }

    @Test("What one keeps, no other changes: a workspace, another workspace, the operator")
    func owners() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            try await fixture.take(
                ActivityTexts.file(ActivityTexts.courts), member: fixture.coordinator, isPublic: false)
            let drafts = [
                try await fixture.list(), try await fixture.list(ProgrammeFilter(), .workspace(fixture.coordinator)),
                try await fixture.list(ProgrammeFilter(), .workspace(fixture.stranger)),
            ]
            #expect(drafts == [[], ["XA-COURT-1"], []])
            let newer = ActivityTexts.file(ActivityTexts.activity("XA-COURT-1", updated: "2026-02-01T00:00:00Z"))
            let foreign = try await fixture.take(newer, member: fixture.stranger)
            let operators = try await fixture.take(newer)
            #expect([foreign.rejected, operators.rejected] == [1, 1])
            #expect(foreign.rejections.first?.reason == "is kept by another workspace")
            let own = try await fixture.take(newer, member: fixture.coordinator)
            #expect(own.updated == 1)
            let stillDraft = try await fixture.list()
            #expect(stillDraft == [])
            let forbidden = try await ProgrammeFixture.failure {
                try await fixture.take(newer, member: fixture.observer)
            }
            #expect(forbidden == .forbidden)
        }
    }

    @Test("Lists are narrowed by State, category, theme, partner, status and words")
    func filters() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            let wells = ActivityTexts.activity("XA-WELL-1", title: "Wells 山区水井")
                .replacing("code=\"15134\"", with: "code=\"14030\"").replacing("code=\"15137\"", with: "code=\"14031\"")
                .replacing("<recipient-country code=\"XAA\" percentage=\"75.5\"/>", with: "")
                .replacing("League of Aldora", with: "Diggers").replacing(
                    "activity-status code=\"2\"", with: "activity-status code=\"4\"")
            try await fixture.take(ActivityTexts.file(ActivityTexts.courts, wells))
            var found: [[String]] = []
            for filter in [
                ProgrammeFilter(state: StateCode("XAA")), ProgrammeFilter(state: StateCode("XAB")),
                ProgrammeFilter(category: "140"), ProgrammeFilter(theme: "water-sanitation"),
                ProgrammeFilter(partner: "~league of aldora"), ProgrammeFilter(partner: "xa-court"),
                ProgrammeFilter(status: "4"), ProgrammeFilter(text: "trib enfan"), ProgrammeFilter(text: "水井"),
                ProgrammeFilter(text: "nothing of the kind"),
            ] { found.append(try await fixture.list(filter)) }
            let (courts, well) = ("XA-COURT-1", "XA-WELL-1")
            #expect(
                found == [
                    [courts], [well, courts], [well], [well], [courts], [well, courts], [well], [well, courts], [well],
                    [],
                ])
        }
    }

    @Test("Sums of a list are exact, by currency, with reversals")
    func sums() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            try await fixture.take(file)
            let totals = try await fixture.programmes.totals(ProgrammeFilter(), .everybody)
            let shown = totals.map {
                "\($0.key.currency) \($0.key.kind.rawValue) \($0.key.year) \($0.amount.text) \($0.entries)"
            }
            #expect(shown.contains("EUR disbursement 2024 99999.98 4"))
            #expect(shown.contains("JPY expenditure 2025 2400000.00 2"))
            #expect(shown.contains("USD budget-revised 2025 400000.50 2"))
            let page = try await fixture.programmes.list(ProgrammeFilter(), .everybody)
            #expect(page.total == 2)
            #expect(page.totals.allSatisfy { $0.key.year == 0 })
        }
    }
}
