import Domain
import People
import PlanSupport
import Plans
import Store
import TestSupport
import Testing

@testable import Consultations

@Suite("Consultations")
struct ConsultationTests {
    @Test(
        "Nobody outside reads what is not published, and publishing puts the day for answers among the deadlines, once")
    func publishing() async throws {
        try await withEachDatabase { database in
            let fixture = try await ConsultationFixture(database)
            let consultations = fixture.consultations
            let made = try await consultations.add(ConsultationFixture.content(), by: fixture.keeper)
            await #expect(throws: WorkspaceError.notFound) { try await consultations.published(made.id) }
            await #expect(throws: WorkspaceError.notFound) { try await consultations.find(made.id, fixture.foreign) }
            var list = try await consultations.published(limit: 10)
            #expect(list.consultations.isEmpty)
            try await consultations.publish(made.id, version: 1, by: fixture.keeper)
            list = try await consultations.published(state: StateCode("XAA"), limit: 10)
            #expect(list.consultations.map(\.consultation.id) == [made.id])
            let version = try await fixture.version(made.id)
            try await consultations.unpublish(
                made.id, version: version, why: "A date was wrong", by: fixture.keeper)
            await #expect(throws: WorkspaceError.notFound) { try await consultations.published(made.id) }
            let again = try await fixture.version(made.id)
            try await consultations.publish(made.id, version: again, by: fixture.keeper)
            let deadlines = try await database.read {
                try $0.count("SELECT COUNT(*) FROM deadline WHERE title = 'Legal aid in the districts'")
            }
            #expect(deadlines == 1)
            let topic = ConsultationTopic(.issue, "1")
            let found = try await consultations.published(on: topic)
            #expect(found.map(\.id) == [made.id])
        }
    }

    @Test(
        "What the notice said since it was published is kept, each with its time; of drafts, and of what was taken from the public, nothing is"
    )
    func versions() async throws {
        try await withEachDatabase { database in
            let fixture = try await ConsultationFixture(database)
            let consultations = fixture.consultations
            let id = try await consultations.add(ConsultationFixture.content(), by: fixture.keeper).id
            func edit(_ change: (inout ConsultationContent) -> Void) async throws {
                let value = try await consultations.find(id, fixture.keeper).consultation
                var content = value.content
                change(&content)
                try await consultations.edit(id, version: value.version, content, by: fixture.keeper)
            }
            try await edit { $0.title = "A draft's title ZQX" }
            await #expect(throws: WorkspaceError.notFound) { try await consultations.versions(of: id) }
            try await edit { $0.title = "Legal aid" }
            try await consultations.publish(id, version: try await fixture.version(id), by: fixture.keeper)
            // Publishing itself and the day it stood on are before every change after it.
            try await database.write {
                try $0.execute("UPDATE consultation SET published = '2026-01-01T00:00:00.000Z'")
                try $0.execute("UPDATE field_change SET at = '2026-01-01T00:00:00.000Z'")
            }
            var versions = try await consultations.versions(of: id)
            #expect(versions.map(\.content.title) == ["Legal aid"] && versions.map(\.until) == [nil])
            try await edit {
                $0.title = "Legal aid for all"
                $0.contact = "The office"
                $0.topics = [ConsultationTopic(.issue, "2"), ConsultationTopic(.theme, "right-to-health")]
            }
            try await consultations.cancel(
                id, version: try await fixture.version(id), why: "No room", by: fixture.keeper)
            versions = try await consultations.versions(of: id)
            #expect(versions.map(\.number) == [1, 2, 3])
            #expect(versions.map(\.content.title) == ["Legal aid", "Legal aid for all", "Legal aid for all"])
            #expect(versions.map(\.content.contact) == ["", "The office", "The office"])
            #expect(versions.map(\.content.topics.count) == [1, 2, 2])
            #expect(versions[0].content.topics == [ConsultationTopic(.issue, "1")])
            #expect(versions.map(\.cancelledWhy) == [nil, nil, "No room"])
            #expect(versions[0].until == versions[1].from && versions[0].from == "2026-01-01T00:00:00.000Z")
            let version = try await fixture.version(id)
            try await consultations.unpublish(id, version: version, why: "A name was in it", by: fixture.keeper)
            await #expect(throws: WorkspaceError.notFound) { try await consultations.versions(of: id) }
        }
    }

    @Test("One net sends ten at once and keeps nobody else out")
    func flood() async throws {
        try await withEachDatabase { database in
            let fixture = try await ConsultationFixture(database)
            let id = try await fixture.published().id
            let (one, other) = (RequestSource(address: [203, 0, 113, 1]), RequestSource(address: [203, 0, 114, 1]))
            for number in 0..<10 {
                _ = try await fixture.consultations.send(ConsultationFixture.draft("\(number)"), to: id, from: one)
            }
            await #expect(throws: WorkspaceError.invalid("text", "consultation.busy")) {
                try await fixture.consultations.send(ConsultationFixture.draft("x"), to: id, from: one)
            }
            _ = try await fixture.consultations.send(ConsultationFixture.draft("x"), to: id, from: other)
        }
    }

    @Test("Without an account one sends, waits until it was looked at, reads the answer and takes it back by a receipt")
    func outsiders() async throws {
        try await withEachDatabase { database in
            let fixture = try await ConsultationFixture(database)
            let consultations = fixture.consultations
            let id = try await fixture.published().id
            var draft = ConsultationFixture.draft("Nobody comes to the mountains. ZQX")
            draft.name = "A. Person ZQX"
            let sent = draft
            let receipt = try await consultations.send(sent, to: id)
            var open = try await consultations.published(id)
            #expect(open.contributions.isEmpty)
            let members = try await consultations.find(id, fixture.focal)
            #expect(members.contributions.isEmpty)
            let waiting = try #require(try await consultations.find(id, fixture.keeper).contributions.first)
            #expect(waiting.status == .waiting)
            #expect(waiting.made.hasSuffix("T00:00:00.000Z"))
            try await consultations.moderate(
                waiting.id, version: 1, isShown: true, why: "", by: fixture.keeper)
            try await consultations.answer(
                waiting.id, version: 2, .partly, why: "Two districts first", language: .english, by: fixture.keeper)
            open = try await consultations.published(id)
            #expect(open.contributions.map(\.answer) == [.partly])
            let (own, _) = try await consultations.contribution(receipt: receipt)
            #expect(own.answerWhy == "Two districts first")
            await #expect(throws: WorkspaceError.notFound) {
                try await consultations.contribution(receipt: receipt + "x")
            }
            try await consultations.withdraw(receipt: receipt)
            open = try await consultations.published(id)
            #expect(open.contributions.isEmpty)
            let left = try await database.read { connection in
                try connection.count("SELECT COUNT(*) FROM contribution WHERE body <> '' OR name <> ''")
                    + connection.count(
                        "SELECT COUNT(*) FROM contribution WHERE receipt = $1", [.text(receipt)])
            }
            #expect(left == 0)
            await #expect(throws: WorkspaceError.invalid("contribution", "consultation.withdrawnAlready")) {
                try await consultations.withdraw(receipt: receipt)
            }
        }
    }

    @Test(
        "Neither audit nor change log says more than the day of what came without an account, and withdrawing leaves no name"
    )
    func days() async throws {
        try await withEachDatabase { database in
            let fixture = try await ConsultationFixture(database)
            let id = try await fixture.published().id
            var draft = ConsultationFixture.draft("Nobody comes to the mountains.")
            draft.name = "A. Person"
            draft.actor = "Village council"
            let receipt = try await fixture.consultations.send(draft, to: id)
            try await fixture.consultations.withdraw(receipt: receipt)
            let times = try await database.read { connection in
                try connection.all("SELECT at FROM audit_entry WHERE actor = 'outsider'") { try $0.text(0) }
                    + connection.all("SELECT at FROM change_log WHERE entity = 'contribution'") { try $0.text(0) }
            }
            #expect(times.count == 4)
            #expect(times.allSatisfy { $0.hasSuffix("T00:00:00.000Z") })
            func left(_ condition: String) async throws -> Int {
                try await database.read { try $0.count("SELECT COUNT(*) FROM contribution WHERE \(condition)") }
            }
            #expect(try await left("actor <> '' OR name <> '' OR body <> ''") == 0)
            // What was withdrawn before the program erased who wrote it.
            try await database.write { try $0.execute("UPDATE contribution SET actor = 'Village council'") }
            let mend = try #require(Migrations.all.first { $0.number == 30 }?.statements.last)
            try await database.write { try $0.execute(mend) }
            #expect(try await left("actor <> ''") == 0)
        }
    }

    @Test("An institution that is invited gets a letter in its language, and answers for itself alone")
    func invitations() async throws {
        try await withEachDatabase { database in
            let fixture = try await ConsultationFixture(database)
            let id = try await fixture.published().id
            let (own, other) = (fixture.plan.institutions[1].id, fixture.plan.institutions[2].id)
            try await database.write {
                try $0.execute(
                    "UPDATE institution SET email = 'desk@second.example', language = 'fr' WHERE id = $1",
                    [.int(own.value)])
            }
            for institution in [own, other] {
                try await fixture.consultations.invite(institution, name: "", actor: "", to: id, by: fixture.keeper)
            }
            let letters = try await database.read {
                try $0.all(
                    "SELECT address, language, arguments FROM outbox WHERE kind = 'consultation-invited' ORDER BY id"
                ) {
                    [try $0.text(0), try $0.text(1), try $0.text(2)]
                }
            }
            #expect(letters.map { Array($0.prefix(2)) } == [["desk@second.example", "fr"], ["m3@example.org", "en"]])
            #expect(letters.first?[2].replacing("\\/", with: "/").contains("/consultations/\(id)") == true)
            let invited = try await fixture.consultations.find(id, fixture.keeper).invited
            let strange = try #require(invited.first { $0.institution == other })
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.consultations.answer(
                    invitation: strange.id, .coming, of: id, by: fixture.focal)
            }
        }
    }

    @Test("The form takes nothing where the holder did not open it, before its day, and from a flood")
    func limits() async throws {
        try await withSQLite { database, _ in
            let fixture = try await ConsultationFixture(database)
            let consultations = fixture.consultations
            var content = ConsultationFixture.content()
            content.takesOutsiders = false
            let closed = content
            let made = try await consultations.add(closed, by: fixture.keeper)
            try await consultations.publish(made.id, version: 1, by: fixture.keeper)
            await #expect(throws: WorkspaceError.invalid("consultation", "consultation.notOpen")) {
                try await consultations.send(ConsultationFixture.draft("x"), to: made.id)
            }
            content.takesOutsiders = true
            content.opens = CalendarDate("2026-02-20")
            let ahead = content
            let later = try await consultations.add(ahead, by: fixture.keeper)
            try await consultations.publish(later.id, version: 1, by: fixture.keeper)
            await #expect(throws: WorkspaceError.invalid("consultation", "consultation.notOpen")) {
                try await consultations.contribute(ConsultationFixture.draft("x"), to: later.id, by: fixture.focal)
            }
            let open = try await fixture.published()
            var taken = 0
            for number in 0..<40 {
                do throws(WorkspaceError) {
                    _ = try await consultations.send(ConsultationFixture.draft("\(number)"), to: open.id)
                    taken += 1
                } catch { #expect(error == .invalid("text", "consultation.busy")) }
            }
            // One was tried above.
            #expect(taken == 29)
        }
    }

    @Test("An institution speaks for itself and takes its own words back; what is held back leaves its ground")
    func members() async throws {
        try await withEachDatabase { database in
            let fixture = try await ConsultationFixture(database)
            let consultations = fixture.consultations
            let id = try await fixture.published().id
            var draft = ConsultationFixture.draft("We have no lawyers there. ZQX")
            draft.institution = fixture.plan.institutions[0].id
            let asked = draft
            let own = try await consultations.contribute(asked, to: id, by: fixture.focal)
            #expect(own.institution == fixture.plan.institutions[1].id)
            let shown = try await consultations.published(id)
            #expect(shown.contributions.map(\.institutionName) == ["Ministry 2"])
            try await consultations.moderate(
                own.id, version: 1, isShown: false, why: "It names a victim", by: fixture.keeper)
            let held = try await consultations.published(id)
            #expect(held.contributions.map(\.moderatedWhy) == ["It names a victim"])
            #expect(held.contributions.allSatisfy { $0.text.isEmpty && $0.sentBy.isEmpty })
            let other = fixture.plan.member(.focalPoint, fixture.plan.institutions[2].id)
            let theirs = try await consultations.find(id, other)
            #expect(theirs.contributions.map(\.text) == [""])
            let mine = try await consultations.find(id, fixture.focal)
            #expect(mine.contributions.map(\.text) == ["We have no lawyers there. ZQX"])
            await #expect(throws: WorkspaceError.notFound) {
                try await consultations.withdraw(own.id, version: 2, by: other)
            }
            try await consultations.withdraw(own.id, version: 2, by: fixture.focal)
            let after = try await consultations.find(id, fixture.keeper)
            #expect(after.contributions.map(\.status) == [.withdrawn])
            let observer = fixture.plan.member(.observer)
            await #expect(throws: WorkspaceError.forbidden) {
                try await consultations.contribute(asked, to: id, by: observer)
            }
        }
    }

    @Test(
        "A summary cites what was said; a conclusion becomes an action, a practice and part of an issue, and both ends know"
    )
    func results() async throws {
        try await withEachDatabase { database in
            let fixture = try await ConsultationFixture(database)
            let consultations = fixture.consultations
            let id = try await fixture.published().id
            let said = try await consultations.takeDown(
                ConsultationFixture.draft("Offices close at noon"), in: id, by: fixture.keeper)
            await #expect(throws: WorkspaceError.invalid("citations", "consultation.citations")) {
                try await consultations.add(
                    part: .sentence, "x", citing: [ContributionID(99)], to: id, by: fixture.keeper)
            }
            try await consultations.add(
                part: .sentence, "Hours are short.", citing: [said.id], to: id, by: fixture.keeper)
            try await consultations.add(part: .sentence, "All agreed.", citing: [], to: id, by: fixture.keeper)
            try await consultations.add(
                part: .conclusion, "Open the offices in the afternoon", citing: [said.id], to: id, by: fixture.keeper)
            let draft = try await consultations.published(id)
            #expect(draft.parts.isEmpty)
            let written = try await consultations.find(id, fixture.keeper).parts
            #expect(written.map(\.lacksSource) == [false, true, false])
            let conclusion = try #require(written.last)
            _ = try await fixture.plan.plans.commit([fixture.plan.issues[0]], by: fixture.keeper)
            let commitment = try await database.read {
                try $0.first("SELECT id FROM commitment ORDER BY id LIMIT 1") { try $0.int(0) }
            }
            let action = try await consultations.makeAction(
                conclusion.id, of: id, under: try #require(commitment), by: fixture.keeper)
            let practice = try await consultations.makePractice(conclusion.id, of: id, by: fixture.keeper)
            try await consultations.putToIssue(conclusion.id, of: id, issue: 1, by: fixture.keeper)
            await #expect(throws: WorkspaceError.invalid("issue", "consultation.issueUnknown")) {
                try await consultations.putToIssue(conclusion.id, of: id, issue: 999, by: fixture.keeper)
            }
            let unseen = try await consultations.origins(of: .issue, 1)
            #expect(unseen.isEmpty)
            let version = try await fixture.version(id)
            try await consultations.publishSummary(id, version: version, isShown: true, by: fixture.keeper)
            let open = try await consultations.published(id)
            #expect(open.parts.last?.outcomes.map(\.kind) == [.action, .issue, .practice])
            #expect(open.publicPractices.isEmpty)
            let origins = try await consultations.origins(of: .action, action)
            #expect(origins.map(\.text) == ["Open the offices in the afternoon"])
            let issues = try await consultations.origins(of: .issue, 1)
            #expect(issues.count == 1)
            let title = try await database.read {
                try $0.first(
                    """
                    SELECT t.title FROM practice p JOIN practice_text t ON t.edition_id = p.latest_edition WHERE p.id = $1
                    """, [.int(practice)]
                ) { try $0.text(0) }
            }
            #expect(title == "Open the offices in the afternoon")
        }
    }

    @Test("An agenda has sessions, speakers and who was asked; the institution answers for itself alone")
    func agenda() async throws {
        try await withEachDatabase { database in
            let fixture = try await ConsultationFixture(database)
            let consultations = fixture.consultations
            let id = try await fixture.published().id
            let day = try #require(CalendarDate("2026-02-10"))
            await #expect(throws: WorkspaceError.invalid("ends", "consultation.closesFirst")) {
                try await consultations.add(
                    session: ConsultationSession(day: day, starts: "11:00", ends: "09:00", title: "Opening"), to: id,
                    by: fixture.keeper)
            }
            try await consultations.add(
                session: ConsultationSession(day: day, starts: "11:00", ends: "12:30", title: "Districts"), to: id,
                by: fixture.keeper)
            try await consultations.add(
                session: ConsultationSession(day: day, starts: "09:00", ends: "10:30", title: "Opening"), to: id,
                by: fixture.keeper)
            let session = try #require(try await consultations.published(id).sessions.first)
            try await consultations.add(
                speaker: "L. Oskar", office: "Bar association", topic: "", to: session.id, of: id, by: fixture.keeper)
            try await consultations.invite(
                fixture.plan.institutions[1].id, name: "", actor: "", to: id, by: fixture.keeper)
            try await consultations.invite(nil, name: "Shore Society", actor: "", to: id, by: fixture.keeper)
            var reading = try await consultations.published(id)
            #expect(reading.sessions.map(\.title) == ["Opening", "Districts"])
            #expect(reading.sessions.map { $0.speakers.count } == [1, 0])
            #expect(reading.invited.map(\.name) == ["Ministry 2", "Shore Society"])
            let outside = try #require(reading.invited.last)
            await #expect(throws: WorkspaceError.notFound) {
                try await consultations.answer(invitation: outside.id, .coming, of: id, by: fixture.focal)
            }
            let own = try #require(reading.invited.first)
            try await consultations.answer(invitation: own.id, .coming, of: id, by: fixture.focal)
            try await consultations.remove(.invited, outside.id, of: id, by: fixture.keeper)
            reading = try await consultations.published(id)
            #expect(reading.invited.map(\.answer) == [.coming])
        }
    }
}
