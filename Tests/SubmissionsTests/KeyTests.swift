import Domain
import People
import Secrets
import Store
import TestSupport
import Testing

@testable import Submissions

struct KeyTests {
    @Test("A changed key blocks its recipient until somebody of the same institution confirms it with the fingerprint")
    func changed() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            try await house.standingKey(house.ana)
            try await house.standingKey(house.bela, phrase: "nine lamps along the old stone wall")
            #expect(try await house.submissions.recipients().map(\.standing) == [.open, .open])
            let next = try await house.submissions.makeKey(phrase: "four quiet boats under the bridge", by: house.ana)
            #expect(try await house.submissions.recipients().map(\.standing) == [.open, .changed])
            await #expect(throws: SubmissionError.self) { try await house.submissions.submit(house.draft()) }
            await #expect(throws: SubmissionError.notFound, "a key of another institution confirms nothing") {
                try await house.submissions.confirm(
                    next.id, fingerprint: next.fingerprint, phrase: "nine lamps along the old stone wall",
                    by: house.bela)
            }
            await #expect(throws: SubmissionError.self, "nor does whoever runs the installation") {
                try await house.submissions.admit(
                    house.institution.id, fingerprint: next.fingerprint, by: house.warden)
            }
            await #expect(throws: SubmissionError.self) {
                try await house.submissions.confirm(
                    next.id, fingerprint: "0000", phrase: SubmissionFixture.phrase, by: house.ana)
            }
            // The same person, with her key of before.
            try await house.submissions.confirm(
                next.id, fingerprint: next.fingerprint.lowercased(), phrase: SubmissionFixture.phrase, by: house.ana)
            #expect(try await house.submissions.recipients().map(\.standing) == [.open, .open])
            #expect(try await house.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'key.confirm'") == 1)
        }
    }

    @Test(
        "A first key takes nothing until somebody who runs the installation, and is not of the workspace, compared it")
    func first() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            let key = try await house.submissions.makeKey(phrase: SubmissionFixture.phrase, by: house.ana)
            func admit(_ fingerprint: String, _ account: Account) async throws {
                try await house.submissions.admit(house.institution.id, fingerprint: fingerprint, by: account)
            }
            #expect(try await house.submissions.recipients().map(\.standing) == [.unconfirmed])
            await #expect(throws: SubmissionError.unfit(field: "institution", key: "submit.admit.noAddress")) {
                try await admit(key.fingerprint, house.warden)
            }
            try await house.publishesFingerprints(house.ana)
            await #expect(throws: SubmissionError.unfit(field: "fingerprint", key: "submit.admit.fingerprintWrong")) {
                try await admit("0000", house.warden)
            }
            let workspaces = Workspaces(house.submissions.store)
            let accounts = Accounts(database: database, clock: house.time.clock)
            let plain = try await accounts.add("plain", .focalPoint, by: .system).account
            await #expect(throws: SubmissionError.workspace(.forbidden)) { try await admit(key.fingerprint, plain) }
            let within = try await accounts.add("within", .coordinator, by: .system).account
            try await workspaces.put(within.id, .administrator, nil, by: house.keeper)
            await #expect(throws: SubmissionError.unfit(field: "institution", key: "submit.admit.belongs")) {
                try await admit(key.fingerprint, within)
            }
            try await admit(key.fingerprint, house.warden)
            #expect(try await house.submissions.recipients().map(\.standing) == [.open])
            try await house.submissions.submit(house.draft())
        }
    }

    @Test("A workspace that renames an institution, or makes it another kind, takes its admission from it")
    func renamed() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            try await house.standingKey(house.ana)
            for change in ["name = 'Another Commission'", "kind = 'un-entity'"] {
                try await database.write {
                    try $0.execute("UPDATE institution SET \(change) WHERE name = 'Human Rights Commission'")
                }
                #expect(try await house.submissions.recipients().map(\.standing) == [.unconfirmed])
                await #expect(throws: SubmissionError.self) { try await house.submissions.submit(house.draft()) }
                try await database.write {
                    try $0.execute(
                        "UPDATE institution SET name = 'Human Rights Commission', kind = 'human-rights-institution' "
                            + "WHERE id = $1", [.int(house.institution.id.value)])
                }
            }
            // An admission that somebody wrote into the store carries no signature that is good.
            try await database.write {
                try $0.execute("UPDATE recipient_admission SET address = 'https://false.example'")
            }
            #expect(try await house.submissions.recipients().map(\.standing) == [.suspect])
        }
    }

    @Test("A key that somebody with the database put in a row is refused, and so is a row of before that was put back")
    func swapped() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            let key = try await house.standingKey(house.ana)
            let strange = HybridKey().publicKey.bytes
            try await database.write { try $0.execute("UPDATE recipient_key SET public_key = $1", [.bytes(strange)]) }
            #expect(try await house.submissions.recipients().map(\.standing) == [.suspect])
            await #expect(throws: SubmissionError.self) { try await house.submissions.submit(house.draft()) }
            try await database.write {
                try $0.execute("UPDATE recipient_key SET public_key = $1", [.bytes(key.publicKey)])
            }
            #expect(try await house.submissions.recipients().map(\.standing) == [.open])
            let standing = try await database.read {
                try $0.first("SELECT endorsement FROM recipient_key") { try $0.bytes(0) }
            }
            let endorsement = try #require(standing)
            try await house.submissions.withdrawKey(key.id, version: 2, by: house.ana)
            #expect(try await house.submissions.recipients().isEmpty)
            try await database.write {
                try $0.execute(
                    "UPDATE recipient_key SET status = 'current', ended = NULL, endorsement = $1",
                    [.bytes(endorsement)])
            }
            #expect(try await house.submissions.recipients().map(\.standing) == [.suspect])
        }
    }

    @Test("Wrong pass phrases are locked out for a while, and the right one opens")
    func phrases() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            let key = try await house.submissions.makeKey(phrase: SubmissionFixture.phrase, by: house.ana)
            let reader = DeskReader(house.ana, session: 1)
            for _ in 1...5 {
                await #expect(throws: SubmissionError.wrongPhrase) {
                    try await house.submissions.unlock(reader, key: key.id, phrase: "another phrase altogether")
                }
            }
            await #expect(throws: SubmissionError.phraseLocked(seconds: 300)) {
                try await house.submissions.unlock(reader, key: key.id, phrase: SubmissionFixture.phrase)
            }
            house.time.pass(hours: 1)
            try await house.submissions.unlock(reader, key: key.id, phrase: SubmissionFixture.phrase)
            #expect(house.submissions.unlockedSeconds(reader) == 600)
            try await house.submissions.forgetEnded()
            #expect(house.submissions.unlockedSeconds(reader) == nil)
        }
    }

    @Test("Institutions of the State receive nothing: whoever answers for one has no desk")
    func stateNever() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            for kind in InstitutionKind.allCases {
                let isIndependent = [.humanRightsInstitution, .unEntity, .civilSociety].contains(kind)
                #expect(DeskRow.independent.contains(kind) == isIndependent)
            }
            await #expect(throws: SubmissionError.workspace(.forbidden)) {
                try await house.submissions.makeKey(phrase: SubmissionFixture.phrase, by: house.keeper)
            }
        }
    }
}
