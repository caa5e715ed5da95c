package import Domain

/// One address of the program: what it takes, who answers, and what it is called in metrics and OpenAPI.
package struct Route: Sendable {
    package enum Kind: Sendable {
        /// HTML; parameters it does not know are ignored.
        case page
        /// HTML for people who are signed in: never kept, never shared.
        case desk
        /// JSON under `/api/v1`; parameters it does not know are errors.
        case api
        /// For machines that watch over the program, and files that go with pages.
        case service
    }

    package enum Method: String, Sendable, CaseIterable {
        /// GET and HEAD.
        case read = "GET, HEAD"
        /// A form, or a new object of the API.
        case post = "POST"
        /// An object of the API, whole.
        case put = "PUT"
        case delete = "DELETE"
    }

    package typealias Handler = @Sendable (Exchange) async throws(WebError) -> Answer

    /// The operation's name: in metrics and OpenAPI.
    package var name: String
    /// `/states/{code}`
    package var pattern: String
    package var method = Method.read
    package var kind: Kind
    package var parameters: [Parameter] = []
    /// One sentence for OpenAPI.
    package var summary: String
    /// The name of the answer's schema in OpenAPI.
    package var schema: String?
    /// The name of the schema of what is sent to it, in OpenAPI.
    package var bodySchema: String?
    package var contentType: String
    /// What a member of the workspace that the address names must be allowed; nil for addresses of no workspace.
    package var right: Right?
    /// Leaves no trace of being asked: no line in the log, no count in metrics.
    package var isQuiet = false
    package var handler: Handler

    package init(
        name: String, pattern: String, method: Method = .read, kind: Kind, parameters: [Parameter] = [],
        summary: String, schema: String? = nil, bodySchema: String? = nil, contentType: String, right: Right? = nil,
        isQuiet: Bool = false, handler: @escaping Handler
    ) {
        self.name = name
        self.pattern = pattern
        self.method = method
        self.kind = kind
        self.parameters = parameters
        self.summary = summary
        self.schema = schema
        self.bodySchema = bodySchema
        self.contentType = contentType
        self.right = right
        self.isQuiet = isQuiet
        self.handler = handler
    }

    package var segments: [Segment] { pattern.split(separator: "/").map(Segment.init) }

    package enum Segment: Sendable, Hashable {
        case literal(String)
        case value(String)

        package init(_ text: Substring) {
            self = text.hasPrefix("{") ? .value(String(text.dropFirst().dropLast())) : .literal(String(text))
        }
    }
}
