import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Frame
@testable import Operations
@testable import Web

@Suite("Uploads")
struct UploadTests {
    @Test(
        "Files come whole through pieces of every size, whatever they hold",
        arguments: [1, 2, 3, 7, 64, 1_000, 100_000])
    func pieces(size: Int) throws {
        let binary =
            (0..<3_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 3) } + Array("\r\n--Xx\r\n--XxY\r\n-".utf8)
        let body = Multipart.body(
            fields: [("csrf", "t"), ("empty", "")], files: [("a.pdf", binary), ("b.pdf", [])], boundary: "XxX")
        var parser = try MultipartParser(contentType: "multipart/form-data; boundary=\"XxX\"")
        var parts: [(name: String, file: String?, bytes: [UInt8])] = []
        for start in stride(from: 0, to: body.count, by: size) {
            for event in try parser.push(body[start..<min(start + size, body.count)]) {
                switch event {
                case .part(let name, let file): parts.append((name, file, []))
                case .data(let bytes): parts[parts.count - 1].bytes += bytes
                case .partEnd: continue
                }
            }
        }
        #expect(parser.isEnded)
        #expect(parts.map(\.name) == ["csrf", "empty", "files", "files"])
        #expect(parts.map(\.file) == [nil, nil, "a.pdf", "b.pdf"])
        #expect(parts[0].bytes == Array("t".utf8) && parts[1].bytes.isEmpty && parts[3].bytes.isEmpty)
        #expect(parts[2].bytes == binary)
    }

    @Test("What is no upload is an error, never a crash")
    func hostile() throws {
        #expect(throws: MultipartError.noBoundary) { try MultipartParser(contentType: "multipart/form-data") }
        #expect(throws: MultipartError.noBoundary) { try MultipartParser(contentType: "text/plain; boundary=a") }
        var parser = try MultipartParser(contentType: "multipart/form-data; boundary=a")
        #expect(throws: MultipartError.malformed) { try parser.push(Array("--a\r\nX: y\r\n\r\nz".utf8)) }
        var long = try MultipartParser(contentType: "multipart/form-data; boundary=a")
        let head = Array(("--a\r\nX: " + String(repeating: "y", count: 20_000)).utf8)
        #expect(throws: MultipartError.headTooLong) { try long.push(head) }
    }

    private func read(_ files: [(name: String, bytes: [UInt8])], limits: UploadLimits) async throws(WebError)
        -> [String]
    {
        let body = Multipart.body(fields: [], files: files, boundary: "b")
        let incoming = Incoming(
            method: .post, headers: [.contentType: "multipart/form-data; boundary=b"], authority: nil,
            body: RequestBody(buffer: ByteBuffer(bytes: body)))
        var names: [String] = []
        try await UploadReader.read(
            incoming, limits: limits, field: { _, _ throws(WebError) in },
            file: { file async throws(WebError) in names.append(file.name) })
        return names
    }

    @Test("A file, their number and the whole have limits")
    func limits() async throws {
        let file = [UInt8](repeating: 65, count: 1_000)
        await #expect(throws: WebError.tooLarge) {
            try await read([("a", file)], limits: UploadLimits(fileBytesMax: 999))
        }
        await #expect(throws: WebError.tooLarge) {
            try await read([("a", file), ("b", file), ("c", file)], limits: UploadLimits(filesMax: 2))
        }
        await #expect(throws: WebError.tooLarge) {
            try await read([("a", file), ("b", file)], limits: UploadLimits(totalBytesMax: 1_500))
        }
        #expect(
            try await read([("a", file), ("b", file)], limits: UploadLimits(fileBytesMax: 1_000, filesMax: 2)) == [
                "a", "b",
            ])
    }

    @Test("A name is shown without folders, control characters and marks that turn its direction")
    func names() async throws {
        let names = try await read(
            [("C:\\\\docs\\\\a.pdf", [1]), ("../../etc/passwd", [1]), ("gp\u{202E}fdp.exe", [1]), ("x\u{1}y", [1])],
            limits: UploadLimits())
        #expect(names == ["a.pdf", "passwd", "gpfdp.exe", "xy"])
    }

    @Test("Several files are received; the same content once more is said to be known")
    func receiving() async throws {
        let person = try await TestPerson.coordinator.value
        let files = [("one.pdf", Array("%PDF-1 \(UUID())".utf8)), ("two.pdf", Array("%PDF-2 \(UUID())".utf8))]
        let first = try await person.upload(files)
        #expect(first.status == 303)
        #expect(first.headers[.location]?.contains("n=2") == true)
        let again = try await person.upload(files)
        #expect(again.headers[.location]?.contains("n=0") == true)
        #expect(again.headers[.location]?.contains("known=2") == true)
        let one = try await person.upload([files[0]])
        #expect(one.headers[.location]?.contains("said=received") == true)
        let page = try await person.get(try #require(one.headers[.location]))
        #expect(page.text.contains("was here already"))
        #expect(try await person.get("/desk?lang=en").text.contains("one.pdf"))
    }

    @Test("An upload without a file, with an empty file or without a token says what to do")
    func troubles() async throws {
        let person = try await TestPerson.coordinator.value
        let nothing = try await person.upload([])
        #expect(nothing.status == 400 && nothing.text.contains("No file was chosen"))
        let empty = try await person.upload([("void.pdf", [])])
        #expect(empty.status == 400 && empty.text.contains("void.pdf"))
        let foreign = try await person.site.send(
            "/desk", method: .post, headers: [.cookie: person.cookie, .contentType: "multipart/form-data; boundary=b"],
            body: Multipart.body(fields: [], files: [("a.pdf", [1])], boundary: "b"))
        #expect(foreign.status == 403)
        let broken = try await person.site.send(
            "/desk", method: .post, headers: [.cookie: person.cookie, .contentType: "multipart/form-data; boundary=b"],
            body: Array("--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(person.csrf)".utf8))
        #expect(broken.status == 415)
    }
}
