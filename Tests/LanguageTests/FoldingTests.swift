import Language
import Testing

@Suite("Folding") struct FoldingTests {
    @Test(
        "Case, accents and compatibility forms fold away",
        arguments: [
            ("ÉDUCATION", "education"), ("Straße", "strasse"), ("Cœur", "coeur"), ("ﬁnance", "finance"),
            ("Ａldora", "aldora"), ("Łódź", "lodz"), ("niño", "nino"), ("ПРАВА ещё", "права еще"), ("край", "край"),
            ("أحكام", "احكام"), ("مُدَرِّس", "مدرس"), ("كتـــاب", "كتاب"), ("plain", "plain"), ("", ""),
        ])
    func folds(_ text: String, _ folded: String) {
        #expect(TextFolding.fold(text) == folded)
    }

    @Test("Folding twice changes nothing more")
    func isStable() {
        for text in ["Ǆ ǅ ℌ ⅷ ﷺ", "İstanbul", "ΌΣΟΣ", "ẛ̣", "한국어", "ไทย"] {
            let once = TextFolding.fold(text)
            #expect(TextFolding.fold(once) == once)
        }
    }

    @Test("Very long and malformed text is folded all the same")
    func longText() {
        let text = String(repeating: "É", count: 200_000)
        #expect(TextFolding.fold(text) == String(repeating: "e", count: 200_000))
        #expect(TextFolding.fold(String(decoding: [0x41, 0xFF, 0xC3], as: UTF8.self)).hasPrefix("a"))
        #expect(TextFolding.fold(String(repeating: "ﷺ", count: 5_000)).count > 5_000)
    }
}
