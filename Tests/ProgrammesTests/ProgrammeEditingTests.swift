import Domain
import Markup
import Store
import TestSupport
import Testing

@testable import Programmes

@Suite("Programmes made by hand")
struct ProgrammeEditingTests {
    private var draft: ProgrammeDraft {
        ProgrammeDraft(
            identifier: "XA-MOJ-1", reporterReference: "XA-MOJ", reporterName: "Ministry of Justice",
            title: "Houses of justice",
            description: "One in every district.", plannedStart: CalendarDate("2026-03-01"),
            states: [DraftShare(code: "XAA")], sectors: [DraftShare(code: "15130", percentage: Percentage("100"))],
            goals: ["16.3"], modality: .southSouth, currency: "EUR",
            partners: [DraftPartner(role: "4", name: "League of Aldora")], isPublic: true)
    }

    @Test("A programme made by hand reads back as it was written, and leaves as a whole activity")
    func made() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            let id = try await fixture.programmes.add(draft, by: fixture.coordinator)
            try await fixture.programmes.add(
                MoneyDraft(kind: .disbursement, amount: "1 250.50", currency: "eur", day: CalendarDate("2026-04-01")),
                to: id, version: 1, by: fixture.coordinator)
            try await fixture.programmes.add(
                MoneyDraft(
                    kind: .budgetOriginal, amount: "5000", currency: "EUR", day: CalendarDate("2026-01-01"),
                    end: CalendarDate("2026-12-31")), to: id, version: 2, by: fixture.coordinator)
            let whole = try await fixture.programmes.find(id, .everybody)
            #expect(whole.programme.lacking == [])
            #expect(whole.programme.modality == .southSouth)
            #expect(ProgrammeDraft(whole.activity, fixture.programmes.codes, isPublic: true) == draft)
            #expect(whole.totals.map(\.amount.text) == ["5000.00", "1250.50"])
            let read = try Shared.read(try await fixture.export(.workspace(fixture.coordinator)).text)
            #expect(read.first?.warnings == [])
            #expect(read.first?.lacking == [])
        }
    }

    @Test("An edit keeps what the form does not show, is stale on an old version, and is nobody else's")
    func edited() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            try await fixture.take(ActivityTexts.file(ActivityTexts.courts), member: fixture.coordinator)
            let id = try #require(try await fixture.id("XA-COURT-1"))
            let before = try await fixture.programmes.find(id, .everybody)
            var draft = ProgrammeDraft(before.activity, fixture.programmes.codes, isPublic: true)
            draft.title = "Courts that every child can trust"
            let changed = draft
            try await fixture.programmes.edit(id, version: 1, changed, by: fixture.coordinator)
            let after = try await fixture.programmes.find(id, .everybody)
            #expect(
                after.activity.titles.map(\.text) == [changed.title, "Des tribunaux auxquels les enfants se fient"])
            #expect(after.activity.results == before.activity.results)
            #expect(after.activity.money == before.activity.money)
            #expect(after.activity.participants == before.activity.participants)
            let failures = [
                try await ProgrammeFixture.failure {
                    try await fixture.programmes.edit(id, version: 1, changed, by: fixture.coordinator)
                },
                try await ProgrammeFixture.failure {
                    try await fixture.programmes.edit(id, version: 2, changed, by: fixture.stranger)
                },
                try await ProgrammeFixture.failure {
                    try await fixture.programmes.edit(id, version: 2, changed, by: fixture.observer)
                },
            ]
            #expect(failures == [.stale(Subject(.programme, id.value), version: 2), .notFound, .forbidden])
            let fields = try await database.read { connection in
                try connection.all("SELECT field FROM field_change WHERE kind = 'programme'") { try $0.text(0) }
            }
            #expect(fields == ["title"])
        }
    }

    @Test("An entry of money goes with a reason, and the sums with it")
    func removed() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            try await fixture.take(ActivityTexts.file(ActivityTexts.courts), member: fixture.coordinator)
            let id = try #require(try await fixture.id("XA-COURT-1"))
            let whole = try await fixture.programmes.find(id, .everybody)
            let place = try #require(whole.activity.money.firstIndex { $0.amount.isNegative })
            try await fixture.programmes.removeMoney(
                place, of: id, version: 1, because: "Booked twice", by: fixture.coordinator)
            let after = try await fixture.programmes.find(id, .everybody)
            #expect(after.totals.first { $0.key.kind == .disbursement }?.amount.text == "75000.55")
            let failure = try await ProgrammeFixture.failure {
                try await fixture.programmes.removeMoney(0, of: id, version: 2, because: " ", by: fixture.coordinator)
            }
            #expect(failure == .invalid("reason", "programme.reasonNeeded"))
        }
    }

    @Test("Every field that is wrong is named")
    func wrong() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            var draft = draft
            draft.title = " "
            draft.identifier = "OTHER-1"
            draft.states = [DraftShare(code: "XAA", percentage: Percentage("60")), DraftShare(code: "XAB")]
            draft.sectors = [DraftShare(code: "1")]
            draft.goals = ["99.9"]
            draft.partners = [DraftPartner(role: "7", name: "Nobody")]
            draft.currency = "EURO"
            draft.plannedStart = nil
            let wrong = draft
            let failure = try await ProgrammeFixture.failure {
                _ = try await fixture.programmes.add(wrong, by: fixture.coordinator)
            }
            guard case .invalid(let troubles) = failure else {
                Testing.Issue.record("nothing was wrong")
                return
            }
            #expect(
                troubles.map(\.field) == [
                    "title", "identifier", "plannedStart", "partners", "sectors", "states", "goals", "currency",
                ])
        }
    }

    @Test("A withdrawn programme is in no list, no file and no page")
    func withdrawn() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgrammeFixture(database)
            let id = try await fixture.programmes.add(draft, by: fixture.coordinator)
            try await fixture.programmes.withdraw(id, version: 1, because: "Ended", by: fixture.coordinator)
            let list = try await fixture.list()
            let text = try await fixture.export(.workspace(fixture.coordinator)).text
            #expect(list == [])
            #expect(!text.contains("XA-MOJ-1"))
            let failure = try await ProgrammeFixture.failure {
                _ = try await fixture.programmes.find(id, .workspace(fixture.coordinator))
            }
            #expect(failure == .notFound)
        }
    }
}
