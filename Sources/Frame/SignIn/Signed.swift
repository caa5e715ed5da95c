package import Domain
package import People

/// A question of somebody who is signed in. Handlers that take it need no check of their own.
package struct Signed: Sendable {
    package let exchange: Exchange
    package let session: SignedIn

    package init(exchange: Exchange, session: SignedIn) {
        self.exchange = exchange
        self.session = session
    }

    /// Who asks, for operations: they decide what is allowed.
    package var caller: Caller { session.caller }
    package var isCoordinator: Bool { session.account.role == .coordinator }

    package typealias Handler = @Sendable (Signed) async throws(WebError) -> Answer
    package typealias FormHandler = @Sendable (Signed, Query) async throws(WebError) -> Answer

    /// The field that every form of a signed-in page carries.
    package static let tokenField = "csrf"

    /// The same question with whoever its cookie says is asking; else `signInNeeded`.
    package static func required(_ exchange: Exchange) async throws(WebError) -> Signed {
        guard let session = try await found(exchange) else { throw .signInNeeded(back: exchange.backAddress) }
        return Signed(exchange: exchange, session: session)
    }

    package static func found(_ exchange: Exchange) async throws(WebError) -> SignedIn? {
        guard let token = SessionCookie.token(exchange) else { return nil }
        do { return try await exchange.site.accounts.session(token: token) } catch { throw WebError(error) }
    }

    /// A form is from one of this site's pages, made for this session.
    package func check(token: String?) throws(WebError) {
        guard let token, Self.isEqual(token, session.csrf) else { throw .foreignForm }
    }

    /// Compares in a time that does not depend on where texts differ.
    private static func isEqual(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Exchange {
    /// Where to return after signing in: this page, or for a form the page it belongs to.
    package var backAddress: String {
        switch incoming.method {
        case .read: path + query.text
        case .post, .put, .delete: path.split(separator: "/").prefix(2).reduce("") { $0 + "/" + $1 }
        }
    }
}
