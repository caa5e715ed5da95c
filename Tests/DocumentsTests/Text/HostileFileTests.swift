import Foundation
import Programs
import Testing

@testable import Documents

@Suite("Files that are broken or meant to harm")
struct HostileFileTests {
    func open(_ file: MadeFile) async throws -> DocumentText {
        try await TextOpening(programs: ProgramRunner()).open(file.path, recognises: false)
    }

    func error(_ file: MadeFile) async -> DocumentError? {
        do {
            _ = try await open(file)
            return nil
        } catch { return error as? DocumentError }
    }

    @Test("A file is told by what is in it, not by its name")
    func extensions() async throws {
        let pdf = try MadeFile(MadePDF(pages: [["Words of a PDF"]]).bytes, name: "report.docx")
        #expect(try await open(pdf).origin == .pdf)
        #expect(DocumentReader.isDocument(pdf.path))
        let word = try await MadeWord.file("docx", "Words of Word")
        #expect(DocumentReader.isDocument(word.path))
        let data = try MadeFile("{\"a\": 1}\n", name: "data.pdf")
        #expect(!DocumentReader.isDocument(data.path))
        #expect(await error(data) == .notADocument(saw: "JSON"))
        #expect(!DocumentReader.isDocument("/no/such/file"))
        let book = try MadeArchive.file([("xl/workbook.xml", "<workbook/>")])
        #expect(!DocumentReader.isDocument(book.path))
        #expect(await error(book)?.key == "not-a-document")
    }

    @Test("Empty files, folders and files that are not there are told apart")
    func nothing() async throws {
        let empty = try MadeFile([])
        #expect(await error(empty) == .empty(path: empty.path))
        let opening = TextOpening(programs: ProgramRunner())
        await #expect(throws: DocumentError.unreadable(path: "/no/such", reason: "No such file or directory")) {
            try await opening.open("/no/such", recognises: false)
        }
        await #expect(throws: DocumentError.unreadable(path: "/tmp", reason: "it is a folder")) {
            try await opening.open("/tmp", recognises: false)
        }
    }

    @Test("Word's old format and protected documents say what to do")
    func oldAndProtected() async throws {
        let start: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        func wide(_ name: String) -> [UInt8] { name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
        #expect(await error(try MadeFile(start + wide("WordDocument"))) == .oldWord)
        #expect(await error(try MadeFile(start + wide("EncryptedPackage"))) == .passwordProtected)
        var pdf = MadePDF(pages: [["Secret"]])
        pdf.isEncrypted = true
        #expect(await error(try MadeFile(pdf.bytes)) == .passwordProtected)
    }

    @Test("What breaks off is damaged, never half a document")
    func truncated() async throws {
        let pdf = MadePDF(pages: Array(repeating: ["Words of a page"], count: 20)).bytes
        #expect(await error(try MadeFile(pdf.prefix(pdf.count / 2)))?.key == "damaged")
        let noTable = Array("%PDF-1.4\nnothing here\n%%EOF\n".utf8)
        #expect(await error(try MadeFile(noTable))?.key == "damaged")
        let word = try await MadeWord.file("docx", "Words of Word")
        let bytes = try Data(contentsOf: URL(filePath: word.path))
        #expect(await error(try MadeFile(bytes.prefix(bytes.count / 2)))?.key == "damaged")
        #expect(await error(try MadeFile("{\\rtf1 {\\b Words"))?.key == "damaged")
        #expect(await error(try MadeArchive.docx(body: "<w:p><w:r><w:t>Words</w:t></w:r>"))?.key == "damaged")
    }

    @Test("Zip bombs are refused before anything unpacks them")
    func zipBomb() async throws {
        let bomb = String(repeating: "<w:p></w:p>", count: 3_000_000)
        #expect(await error(try MadeArchive.docx(body: bomb))?.key == "limit-archive-ratio")
    }

    @Test("Entities and document types inside a DOCX or ODT are refused")
    func entities() async throws {
        let head = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]>"
        let body = "<w:p><w:r><w:t>&c;</w:t></w:r></w:p>"
        #expect(await error(try MadeArchive.docx(body: body, head: head))?.key == "hostile")
        let styles = [("word/styles.xml", head + "<w:styles SPACE/>")]
        #expect(await error(try MadeArchive.docx(body: "", beside: styles))?.key == "hostile")
        let odt = try MadeArchive.file([
            ("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", "<a/>"),
            ("content.xml", head + "<a>&c;</a>"),
        ])
        #expect(await error(odt)?.key == "hostile")
    }

    @Test("Depth has limits in every format")
    func depth() async throws {
        let tags = String(repeating: "<w:smartTag>", count: 100_000)
        #expect(await error(try MadeArchive.docx(body: tags))?.key == "limit-depth")
        #expect(await error(try MadeFile("{\\rtf1 " + String(repeating: "{", count: 100_000)))?.key == "limit-depth")
        let page = try MadeFile(
            "<html><body>" + String(repeating: "<blockquote>", count: 20_000) + "deep</body></html>")
        let key = await error(page)?.key
        #expect(["limit-depth", "program-limit", "damaged"].contains(key))
    }

    @Test("A document of 100,000 paragraphs is refused with the limit")
    func paragraphs() async throws {
        let body = (0..<100_000).map { MadeArchive.paragraph("Paragraph number \($0 &* 7_919)") }.joined()
        #expect(await error(try MadeArchive.docx(body: body)) == .limit(.paragraphs, max: 60_000))
    }

    @Test("Large files and long PDFs are refused with the limit")
    func large() async throws {
        let file = try MadeFile("%PDF-1.4\n")
        let handle = try #require(FileHandle(forWritingAtPath: file.path))
        try handle.truncate(atOffset: 1 << 30)
        #expect(await error(file) == .limit(.fileSizeBytes, max: 64 << 20))
        let pdf = try MadeFile(MadePDF(pages: Array(repeating: [], count: 2_001)).bytes)
        #expect(await error(pdf) == .limit(.pages, max: 2_000))
    }

    @Test("Scripts in documents are neither run nor read")
    func scripts() async throws {
        var pdf = MadePDF(pages: [["Words of a page"]])
        pdf.script = "app.alert\\(1\\)"
        #expect(try await open(try MadeFile(pdf.bytes)).lines.map(\.text).filter { !$0.isEmpty } == ["Words of a page"])
        let page = try MadeFile(
            """
            <!DOCTYPE html><html><head><script>alert(1)</script><style>p {}</style></head>
            <body onload="alert(2)"><p>Words<script>document.write("no")</script> of a page</p>
            <iframe src="file:///etc/passwd"></iframe><img src="http://localhost/x.png" alt="picture"></body></html>
            """)
        #expect(try await MadeWord.lines(page) == ["Words", "of a page"])
    }

    @Test("Old encodings of web pages are read or named")
    func encodings() async throws {
        let start = Array("<html><body><p>Libert".utf8)
        #expect(
            try await MadeWord.lines(try MadeFile(start + [0xE9, 0x80] + Array("</p></body></html>".utf8))) == [
                "Liberté€"
            ])
        let head = Array("<html><meta charset=\"windows-1251\"><body><p>".utf8)
        #expect(await error(try MadeFile(head + [0xE9] + Array("</p></body></html>".utf8)))?.key == "damaged")
    }

    @Test("Right-to-left marks and zero-width characters hide nothing")
    func marks() async throws {
        let file = try MadeFile(
            "<html><body><p>Al\u{200B}do\u{202E}ra\u{202C} \u{2066}acts\u{2069}\u{FEFF}</p></body></html>")
        #expect(try await MadeWord.lines(file) == ["Aldora acts"])
    }

    @Test("A missing program costs its format, with what to install")
    func missingProgram() {
        let error = DocumentError(ProgramError.missing(.pandoc))
        #expect(error == .programMissing(program: "pandoc", package: "pandoc"))
        #expect(error.message.contains("Install the Debian package pandoc"))
    }

    @Test("Every error has a key of its own and a sentence with what to do")
    func sentences() {
        let errors: [DocumentError] =
            [
                .unreadable(path: "a", reason: "b"), .empty(path: "a"), .notADocument(saw: "a"), .oldWord,
                .passwordProtected,
                .damaged(reason: "a"), .hostile(reason: "a"), .scanned(pages: 1, canRecognise: true),
                .scanned(pages: 1, canRecognise: false), .programMissing(program: "a", package: "b"),
                .programLimit(program: "a"), .programFailed(program: "a", reason: "b"), .noSuchPage(3),
            ] + DocumentError.Limit.allCases.map { .limit($0, max: 1 << 26) }
        #expect(Set(errors.map(\.key)).count == errors.count)
        for error in errors { #expect(error.message.hasSuffix(".") && !error.message.contains("..")) }
    }
}
