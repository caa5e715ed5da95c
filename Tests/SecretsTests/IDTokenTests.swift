import Foundation
import JWTKit
import Secrets
import Testing

/// Tokens signed here as a provider signs them.
@Suite("ID tokens of OpenID Connect")
struct IDTokenTests {
    private struct Payload: JWTPayload {
        var iss = "https://login.example.org"
        var sub = "subject-1"
        var aud = ["rapporteur"]
        var azp: String?
        var exp = 2_000
        var iat = 1_000
        var nonce = "n-1"
        var email: String? = "ana@example.org"
        var emailVerified: Bool? = true

        enum CodingKeys: String, CodingKey {
            case iss, sub, aud, azp, exp, iat, nonce, email
            case emailVerified = "email_verified"
        }

        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }

    private let key = ES256PrivateKey()
    private let expected = IDToken.Expectation(
        issuer: "https://login.example.org", clientID: "rapporteur", nonce: "n-1", now: 1_500)

    private func sign(_ payload: Payload, kid: String = "one", key: ES256PrivateKey? = nil) async throws -> String {
        let keys = JWTKeyCollection()
        let kid = JWKIdentifier(string: kid)
        await keys.add(ecdsa: key ?? self.key, kid: kid)
        return try await keys.sign(payload, kid: kid)
    }

    private func keySet(_ kid: String = "one") throws -> TokenKeys {
        let point = try #require(key.publicKey.parameters)
        func url(_ text: String) -> String {
            text.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
                .replacingOccurrences(of: "=", with: "")
        }
        let json = """
            {"keys": [{"kty": "oct", "k": "AAAA", "kid": "other"}, {"kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256",
            "kid": "\(kid)", "x": "\(url(point.x))", "y": "\(url(point.y))"}]}
            """
        return try TokenKeys(json: Array(json.utf8))
    }

    @Test("A token that is as expected gives its subject and its verified address")
    func good() async throws {
        let token = try await keySet().verify(try await sign(Payload()), expected)
        #expect(token.subject == "subject-1" && token.verifiedEmail == "ana@example.org")
    }

    @Test("An address that the provider has not verified is none")
    func unverified() async throws {
        for flag in [false, nil] as [Bool?] {
            var payload = Payload()
            payload.emailVerified = flag
            let token = try await keySet().verify(try await sign(payload), expected)
            #expect(token.verifiedEmail == nil)
        }
    }

    @Test("Another issuer, reader, nonce or time is refused by name")
    func claims() async throws {
        let changes: [(String, (inout Payload) -> Void)] = [
            ("iss", { $0.iss = "https://evil.example" }), ("aud", { $0.aud = ["other"] }),
            ("azp", { $0.aud = ["rapporteur", "other"] }), ("azp", { $0.azp = "other" }),
            ("exp", { $0.exp = 1_300 }), ("iat", { $0.iat = 1_700 }), ("nonce", { $0.nonce = "n-2" }),
            ("sub", { $0.sub = "" }),
        ]
        let keys = try keySet()
        for (name, change) in changes {
            var payload = Payload()
            change(&payload)
            let token = try await sign(payload)
            await #expect(throws: IDTokenError.claim(name)) { try await keys.verify(token, expected) }
        }
    }

    @Test("Another key, a changed byte, no signature, or a key with a new name is refused")
    func signatures() async throws {
        let keys = try keySet()
        let foreign = try await sign(Payload(), key: ES256PrivateKey())
        await #expect(throws: IDTokenError.signature) { try await keys.verify(foreign, expected) }
        let renamed = try await sign(Payload(), kid: "two")
        await #expect(throws: IDTokenError.unknownKey("two")) { try await keys.verify(renamed, expected) }
        let parts = try await sign(Payload()).split(separator: ".").map(String.init)
        let none = Base64URL.encode(Array(#"{"alg":"none","kid":"one"}"#.utf8))
        await #expect(throws: IDTokenError.algorithm("none")) {
            try await keys.verify("\(none).\(parts[1]).", expected)
        }
        let symmetric = Base64URL.encode(Array(#"{"alg":"HS256","kid":"one"}"#.utf8))
        await #expect(throws: IDTokenError.algorithm("HS256")) {
            try await keys.verify("\(symmetric).\(parts[1]).\(parts[2])", expected)
        }
        await #expect(throws: IDTokenError.malformed) { try await keys.verify("a.b", expected) }
    }
}
