import Domain
import Secrets
import Store
import TestSupport
import Testing

@testable import Submissions

struct KeyTests {
    @Test("A changed key blocks its recipient until somebody who was told its fingerprint confirms it")
    func changed() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            try await house.submissions.makeKey(phrase: SubmissionFixture.phrase, by: house.ana)
            let belas = try await house.submissions.makeKey(
                phrase: "nine lamps along the old stone wall", by: house.bela)
            #expect(belas.status == .waiting)
            #expect(try await house.submissions.recipients().map(\.standing) == [.unconfirmed, .open])
            await #expect(throws: SubmissionError.self) {
                try await house.submissions.confirm(
                    belas.id, fingerprint: "0000", phrase: SubmissionFixture.phrase, by: house.ana)
            }
            try await house.submissions.confirm(
                belas.id, fingerprint: belas.fingerprint.lowercased(), phrase: SubmissionFixture.phrase, by: house.ana)
            #expect(try await house.submissions.recipients().map(\.standing) == [.open, .open])
            let next = try await house.submissions.makeKey(phrase: "four quiet boats under the bridge", by: house.ana)
            #expect(try await house.submissions.recipients().map(\.standing) == [.open, .changed])
            await #expect(throws: SubmissionError.self) { try await house.submissions.submit(house.draft()) }
            // The same person, with her key of before.
            try await house.submissions.confirm(
                next.id, fingerprint: next.fingerprint, phrase: SubmissionFixture.phrase, by: house.ana)
            #expect(try await house.submissions.recipients().map(\.standing) == [.open, .open])
            #expect(try await house.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'key.confirm'") == 2)
        }
    }

    @Test("A key that somebody with the database put in a row is refused, and so is one whose confirmation was made up")
    func swapped() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            let key = try await house.submissions.makeKey(phrase: SubmissionFixture.phrase, by: house.ana)
            let strange = HybridKey().publicKey.bytes
            try await database.write { try $0.execute("UPDATE recipient_key SET public_key = $1", [.bytes(strange)]) }
            #expect(try await house.submissions.recipients().map(\.standing) == [.suspect])
            await #expect(throws: SubmissionError.self) { try await house.submissions.submit(house.draft()) }
            try await database.write {
                try $0.execute("UPDATE recipient_key SET public_key = $1, serial = 2", [.bytes(key.publicKey)])
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
