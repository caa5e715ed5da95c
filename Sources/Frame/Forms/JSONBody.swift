import FoundationEssentials
import Hummingbird
import NIOCore

/// Reads what a program sends to the API.
package enum JSONBody {
    package static let sizeBytesMax = 1_048_576
    /// From its first byte to its last.
    package static let longest = Duration.seconds(60)

    /// The body as a value. A member that is missing or of another kind is `invalid`, with its place.
    package static func read<Value: Decodable>(
        _ incoming: Incoming, as type: Value.Type
    ) async throws(WebError) -> Value {
        let bytes = try await bytes(incoming)
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw .invalid([field(error)])
        } catch {
            throw .unsupportedForm
        }
    }

    static func bytes(_ incoming: Incoming) async throws(WebError) -> [UInt8] {
        let type = incoming.contentType.split(separator: ";").first.map { $0.lowercased() } ?? ""
        guard type == "application/json" else { throw .unsupportedForm }
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
        return bytes
    }

    private static func field(_ error: DecodingError) -> WebError.Field {
        func path(_ keys: [any CodingKey]) -> String {
            let text = keys.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
            return text.isEmpty ? "body" : text
        }
        return switch error {
        case .keyNotFound(let key, let context): .init(name: path(context.codingPath + [key]), allowed: "a value")
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            .init(name: path(context.codingPath), allowed: "a value of type \(type)")
        case .dataCorrupted(let context): .init(name: path(context.codingPath), allowed: "JSON of this form")
        @unknown default: .init(name: "body", allowed: "JSON of this form")
        }
    }
}
