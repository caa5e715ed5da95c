import Domain
import FoundationEssentials
import Testing

@testable import Ingest

struct FormatDetectionTests {
    @Test("The content tells the format, whatever the file is called")
    func formats() throws {
        let cases: [(String, FileFormat)] = [
            ("[\(UHRIBulkTests.record)]", .uhriJSON), ("\u{FEFF} \n[\(UHRIBulkTests.reviewed)]", .uhriJSON),
            (UHRIAPITests.record, .uhriAPI),
            ("[\(UHRIAPITests.record)]", .uhriAPI),
            (UPRInfoTests.file(["Aldora,,,Dig,Belmar,,,Noted,5,x,1"]), .uprInfoCSV),
            (#"{"to": "Aldora", "frm": "Belmar", "session": 1, "text": "Dig", "response": "Noted"}"#, .uprInfoLines),
            (#"{"a": {"b": [1, "]"]}, "rows": [{"metadata": {}}]}"#, .uprInfoJSON), (TableTests.table, .table),
            ("Text\tState\nDig\tAldora\n", .table),
            (OwnExportTests.line, .rapporteur),
        ]
        for (text, format) in cases {
            let file = try TemporaryFile(text.utf8, name: "wrong-name.xlsx")
            #expect(try FormatDetection.detect(file.path).format == format)
        }
        let file = try TemporaryFile(
            try WorkbookFile.bytes(rows: [WorkbookTests.header, WorkbookTests.row]), name: "a.json")
        #expect(try FormatDetection.detect(file.path).format == .uhriXLSX)
    }

    @Test(
        "Nothing is guessed where nothing fits: the message says what was seen",
        arguments: [
            ("%PDF-1.7 ...", "a PDF"), ("\u{1F}", "text without columns"),
            ("just words\nin lines", "text without columns"),
            ("a,b,c\n1,2,3\n", "a table with columns a, b, c"), ("[]", "JSON without records"),
            (#"[{"x":1,"y":2}]"#, "JSON records with x, y"),
            ("{\"x\":", "JSON without records"), ("<html><body>", "a web page"),
            ("SQLite format 3", "a SQLite database"),
        ])
    func unknown(_ text: String, _ saw: String) throws {
        let error = try #require(try Drained(text).error)
        #expect(error.message.contains(saw))
        #expect(error.message.contains("What can be imported"))
    }

    @Test("Empty files, folders and files that are not there are said to be so")
    func unreadable() throws {
        #expect(try Drained("").error?.message.hasSuffix("is empty.") == true)
        #expect(try Drained(" \n\r\n ").error?.message.hasSuffix("is empty.") == true)
        let folder = FileManager.default.temporaryDirectory.path
        #expect(Drained(file: folder).error == .isDirectory(path: folder))
        #expect(
            Drained(file: folder + "/no/such/file").error
                == .unreadable(path: folder + "/no/such/file", reason: "No such file or directory"))
    }

    @Test("Five letters of MacRoman late in a long file are enough")
    func lateLetters() throws {
        let rows = Array(repeating: "Aldora,,,Dig wells for all,Belmar,,,Noted,5,x,1", count: 9_000)
        let bytes =
            Array(UPRInfoTests.file(rows).utf8) + Array("Aldora,,,Free Hiss".utf8) + [0x8F] + Array("ne Habr".utf8) + [
                0x8E
            ] + Array(",Belmar,,,Noted,5,x,2\r".utf8)
        #expect(try Drained(bytes).drafts.last?.texts == [.english: "Free Hiss\u{E8}ne Habr\u{E9}"])
    }

    @Test("Binary data and random bytes end in an error or in rejections, never worse")
    func randomFiles() throws {
        var random = SplitMix(seed: 5)
        for _ in 0..<200 {
            let bytes = (0..<random.next(600)).map { _ in UInt8(random.next(random.next(2) == 0 ? 256 : 128)) }
            let drained = try Drained(bytes)
            #expect(drained.drafts.count < 100)
        }
    }
}
