import Domain
import Testing

@testable import Drafting

@Suite("Typing a paragraph")
struct ParagraphTypingTests {
    private func content() -> ReportParagraphContent {
        let sources = (1...3).map { SentenceSource(.action, Int64($0), digest: "d\($0)", label: "a\($0)") }
        let texts = [
            "The action on legal aid has begun.", "Three offices were opened in the north.",
            "A law is before parliament.",
        ]
        return ReportParagraphContent(
            zip(texts, sources).enumerated().map { place, pair in
                ReportSentence(
                    id: place + 1, pair.0, origin: .drafted, key: "action/\(place + 1)", sources: [pair.1])
            }, key: "paragraph")
    }

    @Test("A sentence keeps what it is drawn from through a change of its words, by its mark or by its likeness")
    func keeps() {
        let old = content()
        let byMark = ParagraphTyping.content(
            "[1] Something else entirely. [2] Three offices were opened in the north.\n[3] A law is before parliament.",
            from: old)
        #expect(byMark.sentences.map { $0.sources.map(\.id) } == [[1], [2], [3]])
        #expect(byMark.sentences[0].origin == .edited)
        #expect(byMark.sentences[0].drafted == "The action on legal aid has begun.")
        #expect(byMark.sentences[1] == old.sentences[1])
        let byLikeness = ParagraphTyping.content(
            "A law is before parliament. Three more offices were opened in the north in May. The action on legal aid has begun.",
            from: old)
        #expect(byLikeness.sentences.map { $0.sources.map(\.id) } == [[3], [2], [1]])
        #expect(byLikeness.sentences.map(\.origin) == [.drafted, .edited, .drafted])
        #expect(byLikeness.unplaced.isEmpty)
    }

    @Test("Links of a sentence that goes wait to be placed; a new sentence has none")
    func loses() {
        let edited = ParagraphTyping.content(
            "[1] The action on legal aid has begun. Nobody asked before.", from: content())
        #expect(edited.sentences.map(\.id) == [1, 4])
        #expect(edited.sentences[1].origin == .written)
        #expect(edited.sentences[1].sources.isEmpty)
        #expect(edited.unplaced.map(\.id) == [2, 3])
        #expect(edited.sources.map(\.id) == [1, 2, 3])
    }

    @Test("What is typed back as it was drafted is drafted again")
    func back() {
        let once = ParagraphTyping.content("[1] It began. [2] Three offices were opened in the north.", from: content())
        let twice = ParagraphTyping.content("[1] The action on legal aid has begun.", from: once)
        #expect(twice.sentences[0].origin == .drafted)
        #expect(twice.sentences[0].drafted == nil)
        #expect(ParagraphTyping.content(ParagraphTyping.text(content()), from: content()) == content())
    }

    @Test("Sentences end where each language ends them, and not after abbreviations or in numbers")
    func splits() {
        #expect(SentenceSplitting.sentences("See art. 14 and No. 5. It rose by 3.5 per cent! Why? «Yes.»").count == 4)
        #expect(SentenceSplitting.sentences("第一句。第二句！第三句？").count == 3)
        #expect(SentenceSplitting.sentences("هل بدأ العمل؟ نعم، بدأ.").count == 2)
        #expect(SentenceSplitting.sentences("Согласно ст. 5 и п. 2. Работа ведётся.").count == 2)
        #expect(SentenceSplitting.sentences("  \n ").isEmpty)
    }

    @Test("A difference of words gives both texts back")
    func difference() {
        let old = "The State opened three offices in the north"
        let new = "The State opened five offices in the north and east"
        let pieces = WordDifference.pieces(old, new)
        func joined(_ kinds: Set<WordDifference.Piece.Kind>) -> String {
            pieces.filter { kinds.contains($0.kind) }.map(\.text).joined(separator: " ")
        }
        #expect(joined([.same, .removed]) == old)
        #expect(joined([.same, .added]) == new)
        #expect(joined([.removed]) == "three")
        #expect(joined([.added]) == "five and east")
    }
}
