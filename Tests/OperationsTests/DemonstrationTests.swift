import Domain
import Foundation
import Operations
import Testing

@Suite("The demonstration")
struct DemonstrationTests {
    static let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Resources")
    static let demonstration = Result { try Demonstration(resources: resources.path + "/demo") }
    static let written = demonstration.map { Array($0.drafts()) }
    static let changed = demonstration.map { Array($0.laterDrafts()) }

    let batches: [[RecommendationDraft]]
    let drafts: [RecommendationDraft]
    let later: [RecommendationDraft]

    init() throws {
        batches = try Self.written.get()
        drafts = Array(batches.joined())
        later = Array(try Self.changed.get().joined())
    }

    @Test("It holds about twenty thousand drafts in batches of a thousand, with rows in order and keys of their own")
    func counts() {
        #expect((18_000...22_000).contains(drafts.count))
        #expect(batches.dropLast().allSatisfy { $0.count == Demonstration.batchSize })
        #expect(drafts.map(\.row) == Array(1...drafts.count))
        #expect(Set(drafts.compactMap(\.externalKey)).count == drafts.count)
        let kinds = Dictionary(grouping: drafts, by: \.kind).mapValues(\.count)
        #expect(kinds[.pledge, default: 0] > 250)
        #expect(kinds[.observation, default: 0] > 1_500)
    }

    @Test("The same seed writes the same drafts, another seed others")
    func isDeterministic() throws {
        var again = try Demonstration(resources: Self.resources.path + "/demo").drafts()
        #expect(again.next()?.map(Self.summary) == batches[0].map(Self.summary))
        var other = try Demonstration(resources: Self.resources.path + "/demo", seed: 7).drafts()
        #expect(other.next()?.map(Self.summary) != batches[0].map(Self.summary))
    }

    @Test("Every symbol, of documents and of answers, begins with DEMO/")
    func symbols() {
        let wrong = (drafts + later).first { draft in
            draft.document.symbol?.isDemonstration != true
                || draft.positionDocument?.hasPrefix("DEMO/") == false
                || !draft.document.mechanism.rawValue.hasPrefix("demo-")
                || !(draft.states + draft.recommending).allSatisfy { $0.rawValue.hasPrefix("XA") }
        }
        #expect(wrong?.externalKey == nil)
    }

    @Test("Every text is in the script of its language and ends as a sentence", arguments: LanguageTag.official)
    func scripts(language: LanguageTag) {
        let texts = drafts.compactMap { $0.texts[language] }
        #expect(texts.count > drafts.count * 4 / 5)
        #expect(Set(texts).count > texts.count * 6 / 10)
        let wrong = Set(texts).first { text in
            // The marks of lettered duties stay Latin in Russian and Chinese.
            text.unicodeScalars.contains {
                $0.properties.isAlphabetic && !Self.scripts(of: language, hold: $0) && !("a"..."d").contains($0)
            }
        }
        #expect(wrong == nil)
        let stop = language == .chinese ? "。" : "."
        #expect(texts.first { !$0.hasSuffix(stop) || $0.hasSuffix(".\(stop)") } == nil)
        // Places for phrases and marks of infinitives are filled.
        #expect(texts.first { text in "{}|".utf8.contains { text.utf8.contains($0) } } == nil)
    }

    @Test("French elides and repeats its prepositions, and no sentence stumbles over a doubled word")
    func joints() {
        let french = Set(drafts.compactMap { $0.texts[.french] })
        #expect(
            french.contains {
                $0.range(of: "à l’État partie d’équiper les postes de police de caméras et de conserver") != nil
            })
        #expect(french.contains { $0.range(of: "invite l’État partie à prévenir et à réduire l’apatridie") != nil })
        let hiatus = ["de", "que"].flatMap { word in "aeiouéèêà".map { " \(word) \($0)" } }
        for text in Set(drafts.prefix(3_000).compactMap { $0.texts[.french] }) {
            #expect(!hiatus.contains { text.range(of: $0) != nil }, "\(text)")
        }
        for text in Set(drafts.prefix(3_000).compactMap { $0.texts[.english] }) {
            let words = text.split(separator: " ")
            #expect(!zip(words, words.dropFirst()).contains { $0 == $1 }, "\(text)")
        }
    }

    @Test("Reviews have answers, and some answers change later under the same key")
    func answers() throws {
        let reviews = drafts.filter {
            $0.document.mechanism == MechanismCode.demonstrationReview && $0.kind == .recommendation
        }
        #expect(Set(reviews.compactMap(\.position)) == Set(Position.allCases))
        #expect(
            drafts.filter { $0.document.mechanism != MechanismCode.demonstrationReview }.allSatisfy {
                $0.position == nil
            })
        #expect(reviews.contains { $0.position == .noted && $0.positionReason != nil })
        let before = Dictionary(uniqueKeysWithValues: reviews.map { ($0.externalKey ?? "", $0) })
        #expect(later.count > 1_000)
        for draft in later {
            let old = try #require(before[draft.externalKey ?? ""])
            #expect(old.position != draft.position && draft.position != .pending)
            #expect(try #require(draft.positionDate) > #require(old.positionDate))
            #expect(old.texts == draft.texts && old.positionDocument != draft.positionDocument)
        }
        let answered = Set(later.compactMap(\.externalKey))
        #expect(reviews.contains { $0.position == .pending && !answered.contains($0.externalKey ?? "") })
    }

    @Test("Each State is reviewed once in each cycle, with more recommendations from cycle to cycle")
    func cycles() {
        let reviews = drafts.filter {
            $0.document.mechanism == MechanismCode.demonstrationReview && $0.kind == .recommendation
        }
        for (_, ofState) in Dictionary(grouping: reviews, by: { $0.states.first?.rawValue ?? "" }) {
            let byCycle = Dictionary(grouping: ofState) { $0.cycle ?? 0 }
            #expect(byCycle.keys.sorted() == [1, 2, 3, 4])
            let counts = (1...4).map { byCycle[$0, default: []].count }
            #expect(counts == counts.sorted())
            #expect(counts.allSatisfy { (60...240).contains($0) })
            for (cycle, ofCycle) in byCycle {
                #expect(Set(ofCycle.compactMap(\.session)).count == 1)
                let sessions = [1...12, 13...26, 27...40, 41...54][cycle - 1]
                #expect(ofCycle.allSatisfy { $0.session.map(sessions.contains) ?? false })
            }
        }
    }

    @Test("Parts are lettered duties and wordings of some States, in the languages of the whole")
    func parts() {
        for draft in drafts where !draft.parts.isEmpty {
            #expect(draft.parts.count > 1)
            #expect(draft.parts.allSatisfy { Set($0.texts.keys) == Set(draft.texts.keys) })
            guard draft.parts[0].kind == .variant else { continue }
            #expect(draft.parts.flatMap(\.recommending).sorted() == draft.recommending.sorted())
            #expect(draft.parts.allSatisfy { !$0.recommending.isEmpty })
        }
        #expect(Set(drafts.flatMap(\.parts).map(\.kind)) == [.letter, .variant])
    }

    @Test("Every facet has several values")
    func facets() {
        let tags = Dictionary(grouping: drafts.flatMap(\.tags), by: \.kind).mapValues { Set($0.map(\.code)) }
        #expect(tags[.theme, default: []].count > 60)
        #expect(tags[.person, default: []].count > 20)
        #expect(Set(tags[.sdg, default: []].compactMap { $0.split(separator: ".").first }).count == 17)
        #expect(tags[.norm, default: []].count > 20)
        #expect(Set(drafts.compactMap(\.action)) == Set(ActionCategory.allCases))
        #expect(Set(drafts.map(\.kind)) == Set(RecommendationKind.allCases))
        #expect(Set(drafts.flatMap(\.states)).count == 12)
        #expect(Set(drafts.flatMap(\.recommending)).count == 12)
        #expect(Set(drafts.map(\.document.mechanism)).count == 16)
        #expect(Set(drafts.compactMap { $0.published?.year }).count >= 18)
        #expect(Set(drafts.compactMap(\.session)).count > 40)
    }

    @Test("What is asked of a State comes back in later cycles, and from other mechanisms")
    func recurrence() {
        let phrase = "raise the minimum age of marriage to 18"
        let same = drafts.filter { $0.texts[.english]?.lowercased().contains(phrase) ?? false }
        let ofOneState = Dictionary(grouping: same) { $0.states.first?.rawValue ?? "" }.values
        #expect(ofOneState.contains { Set($0.compactMap(\.cycle)).count > 2 })
        #expect(ofOneState.contains { Set($0.map(\.document.mechanism)).count > 2 })
    }

    private static func summary(_ draft: RecommendationDraft) -> String {
        let texts = draft.texts.sorted { $0.key < $1.key }.map(\.value).joined()
        let position = "\(draft.position?.rawValue ?? "")\(draft.positionDate?.description ?? "")"
        return "\(draft.externalKey ?? "")\(texts)\(draft.recommending)\(position)\(draft.tags.map(\.code))"
    }

    private static func scripts(of language: LanguageTag, hold scalar: Unicode.Scalar) -> Bool {
        switch language {
        case .russian: (0x400...0x4FF).contains(scalar.value)
        case .arabic: (0x600...0x6FF).contains(scalar.value)
        case .chinese: (0x4E00...0x9FFF).contains(scalar.value)
        default: scalar.value < 0x180
        }
    }
}
