package import Hummingbird

/// What goes back: status, type and body. Headers that every answer has are added by the responder.
package struct Answer: Sendable {
    package enum Body: Sendable {
        case bytes([UInt8])
        /// Pieces as they are made; an error ends the answer short.
        case stream(ResponseBody)
    }

    package enum Caching: String, Sendable {
        /// May be kept, but is asked after each time by its ETag.
        case revalidated = "no-cache"
        /// A file whose name holds its content's hash.
        case forever = "public, max-age=31536000, immutable"
        case never = "no-store"
    }

    package var status = 200
    package var contentType: String
    package var body: Body
    package var caching = Caching.revalidated
    package var headers: [(name: String, value: String)] = []

    package init(
        status: Int = 200, contentType: String, body: Body, caching: Caching = .revalidated,
        headers: [(name: String, value: String)] = []
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.caching = caching
        self.headers = headers
    }

    package static func html(_ bytes: [UInt8], status: Int = 200) -> Answer {
        Answer(status: status, contentType: "text/html; charset=utf-8", body: .bytes(bytes))
    }
    package static func json(_ bytes: [UInt8]) -> Answer {
        Answer(contentType: "application/json", body: .bytes(bytes))
    }
    /// To another page of this site, after a form did its work.
    package static func seeOther(_ path: String) -> Answer {
        Answer(
            status: 303, contentType: "text/plain; charset=utf-8", body: .bytes([]), caching: .never,
            headers: [("Location", path)])
    }

    /// A page with a form: never kept, and what it leads to learns its site and nothing more of its address, so that browsers say
    /// where the form came from.
    package mutating func guardForms() {
        caching = .never
        headers.append(("Referrer-Policy", "strict-origin"))
    }

    package static func text(_ text: String, caching: Caching = .never) -> Answer {
        Answer(contentType: "text/plain; charset=utf-8", body: .bytes(Array(text.utf8)), caching: caching)
    }
}
