import Domain
import Testing

@testable import Documents

@Suite("First pages")
struct FactsTests {
    @Test("A review's report tells symbol, State, date and the Working Group's session, not the Council's")
    func report() {
        let facts = Pages.facts(
            """
                 United Nations                                                     A/HRC/43/88
                 General Assembly                                            Distr.: General
                                                                             19 December 2019

                                                                             Original: English

            Human Rights Council
            Forty-third session
            24 February–20 March 2020
            Agenda item 6
            Universal periodic review

                       Report of the Working Group on the Universal Periodic
                       Review*

                       Aldora

                     * The annex is being circulated without formal editing.
            GE.19-00000(E)
            ---
            A/HRC/43/88
                 Introduction
                 1.   The Working Group on the Universal Periodic Review, established in accordance
                 with Human Rights Council resolution 5/1, held its thirty-fourth session from 4 to 15
                 November 2019.
            """)
        #expect(facts.kind == .reviewReport && facts.symbol?.printed == "A/HRC/43/88")
        #expect(facts.state == StateCode("XAA") && facts.mechanism == .upr)
        #expect(facts.session == 34 && facts.cycle == 3)
        #expect(facts.published == CalendarDate("2019-12-19") && facts.language == .english)
        #expect(facts.title == "Report of the Working Group on the Universal Periodic Review: Aldora")
        #expect(facts.doubts.isEmpty && facts.parent == nil)
    }

    @Test("An old masthead in capitals names the draft it was")
    func oldReport() {
        let facts = Pages.facts(
            """
            UNITED
            NATIONS                                                                    A
                        General Assembly                                     Distr.
                                                                             GENERAL
                                                                             A/HRC/12/9
                                                                             20 JULY 2009
                                                                             Original: ENGLISH
            HUMAN RIGHTS COUNCIL
            Twelfth session
            Agenda item 6
                              UNIVERSAL PERIODIC REVIEW

                       REPORT OF THE WORKING GROUP ON
                       THE UNIVERSAL PERIODIC REVIEW*

                                        Belmar
            _________________________
            * Previously issued under document A/HRC/WG.6/5/L.8; minor revisions were made.
            """)
        #expect(facts.kind == .reviewReport && facts.symbol?.printed == "A/HRC/12/9" && facts.state == StateCode("XAB"))
        #expect(facts.parent?.printed == "A/HRC/WG.6/5/L.8" && facts.session == 5 && facts.cycle == 1)
        #expect(facts.published == CalendarDate("2009-07-20"))
    }

    @Test("An addendum knows its report; a draft is a draft; a national report is neither")
    func addendumAndDraft() {
        let head =
            "United Nations        %\nGeneral Assembly       Distr.: General\n                       19 February 2020\n"
        let title = "\n   Report of the Working Group on the Universal Periodic Review\n\n   Corvia\n"
        let addendum = Pages.facts(
            head.replacing("%", with: "A/HRC/43/88/Add.1") + title
                + "\n   Addendum\n\n   Views on conclusions and/or recommendations\n")
        #expect(addendum.kind == .addendum && addendum.parent?.printed == "A/HRC/43/88")
        #expect(addendum.state == StateCode("XAC") && addendum.session == nil)
        let draft = Pages.facts(
            head.replacing("%", with: "A/HRC/WG.6/34/L.8") + "\n   Draft report of the Working Group\n\n   Corvia\n")
        #expect(draft.kind == .reviewDraft && draft.session == 34 && draft.state == StateCode("XAC"))
        let national = Pages.facts(
            head.replacing("%", with: "A/HRC/WG.6/34/XAC/1") + "\n   National report\n\n   Corvia\n")
        #expect(national.kind == .paragraphs && national.session == 34 && national.mechanism == .upr)
    }

    @Test(
        "Six languages: session, State, date and language of a report",
        arguments: [
            (
                "fr", "Distr. générale\n19 décembre 2019\nFrançais\nOriginal : anglais",
                "Rapport du Groupe de travail sur l’Examen périodique universel*\n\nCorvie",
                "1. Le Groupe de travail, créé conformément à la résolution 5/1 du Conseil, a tenu sa trente-quatrième session du 4"
            ),
            (
                "es", "Distr. general\n19 de diciembre de 2019\nEspañol\nOriginal: inglés",
                "Informe del Grupo de Trabajo sobre el Examen Periódico Universal*\n\nCorvia",
                "1. El Grupo de Trabajo, establecido de conformidad con la resolución 5/1, celebró su 34º período de sesiones del 4"
            ),
            (
                "ru", "Distr.: General\n19 December 2019\nRussian\nOriginal: English",
                "Доклад Рабочей группы по универсальному периодическому обзору*\n\nКорвия",
                "1. Рабочая группа, учрежденная в соответствии с резолюцией 5/1, провела свою тридцать четвертую сессию 4–15 ноября"
            ),
            (
                "ar", "Distr.: General\n19 December 2019\nArabic\nOriginal: English",
                "تقرير الفريق العامل المعني بالاستعراض الدوري الشامل*\n\nكورفيا",
                "١- عقد الفريق العامل، المنشأ عملاً بقرار مجلس حقوق الإنسان 5/1، دورته الرابعة والثلاثين في الفترة من 4"
            ),
            (
                "zh", "Distr.: General\n19 December 2019\nChinese\nOriginal: English",
                "普遍定期审议工作组报告*\n\n科尔维亚", "1. 根据人权理事会第5/1号决议设立的工作组于2019年11月4日至15日举行了第三十四届会议。"
            ),
        ])
    func languages(_ language: String, _ masthead: String, _ title: String, _ first: String) {
        let facts = Pages.facts("A/HRC/43/88\n\(masthead)\n\n\(title)\n\n---\n\(first)\n")
        #expect(facts.kind == .reviewReport && facts.language == LanguageTag(language))
        #expect(facts.session == 34 && facts.state == StateCode("XAC"))
        #expect(facts.published == CalendarDate("2019-12-19"), "\(facts)")
    }

    @Test(
        "Treaty bodies by symbol",
        arguments: [
            (
                "CRC/C/XAA/CO/6-7", "Concluding observations on the combined reports of Aldora*",
                DocumentKind.concludingObservations, "crc"
            ),
            ("CCPR/C/XAA/Q/4", "List of issues in relation to the fourth report of Aldora", .listOfIssues, "ccpr"),
            (
                "CAT/C/XAA/QPR/3", "List of issues prior to submission of the report of Aldora", .listOfIssuesPrior,
                "cat"
            ),
            ("CCPR/C/XAA/Q/4/Add.1", "Replies of Aldora to the list of issues", .paragraphs, "ccpr"),
            ("CEDAW/C/OP.8/XAA/1", "Inquiry concerning Aldora under article 8", .inquiry, "cedaw"),
        ])
    func treatyBodies(_ symbol: String, _ title: String, _ kind: DocumentKind, _ mechanism: String) {
        let facts = Pages.facts(
            "United Nations      \(symbol)\n   Distr.: General\n   3 March 2021\n   Original: English\n\n\(title)\n")
        #expect(facts.kind == kind && facts.mechanism == MechanismCode(mechanism))
        #expect(facts.state == StateCode("XAA") && facts.published == CalendarDate("2021-03-03"))
    }

    @Test("Views name the State party in a line of their own")
    func views() {
        let facts = Pages.facts(
            """
            International Covenant on Civil and Political Rights      CCPR/C/130/D/9999/2018
                        Distr.: General
                        3 March 2021
                        Original: English
            Human Rights Committee

                 Views adopted by the Committee under article 5 (4) of the Optional Protocol

            Communication submitted by:      N. N.
            State party:                     Belmar
            """)
        #expect(facts.kind == .views && facts.state == StateCode("XAB") && facts.mechanism == MechanismCode("ccpr"))
    }

    @Test("A visit report knows its mandate; the State's comments on it are no visit report")
    func visit() {
        let head =
            "United Nations     A/HRC/40/99/Add.1\n   Distr.: General\n   3 March 2021\n   Original: English\n\nHuman Rights Council\nFortieth session\n\n"
        let facts = Pages.facts(
            head + "   Visit to Dunmere\n\n   Report of the Special Rapporteur on the right to food*\n")
        #expect(
            facts.kind == .visitReport && facts.state == StateCode("XAD") && facts.mechanism == MechanismCode("sp-food")
        )
        #expect(facts.session == 40 && facts.title == "Visit to Dunmere")
        let comments = Pages.facts(
            head
                + "   Report of the Special Rapporteur on the right to food on her mission to Dunmere\n\n   Comments by the State\n"
        )
        #expect(comments.kind == .paragraphs)
    }

    @Test("A communication is known by its reference")
    func communication() {
        let facts = Pages.facts(
            """
            PALAIS DES NATIONS • 1211 GENEVA 10, SWITZERLAND

            Mandates of the Special Rapporteur on the situation of human rights defenders and the Working Group on
            arbitrary detention

            Ref.: AL XAA 1/2024
            (Please use this reference in your reply)

            14 March 2024

            Excellency,
            """)
        #expect(facts.kind == .communication && facts.symbol?.printed == "AL XAA 1/2024")
        #expect(facts.state == StateCode("XAA") && facts.mechanism == MechanismCode("sp-defenders"))
        #expect(facts.published == CalendarDate("2024-03-14"))
    }

    @Test("What a page does not tell is a doubt; options overrule the page")
    func doubts() {
        let facts = Pages.facts(
            "Some notes of ours\n\nThe office met and talked about what was to be done in the region.\n")
        #expect(facts.kind == .paragraphs && facts.symbol == nil && facts.state == nil)
        #expect(Set(facts.doubts.map(\.code)).isSuperset(of: [.symbolMissing, .stateMissing, .dateUnclear]))
        var options = DocumentReader.Options()
        options.state = StateCode("XAE")
        options.symbol = DocumentSymbol("A/HRC/1/2")
        options.language = .spanish
        let overruled = FactsReader.facts(of: Pages.pdf("Some notes"), options, Facts.shared)
        #expect(overruled.state == StateCode("XAE") && overruled.language == .spanish)
        #expect(overruled.symbol?.printed == "A/HRC/1/2")
    }

    @Test("A symbol inside a sentence is not the document's")
    func sentences() {
        let facts = Pages.facts(
            "Report of a civil society group\n\nWe refer to A/HRC/43/15 and to CRC/C/XAA/CO/6 in what follows.\n")
        #expect(facts.symbol == nil && facts.kind == .paragraphs)
    }
}
