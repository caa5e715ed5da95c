import Domain
import People
import Store
import TestSupport
import Testing

@testable import Submissions

struct ThreadTests {
    @Test("One net sends twelve at once, and tries twenty receipts, and keeps nobody else out")
    func flood() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            _ = try await house.withKey()
            let (one, other) = (RequestSource(address: [203, 0, 113, 1]), RequestSource(address: [203, 0, 114, 1]))
            for _ in 0..<12 { try await house.submissions.submit(house.draft(), from: one) }
            await #expect(throws: SubmissionError.tooMany) {
                try await house.submissions.submit(house.draft(), from: one)
            }
            let receipt = try await house.submissions.submit(house.draft(), from: other)
            for _ in 0..<20 { _ = try? await house.submissions.thread(Receipt(), from: one) }
            await #expect(throws: SubmissionError.tooMany) { try await house.submissions.thread(receipt, from: one) }
            #expect(try await house.submissions.thread(receipt, from: other).withdrawn == nil)
        }
    }

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

    @Test("A consent that was taken back holds with an older key, and where no key can take the word")
    func consent() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            let reader = try await house.withKey()
            let receipt = try await house.submissions.submit(house.draft())
            let id = try #require(try await house.submissions.threads(house.ana).first?.id)
            #expect(try await house.submissions.open(id, reader).consent == .text)
            let next = try await house.submissions.makeKey(phrase: "four quiet boats under the bridge", by: house.ana)
            // The key is blocked: words cannot be taken, and that nothing may be published can.
            await #expect(throws: SubmissionError.unfit(field: "text", key: "submit.recipientGone")) {
                try await house.submissions.add("More.", language: .english, consent: nil, files: [], to: receipt)
            }
            try await house.submissions.add("", language: .english, consent: .nothing, files: [], to: receipt)
            #expect(try await house.submissions.open(id, reader).consent == .nothing)
            await #expect(throws: SubmissionError.unfit(field: "text", key: "submit.publish.noConsent")) {
                _ = try await house.submissions.telling(
                    id, summary: "Published.", address: "/assessments/1", language: .english, by: reader)
            }
            // Said again with a key that stands, and taken back with one that the unlocked key is older than.
            let old = try await house.submissions.keyRing(house.ana).current
            try await house.submissions.confirm(
                next.id, fingerprint: next.fingerprint, phrase: SubmissionFixture.phrase, by: house.ana)
            try await house.submissions.add("", language: .english, consent: .text, files: [], to: receipt)
            try await house.submissions.unlock(
                reader, key: next.id, phrase: "four quiet boats under the bridge")
            #expect(try await house.submissions.open(id, reader).consent == .text)
            try await house.submissions.unlock(
                reader, key: try #require(old).id, phrase: SubmissionFixture.phrase)
            #expect(try await house.submissions.open(id, reader).consent == .nothing)
            // A word that was taken out of the store allows nothing either.
            try await house.submissions.unlock(
                reader, key: next.id, phrase: "four quiet boats under the bridge")
            try await database.write { connection in
                for table in ["submission_share", "submission_message"] {
                    try connection.execute("DELETE FROM \(table) WHERE number = 2")
                }
            }
            #expect(try await house.submissions.open(id, reader).consent == .nothing)
        }
    }

    @Test(
        "What is told of a publication stands in the transaction that publishes, and not after the submitter withdrew")
    func telling() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            let reader = try await house.withKey()
            let receipt = try await house.submissions.submit(house.draft())
            let id = try #require(try await house.submissions.threads(house.ana).first?.id)
            let first = try await house.submissions.telling(
                id, summary: "Published.", address: "/assessments/1", language: .english, by: reader)
            try await house.submissions.store.change(house.ana) { change in try first(&change) }
            #expect(
                try await house.submissions.thread(receipt).messages.map { $0.note?.address }.last == "/assessments/1")
            let late = try await house.submissions.telling(
                id, summary: "Published.", address: "/assessments/2", language: .english, by: reader)
            try await house.submissions.withdraw(receipt)
            await #expect(throws: WorkspaceError.self) {
                try await house.submissions.store.change(house.ana) { change in try late(&change) }
            }
        }
    }

    @Test("Erasing leaves no sealed contents where it ends, and nothing changes where it does not")
    func erasing() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            _ = try await house.withKey()
            try await house.submissions.submit(house.draft())
            let thread = try #require(try await house.submissions.threads(house.ana).first)
            // The second half fails: the first is not kept either.
            try await database.write { try $0.execute("ALTER TABLE submission_share RENAME TO share_away") }
            await #expect(throws: SubmissionError.self) {
                try await house.submissions.set(thread.id, .erased, version: thread.version, by: house.ana)
            }
            try await database.write { try $0.execute("ALTER TABLE share_away RENAME TO submission_share") }
            #expect(try await house.submissions.threads(house.ana).map(\.status) == [.open])
            try await house.submissions.set(thread.id, .erased, version: thread.version, by: house.ana)
            #expect(try await house.count("SELECT COUNT(*) FROM submission_message WHERE body IS NOT NULL") == 0)
            #expect(try await house.count("SELECT COUNT(*) FROM submission_share") == 0)
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
