import Programs
import Testing

@testable import Documents

@Suite("Text of PDFs")
struct PrintedTextTests {
    func open(_ pdf: MadePDF, recognises: Bool = false) async throws -> DocumentText {
        let file = try MadeFile(pdf.bytes)
        return try await TextOpening(programs: ProgramRunner()).open(file.path, recognises: recognises)
    }

    @Test("Lines come with their page and indent, ligatures and soft hyphens as letters")
    func lines() async throws {
        var pdf = MadePDF(pages: [["1. The of\u{FB01}ce", "   co\u{AD}operates"], ["2. Aldora"]])
        pdf.pages[0].lines[0].signs = ["1", ".", " ", "T", "h", "e", " ", "o", "f", "\u{FB01}", "c", "e"]
        let text = try await open(pdf)
        let lines = text.lines.filter { !$0.text.isEmpty }
        #expect(lines.map(\.text) == ["1. The of\u{66}ice", "cooperates", "2. Aldora"])
        #expect(lines.map(\.page) == [1, 1, 2])
        #expect(lines[1].indent - lines[0].indent == 3)
        #expect(text.pageCount == 2)
        #expect(text.origin == .pdf)
    }

    static let left = (1...20).map { "left \($0) the Committee welcomes it" }
    static let right = (1...20).map { "right \($0) and so does Belmar now" }

    @Test("Two columns are read one after the other, between lines that cross them")
    func columns() async throws {
        var pdf = MadePDF(pages: [
            ["A title that runs across the whole page, from the left side to the right side"] + Self.left
        ])
        let second = Self.right.enumerated().map {
            MadePDF.Line(signs: $1.map(String.init), x: 320, y: 786 - 14 * $0)
        }
        pdf.pages[0].lines += second
        let lines = try await open(pdf).lines.map(\.text).filter { !$0.isEmpty }
        #expect(Array(lines.dropFirst()) == Self.left + Self.right)
    }

    @Test("A table of two columns stays as it is printed")
    func tables() async throws {
        var pdf = MadePDF(pages: [Self.left])
        pdf.pages[0].lines += (0..<20).map {
            MadePDF.Line(signs: ["N", "o", "t", "e", "d"], x: 420, y: 800 - 14 * $0)
        }
        let lines = try await open(pdf).lines.map(\.text).filter { !$0.isEmpty }
        #expect(lines.count == 20)
        #expect(lines.allSatisfy { $0.hasPrefix("left") && $0.hasSuffix("Noted") })
    }

    @Test("Arabic comes in logical order: presentation forms, ligatures, tatweel, brackets and numbers")
    func arabic() async throws {
        let signs: [[String]] = [
            // A paragraph's number stands at the right, itself from left to right.
            ["1", "-", "1", "2", "1"] + [" "]
                + letters("\u{FE8D}\u{FEDF}\u{FEE4}\u{FE8E}\u{FEAD}"),
            ["ا", "لإ"] + letters("عاقة") + [" ", "و", "ا", "لأ"] + letters("طفال") + [" ", "لا"],
            letters("كـــتاب") + [" "] + letters(")ألدورا(") + [" "] + letters(")بلمار("),
            // After Arabic letters `121-9` is drawn as `9-121`: from the right `121`, then `-9`.
            letters("الفقرة") + [" ", "1", "2", "1", "-", "9"],
        ]
        let lines = try await open(MadePDF(rightToLeft: signs)).lines.filter { !$0.text.isEmpty }
        #expect(
            lines.map(\.text) == [
                "121-1 المار", "الإعاقة والأطفال لا", "كتاب (ألدورا) (بلمار)", "الفقرة 121-9",
            ])
        #expect(lines.map(\.indent).max() ?? 0 <= 12)
    }

    @Test("Numbers drawn turned round at the start of lines are told by how they count")
    func turnedNumbers() async throws {
        let signs = (1...3).map { ["1", "2", "1", "-", "\($0)", " "] + letters("المار") }
        let lines = try await open(MadePDF(rightToLeft: signs)).lines.map(\.text).filter { !$0.isEmpty }
        #expect(lines == ["121-1 المار", "121-2 المار", "121-3 المار"])
    }

    private func letters(_ text: String) -> [String] { text.map(String.init) }

    @Test("Pages that are pictures are recognised as such, and what can be done is said")
    func scanned() async throws {
        var pdf = MadePDF(pages: [[], [], ["A cover sheet with some words on it"]])
        pdf.pages[0].hasPicture = true
        pdf.pages[1].hasPicture = true
        let canRecognise = ProgramRunner().isInstalled(.tesseract)
        await #expect(throws: DocumentError.scanned(pages: 3, canRecognise: canRecognise)) { try await open(pdf) }
        pdf.pages[0].lines = MadePDF(pages: [["A page with a picture and with words of its own"]]).pages[0].lines
        #expect(try await open(pdf).lines.contains { $0.text.hasPrefix("A cover sheet") })
    }

    @Test("Recognised pages say so, and one that is empty stays empty")
    func recognition() async throws {
        var pdf = MadePDF(pages: [[]])
        pdf.pages[0].hasPicture = true
        guard ProgramRunner().isInstalled(.tesseract) else {
            await #expect(throws: DocumentError.programMissing(program: "tesseract", package: "tesseract-ocr")) {
                try await open(pdf, recognises: true)
            }
            return
        }
        let text = try await open(pdf, recognises: true)
        #expect(text.origin == .recognised)
        #expect(text.pageCount == 1)
    }

    @Test("A page can be shown as a picture")
    func picture() async throws {
        let file = try MadeFile(MadePDF(pages: [["One"], ["Two"]]).bytes)
        let pictures = PagePicture(programs: ProgramRunner())
        let png = try await pictures.png(file.path, page: 2, height: 1_000)
        // Width and height stand at bytes 16 to 24.
        #expect(png[16..<24].reduce(0) { $0 << 8 | Int($1) } & 0xFFFF_FFFF == 1_000)
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        // The same size in colour: signature, and width and height.
        let colour = try await pictures.png(file.path, page: 2, height: 1_000, isGrey: false)
        #expect(colour.starts(with: png.prefix(24)))
        await #expect(throws: DocumentError.noSuchPage(3)) { try await pictures.png(file.path, page: 3) }
        await #expect(throws: DocumentError.noSuchPage(0)) { try await pictures.png(file.path, page: 0) }
        let word = try await MadeWord.file("docx", "Words")
        await #expect(throws: DocumentError.self) { try await pictures.png(word.path, page: 1) }
    }
}
