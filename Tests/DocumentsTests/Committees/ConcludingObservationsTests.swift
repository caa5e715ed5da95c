import Domain
import Testing

@testable import Documents

@Suite("Concluding observations")
struct ConcludingObservationsTests {
    @Test("Six languages give the same numbers, kinds, duties, follow-up and priorities", arguments: Observations.all)
    func sixLanguages(_ language: LanguageTag, _ text: String) throws {
        let findings = TreatyBodyReader.findings(in: Texts.word(text), Texts.context(.concludingObservations, language))
        #expect(findings.map(\.paragraph?.printed) == ["1", "2", "3", "4", "5", "6", "7", "8"])
        #expect(
            findings.map(\.kind) == [
                .observation, .observation, .observation, .recommendation, .recommendation, .observation, .observation,
                .observation,
            ])
        #expect(
            findings.map(\.part) == [.introduction, .positive, .concern, nil, nil, .followUp, .priorities, .nextReport])
        #expect(findings[3].duties.map(\.label) == ["a", "b", "c"])
        #expect(findings[3].isForFollowUp)
        #expect(findings[3].followUpDue == CalendarDate("2025-11-09"))
        #expect(findings[3].dueComputedFrom == nil)
        #expect(findings[3].duties.map(\.isForFollowUp) == [false, true, false])
        #expect(findings[4].isPriority)
        #expect(findings[4].followUpDue == nil)
        #expect(!findings[4].isForFollowUp)
        #expect(findings[7].followUpDue == nil)
        #expect(findings.filter(\.isDoubtful).flatMap(\.doubts) == [])
        #expect(findings[2].heading == findings[3].heading)
    }

    @Test(
        "Every committee's words for what it asks are known",
        arguments: [
            "The State party should ensure that courts are independent.",
            "The Committee recommends that the State party amend the law.",
            "The Committee urges the State party to act.", "It also encourages the State party to ratify the treaty.",
            "The Committee calls upon the State party to end it.",
            "The Committee invites the State party to accede to it.",
            "The Committee requests the State party to collect data.",
            "The Subcommittee recommends that the authorities repair the prison.",
            "Recalling its general comment, the Committee reiterates its previous recommendation and asks for action.",
            "While it is concerned at delays, the Committee recommends that the State party hurry.",
            "The State party must criminalize the act.", "In this regard, the State party is invited to submit data.",
        ])
    func wordings(_ text: String) { #expect(Wording(text).recommends) }

    @Test(
        "What is welcomed, regretted or told recommends nothing",
        arguments: [
            "The Committee welcomes the adoption of the law.",
            "The Committee regrets that its previous recommendations were not implemented.",
            "The Committee notes with concern that the draft has not been adopted.",
            "The Committee considered the report at two meetings.",
        ])
    func observations(_ text: String) { #expect(!Wording(text).recommends) }

    @Test(
        "The closing words of each committee select the same paragraphs",
        arguments: [
            "In accordance with rule 75, paragraph 1, of its rules of procedure, the State party is requested to provide, by 5 December 2017, information on the implementation of the recommendations made by the Committee in paragraphs 2 (a) and 3 above.",
            "The Committee requests the State party to provide, within one year, written information on the steps taken to implement the recommendations contained in paragraphs 2 (a) and 3 above.",
            "The Committee requests the State party to provide, by 5 December 2017, information on follow-up to the Committee’s recommendations on prisons (see para. 2 (a) above) and courts (see para. 3 above).",
            "In accordance with the procedure on follow-up, the Committee requests the State party to provide, within 12 months of the adoption of the present concluding observations, information on the implementation of the recommendations contained in paragraphs 2 (a) and 3.",
            "The Committee requests the State party to provide, within one year (that is, by 5 December 2017), information on the implementation of the recommendations contained in paragraphs 2 (a) and 3.",
        ])
    func closings(_ closing: String) {
        let text = """
            A. Introduction
            1. The Committee considered the report. At its meeting, held on 5 December 2016, it adopted the present observations.
            B. Concerns
            2. The State party should: (a) Act; (b) Report (DEMO/CEP/C/XAA/CO/3, para. 1).
            3. The State party should act.
            4. \(closing)
            """
        let findings = TreatyBodyReader.findings(in: Texts.word(text), Texts.context(.concludingObservations))
        #expect(findings.map(\.isForFollowUp) == [false, true, true, false])
        #expect(findings[1].followUpDue == CalendarDate("2017-12-05"))
        #expect(findings[2].followUpDue == CalendarDate("2017-12-05"))
        #expect(findings[1].duties.map(\.isForFollowUp) == [true, false])
    }

    @Test("A span without the day of adoption is counted from the first page and doubted")
    func spanWithoutAdoption() {
        let text = """
            1. The Committee thanks the State party.
            2. The State party should act.
            3. The Committee requests the State party to provide, within two years, information on the implementation of paragraph 2 above.
            """
        let published = TreatyBodyReader.findings(
            in: Texts.word(text), Texts.context(.concludingObservations, published: CalendarDate("2020-02-29")))
        #expect(published[1].followUpDue == CalendarDate("2022-02-28"))
        #expect(published[1].doubts.contains { $0.code == .dateUnclear })
        let nothing = TreatyBodyReader.findings(in: Texts.word(text), Texts.context(.concludingObservations))
        #expect(nothing[1].isForFollowUp)
        #expect(nothing[1].followUpDue == nil)
    }

    @Test("Lists of issues ask in each paragraph, with lettered questions")
    func listOfIssues() {
        let findings = TreatyBodyReader.findings(
            in: Texts.word(
                """
                A. General information
                1. Please describe new laws.
                B. Rights
                Non-discrimination (art. 2)
                2. With reference to the previous observations, please provide data on: (a) Complaints; (b) Judgments.
                """), Texts.context(.listOfIssuesPrior))
        #expect(findings.map(\.part) == [.question, .question])
        #expect(findings.map(\.kind) == [.observation, .observation])
        #expect(findings[1].duties.map(\.label) == ["a", "b"])
        #expect(findings[1].heading == "Non-discrimination (art. 2)")
    }

    @Test("Views ask for a remedy and for word of it within 180 days")
    func views() throws {
        let findings = TreatyBodyReader.findings(
            in: Texts.word(
                """
                1.1 The author of the communication is A.B., a national of Aldora.
                1.2 On 3 May 2015 the Committee asked for interim measures.
                2.1 The author was detained for 3.5 years.
                9. The Committee is of the view that article 9 was violated.
                10. The State party is under an obligation to provide the author with an effective remedy, including to: (a) pay compensation; (b) prevent similar violations.
                11. The Committee wishes to receive from the State party, within 180 days, information about the measures taken to give effect to the Committee’s Views.
                """), Texts.context(.views, published: CalendarDate("2020-03-27")))
        #expect(findings.map(\.paragraph?.printed) == ["10", "11"])
        #expect(findings[0].part == .remedy)
        #expect(findings[0].duties.map(\.label) == ["a", "b"])
        #expect(findings[0].followUpDue == CalendarDate("2020-09-23"))
        #expect(findings[0].dueComputedFrom == "within 180 days")
    }

    @Test("An inquiry's recommendations are found")
    func inquiry() {
        let findings = TreatyBodyReader.findings(
            in: Texts.word(
                """
                1. The Committee received information on Belmar.
                2. The Committee finds grave violations.
                C. Recommendations
                3. The Committee recommends that the State party: (a) Stop; (b) Repair.
                """), Texts.context(.inquiry))
        #expect(findings.map(\.kind) == [.observation, .observation, .recommendation])
    }

    @Test(
        "Nothing numbered, nothing written: nothing is found, and nothing breaks",
        arguments: ["", "One line.", "\u{200F}\n(a)\n•\n1.\n(", "1"])
    func nothing(_ text: String) {
        for kind in DocumentKind.allCases {
            let reading = DocumentReader(reference: Facts.shared).interpret(
                Texts.word(text), .init(kind: kind, language: .english))
            #expect(reading.findings.count <= 2)
        }
    }
}
