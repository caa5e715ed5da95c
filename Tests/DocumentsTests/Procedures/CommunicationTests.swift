import Domain
import Foundation
import Testing

@testable import Documents

@Suite("Communications")
struct CommunicationTests {
    private func reading(_ text: DocumentText, _ language: LanguageTag) -> DocumentReading {
        CommunicationReader.reading(of: text, Texts.context(.communication, language))
    }

    /// What leaves the reader, as JSON, without the sealed names themselves.
    private func json(_ reading: DocumentReading) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return String(decoding: try encoder.encode(reading.findings), as: UTF8.self)
            + String(decoding: try encoder.encode(reading.facts), as: UTF8.self)
    }

    @Test("An allegation letter gives reference, date, State, mandates, questions, measures and the day of reply")
    func allegationLetter() throws {
        let reading = reading(Letters.english, .english)
        #expect(reading.facts.symbol?.printed == "AL XAA 3/2024")
        #expect(reading.facts.published == CalendarDate("2024-03-12"))
        #expect(reading.facts.state == StateCode("XAA"))
        #expect(reading.facts.mechanism == MechanismCode("sp-arbitrary-detention"))
        #expect(reading.facts.mechanisms.contains(MechanismCode("sp-torture")))
        let questions = reading.findings.filter { $0.part == .question }
        #expect(questions.compactMap(\.paragraph?.printed) == ["1", "2", "3", "4"])
        #expect(questions.allSatisfy { $0.kind == .observation && $0.followUpDue == CalendarDate("2024-05-11") })
        #expect(questions.allSatisfy { $0.dueComputedFrom == "within 60 days" })
        let measures = reading.findings.filter { $0.part == .urgentMeasure }
        #expect(measures.count == 1)
        #expect(measures.first?.kind == .recommendation)
        let reply = try #require(reading.findings.first { $0.part == .reply })
        #expect(reply.followUpDue == CalendarDate("2024-05-11"))
    }

    @Test("No name, and no part of one, leaves the reader", arguments: Letters.all)
    func noNameLeaves(_ letter: Letters.Case) throws {
        let reading = reading(letter.text, letter.language)
        #expect(reading.findings.filter { $0.part == .question }.count == letter.questions)
        let json = try json(reading)
        for part in letter.parts { #expect(!json.contains(part), "\(part) is in what was found") }
        #expect(json.contains("[name "))
        for name in letter.names {
            #expect(reading.sealedNames.contains { $0.contains(name) || name.contains($0) }, "\(name) is sealed")
        }
    }

    @Test("The text for those who may not see names has none", arguments: Letters.all)
    func redactedText(_ letter: Letters.Case) throws {
        let text = CommunicationReader.redacted(letter.text, Texts.context(.communication, letter.language))
        let all = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        for part in letter.parts { #expect(!all.contains(part), "\(part) is in the text") }
    }

    @Test("The same person has the same number, by full name and by surname")
    func sameNumber() throws {
        let reading = reading(Letters.english, .english)
        let texts = reading.findings.map(\.text)
        let first = try #require(texts.first { $0.contains("legal grounds") })
        let second = try #require(texts.first { $0.contains("medical care") })
        #expect(first.contains("Mr. [name 1]"))
        #expect(second.contains("Mr. [name 1]"))
        #expect(!first.contains("[name 2]"))
    }

    @Test("Initials stay, and words of institutions, treaties and States too")
    func whatStays() {
        let reading = reading(
            Texts.word(
                """
                AL XAA 4/2024
                2 May 2024
                Excellency,
                We have received information concerning Ms. A.B. and Mr. K. in Aldora.
                We would be grateful for your observations on the following matters:
                1. Please explain how the detention of Ms. A.B. is compatible with the Convention on the Rights of the Child.
                2. Please indicate what the Ministry of Justice of Aldora has done.
                Please accept, Excellency, the assurances of our highest consideration.
                """), .english)
        let texts = reading.findings.map(\.text)
        #expect(
            texts.first
                == "Please explain how the detention of Ms. A.B. is compatible with the Convention on the Rights of the Child."
        )
        #expect(texts.contains { $0.contains("Aldora") })
    }

    @Test("A printed day of reply wins over the rule")
    func printedDayWins() {
        let reading = reading(
            Texts.word(
                """
                UA XAB 1/2023
                10 January 2023
                Excellency,
                We would be grateful for your observations on the following matters:
                1. Please provide any additional information.
                2. Please explain the measures taken.
                We would appreciate receiving a response by 20 January 2023.
                """), .english)
        #expect(reading.findings.allSatisfy { $0.followUpDue == CalendarDate("2023-01-20") })
        #expect(reading.findings.allSatisfy { $0.dueComputedFrom == nil })
    }

    @Test("An urgent appeal without a printed day has no clock")
    func urgentAppeal() {
        let reading = reading(
            Texts.word(
                """
                UA XAB 1/2023
                10 January 2023
                Excellency,
                We would be grateful for your observations on the following matters:
                1. Please provide any additional information.
                2. Please explain the measures taken.
                Please accept, Excellency, the assurances of our highest consideration.
                """), .english)
        #expect(reading.findings.count == 2)
        #expect(reading.findings.allSatisfy { $0.followUpDue == nil })
    }

    @Test("The title and the doubts of the first page hold no name")
    func factsHoldNoName() throws {
        var context = Texts.context(.communication)
        context.facts.title = "Allegations concerning Mr. Tomas Harrowgate"
        context.facts.doubts = [Doubt(.symbolMissing, "concerning Mr. Tomas Harrowgate")]
        let reading = CommunicationReader.reading(of: Letters.english, context)
        #expect(!(try json(reading)).contains("Harrowgate"))
    }

    @Test("A letter with 5,000 names is read, and none is left")
    func manyNames() {
        func surname(_ number: Int) -> String {
            "Velk"
                + String(number, radix: 16).map { String(UnicodeScalar(UInt8(97 + ($0.hexDigitValue ?? 0)))) }.joined()
        }
        var lines = ["AL XAA 3/2024", "12 March 2024", "Excellency,"]
        lines += (0..<5_000).map { "Mr. Ondrej \(surname($0)) was arrested." }
        lines += [
            "We would be grateful for your observations on the following matters:", "1. Please explain.",
            "2. Please tell us of \(surname(4_321)).",
        ]
        let reading = reading(Texts.word(lines.joined(separator: "\n")), .english)
        #expect(reading.findings.count == 2)
        #expect(reading.sealedNames.count >= 5_000)
        #expect(reading.findings.allSatisfy { !$0.text.contains("Velk") })
    }
}
