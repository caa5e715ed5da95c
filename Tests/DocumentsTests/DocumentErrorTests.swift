import Testing

@testable import Documents

@Suite("Documents")
struct DocumentErrorTests {
    @Test("A PDF's pages are counted and blank lines kept apart")
    func cleanLinesKnowBlanks() {
        let text = DocumentText(
            origin: .plain,
            lines: [.init(text: "One"), .init(text: ""), .init(text: "Two"), .init(text: "three")])
        #expect(PageCleaning.clean(text).map(\.isAfterBlank) == [true, true, false])
    }
}
