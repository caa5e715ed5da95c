import Domain
import Store
import TestSupport
import Testing

@testable import Screening

@Suite("Answers to a screening")
struct AnsweringTests {
    @Test("Sides answer apart, a side that said nothing has no answer, and a third workspace sees nothing")
    func apart() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            let (id, start) = try await world.shared()
            try await world.say(.yes, because: "Clinics stay open.", at: start, by: world.lanterns)
            let seen = try await world.screenings.find(id, world.aldora)
            let theirs = ScreeningSide.Key(world.lanterns.workspace.id)
            let ours = ScreeningSide.Key(world.aldora.workspace.id)
            #expect(seen.sides.map(\.key) == [theirs, ours])
            #expect(seen.answers("core-minimum", theirs, at: start).map(\.reason) == ["Clinics stay open."])
            #expect(seen.answers("core-minimum", ours, at: start).isEmpty)
            let moment = try #require(seen.moments.first)
            #expect(seen.findings(at: moment).silent.map(\.workspaceName) == ["Aldora"])
            #expect(seen.findings(at: moment).unanswered.count == seen.questions.count - 1)
            try await world.say(.partly, because: "Fees rose in two districts.", at: start, by: world.aldora)
            let both = try await world.screenings.find(id, world.lanterns)
            #expect(both.differs("core-minimum", at: start))
            #expect(both.findings(at: moment).differing.map(\.question.key) == ["core-minimum"])
            #expect(both.answers.count == 2)
            let refused = try await ScreeningFixture.failure {
                _ = try await world.screenings.find(id, world.harbour)
            }
            #expect(refused == .notFound)
            let sheet = try await ScreeningFixture.failure {
                _ = try await world.screenings.sheet(start, world.harbour)
            }
            #expect(sheet == .notFound)
            let list = try await world.screenings.list(world.harbour)
            #expect(list.own.isEmpty && list.asked.isEmpty && list.risks.isEmpty)
        }
    }

    @Test("What is written is the side's own until it is handed in; then it stays, and a correction is added")
    func corrections() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            let (id, start) = try await world.shared()
            let draft = AnswerDraft(question: "core-minimum", reply: .yes, reason: "First reason")
            try await world.screenings.save([draft], in: "core", version: 0, of: start, by: world.lanterns)
            #expect(try await world.screenings.find(id, world.aldora).answers.isEmpty)
            #expect(try await world.screenings.sheet(start, world.aldora).drafts.isEmpty)
            let stale = try await ScreeningFixture.failure {
                try await world.screenings.save([draft], in: "core", version: 0, of: start, by: world.lanterns)
            }
            #expect(stale == .stale(Subject(.screeningMoment, start.value), version: 1))
            try await world.screenings.handIn(start, by: world.lanterns)
            try await world.say(.partly, because: "Second reason", at: start, by: world.lanterns)
            let key = ScreeningSide.Key(world.lanterns.workspace.id)
            let seen = try await world.screenings.find(id, world.aldora)
            #expect(seen.answers("core-minimum", key, at: start).map(\.reason) == ["First reason", "Second reason"])
            let back = try await ScreeningFixture.failure {
                try await world.screenings.save(
                    [AnswerDraft(question: "core-minimum")], in: "core", version: 2, of: start, by: world.lanterns)
            }
            #expect(back == .invalid("answer.core-minimum", "screening.invalid.takenBack"))
            let same = AnswerDraft(question: "core-minimum", reply: .partly, reason: "Second reason")
            try await world.screenings.save([same], in: "core", version: 2, of: start, by: world.lanterns)
            let nothing = try await ScreeningFixture.failure {
                try await world.screenings.handIn(start, by: world.lanterns)
            }
            #expect(nothing == .invalid("answer", "screening.invalid.nothing"))
        }
    }

    @Test("An answer gives a reason, fits its question, and links to https alone")
    func forms() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            let (_, start) = try await world.shared()
            func failure(_ draft: AnswerDraft, _ version: Int = 0) async throws -> WorkspaceError? {
                try await ScreeningFixture.failure {
                    try await world.screenings.save(
                        [draft], in: "core", version: version, of: start, by: world.lanterns)
                }
            }
            let link = AnswerDraft(question: "core-minimum", reply: .yes, reason: "r", link: "http://example.org")
            #expect(try await failure(link) == .invalid("link.core-minimum", "screening.invalid.link"))
            let other = AnswerDraft(question: "benefit-said", reply: .yes, reason: "r")
            #expect(try await failure(other) == .invalid("answer.benefit-said", "screening.invalid.question"))
            let reply = AnswerDraft(question: "core-minimum", reply: .notApplicable, reason: "r")
            #expect(try await failure(reply) == .invalid("answer.core-minimum", "screening.invalid.reply"))
            let long = AnswerDraft(
                question: "core-minimum", reply: .yes,
                reason: String(repeating: "x", count: ScreeningLimits.reasonCharactersMax + 1))
            #expect(try await failure(long) == .invalid("reason.core-minimum", "screening.invalid.length"))
            #expect(try await failure(AnswerDraft(question: "core-minimum", reply: .no)) == nil)
            let refused = try await ScreeningFixture.failure {
                try await world.screenings.handIn(start, by: world.lanterns)
            }
            #expect(refused == .invalid([.init("reason.core-minimum", "screening.invalid.noReason")]))
            #expect(try await failure(AnswerDraft(question: "core-minimum", reply: .notKnown), 1) == nil)
            #expect(try await world.screenings.handIn(start, by: world.lanterns) == 1)
        }
    }

    @Test("A contributor answers for herself, is a number to the other side, and named only while she says so")
    func contributors() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            let (id, start) = try await world.shared()
            let rivers = try await world.contributor()
            let before = try await ScreeningFixture.failure { _ = try await world.screenings.sheet(start, rivers) }
            #expect(before == .notFound, "nobody asked her")
            try await world.screenings.ask(contributor: rivers.account, into: id, by: world.aldora)
            #expect(try await world.screenings.list(rivers).contributing.map(\.entry.screening.id) == [id])
            try await world.say(.no, because: "Families lost their land.", at: start, by: rivers)
            let key = ScreeningSide.Key(world.aldora.workspace.id, contributor: 1)
            func seen(_ member: Member) async throws -> (name: String?, by: String?) {
                let whole = try await world.screenings.find(id, member)
                return (
                    whole.sides.first { $0.key == key }?.name,
                    whole.answers("core-minimum", key, at: start).last?.saidBy
                )
            }
            #expect(try await seen(world.lanterns) == (nil, nil))
            #expect(try await seen(world.aldora) == ("Rivers Watch", "Rivers Watch"))
            let observer = Member(
                workspace: world.aldora.workspace, account: AccountID(77), name: "Eli", role: .observer,
                institution: nil)
            #expect(try await seen(observer) == (nil, nil), "only those who ask contributors know them")
            try await world.screenings.show(name: true, in: id, by: rivers)
            #expect(try await seen(world.lanterns) == ("Rivers Watch", "Rivers Watch"))
            try await world.screenings.show(name: false, in: id, by: rivers)
            #expect(try await seen(world.lanterns) == (nil, nil))
            let whole = try await ScreeningFixture.failure { _ = try await world.screenings.find(id, rivers) }
            #expect(whole == .forbidden, "she sees her own sheet alone")
            try await world.screenings.show(name: true, in: id, by: rivers)
            try await world.screenings.end(contributor: rivers.account, in: id, by: world.aldora)
            #expect(try await world.screenings.list(rivers).naming.map(\.screening.id) == [id])
            try await world.screenings.show(name: false, in: id, by: rivers)
            #expect(try await seen(world.lanterns) == (nil, nil), "taken back at any time")
            #expect(try await world.screenings.list(rivers).naming.isEmpty)
            let again = try await ScreeningFixture.failure {
                try await world.screenings.show(name: true, in: id, by: rivers)
            }
            #expect(again == .notFound)
            let after = try await ScreeningFixture.failure { _ = try await world.screenings.sheet(start, rivers) }
            #expect(after == .notFound)
            #expect(try await world.screenings.find(id, world.lanterns).answers.count == 1, "what she said stays")
            let logs = try await database.read { connection in
                try connection.all(
                    "SELECT actor FROM audit_entry WHERE actor = $1 AND subject >= $2 AND subject < $3",
                    [
                        .text("Rivers Watch"), .text("workspace/\(world.lanterns.workspace.id)/"),
                        .text("workspace/\(world.lanterns.workspace.id)0"),
                    ]
                ) { try $0.text(0) }
            }
            #expect(logs.isEmpty, "her name is in no log of the other side")
        }
    }
}
