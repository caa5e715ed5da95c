import FoundationEssentials
import JWTKit

/// What a provider of OpenID Connect says of somebody, signed: checked as OpenID Connect Core 1.0, 3.1.3.7 asks.
package struct IDToken: Hashable, Sendable {
    package var subject: String
    /// Only where the provider says that the address is verified.
    package var verifiedEmail: String?

    /// What has to be true of it.
    package struct Expectation: Sendable {
        package var issuer: String
        package var clientID: String
        package var nonce: String
        /// Seconds since 1970.
        package var now: Int64

        package init(issuer: String, clientID: String, nonce: String, now: Int64) {
            self.issuer = issuer
            self.clientID = clientID
            self.nonce = nonce
            self.now = now
        }
    }

    /// How far the provider's clock may be off.
    package static let leewaySeconds: Int64 = 120
    /// Nobody signs more.
    package static let bytesMax = 32_768
}

package enum IDTokenError: Error, Hashable, Sendable {
    case malformed
    /// No algorithm that proves anything with a public key.
    case algorithm(String)
    /// None of the provider's keys has this name: they may have been changed.
    case unknownKey(String?)
    case signature
    /// The claim that is not as expected.
    case claim(String)
}

/// A provider's public keys by their names.
package struct TokenKeys: Sendable {
    private let keys: [JWK]

    /// Reads a key set (RFC 7517). Keys of kinds that are not known here, or that are for encryption, are left out.
    package init(json: [UInt8]) throws(IDTokenError) {
        struct Lenient: Decodable {
            var key: JWK?
            var use: String?

            enum CodingKeys: String, CodingKey { case use }

            init(from decoder: any Decoder) throws {
                use = try? decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(String.self, forKey: .use)
                key = try? JWK(from: decoder)
            }
        }
        struct KeySet: Decodable { var keys: [Lenient] }
        do {
            let found = try JSONDecoder().decode(KeySet.self, from: Data(json)).keys
            keys = found.filter { $0.use == nil || $0.use == "sig" }.compactMap(\.key)
        } catch { throw .malformed }
    }

    /// The token's claims, where one of the keys signed it and they are what is expected.
    package func verify(_ token: String, _ expected: IDToken.Expectation) async throws(IDTokenError) -> IDToken {
        guard token.utf8.count <= IDToken.bytesMax else { throw .malformed }
        let head = try Head(token)
        guard Self.algorithms.contains(head.alg) else { throw .algorithm(head.alg) }
        let named = keys.filter { head.kid == nil || $0.keyIdentifier?.string == head.kid }
        guard var key = named.first, head.kid != nil || named.count == 1 else { throw .unknownKey(head.kid) }
        // The algorithm of the key counts, where it names one.
        if let algorithm = key.algorithm, algorithm.rawValue != head.alg { throw .algorithm(head.alg) }
        key.keyIdentifier = JWKIdentifier(string: head.kid ?? "only")
        let claims: Claims
        do {
            claims = try await JWTKeyCollection().add(jwk: key).verify(token, as: Claims.self)
        } catch { throw .signature }
        try claims.check(expected)
        let isVerified = claims.emailVerified?.value == true
        return IDToken(subject: claims.sub, verifiedEmail: isVerified ? claims.email : nil)
    }

    private static let algorithms: Set = [
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
    ]

    private struct Head: Decodable {
        var alg: String
        var kid: String?

        init(_ token: String) throws(IDTokenError) {
            let parts = token.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 3, let bytes = Base64URL.decode(parts[0]) else { throw .malformed }
            do { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) } catch { throw .malformed }
        }
    }
}

private struct Claims: JWTPayload {
    var iss: String
    var sub: String
    var aud: Audience
    var azp: String?
    var exp: Double
    var iat: Double
    var nonce: String?
    var email: String?
    var emailVerified: Flag?

    enum CodingKeys: String, CodingKey {
        case iss, sub, aud, azp, exp, iat, nonce, email
        case emailVerified = "email_verified"
    }

    func verify(using algorithm: some JWTAlgorithm) async throws {}

    func check(_ expected: IDToken.Expectation) throws(IDTokenError) {
        let leeway = Double(IDToken.leewaySeconds)
        let now = Double(expected.now)
        guard iss == expected.issuer else { throw .claim("iss") }
        guard aud.values.contains(expected.clientID) else { throw .claim("aud") }
        guard aud.values.count == 1 || azp == expected.clientID else { throw .claim("azp") }
        if let azp, azp != expected.clientID { throw .claim("azp") }
        guard exp + leeway > now else { throw .claim("exp") }
        guard iat - leeway < now else { throw .claim("iat") }
        guard let nonce, ConstantTime.isEqual(nonce, expected.nonce) else { throw .claim("nonce") }
        guard (1...255).contains(sub.utf8.count) else { throw .claim("sub") }
    }

    /// One text or several.
    struct Audience: Codable, Sendable {
        var values: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) {
                values = [one]
            } else {
                values = try container.decode([String].self)
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(values)
        }
    }

    /// `true`, or `"true"` as some providers write it.
    struct Flag: Codable, Sendable {
        var value: Bool

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                value = flag
            } else {
                value = try container.decode(String.self) == "true"
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(value)
        }
    }
}
