import Programs
import Testing

@testable import Documents

@Suite("Text of word processors' documents")
struct WordTextTests {
    static let markdown = """
        # Conclusions

        The Committee welcomes[^1] the law. It
        goes on in one paragraph.

        21. Aldora should act.
        22. Aldora should also:

            (a) Open the archives;
            (b) Train *all* judges.

        - A point without number

        | Theme | Position |
        |-------|----------|
        | Water | Noted    |

        [^1]: A note at the foot.
        """

    @Test(
        "A document gives each paragraph as one line, lists with their numbers, no footnotes",
        arguments: ["docx", "odt", "rtf", "html"])
    func paragraphs(format: String) async throws {
        let file = try await MadeWord.file(format, Self.markdown)
        let text = try await TextOpening(programs: ProgramRunner()).open(file.path, recognises: false)
        let lines = text.lines.map(\.text).filter { !$0.isEmpty }
        #expect(
            lines.suffix(7) == [
                "Conclusions",
                "The Committee welcomes the law. It goes on in one paragraph.",
                "21. Aldora should act.",
                "22. Aldora should also:",
                "(a) Open the archives;",
                "(b) Train all judges.",
                "\u{2022} A point without number",
            ])
        let table = try #require(text.tables.first)
        #expect(table.line == text.lines.count)
        #expect(table.rows.last?.map(\.text) == ["Water", "Noted"])
    }

    @Test("Spans of cells keep columns in their places")
    func spans() async throws {
        let file = try MadeFile(
            """
            <html><body><table>
            <tr><th colspan="3">Theme: Water</th></tr>
            <tr><td rowspan="2">112.1 Act<br>Source: A</td><td>Noted</td><td><ul><li>One</li><li>Two</li></ul></td></tr>
            <tr><td>Supported</td><td>Three</td></tr>
            </table></body></html>
            """)
        let text = try await TextOpening(programs: ProgramRunner()).open(file.path, recognises: false)
        let rows = try #require(text.tables.first).rows
        #expect(rows.map { $0.map(\.columns) } == [[3], [1, 1, 1], [1, 1, 1]])
        #expect(rows[1][0].paragraphs == ["112.1 Act", "Source: A"])
        #expect(rows[1][2].paragraphs == ["\u{2022} One", "\u{2022} Two"])
        #expect(rows[2].map(\.text) == ["", "Supported", "Three"])
    }
}
