import Clocks
import Domain
import People
import Store
import TestSupport
import Testing

@Suite("Deadlines of a workspace")
struct DeadlineTests {
    private let upr = MechanismCode("upr")

    @Test("Deadlines follow from the record's documents; doing it again changes nothing")
    func record() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database)
            try await world.document(1, "DEMO/HRC/49/7", "upr", published: "2025-07-01", session: 49)
            try await world.document(2, "DEMO/CEDAW/C/XAA/CO/5", "cedaw", published: "2024-03-01")
            try await world.document(3, "DEMO/CEDAW/C/XAA/CO/4", "cedaw", published: "2018-03-01")
            let first = try await world.clocks.refresh(world.workspace)
            #expect(first.new == 5)
            #expect(try await world.clocks.refresh(world.workspace) == .init())
            #expect(
                try await world.lines() == [
                    "upr-addendum-expected: 2025-07 computed", "follow-up-cedaw: 2026-03-01 computed",
                    "upr-mid-term: 2027-07 computed", "periodic-cedaw: 2028-03-01 computed",
                    "upr-next-report: 2029-07 computed",
                ])
            let entries = try await world.clocks.entries(DeadlineFilter(), world.keeper).entries
            let today = world.clocks.today(in: world.workspace)
            #expect(
                entries.filter { $0.isLate(today) }.compactMap { $0.deadline?.rule } == [
                    "upr-addendum-expected", "follow-up-cedaw",
                ])
        }
    }

    @Test("A date that a document prints goes before the rule, and says so")
    func printed() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database)
            try await world.document(2, "DEMO/CEDAW/C/XAA/CO/5", "cedaw", published: "2025-03-01")
            try await world.database.write { connection in
                try connection.execute("INSERT INTO source (id, code, rank) VALUES (900, 'test', 9)")
                try connection.execute(
                    """
                    INSERT INTO import_run (id, name, file, format, source_id, status, rows_read, created, updated, unchanged,
                    rejected, started, touched) VALUES (900, 'test', 'test', 'test', 900, 'finished', 0, 0, 0, 0, 0, '', '')
                    """)
                for id in 1...2 {
                    try connection.execute(
                        """
                        INSERT INTO recommendation (id, document_id, kind, paragraph, paragraph_key, ordinal, version, import_id)
                        VALUES ($1, 2, 'recommendation', $2, $2, $1, 1, 900)
                        """, [.int(id), .text("\(id)")])
                    try connection.execute(
                        """
                        INSERT INTO follow_up (recommendation_id, source_id, external_key, is_for_follow_up, due, duties,
                            is_priority, document, import_id) VALUES ($1, 900, 'k', 1, '2027-02-15', '', 0, NULL, 900)
                        """, [.int(id)])
                }
            }
            try await world.clocks.refresh(world.workspace)
            #expect(
                try await world.lines() == [
                    "follow-up/2: 2027-02-15 printed", "periodic-cedaw: 2029-03-01 computed",
                ])
        }
    }

    @Test(
        "When an event moves, computed dates move; fixed, printed and done ones stay; the preview says all of it beforehand"
    )
    func moves() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database, now: "2026-01-10T07:00")
            let (clocks, keeper) = (world.clocks, world.keeper)
            let event = try await clocks.add(
                EventDraft(kind: .review, mechanism: upr, number: 52, day: CalendarDate("2026-05-04")), by: keeper)
            let entries = try await clocks.entries(DeadlineFilter(), keeper).entries.compactMap(\.deadline)
            #expect(
                entries.map { $0.due.description } == [
                    "2026-02-09", "2026-04-20", "2026-08-04", "2028-08-04", "2030-08-04",
                ])
            let questions = try #require(entries.first { $0.rule == "upr-advance-questions" })
            let addendum = try #require(entries.first { $0.rule == "upr-addendum-expected" })
            let report = try #require(entries.first { $0.rule == "upr-national-report" })
            try await clocks.edit(
                questions.id, DeadlineEdit(version: 1, due: .fixed(CalendarDate("2026-04-17")!)), by: keeper)
            try await clocks.edit(
                addendum.id, DeadlineEdit(version: 1, due: .printed(CalendarDate("2026-09-01")!, document: "Note 7")),
                by: keeper)
            try await clocks.edit(report.id, DeadlineEdit(version: 1, status: .done), by: keeper)

            let preview = try await clocks.preview(.move(event: event.id, to: CalendarDate("2026-05-11")!), keeper)
            #expect(preview.moves.map { "\($0.from) \($0.to)" } == ["2028-08-04 2028-08-11", "2030-08-04 2030-08-11"])
            #expect(
                preview.kept.map { "\($0.from) \($0.to)" }.sorted() == [
                    "2026-04-17 2026-04-27", "2026-09-01 2026-08-11",
                ])
            #expect(preview.new.isEmpty && preview.withdrawn.isEmpty)
            #expect(try await world.lines().count == 4, "a preview writes nothing")

            try await clocks.move(
                event.id, to: CalendarDate("2026-05-11"), title: "", document: "", version: 1, why: "timetable",
                by: keeper)
            #expect(
                try await world.lines() == [
                    "upr-advance-questions: 2026-04-17 fixed", "upr-addendum-expected: 2026-09-01 printed",
                    "upr-mid-term: 2028-08-11 computed", "upr-next-report: 2030-08-11 computed",
                ])
            try await clocks.edit(questions.id, DeadlineEdit(version: 2, due: .computed), by: keeper)
            #expect(try await world.lines().first == "upr-advance-questions: 2026-04-27 computed")
            let history = try await clocks.history(questions, keeper)
            #expect(history.filter { $0.field == "due" }.count == 2)
        }
    }

    @Test(
        "The Council's date takes the place of the expected one, and a taken-out event takes what was computed with it")
    func silence() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database, now: "2026-06-01T07:00")
            let (clocks, keeper) = (world.clocks, world.keeper)
            let review = try await clocks.add(
                EventDraft(kind: .review, mechanism: upr, number: 52, day: CalendarDate("2026-05-04")), by: keeper)
            #expect(
                try await world.lines().first == "upr-addendum-expected: 2026-08-04 computed",
                "what was due before the review is not asked for")
            let outcome = EventDraft(kind: .reviewOutcome, mechanism: upr, number: 52, day: CalendarDate("2026-09-25"))
            let preview = try await clocks.preview(.add(outcome), keeper)
            #expect(preview.new.compactMap(\.rule) == ["upr-addendum"])
            #expect(preview.withdrawn.compactMap(\.rule) == ["upr-addendum-expected"])
            _ = try await clocks.add(outcome, by: keeper)
            #expect(try await world.lines().first == "upr-addendum: 2026-09-24 computed")
            try await clocks.withdraw(event: review.id, version: 1, why: "wrong State", by: keeper)
            #expect(try await world.lines() == ["upr-addendum: 2026-09-24 computed"])
            #expect(try await clocks.refresh(world.workspace) == .init())
        }
    }

    @Test("An edited rule and a holiday move dates, with who and why; taking the change back restores the shipped rule")
    func rules() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database, now: "2026-01-10T07:00")
            let (clocks, keeper) = (world.clocks, world.keeper)
            _ = try await clocks.add(
                EventDraft(kind: .review, mechanism: upr, number: 52, day: CalendarDate("2026-05-04")), by: keeper)
            let draft = RuleDraft(
                title: "", event: .other, mechanism: nil, kind: .own, offset: ClockOffset(count: -14, unit: .weeks),
                force: .binding, source: "Order of the cabinet", why: "the cabinet wants to read it")
            let change = try await clocks.checked(draft, code: "upr-national-report", version: 0, by: keeper)
            #expect(try await clocks.preview(.rule(change), keeper).moves.map(\.to.description) == ["2026-01-26"])
            try await clocks.put(change, by: keeper)
            #expect(try await world.lines().first == "upr-national-report: 2026-01-26 computed")
            await #expect(throws: WorkspaceError.self) { try await clocks.put(change, by: keeper) }
            let kept = try await clocks.rules(keeper).entry("upr-national-report")
            #expect(kept?.change?.why == "the cabinet wants to read it")
            try await clocks.add([Holiday(day: CalendarDate("2026-05-01")!, name: "Labour Day")], by: keeper)
            #expect(try await world.lines().dropFirst().first == "upr-advance-questions: 2026-04-17 computed")
            try await clocks.removeRule("upr-national-report", version: 1, by: keeper)
            #expect(try await world.lines().first == "upr-national-report: 2026-02-09 computed")
            await #expect(throws: WorkspaceError.self) {
                _ = try await clocks.checked(draft, code: "no-such-rule", version: 0, by: keeper)
            }
        }
    }

    @Test("What is voluntary is never late; what is not needed says why; two people are told of each other")
    func closing() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database)
            let (clocks, keeper) = (world.clocks, world.keeper)
            let today = clocks.today(in: world.workspace)
            func add(_ force: DeadlineForce) async throws -> Deadline {
                try await clocks.add(
                    DeadlineDraft(
                        title: " Letter ", due: CalendarDate("2026-05-03"), force: force, institution: world.health.id),
                    by: keeper)
            }
            let (binding, voluntary) = (try await add(.binding), try await add(.voluntary))
            #expect(binding.title == "Letter")
            #expect(binding.isLate(today) && !voluntary.isLate(today))
            await #expect(throws: WorkspaceError.invalid("reason", "clocks.invalid.reason")) {
                try await clocks.edit(binding.id, DeadlineEdit(version: 1, status: .notNeeded), by: keeper)
            }
            try await clocks.edit(
                binding.id, DeadlineEdit(version: 1, status: .notNeeded, reason: "settled"), by: keeper)
            await #expect(throws: WorkspaceError.stale(Subject(.deadline, binding.id), version: 2)) {
                try await clocks.edit(binding.id, DeadlineEdit(version: 1, status: .done), by: keeper)
            }
            let month = try #require(CalendarDate("2026-05"))
            let monthly = try await clocks.add(DeadlineDraft(title: "In May", due: month), by: keeper)
            #expect(!monthly.isLate(today), "a month is over on its last day")
            await #expect(throws: WorkspaceError.invalid("title", "clocks.invalid.text")) {
                _ = try await clocks.add(DeadlineDraft(title: "  ", due: month), by: keeper)
            }
            await #expect(throws: WorkspaceError.invalid("due", "clocks.invalid.date")) {
                _ = try await clocks.add(DeadlineDraft(title: "x", due: nil), by: keeper)
            }
            await #expect(throws: WorkspaceError.invalid("institution", "clocks.invalid.institution")) {
                _ = try await clocks.add(
                    DeadlineDraft(title: "x", due: month, institution: InstitutionID(999)), by: keeper)
            }
        }
    }

    @Test(
        "Confidential deadlines are not there outside government; a focal point sees her own actions; others' workspaces see nothing"
    )
    func reach() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database)
            let (clocks, keeper) = (world.clocks, world.keeper)
            _ = try await clocks.add(EventDraft(kind: .allegationLetter, day: CalendarDate("2026-05-01")), by: keeper)
            try await world.action(1, lead: world.justice.id, due: "2026-06-01")
            try await world.action(2, lead: world.health.id, due: "2026-06-02")
            let focal = try await world.person(11, "fay", .focalPoint, world.health.id)
            let observer = try await world.person(12, "otto", .observer)
            let contributor = try await world.person(13, "cora", .contributor)
            #expect(
                try await world.lines(focal) == [
                    "Action 2: 2026-06-02 action", "allegation-letter: 2026-06-30 computed",
                ])
            #expect(
                try await world.lines(contributor) == ["Action 1: 2026-06-01 action", "Action 2: 2026-06-02 action"])
            #expect(try await world.lines(observer).count == 2)
            #expect(try await clocks.events(observer).isEmpty)
            let letter = try #require(try await clocks.entries(DeadlineFilter(hasPlan: false), keeper).entries.first)
            await #expect(throws: WorkspaceError.notFound) {
                _ = try await clocks.deadline(letter.subject.id, observer)
            }
            await #expect(throws: WorkspaceError.forbidden) {
                _ = try await clocks.add(DeadlineDraft(title: "x", due: CalendarDate("2026-06-01")), by: focal)
            }
            let other = try await world.workspaces.add(
                slug: "belmar", name: "Belmar", state: StateCode("XAB"), language: .french, timeZone: "UTC",
                by: .commandLine("tests"))
            let stranger = Member.keeper("cli:tests", of: other)
            #expect(try await world.lines(stranger).isEmpty)
            await #expect(throws: WorkspaceError.notFound) {
                _ = try await clocks.deadline(letter.subject.id, stranger)
            }
        }
    }

    @Test("Pages follow one another over deadlines, actions and milestones without a gap or a repeat")
    func pages() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database)
            for number in 1...9 {
                _ = try await world.clocks.add(
                    DeadlineDraft(title: "D\(number)", due: CalendarDate("2026-06-0\(number % 4 + 1)")),
                    by: world.keeper)
                try await world.action(Int64(number), lead: nil, due: "2026-06-0\(number % 3 + 1)")
            }
            var seen: [Subject] = []
            var after: EntryPlace?
            repeat {
                let page = try await world.clocks.entries(DeadlineFilter(), after: after, limit: 4, world.keeper)
                seen += page.entries.map(\.subject)
                after = page.next.flatMap { EntryPlace($0.description) }
            } while after != nil
            #expect(seen.count == 18 && Set(seen).count == 18)
            let whole = try await world.clocks.entries(DeadlineFilter(), limit: 100, world.keeper).entries.map(
                \.subject)
            #expect(seen == whole)
            #expect(
                EntryPlace("2026-06-01.9.1") == nil && EntryPlace("x") == nil && EntryPlace("2026-06-01T00.0.1") == nil)
        }
    }
}
