import Domain
import Testing

@testable import Documents

@Suite("Grades in running text of reports and letters on follow-up")
struct FollowUpReportTests {
    private func read(_ text: String, pdf: Bool = false) -> DocumentReading {
        DocumentReader(reference: Facts.shared).interpret(pdf ? Texts.pdf(text) : Texts.word(text))
    }

    private let head = """
        CCPR/C/150/2
        Human Rights Committee
        Report on follow-up to the concluding observations of the Human Rights Committee
        [A] Largely satisfactory: enough was done
        [B] Partially satisfactory: more is needed
        """

    @Test(
        "A heading with a paragraph and the grade below it, behind a colon, or for single duties; each with its place")
    func forms() throws {
        let reading = read(
            head + """

                Aldora
                Concluding observations (148th session): CCPR/C/XAA/CO/2, 4 November 2024
                Follow-up paragraphs: 9, 12 and 13
                7. Paragraph 9: Courts
                8. The State party should open the courts in the hills.
                9. [B]: The Committee welcomes the first two courts, and asks about the rest.
                10. Paragraph 12: [C]
                11. Paragraph 13
                12. [A] (a) and (c): The Committee is content with the new register.
                13. [E] for (b): The State party does the contrary.
                Belmar
                Concluding observations (147th session): CCPR/C/XAB/CO/1, 12 July 2024
                14. Recommendation in paragraph 12 (a): C
                15. Paragraph 14: D. Nothing was sent.
                """)
        #expect(reading.facts.kind == .followUpReport)
        let findings = reading.findings
        #expect(findings.allSatisfy { $0.kind == .statement && $0.doubts.isEmpty && !$0.isDoubtful })
        #expect(findings.map { $0.paragraph?.printed } == ["9", "12", "13(a)", "13(c)", "13(b)", "12(a)", "14"])
        #expect(findings.map { $0.grade?.value } == ["B", "C", "A", "A", "E", "C", "D"])
        #expect(Set(findings.map { $0.grade?.scheme }) == ["committee"])
        #expect(findings.allSatisfy { $0.grade?.assessor == "committee" && $0.grade?.name == "CCPR" })
        #expect(findings.prefix(5).allSatisfy { $0.about?.printed == "CCPR/C/XAA/CO/2" })
        #expect(findings.suffix(2).allSatisfy { $0.about?.printed == "CCPR/C/XAB/CO/1" })
        #expect(findings.map(\.positionDocument).first == "CCPR/C/150/2 - Para 9")
        #expect(findings[0].wording?.hasPrefix("9. [B]: The Committee welcomes") == true)
        #expect(findings.allSatisfy { $0.lines != nil })
    }

    @Test(
        "What is no single grade of a named paragraph of one document is refused, with its place and what stands there")
    func unclear() throws {
        let reading = read(
            head + """

                Aldora
                Concluding observations: CCPR/C/XAA/CO/2
                Paragraph 9: [B2] for the law
                [C1]: for the practice
                Paragraph 10: [G]
                Paragraph 11: A new law was passed
                Paragraph 12: B/C
                Corvia
                Concluding observations: CCPR/C/XAC/CO/1 and CCPR/C/XAC/CO/2
                Paragraph 8: [A]
                Belmar
                Concluding observations: CCPR/C/XAB/CO/1
                [D]: Nothing was received.
                """)
        #expect(reading.findings.allSatisfy { $0.paragraph == nil && $0.grade == nil && $0.isDoubtful })
        #expect(
            reading.findings.map { $0.doubts.map { "\($0.code.rawValue) \($0.detail ?? "")" }.joined() } == [
                "gradeUnclear CCPR/C/XAA/CO/2, 9, [B2] [C1]", "gradeUnclear CCPR/C/XAA/CO/2, 10, [G]",
                "gradeUnclear CCPR/C/XAA/CO/2, 12, B/C", "gradeUnclear 8, [A]", "gradeUnclear CCPR/C/XAB/CO/1, [D]",
            ])
        #expect(reading.findings.allSatisfy { $0.lines != nil })
    }

    @Test("Grades with numbers are a scheme of their own, and A and E of the same paper belong to it; pages are kept")
    func numbered() throws {
        let reading = read(
            head.replacing("[B] Part", with: "[B1] Part") + """

                \u{0C}
                Concluding observations: CCPR/C/XAA/CO/2

                Paragraph 9: [A]

                Paragraph 10: [b1]

                Paragraph 11: [C2]
                """, pdf: true)
        #expect(reading.findings.map { $0.grade?.value } == ["A", "C2"])
        #expect(Set(reading.findings.map { $0.grade?.scheme }) == ["committee-2013"])
        #expect(reading.findings.allSatisfy { $0.page == 2 })
    }

    @Test(
        "Paragraphs are named in six languages",
        arguments: [
            "Paragraph 12 (a): [B]", "Paragraphe 12 a) : [B]", "Párrafo 12 a): [B]", "Пункт 12 a): [B]",
            "الفقرة 12 (أ): [B]", "第12(a)段：[B]",
        ])
    func languages(_ line: String) throws {
        let context = Texts.context(.followUpReport)
        let findings = FollowUpReport.findings(
            in: Texts.word("CCPR/C/XAA/CO/2\n" + line), context)
        #expect(findings.map { $0.paragraph?.printed } == ["12(a)"] && findings.map { $0.grade?.value } == ["B"])
    }

    @Test("A letter about one document needs no symbol above each paragraph; a State's own reply grades nothing")
    func letter() throws {
        var context = Texts.context(.followUpReport)
        context.facts.parent = DocumentSymbol("CAT/C/XAA/CO/4")
        let findings = FollowUpReport.findings(
            in: Texts.word(
                "I refer to your information.\n[A] Largely satisfactory\n[B] Partially satisfactory\nParagraph 8: [A]\n"
                    + "I look forward to hearing from you."),
            context)
        #expect(findings.map { $0.grade?.name } == ["CAT"] && findings[0].about?.printed == "CAT/C/XAA/CO/4")
        let reply = read(
            "CCPR/C/XAA/FCO/2\nInformation received from Aldora on follow-up to the concluding observations")
        #expect(reply.facts.kind == .paragraphs)
    }
}
