import Domain
import Testing

@testable import Documents

@Suite("Reports of the UPR Working Group")
struct ReviewReportTests {
    private func read(_ text: DocumentText, _ language: LanguageTag = .english) -> [Finding] {
        let facts = DocumentFacts(kind: .reviewReport, symbol: DocumentSymbol("DEMO/HRC/8/3"), language: language)
        return ReviewReportReader.findings(in: text, ReadingContext(facts: facts, reference: Facts.shared))
    }

    private func read(lines: [String]) -> [Finding] {
        read(DocumentText(origin: .word, lines: lines.flatMap { [.init(text: $0), .init(text: "")] }))
    }

    /// One recommendation behind a lead-in that supports it.
    private func one(_ text: String) throws -> Finding {
        let findings = read(lines: [
            "II. Conclusions and/or recommendations",
            "12. The recommendations listed below enjoy the support of Aldora:", "12.1 " + text,
        ])
        #expect(findings.count == 1)
        return try #require(findings.first)
    }

    @Test(
        "The same report gives the same paragraphs, States and positions in six languages, printed or as Word file",
        arguments: LanguageTag.official, [true, false])
    func sixLanguages(language: LanguageTag, isPrinted: Bool) {
        let report = InventedReport(language)
        let findings = read(isPrinted ? report.printedText : report.wordText, language)
        #expect(findings.map { $0.paragraph?.printed } == InventedReport.expected.map(\.paragraph))
        #expect(findings.map { $0.states.map(\.rawValue) } == InventedReport.expected.map(\.states))
        #expect(findings.map(\.position) == InventedReport.expected.map(\.position))
        #expect(findings.map(\.text) == report.words.texts)
        #expect(findings.allSatisfy { !$0.isDoubtful })
    }

    @Test("A recommendation knows its page, its lines and the paragraph that told its position")
    func places() throws {
        let findings = read(InventedReport(.english).printedText)
        #expect(findings.map(\.page) == [1, 1, 1, 2, 2, 2])
        #expect(findings[0].positionDocument == "DEMO/HRC/8/3 - Para 87")
        #expect(try #require(findings[0].lines).count == 2)
    }

    @Test("Wordings of one paragraph keep their own States")
    func wordings() throws {
        let finding = try one("Mend the bridge (Belmar); Paint the bridge (Corvia) (Dunmere).")
        #expect(
            finding.wordings == [
                .init(text: "Mend the bridge", states: [StateCode("XAB")]),
                .init(text: "Paint the bridge", states: [StateCode("XAC"), StateCode("XAD")]),
            ])
        #expect(!finding.isDoubtful)
    }

    @Test(
        "A chain of verbs is completed for each State and marked doubtful",
        arguments: [
            ("Sign (Belmar)/ratify (Corvia) the Lake Treaty (Dunmere)", "XAC", "ratify the Lake Treaty"),
            ("Sign (Belmar)/ratify (Corvia, Belmar) the Lake Treaty (Dunmere)", "XAB", "Sign ratify the Lake Treaty"),
            (
                "Ratify the Lake Treaty (Belmar)/as soon as possible (Corvia)", "XAC",
                "Ratify the Lake Treaty as soon as possible"
            ),
            ("Ratify the Lake Treaty (Belmar)/Accede (Corvia)", "XAC", "Accede the Lake Treaty"),
            (
                "Consider (Belmar) issuing a standing invitation (Corvia)", "XAB",
                "Consider issuing a standing invitation"
            ),
        ])
    func chains(text: String, state: String, wording: String) throws {
        let finding = try one(text + ";")
        let wordings = finding.wordings.isEmpty ? [.init(text: finding.text, states: finding.states)] : finding.wordings
        #expect(wordings.first { $0.states.contains(StateCode(state)) }?.text == wording)
        #expect(finding.isDoubtful)
        #expect(finding.doubts.contains(Doubt(.statesUnclear)))
    }

    @Test("A State's slip of the pen is understood and said")
    func nearNames() throws {
        let finding = try one("Mend the bridge (Quintarra)")
        #expect(finding.states == [StateCode("XAF")])
        #expect(finding.doubts == [Doubt(.stateNear, "Quintarra")])
    }

    @Test("A name nobody knows stays as it is, and is doubtful")
    func unknownNames() throws {
        let finding = try one("Mend the bridge (Kingdom of Nowhere)")
        #expect(finding.states.isEmpty)
        #expect(finding.unknownNames == ["Kingdom of Nowhere"])
        #expect(finding.isDoubtful)
    }

    @Test(
        "Parentheses that hold no States stay in the text",
        arguments: [
            "Mend the bridge (built in 1912) (Belmar)", "Ratify the Lake Convention (LC) (Belmar)",
            "Follow the guidelines (Lakeside Guidelines); and teach them (Belmar)",
        ])
    func otherParentheses(text: String) throws {
        let finding = try one(text + ";")
        #expect(finding.states == [StateCode("XAB")])
        #expect(finding.text == String(text.dropLast(" (Belmar)".count)))
        #expect(finding.unknownNames.isEmpty)
    }

    @Test("Names with parentheses of their own are read, an unclosed one is doubtful")
    func nestedNames() throws {
        let nested = try one("Mend the bridge (Bolivia (Plurinational State of), Iran (Islamic Republic of))")
        #expect(nested.states == [StateCode("BOL"), StateCode("IRN")])
        let open = try one("Mend the bridge (Bolivia (Plurinational State of)")
        #expect(open.states == [StateCode("BOL")])
        #expect(open.isDoubtful)
    }

    @Test("Numbers that are misprinted, repeated or missing lose nothing and are doubtful")
    func misprints() {
        let findings = read(lines: [
            "II. Conclusions and/or recommendations",
            "12. The recommendations listed below enjoy the support of Aldora:",
            "12.1 Mend the first bridge (Belmar);", "13.2 Mend the second bridge (Belmar);",
            "12.3 Mend the third bridge (Belmar);", "12.01 Mend the fourth bridge (Belmar);",
            "12.5 Mend the fifth bridge (Belmar);", "12.7 Mend the seventh bridge (Belmar);",
        ])
        #expect(findings.map { $0.paragraph?.printed } == ["12.1", "13.2", "12.3", "12.01", "12.5", "12.7"])
        #expect(findings.map(\.isDoubtful) == [false, true, false, true, false, true])
    }

    @Test("Figures at the beginning of a line are no paragraph numbers")
    func figures() throws {
        let text = DocumentText(
            origin: .pdf,
            lines: [
                "II. Conclusions and/or recommendations",
                "12. The following recommendations enjoy the support of Aldora:",
                "12.1 Spend no less than", "12.5 per cent of the budget, and not",
                "16 million, on the bridge (Belmar);",
            ].map { .init(text: $0, indent: $0.hasPrefix("12.5") ? 22 : 10, page: 1) })
        let findings = read(text)
        #expect(findings.count == 1)
        #expect(findings.first?.text.hasSuffix("not 16 million, on the bridge") == true)
    }

    @Test("Numbers that run on through one paragraph are told from the next paragraph's")
    func runningNumbers() {
        var lines = [
            "II. CONCLUSIONS AND/OR RECOMMENDATIONS",
            "3. The recommendations listed below enjoy the support of Aldora:",
        ]
        lines += (1...4).map { "\($0). Mend bridge \($0) (Belmar);" }
        lines += ["4. The following recommendations will be examined by Aldora:", "1. Paint the bridge (Corvia)."]
        let findings = read(lines: lines)
        #expect(findings.map { $0.paragraph?.printed } == ["3.1", "3.2", "3.3", "3.4", "4.1"])
        #expect(findings.last?.position == .pending)
    }

    @Test("Where the lead-in tells no answer the recommendation is pending, and what the next paragraph says counts")
    func untold() {
        let lead = "12. In the course of the discussion, the following recommendations were made to Aldora:"
        let silent = read(lines: [lead, "1. Mend the bridge (Belmar)."])
        #expect(silent.map(\.position) == [.pending])
        #expect(silent[0].doubts == [Doubt(.positionUnclear)])
        let told = read(lines: [
            lead, "1. Mend the bridge (Belmar).",
            "13. The response of Aldora to these recommendations will be included in the outcome report.",
        ])
        #expect(told[0].position == .pending)
        #expect(told[0].doubts.isEmpty)
    }

    @Test("Pledges are pledges, and what counts as done already is a claim")
    func pledgesAndClaims() {
        let findings = read(lines: [
            "II. Conclusions and/or recommendations",
            "12. The following recommendations enjoy the support of Aldora, which considers that they are already implemented or in "
                + "the process of implementation:", "12.1 Mend the bridge (Belmar);",
            "13. Aldora announced the following voluntary commitments:", "(a) To build a second bridge;",
            "(b) To paint it.",
        ])
        #expect(findings.map(\.kind) == [.recommendation, .pledge, .pledge])
        #expect(findings[0].claim?.status == .inProgress)
        #expect(findings[0].position == .supported)
        #expect(findings[1].position == nil)
    }

    @Test("What a later paragraph says of some recommendations is kept with them")
    func remarks() {
        let findings = read(lines: [
            "II. Conclusions and/or recommendations",
            "12. The recommendations below did not enjoy the support of Aldora:",
            "12.1 Mend the bridge (Belmar);", "12.2 Paint the bridge (Corvia);", "12.3 Name the bridge (Dunmere);",
            "13. The recommendations above, 12.1 and 12.3, did not enjoy the support of Aldora, as it has no bridge.",
        ])
        #expect(findings.map { $0.reason != nil } == [true, false, true])
        #expect(findings[2].reason?.hasSuffix("as it has no bridge.") == true)
        #expect(findings.map(\.position) == [.noted, .noted, .noted])
    }

    @Test("A report without section, a contents page alone, and nothing at all give nothing")
    func nothing() {
        #expect(read(lines: []).isEmpty)
        #expect(read(lines: ["Contents", "II. Conclusions and/or recommendations .......... 12"]).isEmpty)
        #expect(read(lines: ["Only prose (Belmar) about nothing."]).isEmpty)
    }

    @Test("A hundred thousand paragraphs and lines without end are read in linear time")
    func many() {
        var lines = ["II. Conclusions and/or recommendations", "12. The recommendations enjoy the support of Aldora:"]
        lines += (1...100_000).map { "12.\($0) Mend the bridge (Belmar);" }
        let findings = read(lines: lines)
        #expect(findings.count == 999)
        #expect(findings.last?.doubts.contains(Doubt(.endUnclear)) == true)
        let brackets = String(repeating: "(", count: 100_000) + "Belmar" + String(repeating: ")", count: 100_000)
        #expect(
            read(lines: ["12. The recommendations enjoy the support of Aldora:", "12.1 Mend " + brackets]).count == 1)
    }
}
