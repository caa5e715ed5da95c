import Testing

@testable import CooperationWeb

@Suite("Shortened texts")
struct ShortTextTests {
    @Test("A text that fits stays as it is")
    func whole() {
        #expect(ShortText("Two courses a year.", most: 19) == ShortText("Two courses a year.", most: 4_000))
        #expect(!ShortText("Two courses a year.", most: 19).isCut)
        #expect(ShortText("", most: 0).shown.isEmpty)
    }

    @Test("A longer one ends with a sentence, else with a word, else anywhere")
    func cut() {
        let short = ShortText("Two courses a year. Then three more of them", most: 30)
        #expect(short.shown == "Two courses a year.")
        #expect(short.isCut)
        #expect(
            ShortText("One. " + String(repeating: "word ", count: 20), most: 33).shown
                == "One. word word word word word…")
        #expect(ShortText(String(repeating: "a", count: 50), most: 10).shown == String(repeating: "a", count: 10) + "…")
    }

    @Test("Wide letters count twice, and a new line takes its place")
    func widths() {
        #expect(ShortText(String(repeating: "课", count: 20), most: 20).shown == String(repeating: "课", count: 10) + "…")
        #expect(ShortText("一二三。四五六七八九", most: 12).shown == "一二三。")
        #expect(ShortText("a\nb\nc", most: 100).isCut)
    }
}
