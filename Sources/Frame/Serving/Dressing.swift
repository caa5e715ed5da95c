import HTTPTypes
import Hummingbird
import NIOCore

/// Turns an answer into a response: ETag and 304, compression, and the headers that protect readers.
struct Dressing {
    let answer: Answer
    let isHead: Bool
    /// Programs on pages of other sites may read it.
    let isOpen: Bool
    let request: HTTPFields

    /// Scripts are allowed nowhere: there are none.
    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    var response: Response {
        switch answer.body {
        case .bytes(let bytes): whole(bytes)
        case .stream(let body):
            Response(
                status: HTTPResponse.Status(code: answer.status), headers: common, body: isHead ? ResponseBody() : body)
        }
    }

    private func whole(_ bytes: [UInt8]) -> Response {
        var headers = common
        headers[.vary] = "Accept-Encoding, Accept-Language"
        if answer.status == 200, answer.caching != .never {
            let tag = EntityTag(bytes)
            headers[.eTag] = tag.text
            if let known = request[.ifNoneMatch], tag.matches(known) {
                headers[.contentType] = nil
                return Response(status: .notModified, headers: headers)
            }
        }
        var body = bytes
        if bytes.count >= Gzip.sizeBytesMin, acceptsGzip, isCompressible, let small = Gzip.compress(bytes) {
            body = small
            headers[.contentEncoding] = "gzip"
        }
        headers[.contentLength] = String(body.count)
        let status = HTTPResponse.Status(code: answer.status)
        guard !isHead else { return Response(status: status, headers: headers) }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    private var common: HTTPFields {
        var headers = HTTPFields()
        headers[.contentType] = answer.contentType
        headers[.cacheControl] = answer.caching.rawValue
        headers[.xContentTypeOptions] = "nosniff"
        headers[.contentSecurityPolicy] = Self.policy
        if let name = HTTPField.Name("Referrer-Policy") { headers[name] = "no-referrer" }
        if let name = HTTPField.Name("Cross-Origin-Opener-Policy") { headers[name] = "same-origin" }
        if isOpen { headers[.accessControlAllowOrigin] = "*" }
        for (name, value) in answer.headers {
            guard let name = HTTPField.Name(name) else { continue }
            // Cookies stand beside each other; of everything else the answer's own word is the last.
            if name == .setCookie { headers.append(HTTPField(name: name, value: value)) } else { headers[name] = value }
        }
        return headers
    }

    private var isCompressible: Bool {
        answer.contentType.hasPrefix("text/") || answer.contentType.hasPrefix("image/svg")
            || answer.contentType.contains("json")
    }

    private var acceptsGzip: Bool {
        guard let accepted = request[.acceptEncoding] else { return false }
        return accepted.split(separator: ",").contains { range in
            let fields = range.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            return (fields.first == "gzip" || fields.first == "*") && !fields.dropFirst().contains("q=0")
        }
    }
}
