import Testing

@testable import Insight

@Suite struct TagHostileTextTests {
    @Test("Any text gets an answer: nothing, a megabyte, control characters, broken words")
    func hostile() throws {
        let model = try InventedTexts.model(60).model
        let texts = [
            "", " ", "\u{0}\u{1}\u{7F}", String(repeating: "x", count: 1_000_000),
            String(repeating: "consider ferries ", count: 60_000), String(repeating: "🙂\u{200D}", count: 9_000),
            String(repeating: "\u{301}", count: 50_000), "\u{202E}seirref redisnoc",
            String(repeating: "港口", count: 5_000),
        ]
        for text in texts {
            let found = model.suggest(text)
            #expect(found.contains { $0.kind == "action" && $0.isChosen })
            #expect(found.allSatisfy { $0.probability.isFinite })
            _ = model.why(text, kind: "theme", code: "t1")
        }
    }

    @Test("Only the beginning of a long text is read, and it is cut between characters")
    func cut() {
        let text = String(repeating: "я", count: 20_000)
        let cut = TagExample.cut(text)
        #expect(cut.utf8.count <= TagFeatureScanner.textBytesMax && cut.utf8.count > TagFeatureScanner.textBytesMax - 4)
        #expect(cut.allSatisfy { $0 == "я" })
        #expect(TagExample.cut("short") == "short")
    }
}
