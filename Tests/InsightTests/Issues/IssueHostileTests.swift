import Domain
import Testing

@testable import Insight

@Suite("Issues of hostile input") struct IssueHostileTests {
    @Test("Nothing gives nothing, one gives one")
    func few() {
        #expect(IssueFinder.find([], standing: IssueStanding()).issues.isEmpty)
        let one = IssueFinder.find(IssueFixtures.records(["Ratify OPCAT"]), standing: IssueStanding()).issues
        #expect(one.count == 1)
        #expect(one.first?.id == nil)
    }

    @Test("Empty, blank, numeric and marked texts each stand alone or together, none is lost")
    func empty() {
        let texts = ["", " ", "\n\t", "121.14", "();", "…", "(Belmar)", "\u{0}", "🙂", "e\u{301}", "؛", "。"]
        var records = IssueFixtures.records(texts)
        records.append(
            IssueRecord(id: RecommendationID(99), texts: [:], mechanism: .upr, document: DocumentID(1)))
        let found = IssueFinder.find(records, standing: IssueStanding()).issues
        #expect(found.flatMap(\.members).count == records.count)
    }

    @Test("A text of 100,000 characters and a word as long are taken")
    func long() {
        let sentence = "Protect the rivers of Corvia from the dust of the mills "
        let texts = [
            String(repeating: sentence, count: 1_800), String(repeating: "x", count: 100_000),
            String(repeating: "(", count: 20_000), "Protect the rivers of Corvia from dust",
        ]
        let found = IssueFinder.find(IssueFixtures.records(texts), standing: IssueStanding()).issues
        #expect(found.flatMap(\.members).count == texts.count)
        for name in found.flatMap({ $0.names.values }) { #expect(name.count <= IssueNaming.lengthMax + 1) }
    }

    @Test("One id twice counts once")
    func twice() {
        let records = IssueFixtures.records(["Ratify OPCAT", "Plant trees"]) + IssueFixtures.records(["Ratify OPCAT"])
        #expect(IssueFinder.find(records, standing: IssueStanding()).issues.flatMap(\.members).count == 2)
    }

    @Test("Random words in any script never lose a record", arguments: 1...5)
    func random(seed: UInt64) {
        var numbers = SeededNumbers(state: seed)
        let words = [
            "ratify", "дети", "妇女", "النساء", "niños", "l’accès", "(", ")", "…", "12.3", "OPCAT", ";", "the",
            "\u{202E}",
        ]
        let languages = ["en", "fr", "es", "ru", "ar", "zh", "sl", "x-none", ""]
        let records = (1...60).map { id in
            let text = (0..<Int.random(in: 0...12, using: &numbers)).map { _ in
                words.randomElement(using: &numbers) ?? ""
            }
            return IssueFixtures.record(
                Int64(id), text.joined(separator: " "), language: languages.randomElement(using: &numbers) ?? "")
        }
        let found = IssueFinder.find(records, standing: IssueStanding()).issues
        #expect(Set(found.flatMap { $0.members.map(\.recommendation) }) == Set(records.map(\.id)))
    }
}
