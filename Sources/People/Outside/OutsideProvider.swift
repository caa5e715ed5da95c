import FoundationEssentials
import Secrets

/// The provider as it describes itself (OpenID Connect Discovery 1.0), and its keys. Asked for again after an hour; keys also when a
/// token was signed with one that is not known, at most once in ten seconds.
actor OutsideProvider {
    struct Metadata: Decodable, Sendable {
        var issuer: String
        var authorizationEndpoint: String
        var tokenEndpoint: String
        var jwksURI: String
        var authMethods: [String]?

        enum CodingKeys: String, CodingKey {
            case issuer
            case authorizationEndpoint = "authorization_endpoint"
            case tokenEndpoint = "token_endpoint"
            case jwksURI = "jwks_uri"
            case authMethods = "token_endpoint_auth_methods_supported"
        }
    }

    private static let metadataSeconds: Int64 = 3_600
    private static let keysSecondsMin: Int64 = 10

    private let issuer: String
    private let http = OutsideHTTP()
    private var metadata: (value: Metadata, at: Int64)?
    private var keys: (value: TokenKeys, at: Int64)?

    init(issuer: String) { self.issuer = issuer }

    /// `now` in seconds since 1970.
    func metadata(at now: Int64) async throws(AccountError) -> Metadata {
        if let metadata, now - metadata.at < Self.metadataSeconds { return metadata.value }
        let base = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
        let reply = try await http.get(base + "/.well-known/openid-configuration")
        let found: Metadata = try Self.decode(reply, "the description")
        guard found.issuer == issuer else {
            throw .outside("the description is of another issuer: \(found.issuer.prefix(200))")
        }
        for address in [found.authorizationEndpoint, found.tokenEndpoint, found.jwksURI]
        where !OutsideHTTP.isAllowed(address) {
            throw .outside("the description names an address that is not https: \(address.prefix(200))")
        }
        metadata = (found, now)
        return found
    }

    /// The claims of a token; the keys are asked for again where none that is known signed it: providers change them.
    func verify(_ token: String, _ expected: IDToken.Expectation) async throws(AccountError) -> IDToken {
        let now = expected.now
        let known = try await currentKeys(at: now)
        do throws(IDTokenError) { return try await known.verify(token, expected) } catch {
            guard Self.mayBeNew(error), let keys, now - keys.at >= Self.keysSecondsMin else {
                throw .outside("the token was refused: \(error)")
            }
        }
        let renewed = try await fetchKeys(at: now)
        do throws(IDTokenError) { return try await renewed.verify(token, expected) } catch {
            throw .outside("the token was refused: \(error)")
        }
    }

    private static func mayBeNew(_ error: IDTokenError) -> Bool {
        switch error {
        case .unknownKey, .signature: true
        default: false
        }
    }

    private func currentKeys(at now: Int64) async throws(AccountError) -> TokenKeys {
        if let keys, now - keys.at < Self.metadataSeconds { return keys.value }
        return try await fetchKeys(at: now)
    }

    private func fetchKeys(at now: Int64) async throws(AccountError) -> TokenKeys {
        let reply = try await http.get(try await metadata(at: now).jwksURI)
        guard reply.status == 200 else { throw .outside("the keys answer with \(reply.status)") }
        do throws(IDTokenError) {
            let found = try TokenKeys(json: reply.bytes)
            keys = (found, now)
            return found
        } catch { throw .outside("the keys cannot be read") }
    }

    /// Changes a code into an ID token.
    func token(
        code: String, verifier: String, redirect: String, client: (id: String, secret: String), at now: Int64
    ) async throws(AccountError) -> String {
        struct Answer: Decodable {
            var idToken: String
            enum CodingKeys: String, CodingKey { case idToken = "id_token" }
        }
        let metadata = try await metadata(at: now)
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect),
            ("code_verifier", verifier), ("client_id", client.id),
        ]
        // Basic is what every provider has to know, unless it says otherwise.
        let usesBasic = metadata.authMethods?.contains("client_secret_basic") ?? true
        if !usesBasic { fields.append(("client_secret", client.secret)) }
        let reply = try await http.post(
            metadata.tokenEndpoint, fields, credentials: usesBasic ? (client.id, client.secret) : nil)
        let answer: Answer = try Self.decode(reply, "the token's address")
        return answer.idToken
    }

    private static func decode<T: Decodable>(_ reply: OutsideHTTP.Reply, _ what: String) throws(AccountError) -> T {
        guard reply.status == 200 else { throw .outside("\(what) answers with \(reply.status)") }
        do { return try JSONDecoder().decode(T.self, from: Data(reply.bytes)) } catch {
            throw .outside("\(what) cannot be read")
        }
    }
}
