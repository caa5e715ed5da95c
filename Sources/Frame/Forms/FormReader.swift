import Hummingbird
import NIOCore

/// Reads the fields of a form that was sent as `application/x-www-form-urlencoded`.
package enum FormReader {
    /// Enough for the longest text of a document with every letter encoded.
    package static let sizeBytesMax = 1_048_576
    package static let fieldsMax = 2_000
    /// From its first byte to its last.
    package static let longest = Duration.seconds(60)

    package static func read(_ incoming: Incoming) async throws(WebError) -> Query {
        let type = incoming.contentType.split(separator: ";").first.map { $0.lowercased() } ?? ""
        guard type == "application/x-www-form-urlencoded" else { throw .unsupportedForm }
        if let length = incoming.contentLength, length > sizeBytesMax { throw .tooLarge }
        var bytes: [UInt8] = []
        let end = ContinuousClock.now + longest
        do {
            for try await buffer in incoming.body {
                guard bytes.count + buffer.readableBytes <= sizeBytesMax else { throw WebError.tooLarge }
                guard ContinuousClock.now < end else { throw WebError.unsupportedForm }
                bytes += buffer.readableBytesView
            }
        } catch let error as WebError {
            throw error
        } catch {
            throw .unsupportedForm
        }
        let form = Query(parsing: String(decoding: bytes, as: UTF8.self))
        guard form.items.count <= fieldsMax else { throw .tooLarge }
        return form
    }
}
