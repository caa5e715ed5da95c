import Domain
import Testing

@testable import Documents

@Suite("Addenda")
struct AddendumTests {
    @Test("One sentence answers a list that breaks over lines")
    func lists() {
        let findings = Pages.answers(
            """
            3.   Aldora accepts the following recommendations: 115.1, 115.3-
                 5, 115.9 to 115.11 and 115.20.

            4.   Aldora notes recommendations 115.2, 115.6–
                 115.8.
            """)
        #expect(
            Pages.numbers(findings, .supported)
                == ["115.1", "115.3", "115.4", "115.5", "115.9", "115.10", "115.11", "115.20"])
        #expect(Pages.numbers(findings, .noted) == ["115.2", "115.6", "115.7", "115.8"])
        #expect(findings.allSatisfy { $0.kind == .statement && $0.confidence > 0.9 && $0.reason == nil })
        #expect(findings.first?.wording?.hasPrefix("Aldora accepts the following recommendations") == true)
    }

    @Test("Two answers in one sentence keep to their numbers")
    func clauses() {
        let first = Pages.answers(
            "1. Belmar supports recommendations 10.1 and 10.2 and notes recommendations 10.3 to 10.5.\n")
        #expect(
            Pages.numbers(first, .supported) == ["10.1", "10.2"]
                && Pages.numbers(first, .noted) == ["10.3", "10.4", "10.5"])
        let second = Pages.answers(
            "1. Recommendations 10.1 and 10.2 enjoy the support of Belmar, while 10.3 does not enjoy its support.\n")
        #expect(Pages.numbers(second, .supported) == ["10.1", "10.2"] && Pages.numbers(second, .noted) == ["10.3"])
    }

    @Test("A heading answers for the numbers below it, each with its reason")
    func headings() {
        let findings = Pages.answers(
            """
            Accepted recommendations

            77.1, 77.2, 77.4

            Recommendations that do not enjoy the support of Corvia

            77.3
                 The law of 1999 regulates the matter. A change is not planned; see also
            recommendation 77.1 above.

            77.5–6
                 The budget does not allow it.
            """)
        #expect(Pages.numbers(findings, .supported) == ["77.1", "77.2", "77.4"])
        #expect(Pages.numbers(findings, .noted) == ["77.3", "77.5", "77.6"])
        let reasons = findings.filter { $0.position == .noted }.map(\.reason)
        #expect(
            reasons[0]?.hasPrefix("The law of 1999") == true
                && reasons[0]?.contains("see also recommendation 77.1") == true)
        #expect(reasons[1] == "The budget does not allow it." && reasons[2] == reasons[1])
    }

    @Test("Answers behind each number")
    func perParagraph() {
        let findings = Pages.answers(
            """
            90.1   Accepted.

            90.2   Noted. The Constitution of Dunmere already settles this.

            90.3   Recommendation not accepted.

            90.4   Partially accepted: the first part is in force.

            Recommendation 90.5: Dunmere accepts this recommendation.

            90.6

            Supported

            90.7 Ratify the treaty (Aldora) (Belmar);

            Response: Dunmere cannot accept this recommendation because of its federal order.
            """)
        #expect(Pages.numbers(findings, .supported) == ["90.1", "90.4", "90.5", "90.6"])
        #expect(Pages.numbers(findings, .noted) == ["90.2", "90.3", "90.7"])
        let partial = findings.first { $0.paragraph?.printed == "90.4" }
        #expect(partial?.isDoubtful == true && partial?.doubts.map(\.code) == [.positionUnclear])
        #expect(partial?.wording == "Partially accepted" && partial?.reason == "the first part is in force.")
        #expect(
            findings.first { $0.paragraph?.printed == "90.2" }?.reason
                == "The Constitution of Dunmere already settles this.")
    }

    @Test("A recommendation's own words are no answer, though they begin with one")
    func restated() {
        let findings = Pages.answers(
            """
            Recommendations noted

            70.1 Accept visits of all mandates (Aldora);

            70.2 Support small farms

            70.3 Implement the accepted recommendations of the second cycle (Corvia) (Belmar);

            70.4 Accept the procedure of complaints (Aldora). Not accepted.

            70.5 Endorse the declaration

            The law forbids it (Criminal Code).

            Recommendations 70.6 and 70.7 are already implemented.
            """)
        #expect(
            Pages.numbers(findings, .noted) == ["70.1", "70.2", "70.3", "70.4", "70.5"], "\(findings.map(\.wording))")
        #expect(findings[4].reason?.hasSuffix("The law forbids it (Criminal Code).") == true)
        #expect(findings[5].claim?.status == .implemented && findings[5].isDoubtful)
    }

    @Test("Partly accepted, but the State says that it notes the whole: noted")
    func partlyNoted() {
        let findings = Pages.answers(
            "1. Recommendation 12.4, which is accepted in part by some authorities, is noted.\n")
        #expect(findings.count == 1)
        let noted = Pages.answers("Recommendations noted\n\n12.4\n   The first part is done.\n")
        #expect(Pages.numbers(noted, .noted) == ["12.4"] && noted[0].doubts.isEmpty)
    }

    @Test("Prose that notes or accepts things answers nothing")
    func prose() {
        let findings = Pages.answers(
            """
            1.   The Government noted the importance of dialogue. It accepts its responsibility and supports civil society.

            2.   As noted in the national report, 3.5 per cent of the budget goes to health, and the programme was rejected in 2019.

            3.   In 2018 the ministry took note of the study. Article 12.1 of the law was accepted by parliament.

            4.   It should be noted that with the support of the donors 14 schools opened; see recommendation 80.4.
            """)
        #expect(findings.isEmpty, "\(findings.map(\.wording))")
    }

    @Test("A reason that notes something does not turn support around")
    func reasonWithNotes() {
        let findings = Pages.answers(
            """
            Supported recommendations

            81.1
                 The Government notes that the ministry rejected earlier drafts. It was noted with regret by many.

            81.2
                 Aldora notes the concerns and continues its work.
            """)
        #expect(Pages.numbers(findings, .supported) == ["81.1", "81.2"] && Pages.numbers(findings, .noted).isEmpty)
    }

    @Test("Claims of implementation, in the State's own words")
    func claims() {
        let findings = Pages.answers(
            """
            Recommendations accepted, already implemented or in the process of implementation

            60.1
                 This recommendation has been implemented by the law of May.

            60.2
                 Work on it has already started.

            60.3
                 It has largely been implemented.

            60.4
                 There are nine offices.

            60.5
                 See recommendation 60.2.

            Noted recommendations

            60.6
                 Aldora considers this recommendation implemented.
            """)
        func claim(_ number: String) -> Finding? { findings.first { $0.paragraph?.printed == number } }
        #expect(claim("60.1")?.claim?.status == .implemented)
        #expect(claim("60.1")?.claim?.wording == "This recommendation has been implemented by the law of May.")
        #expect(claim("60.2")?.claim?.status == .inProgress && claim("60.3")?.claim?.status == .partly)
        #expect(claim("60.4")?.claim?.status == .inProgress && claim("60.4")?.doubts.map(\.code) == [.claimUnclear])
        #expect(claim("60.5")?.claim?.status == .inProgress && claim("60.5")?.doubts.isEmpty == true)
        #expect(claim("60.6")?.position == .noted && claim("60.6")?.claim == nil)
        #expect(findings.prefix(5).allSatisfy { $0.position == .supported })
    }

    @Test("A claim needs words about the recommendation, not about any programme")
    func noClaim() {
        let findings = Pages.answers(
            "61.1   Accepted. A programme has been implemented since 2015 in the north.\n\n61.2   Accepted, already implemented.\n"
        )
        #expect(findings.map(\.claim?.status) == [nil, .implemented])
    }

    @Test("All others are one statement without a number, to be looked at")
    func others() {
        let findings = Pages.answers(
            "1. Aldora supports recommendations 5.1 and 5.2. \n\n2. All other recommendations are noted.\n")
        #expect(findings.count == 3 && findings[2].paragraph == nil)
        #expect(findings[2].position == .noted && findings[2].isDoubtful)
    }

    @Test("Whole numbers, where the report counted so")
    func plainNumbers() {
        let findings = Pages.answers(
            "Recommendation No. 12\n   Accepted.\n\nRecommendation No. 13\n   Rejected. It would need a referendum.\n\nRecommendations 14 to 16 are accepted.\n"
        )
        #expect(
            Pages.numbers(findings, .supported) == ["12", "14", "15", "16"] && Pages.numbers(findings, .noted) == ["13"]
        )
    }

    @Test("The same paragraph answered in two ways is doubtful")
    func contradiction() {
        let findings = Pages.answers(
            "1. Aldora accepts recommendations 5.1 and 5.2.\n\n2. Aldora notes recommendation 5.2.\n")
        #expect(findings.filter(\.isDoubtful).map { $0.paragraph?.printed } == ["5.2"])
    }

    @Test("Document, date, page and lines are given with each answer")
    func places() {
        let text = """
                 United Nations                                    A/HRC/43/88/Add.1
                 General Assembly                           Distr.: General
                                                            19 February 2020

                       Report of the Working Group on the Universal Periodic Review

                       Aldora

                       Addendum
            ---
            A/HRC/43/88/Add.1
                 1.   The Government has looked at all that was recommended and answers as
                 follows.

                 2.   Aldora accepts recommendation 115.1.
            """
        let finding = Pages.reading(Pages.pdf(text)).findings.first
        #expect(finding?.positionDocument == "A/HRC/43/88/Add.1" && finding?.positionDate == CalendarDate("2020-02-19"))
        #expect(finding?.page == 2 && finding?.lines == 13..<14)
    }
}
