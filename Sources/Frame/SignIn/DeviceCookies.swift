import HTTPTypes
package import People

/// What a browser keeps beside its session: that it signed in before, and that it is on the way to the provider and back.
package enum DeviceCookies {
    private static let charactersMax = 200

    private static func name(_ part: String, _ site: Site) -> String {
        (site.isSecure ? "__Host-rapporteur-" : "rapporteur-") + part
    }

    /// Makes the device known for the next 400 days, the longest that browsers keep.
    package static func known(_ token: String, _ site: Site) -> (name: String, value: String) {
        cookie("device", token, site, seconds: Accounts.deviceSeconds, sameSite: "Strict")
    }

    /// Binds the way back from the provider to the browser that went there. It comes from elsewhere, so it is not `Strict`.
    package static func away(_ token: String, _ site: Site) -> (name: String, value: String) {
        cookie("outside", token, site, seconds: 600, sameSite: "Lax")
    }

    package static func awayToken(_ exchange: Exchange) -> String? { value("outside", exchange) }

    private static func cookie(
        _ part: String, _ token: String, _ site: Site, seconds: Int64, sameSite: String
    ) -> (name: String, value: String) {
        let secure = site.isSecure ? "; Secure" : ""
        return (
            "Set-Cookie",
            "\(name(part, site))=\(token); Path=/; HttpOnly; SameSite=\(sameSite)\(secure); Max-Age=\(seconds)"
        )
    }

    fileprivate static func value(_ part: String, _ exchange: Exchange) -> String? {
        exchange.incoming.cookie(name(part, exchange.site)).flatMap {
            (1...charactersMax).contains($0.utf8.count) ? $0 : nil
        }
    }
}

extension Exchange {
    /// Where a sign-in comes from.
    package var browser: Browser {
        Browser(
            userAgent: incoming.headers[.userAgent], deviceToken: DeviceCookies.value("device", self))
    }
}

extension Answer {
    /// Hands a session that was just opened to the browser, and makes it known.
    package mutating func open(_ session: NewSession, _ site: Site) {
        headers.append(SessionCookie.set(session.token, site))
        headers.append(DeviceCookies.known(session.deviceToken, site))
        caching = .never
    }
}

extension Bearer {
    /// Whom a token of the API stands for, with the one workspace and the rights it was made for.
    package static func holding(_ token: String, _ tokens: APITokens) async throws(WebError) -> Bearer? {
        do throws(AccountError) {
            guard let found = try await tokens.holder(of: token) else { return nil }
            return Bearer(
                account: found.account, workspace: found.token.workspace, rights: found.token.scope.rights)
        } catch { throw WebError(error) }
    }
}
