import Domain
import Insight
import Testing

@Suite struct RepeatHistoryTests {
    private func asked(
        _ id: Int64, _ mechanism: String = "upr", cycle: Int? = nil, document: Int64 = 1, year: Int? = nil,
        from: [String] = [], answered: Position? = nil
    ) -> AskedRecord {
        AskedRecord(
            id: RecommendationID(id), mechanism: MechanismCode(mechanism), document: DocumentID(document), cycle: cycle,
            year: year, recommending: from.map { StateCode($0) }, answered: answered, position: answered)
    }

    @Test("What was asked on one occasion is first-time, however often and whatever the answer")
    func once() {
        let history = RepeatHistory([
            asked(1, cycle: 2, year: 2014, answered: .noted), asked(2, cycle: 2, document: 9, year: 2014),
        ])
        #expect(history.repeatClass == .firstTime && history.notedBefore == 0 && history.occasions.count == 1)
        #expect(history.occasions[0].documents.map(\.value) == [1, 9])
    }

    @Test("Two mechanisms in one year are no repeat; in different years they are")
    func mechanisms() {
        let first = asked(1, cycle: 3, year: 2019)
        #expect(RepeatHistory([first, asked(2, "cedaw", document: 2, year: 2019)]).repeatClass == .firstTime)
        #expect(RepeatHistory([first, asked(2, "cedaw", document: 2, year: 2021)]).repeatClass == .repeated)
    }

    @Test("Cycles of one review follow each other even where no year is known; other documents without a year do not")
    func withoutYears() {
        #expect(RepeatHistory([asked(1, cycle: 1), asked(2, cycle: 2)]).repeatClass == .repeated)
        #expect(
            RepeatHistory([asked(1, "cat", document: 1), asked(2, "cat", document: 2)]).repeatClass == .firstTime)
    }

    @Test("Noted before counts only on occasions that a later one followed")
    func noted() {
        let earlier = asked(1, cycle: 1, year: 2010, answered: .noted)
        let later = asked(2, cycle: 2, year: 2014, answered: .supported)
        let history = RepeatHistory([later, earlier])
        #expect(history.repeatClass == .repeatedAfterNoted && history.notedBefore == 1)
        let now = RepeatHistory([
            asked(1, cycle: 1, year: 2010, answered: .supported), asked(2, cycle: 2, year: 2014, answered: .noted),
        ])
        #expect(now.repeatClass == .repeated && now.notedBefore == 0)
    }

    @Test("Occasions come in the order of time, with who asked most often first")
    func order() {
        let history = RepeatHistory([
            asked(5, "cat", document: 5), asked(4, cycle: 2, document: 4, year: 2014, from: ["XAB"]),
            asked(3, cycle: 2, document: 4, year: 2014, from: ["XAC", "XAB"]),
            asked(2, "cedaw", document: 3, year: 2012), asked(1, cycle: 1, year: 2009),
        ])
        #expect(history.occasions.map(\.mechanism.rawValue) == ["upr", "cedaw", "upr", "cat"])
        #expect(history.occasions[2].recommending.map(\.rawValue) == ["XAB", "XAC"])
        #expect(history.occasions[2].recommendations.map(\.value) == [3, 4])
    }

    @Test("The order of records does not matter")
    func anyOrder() {
        var records = (1...40).map { number in
            asked(
                Int64(number), number % 3 == 0 ? "cat" : "upr", cycle: number % 3 == 0 ? nil : number % 4 + 1,
                document: Int64(number % 7 + 1), year: 2008 + number % 5, from: ["XA\(number % 3)"],
                answered: [.supported, .noted, .pending][number % 3])
        }
        let first = RepeatHistory(records).occasions
        for turn in 1...5 {
            records = Array(records[turn...] + records[..<turn]).reversed()
            #expect(RepeatHistory(records).occasions == first)
        }
    }
}
