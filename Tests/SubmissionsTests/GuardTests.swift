import Foundation
import Programs
import TestSupport
import Testing

@testable import Submissions

struct GuardTests {
    private let words = ["river", "lamp", "garden", "bread", "stone"]

    @Test("A form passes once, with the right word, neither too soon nor too late")
    func once() throws {
        let guardian = FormGuard(ageMinSeconds: 4)
        let asked = guardian.question(words, at: 1_000_000)
        let answer = asked.words[asked.place - 1]
        #expect(throws: SubmissionError.guarded(.tooFast)) {
            try guardian.check(asked.token, answer: answer, at: 1_003_000)
        }
        try guardian.check(asked.token, answer: " \(answer.uppercased())", at: 1_005_000)
        #expect(throws: SubmissionError.guarded(.used)) {
            try guardian.check(asked.token, answer: answer, at: 1_006_000)
        }
        let late = guardian.question(words, at: 0)
        #expect(throws: SubmissionError.guarded(.tooOld)) {
            try guardian.check(late.token, answer: late.words[late.place - 1], at: 7 * 3_600_000)
        }
    }

    @Test("A wrong word uses the form up, and a form of another process is none")
    func wrong() throws {
        let guardian = FormGuard(ageMinSeconds: 0)
        let asked = guardian.question(words, at: 0)
        #expect(throws: SubmissionError.guarded(.wrongAnswer)) {
            try guardian.check(asked.token, answer: "mountain", at: 1)
        }
        #expect(throws: SubmissionError.guarded(.used)) {
            try guardian.check(asked.token, answer: asked.words[asked.place - 1], at: 2)
        }
        let strange = FormGuard(ageMinSeconds: 0).question(words, at: 0)
        #expect(throws: SubmissionError.guarded(.tooOld)) {
            try guardian.check(strange.token, answer: strange.words[strange.place - 1], at: 1)
        }
    }

    @Test("However many forms are spent, a new one passes, and none passes twice")
    func spent() throws {
        let guardian = FormGuard(ageMinSeconds: 0)
        let early = guardian.question(words, at: 0)
        let first = guardian.question(words, at: 1)
        try guardian.check(first.token, answer: first.words[first.place - 1], at: 2)
        for number in 0..<20_100 {
            let asked = guardian.question(words, at: 10 + Int64(number))
            #expect(throws: SubmissionError.guarded(.wrongAnswer)) {
                try guardian.check(asked.token, answer: "mountain", at: 40_000)
            }
        }
        let fresh = guardian.question(words, at: 40_000)
        try guardian.check(fresh.token, answer: fresh.words[fresh.place - 1], at: 40_001)
        #expect(throws: SubmissionError.self) {
            try guardian.check(fresh.token, answer: fresh.words[fresh.place - 1], at: 40_002)
        }
        #expect(throws: SubmissionError.guarded(.tooOld)) {
            try guardian.check(first.token, answer: first.words[first.place - 1], at: 40_003)
        }
        #expect(throws: SubmissionError.guarded(.tooOld)) {
            try guardian.check(early.token, answer: early.words[early.place - 1], at: 40_004)
        }
    }

    @Test("Files are known by what they hold and not by their names")
    func kinds() {
        #expect(FileCleaning.ending(Array("%PDF-1.7 ...".utf8)) == "pdf")
        #expect(FileCleaning.ending(Array("PK\u{3}\u{4} word/document.xml".utf8)) == "docx")
        #expect(FileCleaning.ending(Array("PK\u{3}\u{4} anything else".utf8)) == nil)
        #expect(FileCleaning.ending(Array("MZ\u{0}\u{1}".utf8)) == nil)
        #expect(FileCleaning.ending(Array("plain words".utf8)) == "txt")
        #expect(FileCleaning.ending([]) == nil)
    }

    @Test("Files are taken only where what cleans them can be shut in, and lose what they say of their maker")
    func cleaning() async throws {
        try await withEachDatabase { database in
            let house = try await SubmissionFixture(database)
            // The fixture's house does not say that it can.
            #expect(house.submissions.fileFault != nil)
            await #expect(throws: SubmissionError.self) { try await house.submissions.cleaned([Array("words".utf8)]) }
        }
        let runner = ProgramRunner(folder: "/dev/shm")
        guard await ProgramRunner.canShutIn, runner.isInstalled(.mat2) else { return }
        // One white pixel, by somebody.
        let picture = try #require(
            Data(
                base64Encoded:
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAAD3RFWHRBdXRob3IAU29tZWJvZHlzxYaJAAAACklEQV"
                    + "R4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="))
        let clean = try await FileCleaning(runner: runner).clean(Array(picture))
        #expect(clean.ending == "png")
        #expect(!String(decoding: clean.bytes, as: UTF8.self).contains("Somebody"))
    }

    @Test("Marks are six hours apart, and months before a day end on a day that is there")
    func marks() {
        #expect(Submissions.mark("2026-01-31T13:45:10.123Z") == "2026-01-31T12:00:00.000Z")
        #expect(Submissions.day(monthsBefore: 12, "2026-01-31") == "2025-01-28")
        #expect(Submissions.day(monthsBefore: 2, "2026-01-05") == "2025-11-05")
    }
}
