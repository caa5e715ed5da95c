package import Domain
package import HTTPTypes
package import Hummingbird

/// What a request brought besides its address.
package struct Incoming: Sendable {
    package let method: Route.Method
    package let headers: HTTPFields
    /// Host and port as the reader's program wrote them.
    package let authority: String?
    /// Read at most once, and only by routes that take a form.
    package let body: RequestBody
    /// For limits alone; nil where it is not known, as behind a proxy that passes nothing on.
    package let source: RequestSource?

    package init(
        method: Route.Method, headers: HTTPFields, authority: String?, body: RequestBody,
        source: RequestSource? = nil
    ) {
        self.method = method
        self.headers = headers
        self.authority = authority
        self.body = body
        self.source = source
    }

    /// A cookie's value; the first where a name is there twice.
    package func cookie(_ name: String) -> String? {
        for line in headers[values: .cookie] {
            for pair in line.split(separator: ";") {
                let halves = pair.drop { $0 == " " }.split(
                    separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if halves.count == 2, halves[0] == name { return String(halves[1]) }
            }
        }
        return nil
    }

    package var contentType: String { headers[.contentType] ?? "" }

    /// The length that was announced, if one was.
    package var contentLength: Int? { headers[.contentLength].flatMap { Int($0) } }
}
