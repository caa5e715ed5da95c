import Domain
import TestSupport
import Testing

@testable import Screening

@Suite("Comparison of screenings over time")
struct ComparisonTests {
    @Test("Every change is told for what it is, and none is better than another")
    func changes() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            let (id, start) = try await world.shared()
            let later = try await world.screenings.add(
                .midTerm, on: CalendarDate("2026-08-10"), note: "", to: id, by: world.aldora)
            try await world.say(.no, to: "core-minimum", because: "a", at: start, by: world.aldora)
            try await world.say(.yes, to: "core-minimum", because: "b", at: later, by: world.aldora)
            try await world.say(.yes, to: "core-civil", because: "a", at: start, by: world.aldora)
            try await world.say(.yes, to: "core-civil", because: "b", at: later, by: world.aldora)
            try await world.say(.yes, to: "core-treaties", because: "a", at: start, by: world.aldora)
            try await world.say(.no, to: "obstacles-new", because: "a", at: later, by: world.aldora)
            let whole = try await world.screenings.find(id, world.lanterns)
            let side = ScreeningSide.Key(world.aldora.workspace.id)
            func cells(_ question: String) throws -> [AnswerChange] {
                let compared = try #require(whole.comparison.first { $0.question.key == question })
                return try #require(compared.rows.first { $0.side.key == side }).cells.map(\.change)
            }
            #expect(try cells("core-minimum") == [.first, .changed(from: .no)])
            #expect(try cells("core-civil") == [.first, .otherReason])
            #expect(try cells("core-treaties") == [.first, .silent])
            #expect(try cells("obstacles-new") == [.never, .first])
            #expect(try cells("benefit-said") == [.never, .never])
            let moment = try #require(whole.moments.first)
            let findings = whole.findings(at: moment)
            #expect(findings.worrying.map(\.question.key) == ["core-minimum"])
            #expect(findings.suggested.map(\.question.key) == ["core-minimum"])
            _ = try await world.screenings.raise(
                RiskDraft(title: "Fees", question: "core-minimum"), at: start, by: world.aldora)
            let followed = try await world.screenings.find(id, world.lanterns)
            #expect(followed.findings(at: moment).suggested.isEmpty, "somebody deals with it")
        }
    }
}

@Suite("Questions of the screening")
struct QuestionTests {
    @Test("Every question can be answered, asks for evidence, names a source, and stands once")
    func complete() throws {
        let questions = try ScreeningFixture.questions.get()
        for edition in questions.editions {
            #expect(Set(edition.questions.map(\.key)).count == edition.questions.count)
            for section in edition.sections {
                #expect(!section.questions.isEmpty && !section.paragraphs.isEmpty, "\(section.key)")
                for question in section.questions {
                    #expect(question.key.hasPrefix(section.key + "-"), "\(question.key)")
                    #expect(Set([.yes, .partly, .no, .notKnown]).isSubset(of: question.replies), "\(question.key)")
                    #expect(Set(question.risks).isSubset(of: question.replies), "\(question.key)")
                    #expect(!question.evidence.isEmpty && !question.sources.isEmpty, "\(question.key)")
                }
            }
        }
    }

    @Test("An old moment keeps the questions it was begun with, and a file that is none is refused")
    func editions() throws {
        let questions = try ScreeningFixture.questions.get()
        #expect(questions.edition(questions.newest.code) == questions.newest)
        #expect(questions.edition("1999-01") == nil)
        #expect(throws: ScreeningQuestionsError.self) { try ScreeningQuestions(directory: "/nonexistent") }
    }
}
