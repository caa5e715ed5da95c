import Domain
import HTTPTypes
import NIOCore
import Testing

@testable import Frame

@Suite("Where a request comes from, for limits")
struct RequestOriginTests {
    private func net(_ peer: String, _ forwarded: [String] = []) throws -> [UInt8]? {
        var headers = HTTPFields()
        for value in forwarded {
            headers.append(HTTPField(name: try #require(HTTPField.Name("X-Forwarded-For")), value: value))
        }
        return RequestOrigin.source(peer: try SocketAddress(ipAddress: peer, port: 9), headers)?.net
    }

    @Test("The net of the other end, whatever it says of itself; behind a near proxy the last that the proxy names")
    func origin() throws {
        #expect(try net("203.0.113.77") == [203, 0, 113])
        #expect(try net("203.0.113.77", ["198.51.100.1"]) == [203, 0, 113])
        #expect(try net("127.0.0.1", ["198.51.100.1, 203.0.113.9"]) == [203, 0, 113])
        #expect(try net("172.18.0.1", ["198.51.100.1", "2001:db8:7:1::5"]) == [0x20, 1, 0x0D, 0xB8, 0, 7])
        #expect(try net("::ffff:10.0.0.2", ["::ffff:203.0.113.9"]) == [203, 0, 113])
    }

    @Test(
        "Without a word of the proxy, or with one that is no address, nobody knows",
        arguments: [
            [], [""], ["unknown"], ["203.0.113.9:80"], ["203.0.113.9, not"], [String(repeating: "1", count: 60)],
        ])
    func unknown(_ forwarded: [String]) throws {
        #expect(try net("127.0.0.1", forwarded) == nil)
        #expect(try net("fd00::1", forwarded) == nil)
    }

    @Test("A source has no text form that would tell the address")
    func silent() throws {
        let source = try #require(RequestSource(address: [203, 0, 113, 77]))
        #expect("\(source)" == "a source" && String(reflecting: source) == "a source")
        var dumped = ""
        dump(source, to: &dumped)
        #expect(!dumped.contains("203") && !dumped.contains("113"))
        #expect(RequestSource(address: [1, 2]) == nil)
    }
}
