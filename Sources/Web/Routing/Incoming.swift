import HTTPTypes
import Hummingbird

/// What a request brought besides its address.
struct Incoming: Sendable {
    let method: Route.Method
    let headers: HTTPFields
    /// Host and port as the reader's program wrote them.
    let authority: String?
    /// Read at most once, and only by routes that take a form.
    let body: RequestBody

    /// A cookie's value; the first where a name is there twice.
    func cookie(_ name: String) -> String? {
        for line in headers[values: .cookie] {
            for pair in line.split(separator: ";") {
                let halves = pair.drop { $0 == " " }.split(
                    separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if halves.count == 2, halves[0] == name { return String(halves[1]) }
            }
        }
        return nil
    }

    var contentType: String { headers[.contentType] ?? "" }

    /// The length that was announced, if one was.
    var contentLength: Int? { headers[.contentLength].flatMap { Int($0) } }
}
