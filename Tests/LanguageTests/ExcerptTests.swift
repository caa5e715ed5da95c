import Language
import Testing

@Suite("Excerpts") struct ExcerptTests {
    private func hits(_ text: String, _ words: [String]) -> [TextHit] {
        var found: [TextHit] = []
        for (part, word) in words.enumerated() {
            for range in text.ranges(of: word) {
                let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                found.append(TextHit(start: start, end: start + word.utf8.count, part: part))
            }
        }
        return found.sorted { $0.start < $1.start }
    }

    @Test("The pieces of a whole text are the text")
    func whole() {
        let text = "Aldora wird gebeten: 采取措施, права."
        let pieces = Excerpt.whole(text, hits: hits(text, ["措施", "права"]))
        #expect(pieces.map(\.text).joined() == text)
        #expect(pieces.filter(\.isHit).map(\.text) == ["措施", "права"])
    }

    @Test("An excerpt shows the place with most of what was asked for")
    func cluster() {
        let filler = String(repeating: "Belmar reports on its roads and bridges every year. ", count: 20)
        let text = filler + "One school. " + filler + "Every school of the district has clean water. " + filler
        let pieces = Excerpt.around(text, hits: hits(text, ["school", "water"]))
        #expect(pieces.filter(\.isHit).map(\.text) == ["school", "water"])
        let shown = pieces.map(\.text).joined()
        #expect(shown.hasPrefix("…") && shown.hasSuffix("…"))
        #expect((120...400).contains(shown.count))
    }

    @Test("An excerpt never cuts a character, in any script")
    func characters() {
        for sentence in [
            "Принять все меры для школ и больниц. ", "采取一切必要措施保障学校。", "اتخاذ جميع التدابير للمدارس. ", "👩‍👩‍👧 familles ",
        ] {
            let text = String(repeating: sentence, count: 60)
            for place in stride(from: 0, to: text.utf8.count - 40, by: 7) {
                let whole = Array(text.utf8)
                guard whole[place] & 0xC0 != 0x80 else { continue }
                var end = place + 3
                while end < whole.count, whole[end] & 0xC0 == 0x80 { end += 1 }
                let pieces = Excerpt.around(text, hits: [TextHit(start: place, end: end, part: 0)])
                #expect(!pieces.map(\.text).joined().contains("\u{FFFD}"))
                #expect(pieces.contains { $0.isHit })
            }
        }
    }

    @Test("Short and empty texts come whole")
    func short() {
        #expect(Excerpt.around("", hits: []).isEmpty)
        #expect(Excerpt.around("Protect schools", hits: []).map(\.text) == ["Protect schools"])
    }
}
