package import Domain
import HTTPTypes
package import Hummingbird
import NIOCore

/// A request with the other end of its connection.
package struct SourceContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    private let peer: SocketAddress?

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress
    }

    /// Where a request comes from: the other end of the connection, or what a proxy on this machine or in its private net says of it.
    package func origin(_ headers: HTTPFields) -> RequestSource? {
        guard let peer else { return nil }
        return RequestOrigin.source(peer: peer, headers)
    }
}

enum RequestOrigin {
    private static let forwarded = HTTPField.Name("X-Forwarded-For")

    /// A proxy is believed where it is near; the last it names is whom it saw itself. What it does not say, nobody knows.
    static func source(peer: SocketAddress, _ headers: HTTPFields) -> RequestSource? {
        guard let address = bytes(of: peer) else { return named(headers) }
        return isNear(address) ? named(headers) : RequestSource(address: address)
    }

    private static func named(_ headers: HTTPFields) -> RequestSource? {
        guard let forwarded, let last = headers[values: forwarded].last?.split(separator: ",").last else { return nil }
        let text = last.filter { !$0.isWhitespace }
        guard text.utf8.count <= 45, let address = try? SocketAddress(ipAddress: text, port: 0) else { return nil }
        return bytes(of: address).flatMap { RequestSource(address: $0) }
    }

    /// Nil for what is no address of the internet, such as a socket in the file system.
    private static func bytes(of address: SocketAddress) -> [UInt8]? {
        switch address {
        // Behind family and port, and of the longer one behind its flow label.
        case .v4(let four): withUnsafeBytes(of: four.address) { Array($0[4..<8]) }
        case .v6(let six): withUnsafeBytes(of: six.address) { Array($0[8..<24]) }
        case .unixDomainSocket: nil
        }
    }

    /// This machine, or a net of its own (RFC 1918, RFC 4193, link-local).
    static func isNear(_ address: [UInt8]) -> Bool {
        guard address.count == 4 else {
            let isMapped = address[..<10].allSatisfy { $0 == 0 } && address[10] == 255 && address[11] == 255
            if isMapped { return isNear(Array(address[12...])) }
            let isLoopback = address[..<15].allSatisfy { $0 == 0 } && address[15] == 1
            return isLoopback || address[0] & 0xFE == 0xFC || address[0] == 0xFE && address[1] & 0xC0 == 0x80
        }
        switch (address[0], address[1]) {
        case (127, _), (10, _), (192, 168), (169, 254): return true
        case (172, let second): return second & 0xF0 == 16
        default: return false
        }
    }
}
