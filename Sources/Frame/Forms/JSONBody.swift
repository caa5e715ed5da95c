import FoundationEssentials

/// Reads what a program sends to the API.
package enum JSONBody {
    /// The body as a value. A member that is missing or of another kind is `invalid`, with its place.
    package static func read<Value: Decodable>(
        _ incoming: Incoming, as type: Value.Type
    ) async throws(WebError) -> Value {
        let bytes = try await BodyReader.read(incoming, type: "application/json")
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw .invalid([field(error)])
        } catch {
            throw .unsupportedForm
        }
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
