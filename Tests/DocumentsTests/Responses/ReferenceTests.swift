import Domain
import Testing

@testable import Documents

@Suite("Paragraph numbers in answers")
struct ReferenceTests {
    private func numbers(_ text: String, plain: Bool = false) -> [String] {
        ParagraphReferences(text, plainNumbers: plain).paragraphs.map(\.printed)
    }

    @Test(
        "Lists and ranges, however they are written",
        arguments: [
            ("122.1, 122.12, 122.17-18, 122.30–33", "122.1 122.12 122.17 122.18 122.30 122.31 122.32 122.33"),
            ("115.1 to 115.3 and 115.12", "115.1 115.2 115.3 115.12"),
            ("paragraphs 115.1, 115.2", "115.1 115.2"),
            ("122.34- 35 and 122.62- 64.", "122.34 122.35 122.62 122.63 122.64"),
            ("115.1, 2, 5 and 7.", "115.1 115.2 115.5 115.7"),
            ("77.5.2–77.5.4", "77.5.2 77.5.3 77.5.4"),
            ("115.1 à 115.3 et 115.5", "115.1 115.2 115.3 115.5"),
            ("115.1 a 115.3 y 115.5", "115.1 115.2 115.3 115.5"),
            ("115.1 по 115.3 и 115.5", "115.1 115.2 115.3 115.5"),
            ("115.1 إلى 115.3 و115.5", "115.1 115.2 115.3 115.5"),
            ("第115.1至115.3和115.5段", "115.1 115.2 115.3 115.5"),
            ("115.4 (a)", "115.4(a)"),
        ])
    func lists(_ text: String, _ expected: String) {
        #expect(numbers(text).joined(separator: " ") == expected)
    }

    @Test(
        "What is no paragraph",
        arguments: [
            "56.5 per cent", "2.5 million", "A/HRC/43.1/15", "Article 3.5", "SDG target 16.3", "$12.5", "5.1/3",
            "fell by 2.5%",
        ])
    func others(_ text: String) {
        #expect(numbers(text).isEmpty, "\(text)")
    }

    @Test("Whole numbers count only behind the word recommendation")
    func plain() {
        #expect(numbers("Recommendation No. 12", plain: true) == ["12"])
        #expect(numbers("recommendations 1, 5 and 7–9", plain: true) == ["1", "5", "7", "8", "9"])
        #expect(numbers("in 2019 there were 12 offices", plain: true).isEmpty)
        #expect(numbers("Recommendation 12").isEmpty)
    }

    @Test("A range without end is not followed")
    func bounded() {
        for text in [
            "recommendations 1 to 999999999", "recommendations 1-99999", "1.1 to 1.99999", "9.9-9.1", "1.1–2.9",
        ] {
            let references = ParagraphReferences(text, plainNumbers: true)
            #expect(references.paragraphs.count <= 2, "\(text)")
        }
        #expect(ParagraphReferences("122.9-3").isUnclear)
    }

    @Test("Any line of signs and figures is read without harm")
    func hostile() {
        let parts = [
            "1", "122.", "122.4", "-", "–", " to ", ",", " and ", "(a)", "(", ".", "99999999", "至", "و", "No. ",
            " recommendation ",
        ]
        var state: UInt64 = 7
        for _ in 0..<3_000 {
            var text = ""
            for _ in 0..<14 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += parts[Int(state >> 33) % parts.count]
            }
            let references = ParagraphReferences(text, plainNumbers: true)
            #expect(references.paragraphs.count <= 14 * ParagraphReferences.rangeMax)
            for group in references.groups { #expect(group.range.upperBound <= references.characters.count) }
        }
    }
}
