import Programs
import Testing

@testable import Documents

@Suite("Numbers that Word shows")
struct WordNumberTests {
    static let numbering = """
        <w:numbering SPACE>
        <w:abstractNum w:abstractNumId="5">
        <w:lvl w:ilvl="0"><w:start w:val="6"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="6">
        <w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1 -"/><w:pStyle w:val="Chapter"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="5"/>
        <w:lvlOverride w:ilvl="0"><w:startOverride w:val="90"/></w:lvlOverride></w:num>
        </w:numbering>
        """
    static let styles = """
        <w:styles SPACE><w:style w:type="paragraph" w:styleId="Chapter"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="SubChapter"><w:basedOn w:val="Chapter"/></w:style></w:styles>
        """

    @Test("Automatic numbers of all kinds stand in the text as Word shows them")
    func automatic() async throws {
        let paragraph = MadeArchive.paragraph
        let body = [
            paragraph("Findings", "Chapter", nil, 0), paragraph("Lead", nil, "1", 0), paragraph("First", nil, "1", 1),
            paragraph("Point", nil, "1", 2), paragraph("Point", nil, "1", 2), paragraph("Second", nil, "1", 1),
            paragraph("Point", nil, "1", 2), paragraph("No number", nil, nil, 0),
            paragraph("More", "SubChapter", nil, 0),
            paragraph("Lead", nil, "1", 0), paragraph("Third", nil, "1", 1), paragraph("Anew", nil, "3", 0),
            paragraph("None", "Chapter", "0", 0),
        ]
        let file = try MadeArchive.docx(
            body: body.joined(),
            beside: [
                ("word/numbering.xml", Self.numbering), ("word/styles.xml", Self.styles),
                ("word/header1.xml", "<w:hdr SPACE><w:p><w:r><w:t>A/TEST/1 &amp; 2</w:t></w:r></w:p></w:hdr>"),
            ])
        let text = try await TextOpening(programs: ProgramRunner()).open(file.path, recognises: false)
        #expect(text.headers == ["A/TEST/1 & 2"])
        #expect(
            text.lines.map(\.text).filter { !$0.isEmpty } == [
                "I - Findings", "6. Lead", "6.1 First", "(a) Point", "(b) Point", "6.2 Second",
                "(a) Point",
                "No number", "II - More", "7. Lead", "7.1 Third", "90. Anew", "None",
            ])
    }

    @Test(
        "Numbers are written in the formats of the six languages",
        arguments: [
            (3, "russianLower", "в"), (2, "arabicAlpha", "ب"), (3, "arabicAbjad", "ج"), (24, "chineseCounting", "二十四"),
            (10, "chineseCounting", "十"), (28, "lowerLetter", "bb"), (14, "upperRoman", "XIV"),
            (7, "decimalZero", "07"),
            (99, "arabicAlpha", "99"), (5, "unheardOf", "5"),
        ])
    func formats(number: Int, format: String, text: String) {
        #expect(WordNumber.text(number, format) == text)
    }
}
