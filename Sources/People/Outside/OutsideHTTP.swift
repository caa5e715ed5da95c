import Foundation
import FoundationNetworking
import Synchronization

/// Questions to the provider: over https, or http on this machine; without redirects, within ten seconds and 256 KB.
struct OutsideHTTP: Sendable {
    static let secondsMax = 10.0
    static let bytesMax = 262_144

    struct Reply: Sendable {
        var status: Int
        var bytes: [UInt8]
    }

    func get(_ address: String) async throws(AccountError) -> Reply {
        try await send(try request(address))
    }

    /// Sends a form; `credentials` as HTTP Basic, each half encoded as a form is (RFC 6749, 2.3.1).
    func post(
        _ address: String, _ fields: [(String, String)], credentials: (user: String, secret: String)?
    ) async throws(AccountError) -> Reply {
        var request = try request(address)
        request.httpMethod = "POST"
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        if let credentials {
            let pair = "\(FormCoding.encode(credentials.user)):\(FormCoding.encode(credentials.secret))"
            request.setValue(
                "Basic \(Data(pair.utf8).base64EncodedString())", forHTTPHeaderField: "Authorization")
        }
        request.httpBody = Data(FormCoding.text(fields).utf8)
        return try await send(request)
    }

    private func request(_ address: String) throws(AccountError) -> URLRequest {
        guard Self.isAllowed(address), let url = URL(string: address) else {
            throw .outside("an address that is neither https nor on this machine: \(address.prefix(200))")
        }
        var request = URLRequest(
            url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: Self.secondsMax)
        request.setValue("application/json", forHTTPHeaderField: "Accept")
        return request
    }

    /// What is told in clear may be told to this machine alone.
    static func isAllowed(_ address: String) -> Bool {
        guard let url = URLComponents(string: address), let host = url.host, !host.isEmpty, url.user == nil else {
            return false
        }
        if url.scheme == "https" { return true }
        return url.scheme == "http" && ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host)
    }

    private func send(_ request: URLRequest) async throws(AccountError) -> Reply {
        let collector = Collector()
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = Self.secondsMax
        configuration.timeoutIntervalForResource = Self.secondsMax
        configuration.httpCookieAcceptPolicy = .never
        let session = URLSession(configuration: configuration, delegate: collector, delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        let outcome = await withCheckedContinuation { continuation in
            collector.begin(continuation)
            session.dataTask(with: request).resume()
        }
        return try outcome.get()
    }
}

/// Puts an answer together; ends one that is too long.
private final class Collector: NSObject, URLSessionDataDelegate, Sendable {
    private struct State {
        var continuation: CheckedContinuation<Result<OutsideHTTP.Reply, AccountError>, Never>?
        var reply = OutsideHTTP.Reply(status: 0, bytes: [])
    }

    private let state = Mutex(State())

    func begin(_ continuation: CheckedContinuation<Result<OutsideHTTP.Reply, AccountError>, Never>) {
        state.withLock { $0.continuation = continuation }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        state.withLock { $0.reply.status = status }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLong = state.withLock { state in
            state.reply.bytes += data
            return state.reply.bytes.count > OutsideHTTP.bytesMax
        }
        if isTooLong { dataTask.cancel() }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) { completionHandler(nil) }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let (continuation, reply) = state.withLock { state in
            defer { state.continuation = nil }
            return (state.continuation, state.reply)
        }
        if let error {
            continuation?.resume(returning: .failure(.outside("\(error.localizedDescription)")))
        } else {
            continuation?.resume(returning: .success(reply))
        }
    }
}

/// Fields as forms write them.
enum FormCoding {
    static func text(_ fields: [(String, String)]) -> String {
        fields.map { "\(encode($0.0))=\(encode($0.1))" }.joined(separator: "&")
    }

    static func encode(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: out.unicodeScalars.append(Unicode.Scalar(byte))
            default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
