import Domain
import Foundation
import Plans
import Testing

@testable import Drafting

/// Planted overclaims and honest sentences in six languages, in our own words about invented States.
@Suite struct ClaimsTests {
    private struct Sentence: Decodable {
        var language: String
        var text: String
        var overclaim: String?
        var sources: [Source]

        struct Source: Decodable {
            var position: String?
            var action: String?
            var law: String?
            var text: String?
            var assessor: String?
            var verdict: String?
            var date: String?

            var claim: ClaimSource {
                let fact: ClaimSource.Fact =
                    if let position { .recommendation(Position(rawValue: position)) } else if let action {
                        .action(ActionStatus(rawValue: action) ?? .planned)
                    } else if let law {
                        .law(LawStage(rawValue: law) ?? .planned)
                    } else if let assessor {
                        .assessment(assessor: assessor, ClaimSource.Verdict(rawValue: verdict ?? "") ?? .other)
                    } else {
                        .other
                    }
                return ClaimSource(
                    fact, label: position == nil ? "" : "127.88 127.14", text: text ?? "127.9",
                    dates: date.flatMap { CalendarDate($0) }.map { [$0] } ?? [])
            }
        }
    }

    private static let here = URL(filePath: #filePath).deletingLastPathComponent()
    private static let resources = here.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Resources/reference").path

    private func claims() throws -> Claims { Claims(try ClaimPatterns(directory: Self.resources)) }

    @Test("Of 170 sentences in six languages every planted overclaim is flagged by its kind, and no honest sentence is")
    func sentences() throws {
        let claims = try claims()
        let file = try Data(contentsOf: Self.here.appending(path: "sentences.jsonl"))
        let sentences = try file.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Sentence.self, from: Data($0))
        }
        #expect(sentences.count == 170)
        var missed: [String] = []
        var wronged: [String] = []
        for sentence in sentences {
            let found = claims.check(
                sentence.text, LanguageTag(sentence.language), sentence.sources.map(\.claim))
            if let kind = sentence.overclaim {
                if !found.contains(where: { $0.kind.rawValue == kind }) {
                    missed.append("\(kind): \(sentence.text) \(found)")
                }
            } else if !found.isEmpty {
                wronged.append("\(sentence.text) \(found)")
            }
        }
        #expect(missed == [])
        #expect(wronged == [])
    }

    @Test("A share may be rounded down and figures may be written as the language writes them")
    func figures() throws {
        let claims = try claims()
        let source = ClaimSource(.other, text: "78.6 per cent of 1,234,567 households")
        #expect(claims.check("About 78 per cent of households.", .english, [source]) == [])
        #expect(claims.check("Soit 78,6 % de 1 234 567 ménages.", .french, [source]) == [])
        #expect(claims.check("Es decir, el 78,6 % de 1.234.567 hogares.", .spanish, [source]) == [])
        #expect(claims.check("79 per cent of households.", .english, [source]).map(\.kind) == [.roundedUp])
        #expect(claims.check("بلغت ٧٨٫٦ في المائة.", .arabic, [source]) == [])
    }

    @Test("A date is flagged where it is later or earlier than its source, and not where it is less exact")
    func dates() throws {
        let claims = try claims()
        let source = ClaimSource(.other, dates: [CalendarDate(year: 2024, month: 5, day: 3)!])
        #expect(claims.check("It began in May 2024.", .english, [source]) == [])
        #expect(claims.check("It began in 2024.", .english, [source]) == [])
        #expect(claims.check("It began on 4 May 2024.", .english, [source]).map(\.kind) == [.date])
        #expect(claims.check("It began in 2023.", .english, [source]).map(\.kind) == [.date])
        #expect(claims.check("该工作始于2024年5月3日。", .chinese, [source]) == [])
    }

    @Test("In a language without patterns figures, dates and what has no source are still looked at")
    func otherLanguages() throws {
        let claims = try claims()
        let german = LanguageTag("de")
        #expect(claims.check("Im Jahr 2019 waren es 40.", german, []).map(\.kind) == [.noSource])
        #expect(
            claims.check("Im Jahr 2019 waren es 40.", german, [ClaimSource(.other, text: "2019: 50")]).map(\.kind)
                == [.figure])
    }

    @Test("Words count between blanks, Chinese characters three for two, signs not at all")
    func counting() {
        #expect(WordCount.of("One two — three, 4.5 per cent.") == 6)
        #expect(WordCount.of("") == 0)
        #expect(WordCount.of("هذا تقرير وطني") == 3)
        let chinese = WordCount("根据第5/1号决议提交的国家报告。")
        #expect(chinese.characters == 13 && chinese.isEstimated)
        #expect(chinese.words == 1 + 9)
        #expect((WordCount("a b") + WordCount("国家报")).words == 4)
    }
}
