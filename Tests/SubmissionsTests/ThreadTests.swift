import Domain
import Store
import TestSupport
import Testing

@testable import Submissions

struct ThreadTests {
    @Test("What was sent is read with the key alone, answered to the receipt alone, and gone after it was withdrawn")
    func wholeWay() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            let reader = try await house.withKey()
            let receipt = try await house.submissions.submit(house.draft())
            let listed = try await house.submissions.threads(house.ana)
            let id = try #require(listed.first?.id)
            #expect(listed.map(\.isWaiting) == [true])
            let opened = try await house.submissions.open(id, reader)
            #expect(opened.messages.map { $0.note?.text } == ["The night school was closed in March."])
            #expect(opened.consent == .text)
            try await house.submissions.answer(id, "Which month do you mean?", language: .english, by: reader)
            let own = try await house.submissions.thread(receipt)
            #expect(own.messages.map { $0.note?.text } == [nil, "Which month do you mean?"])
            try await house.submissions.add(
                "It was March.", language: .english, consent: .nothing, files: [], to: receipt)
            let again = try await house.submissions.open(id, reader)
            #expect(again.messages.last?.note?.text == "It was March.")
            #expect(again.consent == .nothing)
            try await house.submissions.withdraw(receipt)
            let gone = try await house.submissions.open(id, reader)
            #expect(gone.messages.allSatisfy { $0.standing == .erased && $0.note == nil })
            #expect(try await house.count("SELECT COUNT(*) FROM submission_share") == 0)
            #expect(try await house.count("SELECT COUNT(*) FROM submission_message WHERE body IS NOT NULL") == 0)
        }
    }

    @Test(
        "Neither another institution nor another workspace finds a thread, and a key that was not unlocked opens nothing"
    )
    func others() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            let reader = try await house.withKey()
            _ = try await house.submissions.submit(house.draft())
            let id = try #require(try await house.submissions.threads(house.ana).first?.id)
            for stranger in [house.bela, house.other] {
                #expect(try await house.submissions.threads(stranger).isEmpty)
                await #expect(throws: SubmissionError.self) {
                    try await house.submissions.open(id, DeskReader(stranger, session: 1))
                }
                await #expect(throws: SubmissionError.notFound) {
                    try await house.submissions.set(id, .erased, version: 1, by: stranger)
                }
            }
            await #expect(throws: SubmissionError.locked) {
                try await house.submissions.open(id, DeskReader(house.ana, session: 2))
            }
            house.time.pass(hours: 1)
            await #expect(throws: SubmissionError.locked) { try await house.submissions.open(id, reader) }
        }
    }

    @Test("A receipt that was not given finds nothing, however it is typed; the given one is found with any spaces")
    func receipts() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            _ = try await house.withKey()
            let receipt = try await house.submissions.submit(house.draft())
            let spaced = try #require(Receipt(receipt.text.filter { $0 != " " } + " "))
            #expect(try await house.submissions.thread(spaced).messages.count == 1)
            let last = try #require(receipt.text.last?.wholeNumberValue)
            let wrong = try #require(Receipt(String(receipt.text.dropLast()) + "\((last + 1) % 10)"))
            await #expect(throws: SubmissionError.notFound) { try await house.submissions.thread(wrong) }
            #expect(Receipt("1234") == nil)
            #expect(try await house.count("SELECT COUNT(*) FROM submission_thread") == 1)
        }
    }

    @Test("A changed byte of a sealed content is told, and none of it is shown")
    func tampered() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            let reader = try await house.withKey()
            _ = try await house.submissions.submit(house.draft())
            let id = try #require(try await house.submissions.threads(house.ana).first?.id)
            let body = try await database.read {
                try $0.first("SELECT body FROM submission_message") { try $0.bytes(0) }
            }
            var changed = try #require(body)
            changed[changed.count / 2] ^= 1
            let written = changed
            try await database.write { try $0.execute("UPDATE submission_message SET body = $1", [.bytes(written)]) }
            let opened = try await house.submissions.open(id, reader)
            #expect(opened.messages.map(\.standing) == [.broken])
        }
    }

    @Test("Sizes come in classes and times in days")
    func classes() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            _ = try await house.withKey()
            _ = try await house.submissions.submit(house.draft())
            _ = try await house.submissions.submit(house.draft(String(repeating: "longer ", count: 300)))
            #expect(try await house.count("SELECT COUNT(DISTINCT LENGTH(body)) FROM submission_message") == 1)
            #expect(try await house.count("SELECT COUNT(*) FROM submission_party WHERE LENGTH(heard) <> 10") == 0)
            #expect(try await house.count("SELECT COUNT(*) FROM submission_message WHERE LENGTH(day) <> 10") == 0)
        }
    }

    @Test(
        "Under a government, and where nobody is declared, nothing is taken",
        arguments: [Operator.Kind.government, nil])
    func off(kind: Operator.Kind?) async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database, kind: kind)
            _ = try await house.withKey()
            await #expect(throws: SubmissionError.off) { try await house.submissions.submit(house.draft()) }
        }
    }

    @Test("At a rounded time something is told, without what; the tree holds a commitment; what is old is erased")
    func settling() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            let reader = try await house.withKey()
            try await database.write {
                try $0.execute("UPDATE account SET email = 'ana@example.org' WHERE name = 'ana'")
            }
            _ = try await house.submissions.submit(house.draft())
            let early = try await house.submissions.settle(head: nil)
            #expect(!early)
            house.time.pass(hours: 6)
            let due = try await house.submissions.settle(head: nil)
            #expect(due)
            let letters = try await database.read {
                try $0.all("SELECT kind, arguments, made FROM outbox") {
                    (try $0.text(0), try $0.text(1), try $0.text(2))
                }
            }
            #expect(letters.map(\.0) == ["submissionWaits"])
            #expect(letters.first?.1.contains("night") == false)
            #expect(letters.first?.2.hasSuffix("00:00.000Z") == true)
            #expect(try await house.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'submission.seal'") == 1)
            house.time.pass(hours: 24 * 400)
            try await house.submissions.settle(head: nil)
            #expect(try await house.submissions.threads(house.ana).isEmpty)
            #expect(try await house.count("SELECT COUNT(*) FROM submission_message WHERE body IS NOT NULL") == 0)
            await #expect(throws: SubmissionError.self) { try await house.submissions.open(1, reader) }
        }
    }
}
