/// The cookie that holds a session's token: for this host alone, out of reach of scripts, never sent along from elsewhere.
package enum SessionCookie {
    /// Behind https the name itself binds the cookie to the host and to https (RFC 6265bis, `__Host-`).
    package static func name(_ site: Site) -> String { site.isSecure ? "__Host-rapporteur" : "rapporteur" }

    package static func token(_ exchange: Exchange) -> String? {
        guard let token = exchange.incoming.cookie(name(exchange.site)), (1...200).contains(token.utf8.count) else {
            return nil
        }
        return token
    }

    /// Without an age: it ends with the browser, or when the store says so.
    package static func set(_ token: String, _ site: Site) -> (name: String, value: String) {
        ("Set-Cookie", "\(name(site))=\(token)\(attributes(site))")
    }

    package static func clear(_ site: Site) -> (name: String, value: String) {
        ("Set-Cookie", "\(name(site))=\(attributes(site)); Max-Age=0")
    }

    private static func attributes(_ site: Site) -> String {
        "; Path=/; HttpOnly; SameSite=Strict" + (site.isSecure ? "; Secure" : "")
    }
}
