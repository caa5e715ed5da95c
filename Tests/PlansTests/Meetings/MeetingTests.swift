import Domain
import Foundation
import People
import PlanSupport
import Plans
import Programs
import Rounds
import Store
import TestSupport
import Testing

@Suite("Committee meetings and letters")
struct MeetingTests {
    @Test("An agenda keeps its order; whoever writes minutes on an older version is told")
    func agenda() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 1)
            let meetings = Meetings(fixture.store)
            let day = try #require(CalendarDate("2026-11-03"))
            let meeting = try await meetings.add("Third session", on: day, by: fixture.keeper)
            try await meetings.add(
                [AgendaDraft(title: "One", about: Subject(.round, 4)), AgendaDraft(title: "Two")], to: meeting.id,
                by: fixture.keeper)
            var items = try await meetings.find(meeting.id, fixture.keeper).items
            #expect(items.map(\.title) == ["One", "Two"])
            #expect(items[0].about == Subject(.round, 4))
            items[1].place = 0
            items[1].minutes = "Agreed"
            try await meetings.edit(items[1], by: fixture.keeper)
            let now = try await meetings.find(meeting.id, fixture.keeper).items
            #expect(now.map(\.title) == ["Two", "One"])
            await #expect(throws: WorkspaceError.stale(items[1].subject, version: 2)) {
                try await meetings.edit(items[1], by: fixture.keeper)
            }
            await #expect(throws: WorkspaceError.forbidden) {
                try await meetings.find(meeting.id, fixture.member(.observer))
            }
        }
    }

    @Test("A decision for work needs an institution and a commitment; one for the minutes does not")
    func decisions() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 1)
            let meetings = Meetings(fixture.store)
            let day = try #require(CalendarDate("2026-11-03"))
            let meeting = try await meetings.add("Third session", on: day, by: fixture.keeper)
            let institution = fixture.institutions[0].id
            let decision = try await meetings.decide(
                DecisionDraft(text: "The text is circulated again", institution: institution, due: day),
                in: meeting.id, by: fixture.keeper)
            await #expect(throws: WorkspaceError.invalid("commitment", "meeting.commitmentNeeded")) {
                try await meetings.decide(
                    DecisionDraft(text: "Do it", institution: institution, work: .action), in: meeting.id,
                    by: fixture.keeper)
            }
            await #expect(throws: WorkspaceError.invalid("commitment", "meeting.commitmentNeeded")) {
                try await meetings.decide(
                    DecisionDraft(text: "Do it", institution: institution, commitment: CommitmentID(99), work: .lead),
                    in: meeting.id, by: fixture.keeper)
            }
            #expect(try await meetings.decisions(of: institution, fixture.keeper).map(\.id) == [decision.id])
            try await meetings.withdraw(
                decision.id, of: meeting.id, version: 1, reason: "Twice in the minutes", by: fixture.keeper)
            #expect(try await meetings.find(meeting.id, fixture.keeper).decisions.isEmpty)
        }
    }

    private static let body = "To {{institution}}\n\n{{#rows}}\n{{number}}: {{text}} ({{due}})\n{{/rows}}\n{{count}}"

    @Test("A letter is filled for each institution with its own rows, sent once to each, and kept")
    func letters() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 3)
            let letters = WorkspaceLetters(fixture.store)
            var texts = Array(RoundFixture.texts().suffix(3))
            texts[0].words = "Adopt the {{secret}} & <b>bold</b> law"
            let document = try await fixture.report("DEMO/T/1", texts)
            let round = try await fixture.rounds.open(document, by: fixture.keeper)
            let picks = try await fixture.rounds.page(round.id, fixture.keeper).live.map { RoundPick($0.paragraph.id) }
            let all = fixture.institutions.map(\.id)
            _ = try await fixture.rounds.circulate(
                round.id, picks, to: [all[0], all[2]], due: RoundFixture.due, by: fixture.keeper)
            let draft = LetterTemplate(
                id: LetterTemplateID(0), workspace: fixture.workspace.id, title: "Reminder",
                subject: "{{count}} for {{institution}}", body: Self.body, language: .english, matter: .round)
            var broken = draft
            broken.body = "{{#rows}} never closed"
            let wrong = broken
            await #expect(throws: WorkspaceError.invalid("body", "letter.placesWrong")) {
                try await letters.add(wrong, by: fixture.keeper)
            }
            let template = try await letters.add(draft, by: fixture.keeper)
            let date: @Sendable (CalendarDate) -> String = { $0.description }
            let filled = try await letters.filled(template.id, for: [], fixture.keeper, date: date)
            #expect(filled.map(\.institution.id) == [all[0], all[2]])
            #expect(filled[0].subject == "3 for Ministry 1")
            #expect(filled[0].body.contains("Adopt the {{secret}} & <b>bold</b> law (2026-11-30)"))
            let result = try await letters.send(
                template.id, version: 1, to: filled.map(\.institution.id), by: fixture.keeper, date: date)
            #expect(result.sent == 1)
            #expect(result.unreachable == [all[2]])
            #expect(try await letters.sent(fixture.keeper).map(\.body) == [filled[0].body])
            #expect(try await fixture.count("SELECT COUNT(*) FROM outbox WHERE kind = 'letter'") == 1)
            await #expect(throws: WorkspaceError.stale(template.about, version: 1)) {
                try await letters.send(template.id, version: 7, to: [all[0]], by: fixture.keeper, date: date)
            }
        }
    }

    @Test("A letter becomes a document that says the same, and several an archive that opens")
    func documents() async throws {
        let programs = ProgramRunner()
        let institution = Institution(
            id: InstitutionID(1), workspace: WorkspaceID(1), kind: .ministry, name: "Ministry of <Justice>",
            abbreviation: "Mo/J")
        let letter = FilledLetter(
            institution: institution, address: nil, language: .english, subject: "Three questions",
            body: "Dear colleagues,\n\nfirst <line>\nsecond & last", rows: 0)
        #expect(LetterDocument.fileName(letter, 3) == "03-Mo-J.docx")
        try #require(programs.isInstalled(.pandoc))
        let docx = try await LetterDocument.docx(letter, programs)
        let text = try await programs.run(
            .pandoc, ["-f", "docx", "-t", "plain"], input: docx,
            limits: ProgramLimits(seconds: 60, memoryBytes: 2 << 30))
        let words = String(decoding: text, as: UTF8.self)
        #expect(words.contains("first <line>"))
        #expect(words.contains("second & last"))
        var archive = StoredArchive()
        archive.add("03-é.docx", docx)
        archive.add("04.txt", Array("x".utf8))
        #expect(archive.bytes.prefix(2) == [0x50, 0x4B])
        try await withFolder { folder in
            try Data(archive.bytes).write(to: URL(filePath: folder + "/a.zip"))
            let listed = try await programs.run(
                OutsideProgram(name: "python3", package: "python3"),
                [
                    "-c", "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.namelist())",
                    folder + "/a.zip",
                ])
            #expect(String(decoding: listed, as: UTF8.self).contains("None ['03-é.docx', '04.txt']"))
        }
    }
}
