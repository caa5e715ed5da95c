import Frame
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

extension WorkStore {
    /// Asks as the coordinator and reads the whole answer.
    func get(_ path: String) async throws -> (status: Int, bytes: Int) {
        var fields = HTTPFields()
        fields[.cookie] = cookie
        let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: path, headerFields: fields)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
        let response = await responder.respond(to: request, logger: Logger(label: "bench"))
        let counted = Counted()
        try await response.body.write(CountingWriter(counted: counted))
        return (response.status.code, counted.bytes.withLock { $0 })
    }
}

private final class Counted: Sendable {
    let bytes = Mutex(0)
}

private struct CountingWriter: ResponseBodyWriter {
    let counted: Counted

    mutating func write(_ buffer: ByteBuffer) async throws {
        counted.bytes.withLock { $0 += buffer.readableBytes }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
