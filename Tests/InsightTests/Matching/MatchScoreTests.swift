import Domain
import Testing

@testable import Insight

@Suite struct MatchScoreTests {
    /// As a page writes a number of hundredths.
    private static func shown(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
    }

    /// Hundredths of a number as a page writes it, read digit by digit.
    private static func read(_ text: String) -> Int? {
        let fields = text.split(separator: ".")
        guard fields.count == 2, fields[1].count == 2, let whole = Int(fields[0]), let rest = Int(fields[1]) else {
            return nil
        }
        return whole * 100 + rest
    }

    @Test("A score is exactly the sum of its shown parts times its shown weights, in decimal figures")
    func exactness() throws {
        var fixtures = MatchFixtures(seed: 5)
        var index = MatchIndex(weights: MatchFixtures.weights)
        for id in 1...200 { index.add(fixtures.help(Int64(id))) }
        var seen = 0
        for id in 1...100 {
            for score in index.matches(for: fixtures.need(Int64(id)), fixtures.question(limit: 20)) {
                seen += 1
                var sum = 0
                for part in score.parts {
                    let value = try #require(Self.read(Self.shown(part.hundredths ?? 0)))
                    #expect((0...100).contains(value))
                    sum += value * part.weight
                }
                #expect(Self.shown(sum) == Self.shown(score.hundredths))
                #expect(score.hundredths <= score.hundredthsMax && score.hundredthsMax <= 10_000)
                #expect(score.parts.map(\.criterion) == MatchCriterion.allCases)
            }
        }
        #expect(seen > 300)
    }

    private func parts(
        _ change: (inout NeedProfile, inout HelpProfile) -> Void
    ) -> [MatchCriterion: MatchPart] {
        var (need, help) = (MatchConditionTests.need, MatchConditionTests.help)
        change(&need, &help)
        let score = MatchScorer(weights: MatchFixtures.weights).score(need, help, text: TextFit(), unchecked: [])
        return Dictionary(uniqueKeysWithValues: score.parts.map { ($0.criterion, $0) })
    }

    @Test("Each part is what the guide says of it")
    func eachPart() {
        let found = parts { need, help in
            need.themes = ["torture", "police", "children"]
            help.themes = ["police", "torture", "housing"]
            need.goals = ["16.3", "4.1"]
            help.goals = ["16.3", "4"]
            need.kinds = [.training, .equipment]
            help.languages = [.english]
            help.priority = Eligibility(groups: ["sids"])
            help.evidence = [
                HelpEvidence(.practice, theme: "torture", count: 2), HelpEvidence(.result, theme: "housing"),
            ]
            need.money = Money(minor: 300, currency: MatchFixtures.currencies[0])
            help.ceiling = Money(minor: 200, currency: MatchFixtures.currencies[0])
            help.window = DayWindow(CalendarDate("2030-07"), nil)
        }
        #expect(found[.themes]?.hundredths == 67)
        #expect(found[.themes]?.reason == MatchReason(.shared, shared: ["torture", "police"], count: 2, of: 3))
        #expect(found[.goals]?.hundredths == 75)
        #expect(found[.goals]?.reason == MatchReason(.near, shared: ["16.3", "4.1"], count: 1, of: 2))
        #expect(found[.kinds]?.hundredths == 50)
        #expect(found[.language]?.hundredths == 50)
        #expect(found[.priority]?.reason == MatchReason(.notFirst))
        #expect(found[.record]?.hundredths == 50)
        #expect(found[.record]?.reason == MatchReason(.records, shared: ["practice"], count: 2))
        #expect(found[.money]?.hundredths == 66)
        #expect(found[.time]?.hundredths == 50)
        #expect(found[.time]?.reason == MatchReason(.days, count: 184, of: 365))
    }

    @Test("What is not said gains nothing and is told apart from what is not there")
    func silence() {
        let silent = parts { need, help in
            (need.themes, need.goals) = ([], [])
            (help.kinds, help.languages) = ([], [])
        }
        #expect(silent[.themes]?.hundredths == nil && silent[.themes]?.reason.code == .needSilent)
        #expect(silent[.kinds]?.hundredths == nil && silent[.kinds]?.reason.code == .helpSilent)
        #expect(silent[.record]?.hundredths == nil && silent[.record]?.gained == 0)
        let other = parts { need, help in
            help.themes = ["housing"]
            help.evidence = [HelpEvidence(.assessed, theme: "housing", count: 4)]
            need.money = Money(minor: 300, currency: MatchFixtures.currencies[0])
            help.ceiling = Money(minor: 200, currency: MatchFixtures.currencies[1])
        }
        #expect(other[.themes]?.hundredths == 0 && other[.record]?.hundredths == 0)
        #expect(other[.money]?.hundredths == nil && other[.money]?.reason.code == .otherCurrency)
    }

    @Test("Help for any theme gains half of the themes, and more where it names them")
    func anyTheme() {
        #expect(parts { $1.takesAnyTheme = true }[.themes]?.hundredths == 100)
        let open = parts { _, help in (help.themes, help.takesAnyTheme) = ([], true) }
        #expect(open[.themes]?.hundredths == 50 && open[.themes]?.reason.code == .anyTheme)
    }

    @Test("Text in common is found in each language, rarer words first")
    func text() throws {
        var index = MatchIndex(weights: MatchFixtures.weights)
        func add(_ id: Int64, _ texts: [LanguageTag: String]) {
            var help = MatchConditionTests.help
            help.id = .offer(OfferID(id))
            help.terms = ProfileTerms(texts)
            index.add(help)
        }
        add(1, [.english: "Training of prison officers in the treatment of detainees"])
        add(2, [.english: "Training of nurses", .chinese: "监狱官员培训"])
        add(3, [.english: "Training of teachers"])
        var need = MatchConditionTests.need
        need.terms = ProfileTerms([.english: "Prison officers need training", .chinese: "监狱官员培训"])
        let question = MatchConditionTests.question
        let parts = try (1...3).map { id in
            try #require(index.pair(need, .offer(OfferID(Int64(id))), question)?.score.parts[3])
        }
        #expect(parts[1].hundredths == 100 && parts[1].reason.shared.contains("监狱"))
        #expect(parts[0].reason.shared == ["officers", "prison", "training"])
        #expect(try #require(parts[0].hundredths) > 70)
        #expect(try #require(parts[2].hundredths) < 35)
    }
}
