import Domain
import Testing

@testable import Documents

@Suite("Tables of answers")
struct AddendumTableTests {
    @Test("A table with a head: number, recommendation, position, comment")
    func head() {
        let text = Pages.word(
            ["Responses of Aldora"],
            tables: [
                [
                    ["No.", "Recommendation", "Position", "Comments"],
                    ["115.1", "Ratify the treaty (Belmar)", "Supported", ""],
                    ["115.2", "Accept and support all visits (Corvia)", "Noted", "The law does not\nallow it."],
                    ["115.3", "Take note of the report", "Partially supported", "Only the first part."],
                    ["115.4–5", "Do this", "Aldora supports this recommendation", "It is already implemented."],
                ]
            ])
        let findings = Pages.reading(text, .addendum).findings
        #expect(Pages.numbers(findings, .supported) == ["115.1", "115.3", "115.4", "115.5"])
        #expect(Pages.numbers(findings, .noted) == ["115.2"])
        #expect(findings[1].reason == "The law does not allow it." && findings[0].reason == nil)
        #expect(findings[2].isDoubtful && findings[3].claim?.status == .implemented)
    }

    @Test("A table without a head, its parts under merged headings")
    func merged() {
        let text = Pages.word(
            [],
            tables: [
                [
                    ["Recommendations accepted"], ["10.1 Do this (Belmar);"], ["10.2 Do that (Corvia);"],
                    ["Recommendations noted"], ["10.3 Change the law (Dunmere);", "It was changed in May."],
                ]
            ])
        let findings = Pages.reading(text, .addendum).findings
        #expect(Pages.numbers(findings, .supported) == ["10.1", "10.2"] && Pages.numbers(findings, .noted) == ["10.3"])
    }

    @Test("Columns of a PDF, whose rows run over several lines")
    func printed() {
        let findings = Pages.answers(
            """
            The answers are as follows.

            No.       Recommendation                  Position        Comment
            20.1      Ratify the treaty on            Supported       The parliament will
                      the rights of all                               vote in May.
            20.2      Abolish the tax                 Noted           There is no
                                                                      such tax.
            20.3      Support small                   Supported
                      farms
            """)
        #expect(Pages.numbers(findings, .supported) == ["20.1", "20.3"] && Pages.numbers(findings, .noted) == ["20.2"])
        #expect(findings.map(\.reason) == ["The parliament will vote in May.", "There is no such tax.", nil])
    }

    @Test("Whole numbers in a table's first column")
    func plain() {
        let text = Pages.word(
            [],
            tables: [
                [["No.", "Recommendation", "Response"], ["1", "Do this", "Accepted"], ["2", "Do that", "Rejected"]]
            ])
        let findings = Pages.reading(text, .addendum).findings
        #expect(Pages.numbers(findings, .supported) == ["1"] && Pages.numbers(findings, .noted) == ["2"])
    }
}
