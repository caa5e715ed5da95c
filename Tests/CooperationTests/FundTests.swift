import Domain
import People
import Reference
import TestSupport
import Testing

@testable import Cooperation

@Suite("Offers, funds and applications")
struct FundTests {
    private func opened(
        _ fixture: CooperationFixture, closes: String = "2026-12-31", needsConsent: Bool = false
    ) async throws -> FundCall {
        var fund = FundDraft()
        fund.name = "Lantern Fund"
        fund.level = .open
        let made = try await fixture.funds.add(fund, by: fixture.lanterns)
        var draft = FundCallDraft()
        draft.title = "Courts and registers"
        draft.closes = try CooperationFixture.day(closes)
        draft.ceiling = CurrencyCode("USD").map { Money(minor: 20_000_000, currency: $0) }
        draft.needsConsent = needsConsent
        draft.form = [
            FormField(key: "why", kind: .longText, label: "Why", isRequired: true, wordsMax: 4),
            FormField(key: "when", kind: .date, label: "When"),
        ]
        return try await fixture.funds.add(draft, to: made.id, by: fixture.lanterns)
    }

    @Test("An offer is read by others once it is published, and by its workspace before")
    func offers() async throws {
        try await withEachDatabase { database in
            let fixture = try await CooperationFixture(database)
            var draft = OfferDraft()
            draft.title = "Courses for judges"
            draft.kinds = [.training]
            draft.eligible = Eligibility(groups: ["demo-small"])
            let offer = try await fixture.offers.add(draft, by: fixture.lanterns)
            let hidden = try await fixture.offers.published(.everybody).total
            #expect(hidden == 0)
            draft.level = .partners
            try await fixture.offers.edit(offer.id, version: 1, draft, by: fixture.lanterns)
            let everybody = try await fixture.offers.published(.everybody).total
            let partner = try await fixture.offers.published(.partner(fixture.belmar.workspace.id))
            #expect(everybody == 0)
            #expect(partner.offers.map(\.eligible.groups) == [["demo-small"]])
            #expect(partner.actors[fixture.lanterns.workspace.id]?.actor == .foundation)
            let other = try await fixture.offers.published(
                .partner(fixture.belmar.workspace.id), OfferFilter(kind: .equipment))
            #expect(other.total == 0)
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.offers.find(offer.id, fixture.harbour)
            }
        }
    }

    @Test("The fund reads an application once it is handed in, complete and within its limits")
    func handingIn() async throws {
        try await withEachDatabase { database in
            let fixture = try await CooperationFixture(database)
            let call = try await opened(fixture)
            let made = try await fixture.applications.add(to: call.id, for: nil, by: fixture.aldora)
            var draft = ApplicationDraft()
            draft.title = "Registrars"
            draft.answers = ["why": "one two three four five"]
            try await fixture.applications.save(made.id, version: 1, draft, by: fixture.aldora)
            let unseen = try await fixture.applications.received(nil, fixture.lanterns)
            #expect(unseen.isEmpty)
            let long = draft
            await #expect(throws: WorkspaceError.invalid("Why", "application.tooLong")) {
                try await fixture.applications.submit(made.id, version: 2, long, by: fixture.aldora)
            }
            draft.answers = ["when": "2026-05-01"]
            let empty = draft
            await #expect(throws: WorkspaceError.invalid("Why", "application.required")) {
                try await fixture.applications.submit(made.id, version: 2, empty, by: fixture.aldora)
            }
            draft.answers = ["why": "one two three four", "other": "not asked"]
            let silent = draft
            await #expect(throws: WorkspaceError.invalid("amount", "application.amountNeeded")) {
                try await fixture.applications.submit(made.id, version: 2, silent, by: fixture.aldora)
            }
            draft.amount = CurrencyCode("EUR").map { Money(minor: 1, currency: $0) }
            let foreign = draft
            await #expect(throws: WorkspaceError.invalid("amount", "application.ceilingCurrency")) {
                try await fixture.applications.submit(made.id, version: 2, foreign, by: fixture.aldora)
            }
            draft.amount = CurrencyCode("USD").map { Money(minor: 20_000_001, currency: $0) }
            let dear = draft
            await #expect(throws: WorkspaceError.invalid("amount", "application.overCeiling")) {
                try await fixture.applications.submit(made.id, version: 2, dear, by: fixture.aldora)
            }
            draft.amount = call.ceiling
            try await fixture.applications.submit(made.id, version: 2, draft, by: fixture.aldora)
            let received = try await fixture.applications.received(call.id, fixture.lanterns)
            #expect(received.map(\.application.answers) == [["why": "one two three four"]])
            let harbour = try await fixture.applications.received(nil, fixture.harbour)
            #expect(harbour.isEmpty)
            try await fixture.applications.decide(made.id, version: 3, .selected, by: fixture.lanterns)
            let own = try await fixture.applications.find(made.id, fixture.aldora)
            #expect(own.application.status == .selected)
        }
    }

    @Test("A call that stands on the State's consent takes an application for a need that has it")
    func consent() async throws {
        try await withEachDatabase { database in
            let fixture = try await CooperationFixture(database)
            let call = try await opened(fixture, needsConsent: true)
            let need = try await fixture.needs.add(CooperationFixture.draft(), by: fixture.aldora)
            let made = try await fixture.applications.add(to: call.id, for: need.id, by: fixture.aldora)
            #expect(made.amount == need.cost)
            var draft = ApplicationDraft(made)
            draft.answers = ["why": "Judges wait"]
            let kept = draft
            await #expect(throws: WorkspaceError.invalid("need", "application.consentNeeded")) {
                try await fixture.applications.submit(made.id, version: 1, kept, by: fixture.aldora)
            }
            _ = try await fixture.needs.record(try CooperationFixture.consent(), for: need.id, by: fixture.aldora)
            try await fixture.applications.submit(made.id, version: 1, kept, by: fixture.aldora)
            let watched = try await fixture.funds.watched(fixture.aldora)
            #expect(watched == [call.id])
        }
    }

    @Test("A call that is over takes no application, and questions stay once somebody answered them")
    func closed() async throws {
        try await withEachDatabase { database in
            let fixture = try await CooperationFixture(database)
            let over = try await opened(fixture, closes: "2026-01-31")
            await #expect(throws: WorkspaceError.invalid("call", "application.callClosed")) {
                try await fixture.applications.add(to: over.id, for: nil, by: fixture.aldora)
            }
            let open = try await opened(fixture)
            let made = try await fixture.applications.add(to: open.id, for: nil, by: fixture.aldora)
            var draft = ApplicationDraft(made)
            draft.amount = open.ceiling
            draft.answers = ["why": "Judges wait"]
            try await fixture.applications.submit(made.id, version: 1, draft, by: fixture.aldora)
            var changed = FundCallDraft(open)
            changed.form.removeLast()
            let shorter = changed
            await #expect(throws: WorkspaceError.invalid("form", "fund.form.answered")) {
                try await fixture.funds.edit(open.id, version: 1, shorter, by: fixture.lanterns)
            }
        }
    }

    @Test("Answers fit the kind of their question")
    func answers() {
        func trouble(_ answer: String, _ kind: FormField.Kind) -> String? {
            let choices = kind == .choice || kind == .choices ? ["a", "b"] : []
            return FormRules.trouble(
                answer, to: FormField(key: "q", kind: kind, label: "Q", choices: choices), isHandedIn: false)
        }
        #expect(trouble("12.5", .number) == nil)
        #expect(trouble("nan", .number) == "application.number")
        #expect(trouble("1200.50 USD", .money) == nil)
        #expect(trouble("1200 usd", .money) == "application.money")
        #expect(trouble("2026-02-30", .date) == "cooperation.wholeDay")
        #expect(trouble("a\nb", .choices) == nil)
        #expect(trouble("c", .choice) == "application.choice")
        #expect(trouble("two\nlines", .text) == "application.oneLine")
    }

    @Test(
        "Words are counted as funds count them",
        arguments: [
            ("", 0), ("one two", 2), ("it’s a well-known fact – yes", 5), ("人权理事会", 5), ("لجنة حقوق الإنسان", 3),
            ("3.5 million", 2),
        ])
    func words(text: String, count: Int) {
        #expect(WordCount.of(text) == count)
    }

    @Test("Templates of funds have forms that a call can ask")
    func templates() async throws {
        let reference = try await CooperationFixture.reference.value
        #expect(reference.fundTemplates.count == 2)
        for template in reference.fundTemplates {
            for language in LanguageTag.official {
                let form = try FormRules.checked(template.form(in: language))
                #expect(form.count == template.questions.count)
            }
        }
    }
}
