package import Frame
package import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// What came back.
package struct Reply: Sendable {
    package var status: Int
    package var headers: HTTPFields
    package var bytes: [UInt8]
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension WorkspaceSite {
    /// Asks as somebody, or as a stranger without a cookie.
    package func get(_ path: String, as person: Person? = nil) async throws -> Reply {
        try await send(path, as: person)
    }

    /// Sends a form of a page of this site; `token` is the person's own where none is given.
    package func post(
        _ path: String, _ fields: [(String, String)], as person: Person?, token: String? = nil,
        through other: Responder? = nil
    ) async throws -> Reply {
        let items = ([("csrf", token ?? person?.csrf ?? "")] + fields).map { Query.Item(name: $0.0, value: $0.1) }
        return try await send(
            path, method: .post, as: person, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: Array(Query(items).text.dropFirst().utf8), through: other)
    }

    package func send(
        _ path: String, method: HTTPRequest.Method = .get, as person: Person? = nil,
        headers: [HTTPField.Name: String] = [:], body: [UInt8] = [], through other: Responder? = nil
    ) async throws -> Reply {
        var fields = HTTPFields()
        if let person { fields[.cookie] = person.cookie }
        for (name, value) in headers { fields[name] = value }
        let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: fields)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let response = await (other ?? responder).respond(to: request, logger: Logger(label: "tests"))
        let kept = Kept()
        try await response.body.write(KeepingWriter(kept: kept))
        return Reply(status: response.status.code, headers: response.headers, bytes: kept.bytes.withLock { $0 })
    }
}

private final class Kept: Sendable {
    let bytes = Mutex<[UInt8]>([])
}

private struct KeepingWriter: ResponseBodyWriter {
    let kept: Kept

    mutating func write(_ buffer: ByteBuffer) async throws {
        kept.bytes.withLock { $0 += buffer.readableBytesView }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
