import Domain
import Testing

@testable import Insight

@Suite("Finding issues") struct IssueFinderTests {
    private func find(_ records: [IssueRecord], _ standing: IssueStanding = IssueStanding()) -> [FoundIssue] {
        IssueFinder.find(records, standing: standing).issues
    }

    private func together(_ issues: [FoundIssue], _ one: Int64, _ other: Int64) -> Bool {
        issues.contains { issue in
            let ids = Set(issue.members.map(\.recommendation.value))
            return ids.contains(one) && ids.contains(other)
        }
    }

    @Test("The same demand in other words is one issue, another demand is another")
    func demands() {
        let issues = find(IssueFixtures.records(IssueFixtures.review))
        for pair in [(5, 6), (5, 7), (8, 9), (8, 10), (11, 12), (13, 14), (15, 16)] as [(Int64, Int64)] {
            #expect(together(issues, pair.0, pair.1), "\(pair)")
        }
        for pair in [(5, 8), (5, 13), (11, 15), (17, 18), (8, 11)] as [(Int64, Int64)] {
            #expect(!together(issues, pair.0, pair.1), "\(pair)")
        }
    }

    @Test("Treaties stay apart, one treaty under its name and its acronym is one issue")
    func instruments() throws {
        let issues = find(IssueFixtures.records(IssueFixtures.review))
        #expect(together(issues, 1, 2))
        #expect(together(issues, 3, 4))
        #expect(!together(issues, 1, 3))
        let torture = try #require(issues.first { $0.members.contains { $0.recommendation.value == 1 } })
        #expect(torture.reason.instrument == "OPCAT")
        #expect(torture.reason.demand == .ratify)
    }

    @Test("Every recommendation stands in exactly one issue, and the representative is a member")
    func completeness() {
        let records = IssueFixtures.records(IssueFixtures.review)
        let issues = find(records)
        let members = issues.flatMap { $0.members.map(\.recommendation) }
        #expect(members.count == records.count)
        #expect(Set(members) == Set(records.map(\.id)))
        for issue in issues {
            #expect(issue.members.contains { $0.recommendation == issue.representative })
            #expect(Set(issue.members.map(\.group)) == Set(1...(issue.members.map(\.group).max() ?? 0)))
        }
    }

    @Test("The order of the recommendations changes nothing", arguments: 1...6)
    func order(seed: UInt64) {
        var numbers = SeededNumbers(state: seed)
        let records = IssueFixtures.records(IssueFixtures.review)
        let (expected, found) = (find(records), find(records.shuffled(using: &numbers)))
        #expect(expected.map(\.representative) == found.map(\.representative))
        #expect(expected.map(\.names) == found.map(\.names))
        #expect(expected.map(\.reason) == found.map(\.reason))
        #expect(expected.map { $0.members.map(\.recommendation) } == found.map { $0.members.map(\.recommendation) })
        #expect(expected.map { $0.members.map(\.group) } == found.map { $0.members.map(\.group) })
    }

    @Test("Near-duplicates carry one group number")
    func groups() throws {
        let texts = ["Ban hunting of the grey seal on the islands", "Ban the hunting of grey seals on the islands."]
        let issue = try #require(find(IssueFixtures.records(texts)).first)
        #expect(issue.members.map(\.group) == [1, 1])
    }

    @Test("Equivalents in six languages join, where records share a language and where they share none")
    func languages() {
        var records: [IssueRecord] = []
        for (place, texts) in [IssueFixtures.shelters, IssueFixtures.torture, IssueFixtures.punishment].enumerated() {
            for (number, text) in texts.sorted(by: { $0.key < $1.key }).enumerated() {
                records.append(
                    IssueFixtures.record(Int64(place * 10 + number + 1), text.value, language: text.key))
            }
        }
        let expected: Set<Set<Int64>> = [Set(1...6), Set(11...16), Set(21...26)]
        #expect(Set(find(records).map { Set($0.members.map(\.recommendation.value)) }) == expected)
    }

    @Test(
        "Within each language the same demand joins and others stay apart",
        arguments: ["en", "fr", "es", "ru", "ar", "zh"])
    func oneLanguage(language: String) {
        let texts = [IssueFixtures.shelters, IssueFixtures.torture, IssueFixtures.punishment].compactMap {
            $0[language]
        }
        let records = (texts + texts).enumerated().map {
            IssueFixtures.record(Int64($0.offset + 1), $0.element, language: language)
        }
        #expect(
            Set(find(records).map { Set($0.members.map(\.recommendation.value)) }) == [[1, 4], [2, 5], [3, 6]])
    }

    @Test("No issue of one review exceeds fifteen without a reason")
    func size() {
        var texts: [String] = []
        let places = ["north", "south", "east", "west", "centre", "islands", "coast", "hills", "lakes", "forest"]
        let means = ["teachers", "buses", "books", "meals"]
        for place in places {
            for mean in means {
                texts.append("Improve access to primary education in the \(place) by providing \(mean)")
            }
        }
        for _ in 0..<20 { texts.append("Ratify the Convention on the Rights of Persons with Disabilities") }
        for issue in find(IssueFixtures.records(texts)) where issue.members.count > 15 {
            #expect(issue.reason.largeBecause != nil)
        }
        let treaty = find(IssueFixtures.records(texts)).first { $0.reason.instrument == "CRPD" }
        #expect(treaty?.members.count == 20)
        #expect(treaty?.reason.largeBecause == "one-instrument")
    }

    @Test("A reason shows words as they are written, persons and themes that most members carry")
    func reasons() throws {
        let records = [
            IssueFixtures.record(1, "Teach fishermen to swim", themes: ["labour-rights"], persons: ["rural-persons"]),
            IssueFixtures.record(2, "Teach all fishermen swimming", themes: ["labour-rights"]),
        ]
        let reason = try #require(find(records).first).reason
        #expect(reason.words.contains("fishermen"))
        #expect(reason.themes == ["labour-rights"])
        #expect(reason.words.count <= 8)
    }
}
