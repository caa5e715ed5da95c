/// One address of the program: what it takes, who answers, and what it is called in metrics and OpenAPI.
struct Route: Sendable {
    enum Kind: Sendable {
        /// HTML; parameters it does not know are ignored.
        case page
        /// HTML for people who are signed in: never kept, never shared.
        case desk
        /// JSON under `/api/v1`; parameters it does not know are errors.
        case api
        /// For machines that watch over the program, and files that go with pages.
        case service
    }

    enum Method: String, Sendable {
        /// GET and HEAD.
        case read = "GET, HEAD"
        /// POST of a form.
        case post = "POST"
    }

    typealias Handler = @Sendable (Exchange) async throws(WebError) -> Answer

    /// The operation's name: in metrics and OpenAPI.
    var name: String
    /// `/states/{code}`
    var pattern: String
    var method = Method.read
    var kind: Kind
    var parameters: [Parameter] = []
    /// One sentence for OpenAPI.
    var summary: String
    /// The name of the answer's schema in OpenAPI.
    var schema: String?
    var contentType: String
    var handler: Handler

    var segments: [Segment] { pattern.split(separator: "/").map(Segment.init) }

    enum Segment: Sendable, Hashable {
        case literal(String)
        case value(String)

        init(_ text: Substring) {
            self = text.hasPrefix("{") ? .value(String(text.dropFirst().dropLast())) : .literal(String(text))
        }
    }
}
