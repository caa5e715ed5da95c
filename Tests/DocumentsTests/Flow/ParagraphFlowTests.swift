import Domain
import Testing

@testable import Documents

@Suite("Paragraphs of a document")
struct ParagraphFlowTests {
    @Test("A line that begins with a number of its own is no paragraph")
    func numbersInText() {
        let flow = ParagraphFlow(
            Texts.pdf(
                """
                     1.  The State reports that it reached
                16 million people in the year
                2019. That was much.
                     2.  The State adds that paragraph
                3. of the law was dropped.
                     3.  The State thanks.
                """))
        #expect(flow.paragraphs.map(\.number?.printed) == ["1", "2", "3"])
        #expect(
            flow.paragraphs[0].text
                == "The State reports that it reached 16 million people in the year 2019. That was much.")
        #expect(flow.paragraphs[1].text == "The State adds that paragraph 3. of the law was dropped.")
    }

    @Test("Words broken at the end of a line are joined; hyphens of their own stay")
    func hyphens() {
        let flow = ParagraphFlow(
            Texts.pdf(
                """
                1. Aldora ended discrimi-
                nation by the so-
                called rules and its follow-
                up, for non-
                citizens, in a decision-
                making body.

                2. The rest.
                """))
        #expect(
            flow.paragraphs[0].text
                == "Aldora ended discrimination by the so-called rules and its follow-up, for non-citizens, in a decision-making body."
        )
    }

    @Test("Gaps and repeated numbers are doubted, nothing is lost")
    func gapsAndRepeats() {
        let flow = ParagraphFlow(
            Texts.word("1. First one.\n2. Second one.\n4. Fourth one.\n4. Fourth once more.\n5. Fifth one."))
        #expect(flow.paragraphs.map(\.number?.printed) == ["1", "2", "4", "4", "5"])
        #expect(flow.paragraphs.map { $0.doubts.map(\.code) } == [[], [], [.numberGap], [.numberRepeated], []])
    }

    @Test(
        "Letters of every script are items; romans and bullets below stay with them",
        arguments: [
            "(a) One; (b) Two; (c) Three.", "а) One; б) Two; в) Three.", "(أ) One; (ب) Two; (ج) Three.",
            "（a） One； （b） Two； （c） Three。",
            "a) One; b) Two; c) Three.",
        ])
    func letters(_ list: String) {
        let flow = ParagraphFlow(Texts.word("1. The State should: " + list + "\n2. End of it."))
        #expect(flow.paragraphs[0].lead == "The State should:")
        #expect(flow.paragraphs[0].items.map(\.label) == ["a", "b", "c"])
        #expect(flow.paragraphs[0].items.map { $0.text.prefix(3) } == ["One", "Two", "Thr"])
    }

    @Test("Items on lines of their own keep what is below them")
    func nestedItems() {
        let flow = ParagraphFlow(
            Texts.word(
                """
                7. The State should:
                (a) Amend the law:
                (i) In part one;
                (ii) In part two;
                (b) Train judges on:
                • Fair trials;
                • Bail;
                (c) Report on article 4 (a) and (b).
                8. The State should act.
                """))
        #expect(flow.paragraphs.count == 2)
        #expect(flow.paragraphs[0].items.map(\.label) == ["a", "b", "c"])
        #expect(flow.paragraphs[0].items[0].text == "Amend the law: (i) In part one; (ii) In part two;")
        #expect(flow.paragraphs[0].items[1].text.contains("Bail"))
        #expect(flow.paragraphs[1].items.isEmpty)
    }

    @Test("A reference to letters is no list")
    func lettersInReferences() {
        let flow = ParagraphFlow(
            Texts.word("1. Contrary to article 4 (a) and (b), and to 5 (d) (v), nothing was done.\n2. End."))
        #expect(flow.paragraphs[0].items.isEmpty)
    }

    @Test("Headings are told from text, with and without marks")
    func headings() {
        let flow = ParagraphFlow(
            Texts.pdf(
                """
                          A.   Introduction
                     1.  The body met in May.

                          B.   Concerns and recommendations

                          Access to courts
                     2.  The body is concerned at
                         long trials.
                          Conditions in prisons (arts. 7
                          and 10)
                     3.  Cells are small.
                """))
        #expect(
            flow.paragraphs.map(\.headings) == [
                ["Introduction"], ["Concerns and recommendations", "Access to courts"],
                ["Concerns and recommendations", "Conditions in prisons (arts. 7 and 10)"],
            ])
        #expect(flow.paragraphs[1].text == "The body is concerned at long trials.")
    }

    @Test("Numbered headings and lists inside paragraphs do not disturb the count")
    func numberedHeadings() {
        let flow = ParagraphFlow(
            Texts.word(
                """
                1. Paragraph one is here.
                1. Legal framework
                2. Paragraph two is here.
                2. Institutions
                3. Paragraph three lists:
                1. A first thing;
                2. A second thing.
                4. Paragraph four is here.
                """))
        #expect(flow.paragraphs.map(\.number?.printed) == ["1", "2", "3", "4"])
        #expect(flow.paragraphs[1].heading == "Legal framework")
        #expect(flow.paragraphs[2].items.map(\.label) == ["1", "2"])
    }

    @Test("A page break in the middle of a sentence does not end the paragraph")
    func pageBreaks() {
        let flow = ParagraphFlow(
            Texts.pdf("1. The body asks the State to\n\n\u{0C}end the practice at once.\n2. And to report."))
        #expect(flow.paragraphs[0].text == "The body asks the State to end the practice at once.")
        #expect(flow.paragraphs[0].page == 1)
        #expect(flow.paragraphs[1].page == 2)
    }

    @Test("Right-to-left marks around numbers and letters are passed over")
    func directionMarks() {
        let flow = ParagraphFlow(
            Texts.word(
                "\u{202B}\u{200F}1-\u{202C}\u{200F} ترحب اللجنة بالوفد.\n\u{200F}٢- توصي اللجنة الدولة الطرف بما يلي: (أ) أن تعتمد القانون؛ (ب) أن تدرب القضاة."
            ))
        #expect(flow.paragraphs.map(\.number?.printed) == ["1", "2"])
        #expect(flow.paragraphs[1].items.map(\.label) == ["a", "b"])
    }

    @Test("Where no number is printed, paragraphs are counted and doubted")
    func countedParagraphs() {
        let flow = ParagraphFlow(
            Texts.word(
                """
                Introduction
                The body considered the report of Aldora at its meeting and thanks the delegation for its answers.
                Concerns
                The body is concerned at the number of people who wait for a trial for more than a year in Aldora.
                The body recommends that the State:
                Shorten the time before trials;
                Train judges.
                It also asks Aldora to tell everybody about these observations in all languages of the country.
                """))
        #expect(flow.isInferred)
        #expect(flow.paragraphs.map(\.number?.printed) == ["1", "2", "3", "4"])
        #expect(flow.paragraphs[2].duties.map(\.label) == ["a", "b"])
        #expect(flow.paragraphs.allSatisfy { $0.doubts.contains { $0.code == .numberUnclear } })
    }

    @Test("100,000 paragraphs, and 20,000 that all have the same number, end")
    func manyParagraphs() {
        func lines(_ count: Int, _ number: (Int) -> Int) -> DocumentText {
            Texts.word(
                (1...count).map { "\(number($0)). The State should do its \($0)th duty: (a) Well; (b) Soon." }.joined(
                    separator: "\n"))
        }
        #expect(ParagraphFlow(lines(100_000) { ($0 - 1) % 9_999 + 1 }).paragraphs.count == 100_000)
        #expect(ParagraphFlow(lines(20_000) { _ in 1 }).paragraphs.count > 1)
    }
}
