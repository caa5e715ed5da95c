import Domain
import People
import Secrets
import Store
import TestSupport
import Testing

@testable import Submissions

struct SuspensionTests {
    @Test("An admission that was taken back takes nothing more, opens what is there, and is given again by comparing")
    func suspended() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            let reader = try await house.withKey()
            let key = try #require(try await house.submissions.keyRing(house.ana).current)
            let receipt = try await house.submissions.submit(house.draft())
            let thread = try #require(try await house.submissions.threads(house.ana).first?.id)
            try await house.submissions.suspend(house.institution.id, by: house.warden)
            #expect(try await house.submissions.recipients().map(\.standing) == [.suspended])
            #expect(try await house.submissions.keyRing(house.ana).isSuspended)
            #expect(try await house.submissions.admissions(house.warden).waiting.map(\.reason) == [.suspended])
            await #expect(throws: SubmissionError.unfit(field: "recipient", key: "submit.recipientGone")) {
                try await house.submissions.submit(house.draft())
            }
            await #expect(throws: SubmissionError.unfit(field: "text", key: "submit.recipientGone")) {
                try await house.submissions.add("More.", language: .english, consent: nil, files: [], to: receipt)
            }
            let opened = try await house.submissions.open(thread, reader)
            #expect(opened.messages.map(\.standing) == [.open])
            await #expect(throws: SubmissionError.unfit(field: "text", key: "submit.suspended")) {
                try await house.submissions.answer(thread, "Which month?", language: .english, by: reader)
            }
            #expect(try await house.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'key.suspend'") == 1)
            // Nor by ending the key that the suspension hangs on.
            let waiting = try #require(try await house.submissions.keyRing(house.ana).waiting)
            await #expect(throws: SubmissionError.unfit(field: "key", key: "submit.suspended")) {
                try await house.submissions.withdrawKey(waiting.id, version: waiting.version, by: house.ana)
            }
            await #expect(throws: SubmissionError.unfit(field: "institution", key: "submit.suspend.not")) {
                try await house.submissions.suspend(house.institution.id, by: house.warden)
            }
            try await house.submissions.admit(house.institution.id, fingerprint: key.fingerprint, by: house.warden)
            #expect(try await house.submissions.recipients().map(\.standing) == [.open])
            try await house.submissions.submit(house.draft())
        }
    }

    @Test("Whoever writes an admission and its key back into the store, as they were, is found out")
    func putBack() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            try await house.standingKey(house.ana)
            for table in ["recipient_admission", "recipient_key"] {
                try await database.write { try $0.execute("CREATE TABLE old_\(table) AS SELECT * FROM \(table)") }
            }
            try await house.submissions.suspend(house.institution.id, by: house.warden)
            try await database.write {
                try $0.execute("INSERT INTO recipient_admission SELECT * FROM old_recipient_admission")
            }
            #expect(try await house.submissions.recipients().map(\.standing) == [.suspended])
            try await database.write {
                try $0.execute(
                    """
                    UPDATE recipient_key SET status = 'current',
                        endorsement = (SELECT o.endorsement FROM old_recipient_key o WHERE o.id = recipient_key.id)
                    """)
            }
            #expect(try await house.submissions.recipients().map(\.standing) == [.suspect])
        }
    }

    @Test("Only somebody who runs the installation, and never was of the workspace, takes an admission back")
    func whoMay() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            try await house.standingKey(house.ana)
            let accounts = Accounts(database: database, clock: house.time.clock)
            let plain = try await accounts.add("plain", .focalPoint, by: .system).account
            await #expect(throws: SubmissionError.workspace(.forbidden)) {
                try await house.submissions.suspend(house.institution.id, by: plain)
            }
            let within = try await accounts.add("within", .coordinator, by: .system).account
            try await Workspaces(house.submissions.store).put(within.id, .coordinator, nil, by: house.keeper)
            await #expect(throws: SubmissionError.unfit(field: "institution", key: "submit.admit.belongs")) {
                try await house.submissions.suspend(house.institution.id, by: within)
            }
            #expect(try await house.submissions.recipients().map(\.standing) == [.open])
        }
    }

    @Test("A key that changes while an admission is taken back is ended, and the one of before waits")
    func changing() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            let key = try await house.standingKey(house.ana)
            try await house.submissions.makeKey(phrase: "four quiet boats under the bridge", by: house.ana)
            try await house.submissions.suspend(house.institution.id, by: house.warden)
            let ring = try await house.submissions.keyRing(house.ana)
            #expect(ring.history.map(\.key.status) == [.withdrawn, .waiting])
            #expect(ring.waiting?.id == key.id)
            #expect(try await house.submissions.recipients().map(\.standing) == [.suspended])
        }
    }

    @Test("The list says why each waits: an upgrade, another name, another kind, an ended key, a first key")
    func reasons() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            let key = try await house.standingKey(house.ana)
            func reason() async throws -> [AdmissionCase.Reason] {
                try await house.submissions.admissions(house.warden).waiting.map(\.reason)
            }
            #expect(try await reason() == [])
            #expect(try await house.submissions.admissions(house.warden).others.map(\.standing) == [.open])
            for (change, why) in [
                ("name = 'Another'", AdmissionCase.Reason.renamed), ("kind = 'un-entity'", .otherKind),
            ] {
                try await database.write {
                    try $0.execute("UPDATE institution SET \(change) WHERE id = $1", [.int(house.institution.id.value)])
                }
                #expect(try await reason() == [why])
                try await database.write {
                    try $0.execute(
                        "UPDATE institution SET name = 'Human Rights Commission', kind = 'human-rights-institution' "
                            + "WHERE id = $1", [.int(house.institution.id.value)])
                }
            }
            try await house.submissions.withdrawKey(key.id, version: 2, by: house.ana)
            try await house.submissions.makeKey(phrase: "four quiet boats under the bridge", by: house.ana)
            #expect(try await reason() == [.keyEnded])
            try await database.write { try $0.execute("DELETE FROM recipient_admission") }
            #expect(try await reason() == [.first])
        }
    }

    @Test("After an upgrade a key that stood waits to be compared, and the list says that it stood")
    func upgraded() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            let key = try await house.standingKey(house.ana)
            try await database.write { connection in
                try connection.execute("DELETE FROM recipient_admission")
                // As the log was before first keys were compared.
                try connection.execute("DELETE FROM audit_entry WHERE action = 'key.admit'")
            }
            #expect(try await house.submissions.recipients().map(\.standing) == [.unconfirmed])
            #expect(try await house.submissions.admissions(house.warden).waiting.map(\.reason) == [.received])
            try await house.submissions.admit(house.institution.id, fingerprint: key.fingerprint, by: house.warden)
            #expect(try await house.submissions.recipients().map(\.standing) == [.open])
        }
    }
}
