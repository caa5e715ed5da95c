import Assessments
import Domain
import Foundation
import People
import Store
import TestSupport
import Testing

@Suite("Packages of assessments")
struct PackageTests {
    /// An installation that published, and another with the same record that did not.
    private func both(
        _ body: (_ here: AssessmentFixture, _ there: AssessmentFixture) async throws -> Void
    ) async throws {
        try await withEachDatabase { database in
            let here = try await AssessmentFixture.make(database)
            try await withSQLite { other, _ in
                try await Migrator().migrate(other, at: testInstant)
                try await body(here, try await AssessmentFixture.make(other))
            }
        }
    }

    private static let desk = Caller.commandLine("tests")

    private func package(_ here: AssessmentFixture) async throws -> (bytes: [UInt8], fingerprint: String) {
        let signer = try #require(here.assessments.signer)
        return (try await here.assessments.package(signer), try signer.fingerprint())
    }

    @Test("A package is the same until something changes, and is shown beside with its installation's name")
    func taken() async throws {
        try await both { here, there in
            let scheme = try await here.assessments.save(
                SchemeContent(
                    names: ["en": "Tide scale"], about: [:],
                    values: [.init(code: "dry", labels: ["en": "Dry"]), .init(code: "deep", labels: ["en": "Deep"])]),
                of: nil, version: 0, by: here.watch)
            var draft = here.draft()
            draft.scheme = SchemeCode(scheme)
            draft.value = "deep"
            _ = try await here.publish(draft, by: here.watch)
            _ = try await here.publish(here.draft("not"), by: here.commission)
            _ = try await here.publish(here.draft("fully", on: .issue(IssueID(2))), by: here.coordinator)
            let (bytes, fingerprint) = try await package(here)
            #expect(try await package(here).bytes == bytes)
            await #expect(throws: PackageFault.keyUnconfirmed(name: "Independent Desk", fingerprint: fingerprint)) {
                try await there.assessments.receive(bytes, typed: "", by: Self.desk)
            }
            let wrong = String(fingerprint.reversed())
            await #expect(throws: PackageFault.otherFingerprint(fingerprint: fingerprint)) {
                try await there.assessments.receive(bytes, typed: wrong, by: Self.desk)
            }
            #expect(try await there.assessments.sources().isEmpty)
            let received = try await there.assessments.receive(
                bytes, typed: fingerprint.uppercased(), by: Self.desk)
            #expect(received.taken == 3 && received.unplaced == 0 && !received.isKnown)
            let all = try await there.assessments.published(on: AssessmentFixture.one)
            #expect(Set(all.compactMap { $0.words?.value }) == ["deep", "not"])
            let one = try #require(all.first { $0.words?.value == "deep" })
            #expect(one.words?.content?.values.last?.labels == ["en": "Deep"])
            guard case .package(let origin) = one.origin else {
                Issue.record("no origin")
                return
            }
            #expect(origin.name == "Independent Desk" && origin.fingerprint == fingerprint)
            #expect(one.words?.reasons[.english] == AssessmentFixture.secret)
            #expect(one.words?.evidence.map(\.address) == ["https://example.org/seen"])
            #expect(try await there.assessments.published(on: .issue(IssueID(2))).count == 1)
            let again = try await there.assessments.receive(bytes, typed: "", by: Self.desk)
            let total = try await there.assessments.published(AssessmentFilter()).total
            #expect(again.isKnown && total == 3)
            await #expect(throws: PackageFault.own) {
                try await here.assessments.receive(bytes, typed: fingerprint, by: Self.desk)
            }
            // What came from others is not handed on in this installation's name.
            let signer = try #require(there.assessments.signer)
            await #expect(throws: PackageFault.empty) { try await there.assessments.package(signer) }
        }
    }

    @Test("What was changed, cut off, too large, older, rewritten or signed with another key is refused")
    func refused() async throws {
        try await both { here, there in
            let id = try await here.publish(here.draft(), by: here.watch)
            let (bytes, fingerprint) = try await package(here)
            let text = String(decoding: bytes, as: UTF8.self)
            for broken in [
                text.replacing("\"partially\"", with: "\"fully\""),
                text.replacing("Independent Desk", with: "Other Desk"),
                text.replacing(AssessmentFixture.secret, with: "other words"), text + "{}\n",
                text.split(separator: "\n").dropLast().joined(separator: "\n"),
            ] {
                await #expect(throws: PackageFault.wrongSignature) {
                    try await there.assessments.receive(Array(broken.utf8), typed: fingerprint, by: Self.desk)
                }
            }
            await #expect(throws: PackageFault.self) {
                try await there.assessments.receive(Array("nothing\n{}\n".utf8), typed: "", by: Self.desk)
            }
            await #expect(throws: PackageFault.tooLarge(bytesMax: 32 << 20)) {
                let large = [UInt8](repeating: 32, count: 32 << 20 + 1)
                _ = try await there.assessments.receive(large, typed: "", by: Self.desk)
            }
            _ = try await here.publish(here.draft("not"), by: here.commission)
            let newer = try await package(here).bytes
            _ = try await there.assessments.receive(newer, typed: fingerprint, by: Self.desk)
            await #expect(throws: PackageFault.older(sequence: 1, known: 2)) {
                try await there.assessments.receive(bytes, typed: fingerprint, by: Self.desk)
            }
            // Another key of the same installation.
            let signer = PackageSigner(
                keyPath: FileManager.default.temporaryDirectory.path + "/assess-\(UUID().uuidString).key",
                name: "Independent Desk", operatorKind: .civilSociety, address: "")
            let other = try await here.assessments.package(signer)
            let fresh = try signer.fingerprint()
            await #expect(
                throws: PackageFault.keyChanged(name: "Independent Desk", fingerprint: fresh, confirmed: fingerprint)
            ) { try await there.assessments.receive(other, typed: "", by: Self.desk) }
            _ = try await there.assessments.receive(other, typed: fresh, by: Self.desk)
            let shown = try await there.assessments.published(AssessmentFilter())
            #expect(shown.total == 2 && shown.assessments.contains { $0.path != "/assessments/\(id)" })
        }
    }

    @Test("A newer package takes words away that its installation took back or removed, and dropping hides all")
    func withdrawn() async throws {
        try await both { here, there in
            let first = try await here.publish(here.draft(), by: here.watch)
            let second = try await here.publish(here.draft("not", reason: "other-secret"), by: here.commission)
            let (bytes, fingerprint) = try await package(here)
            _ = try await there.assessments.receive(bytes, typed: fingerprint, by: Self.desk)
            let version = try await here.assessments.own(first, here.watch).version
            try await here.assessments.takeBack(first, version: version, why: "Wrong", by: here.watch)
            try await here.assessments.remove(second, .privacy, text: "A name", by: here.administrator)
            let newer = try await package(here).bytes
            _ = try await there.assessments.receive(newer, typed: "", by: Self.desk)
            let shown = try await there.everything()
            #expect(!shown.contains(AssessmentFixture.secret) && !shown.contains("other-secret"))
            #expect(shown.contains("Wrong") && shown.contains("A name"))
            let kept = try await there.database.read { connection in
                try connection.count(
                    "SELECT COUNT(*) FROM assessment_text WHERE reason IN ('other-secret', 'quietly-whispered-words')")
            }
            #expect(kept == 0)
            let source = try #require(try await there.assessments.sources().first)
            try await there.assessments.drop(
                source.id, version: source.version, why: "Not who they say", by: Self.desk)
            #expect(try await there.assessments.published(AssessmentFilter()).total == 0)
            await #expect(throws: PackageFault.dropped) {
                try await there.assessments.receive(newer, typed: "", by: Self.desk)
            }
        }
    }
}
