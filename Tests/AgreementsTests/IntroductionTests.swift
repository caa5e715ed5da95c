import Clocks
import Cooperation
import Domain
import People
import Store
import TestSupport
import Testing

@testable import Agreements

@Suite("Introductions")
struct IntroductionTests {
    @Test("A request is read by the two and by nobody else, and answered by the asked side alone")
    func twoAlone() async throws {
        try await withEachDatabase { database in
            let fixture = try await AgreementFixture(database)
            let introductions = fixture.introductions
            let id = try await fixture.asked()
            let theirs = try await introductions.find(id, fixture.aldora)
            #expect(theirs.record.introduction.asker == fixture.lanterns.workspace.id)
            #expect(theirs.record.titles.need == fixture.need.title)
            // Who in the other workspace wrote is not told.
            #expect(theirs.record.introduction.madeBy == "")
            await #expect(throws: WorkspaceError.notFound) { try await introductions.find(id, fixture.stranger) }
            let none = try await introductions.all(fixture.stranger)
            #expect(none.isEmpty)
            await #expect(throws: WorkspaceError.notFound) {
                try await introductions.accept(id, version: 1, by: fixture.stranger)
            }
            await #expect(throws: WorkspaceError.forbidden) {
                try await introductions.accept(id, version: 1, by: fixture.lanterns)
            }
            await #expect(throws: WorkspaceError.stale(Subject(.introduction, id.value), version: 1)) {
                try await introductions.accept(id, version: 7, by: fixture.aldora)
            }
            try await introductions.accept(id, version: 1, by: fixture.aldora)
            let seen = try await introductions.find(id, fixture.lanterns)
            #expect(seen.record.introduction.status == .accepted)
            #expect(seen.record.introduction.answeredBy == nil)
        }
    }

    @Test("Only what the asker may see can be asked about, once at a time, and of one other workspace")
    func whatCanBeAsked() async throws {
        try await withEachDatabase { database in
            let fixture = try await AgreementFixture(database)
            let introductions = fixture.introductions
            let draft = try await fixture.needs.add(NeedDraft(fixture.need), by: fixture.aldora)
            await #expect(throws: WorkspaceError.invalid("need", "introduction.allowed.unknown")) {
                try await introductions.ask(IntroductionAsk(need: draft.id), text: "Hello", by: fixture.lanterns)
            }
            await #expect(throws: WorkspaceError.invalid("need", "introduction.allowed.nobody")) {
                try await introductions.ask(IntroductionAsk(need: draft.id), text: "Hello", by: fixture.aldora)
            }
            _ = try await fixture.asked()
            await #expect(throws: WorkspaceError.invalid("text", "introduction.allowed.waits")) {
                try await fixture.asked()
            }
            await #expect(throws: WorkspaceError.invalid("text", "agreement.allowed.needed")) {
                try await introductions.ask(IntroductionAsk(peer: StateCode("XAA")), text: "  ", by: fixture.harbour)
            }
            // A State without a workspace cannot be asked here, and the page says so beforehand.
            let outlook = try await introductions.outlook(IntroductionAsk(peer: StateCode("XAC")), fixture.aldora)
            #expect(outlook.obstacle == .peerWithoutWorkspace)
            #expect(outlook.partner == nil)
            await #expect(throws: WorkspaceError.invalid("need", "introduction.allowed.noWorkspace")) {
                try await introductions.ask(IntroductionAsk(peer: StateCode("XAC")), text: "Hello", by: fixture.aldora)
            }
        }
    }

    @Test("Consent withdrawn: the need is named no more, the thread stays but for what repeats it")
    func withdrawnConsent() async throws {
        try await withEachDatabase { database in
            let fixture = try await AgreementFixture(database)
            let introductions = fixture.introductions
            let id = try await fixture.asked("About: Train judges in the districts.")
            try await introductions.say("When could we talk?", on: id, by: fixture.lanterns)
            try await introductions.say(
                "We ask for two courses a year for the registrars of all nine district courts.", on: id,
                by: fixture.aldora)
            try await fixture.needs.withdrawConsent(fixture.need.id, why: "A change of plans", by: fixture.aldora)
            let page = try await introductions.find(id, fixture.lanterns)
            #expect(page.record.titles.need == nil)
            #expect(!page.record.isNeedShown)
            #expect(page.record.isTextWithheld)
            #expect(page.record.introduction.text == "")
            #expect(page.messages.map(\.text) == ["When could we talk?", ""])
            #expect(page.messages.map(\.isWithheld) == [false, true])
            // The State reads its own need and all of the thread.
            let own = try await introductions.find(id, fixture.aldora)
            #expect(own.record.titles.need == fixture.need.title)
            #expect(own.messages.allSatisfy { !$0.isWithheld })
        }
    }

    @Test("Three weeks without an answer are a finding and an alert on both sides, which end with the answer")
    func unanswered() async throws {
        try await withEachDatabase { database in
            let fixture = try await AgreementFixture(database)
            let id = try await fixture.asked()
            fixture.time.move(days: Int64(Introductions.unansweredDays) - 1)
            let early = try await fixture.introductions.all(fixture.aldora)
            #expect(early.map(\.isUnanswered) == [false])
            var counts = [
                try await fixture.alerts(fixture.aldora, .unanswered),
                try await fixture.alerts(fixture.lanterns, .unanswered),
            ]
            #expect(counts == [0, 0])
            fixture.time.move(days: 1)
            let late = try await fixture.introductions.all(fixture.lanterns)
            #expect(late.map(\.isUnanswered) == [true])
            #expect(late.map(\.ageDays) == [Introductions.unansweredDays])
            counts = [
                try await fixture.alerts(fixture.aldora, .unanswered),
                try await fixture.alerts(fixture.lanterns, .unanswered),
                try await fixture.alerts(fixture.stranger, .unanswered),
            ]
            #expect(counts == [1, 1, 0])
            try await fixture.introductions.decline(id, version: 1, reason: "No room this year", by: fixture.aldora)
            let left = try await fixture.clocks.alerts(AlertFilter(kind: .unanswered), before: nil, fixture.lanterns)
            #expect(left.alerts.isEmpty)
        }
    }

    @Test("A person is shown to the other side once both gave one and the request was accepted")
    func contacts() async throws {
        try await withEachDatabase { database in
            let fixture = try await AgreementFixture(database)
            let introductions = fixture.introductions
            let id = try await fixture.asked()
            try await introductions.give(
                IntroductionContact(name: "Ada Quill", office: "Desk", email: "ada@lantern.example"), on: id,
                by: fixture.lanterns)
            try await introductions.give(
                IntroductionContact(name: "Ben Moor", office: "", email: ""), on: id, by: fixture.aldora)
            var page = try await introductions.find(id, fixture.aldora)
            #expect(page.otherContact == nil)
            #expect(page.isOtherContactGiven)
            try await introductions.accept(id, version: 1, by: fixture.aldora)
            page = try await introductions.find(id, fixture.aldora)
            #expect(page.otherContact?.name == "Ada Quill")
            try await introductions.takeContact(of: id, by: fixture.aldora)
            page = try await introductions.find(id, fixture.lanterns)
            #expect(page.otherContact == nil)
            page = try await introductions.find(id, fixture.aldora)
            #expect(page.otherContact == nil)
        }
    }

    @Test("Messages are by workspace, deletion leaves a mark, and a closed request takes none")
    func thread() async throws {
        try await withEachDatabase { database in
            let fixture = try await AgreementFixture(database)
            let introductions = fixture.introductions
            let id = try await fixture.asked()
            try await introductions.say("First", on: id, by: fixture.lanterns)
            try await introductions.say("Second", on: id, by: fixture.aldora)
            var page = try await introductions.find(id, fixture.aldora)
            #expect(page.messages.map(\.text) == ["First", "Second"])
            #expect(page.messages.map(\.author) == [nil, "cli:aldora"])
            let first = try #require(page.messages.first).id
            await #expect(throws: WorkspaceError.notFound) {
                try await introductions.delete(message: first, of: id, by: fixture.aldora)
            }
            try await introductions.delete(message: first, of: id, by: fixture.lanterns)
            page = try await introductions.find(id, fixture.aldora)
            #expect(page.messages.map(\.text) == ["", "Second"])
            #expect(page.messages.first?.deleted != nil)
            await #expect(throws: WorkspaceError.invalid("message", "agreement.allowed.long")) {
                try await introductions.say(String(repeating: "a", count: 4_001), on: id, by: fixture.aldora)
            }
            try await introductions.withdraw(id, version: 1, reason: "", by: fixture.lanterns)
            await #expect(throws: WorkspaceError.invalid("message", "introduction.allowed.over")) {
                try await introductions.say("Third", on: id, by: fixture.aldora)
            }
        }
    }

    @Test("History stands in both workspaces, and in the other's the workspace stands instead of its person")
    func sharedHistory() async throws {
        try await withEachDatabase { database in
            let fixture = try await AgreementFixture(database)
            let id = try await fixture.asked()
            try await fixture.introductions.accept(id, version: 1, by: fixture.aldora)
            let subject = Subject(.introduction, id.value)
            let own = try await fixture.store.lastChanges(of: subject, fixture.aldora, limit: 10)
            #expect(own.map(\.new) == ["accepted", "asked"])
            #expect(own.map(\.by) == ["cli:aldora", "lanterns"])
            let others = try await fixture.store.lastChanges(of: subject, fixture.lanterns, limit: 10)
            #expect(others.map(\.by) == ["aldora", "cli:lanterns"])
            let none = try await fixture.store.lastChanges(of: subject, fixture.stranger, limit: 10)
            #expect(none.isEmpty)
        }
    }
}
