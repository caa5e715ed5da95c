import Insight
import Testing

@Test("A text knows its record and its language")
func textKnowsItsRecord() {
    let text = InsightText(id: 7, language: "fr", text: "Ratifier la Convention")
    #expect(text.id == 7)
    #expect(text.language == "fr")
}
