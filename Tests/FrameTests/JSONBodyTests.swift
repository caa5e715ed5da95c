import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Frame

@Suite("Bodies of the API")
struct JSONBodyTests {
    private struct Sent: Decodable, Equatable {
        var title: String
        var steps: [Int]
    }

    private func read(_ text: String, type: String = "application/json; charset=utf-8") async throws(WebError) -> Sent {
        var headers = HTTPFields()
        headers[.contentType] = type
        let incoming = Incoming(
            method: .post, headers: headers, authority: nil, body: RequestBody(buffer: ByteBuffer(string: text)))
        return try await JSONBody.read(incoming, as: Sent.self)
    }

    @Test("A body is read into what was declared, and nothing else of it is kept")
    func read() async throws {
        let sent = try await read(#"{"title": "Open an office", "steps": [1, 2], "class": "NSObject"}"#)
        #expect(sent == Sent(title: "Open an office", steps: [1, 2]))
    }

    @Test("What is missing or of another kind is named by its place")
    func wrong() async throws {
        await #expect(throws: WebError.invalid([.init(name: "title", allowed: "a value")])) {
            try await read(#"{"steps": []}"#)
        }
        await #expect(throws: WebError.invalid([.init(name: "steps.[1]", allowed: "a value of type Int")])) {
            try await read(#"{"title": "x", "steps": [1, "two"]}"#)
        }
        await #expect(throws: WebError.self) { try await read("{") }
    }

    @Test("A body of another type or beyond the limit is not read")
    func refused() async throws {
        await #expect(throws: WebError.unsupportedForm) {
            try await read("title=x", type: "application/x-www-form-urlencoded")
        }
        let long = #"{"title": ""# + String(repeating: "x", count: BodyReader.sizeBytesMax) + #"", "steps": []}"#
        await #expect(throws: WebError.tooLarge) { try await read(long) }
    }
}
