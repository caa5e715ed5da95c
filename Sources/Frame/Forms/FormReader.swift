/// Reads the fields of a form that was sent as `application/x-www-form-urlencoded`.
package enum FormReader {
    package static let fieldsMax = 2_000

    package static func read(_ incoming: Incoming) async throws(WebError) -> Query {
        let bytes = try await BodyReader.read(incoming, type: "application/x-www-form-urlencoded")
        let form = Query(parsing: String(decoding: bytes, as: UTF8.self))
        guard form.items.count <= fieldsMax else { throw .tooLarge }
        return form
    }
}
