import Domain
import Testing

@testable import Documents

@Suite("Words of first pages")
struct WordsTests {
    @Test(
        "Sessions in words and figures",
        arguments: [
            ("held its first session", 1), ("Forty-third session", 43), ("Twenty–eighth session", 28),
            ("its one hundred and fifth session", 105), ("138th session", 138), ("Trente-quatrième session", 34),
            ("vingt et unième session", 21), ("Quatre-vingt-dix-septième session", 97),
            ("soixante et onzième session", 71),
            ("43er período de sesiones", 43), ("trigésimo cuarto período de sesiones", 34),
            ("decimotercer período de sesiones", 13), ("Сорок третья сессия", 43), ("пятнадцатую сессию", 15),
            ("шестьдесят пятой сессии", 65), ("الدورة الثالثة والأربعون", 43), ("الدورة الحادية عشرة", 11),
            ("دورته العشرين", 20), ("第四十三届会议", 43), ("第十届会议", 10), ("第34届会议", 34),
        ])
    func sessions(_ text: String, _ number: Int) {
        #expect(SessionMention.first(in: text) == number)
    }

    @Test(
        "No session where none is named", arguments: ["a session of questions", "the session", "la session", "届会议", ""])
    func noSessions(_ text: String) {
        #expect(SessionMention.first(in: text) == nil)
    }

    @Test(
        "Dates in six languages",
        arguments: [
            ("5 July 2012", "2012-07-05"), ("5 July2013", "2013-07-05"), ("1er juillet 2014", "2014-07-01"),
            ("19 de diciembre de 2019", "2019-12-19"), ("19 декабря 2019 года", "2019-12-19"),
            ("19 كانون الأول/ديسمبر 2019", "2019-12-19"), ("2019年12月19日", "2019-12-19"),
            ("December 19, 2019", "2019-12-19"),
        ])
    func dates(_ text: String, _ date: String) {
        #expect(PrintedDate.whole(text) == CalendarDate(date))
    }

    @Test("A range of days, a sentence and a day that does not exist are no dates")
    func noDates() {
        for text in [
            "4–15 November 2019", "24 February–20 March 2020", "31 February 2020", "met on 5 July 2012 again", "",
        ] {
            #expect(PrintedDate.whole(text) == nil, "\(text)")
        }
    }
}
