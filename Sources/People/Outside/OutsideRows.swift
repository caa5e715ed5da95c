import Domain
import Secrets
import Store

/// Somebody on the way to the provider and back.
struct OutsideSignInRow: Sendable {
    var verifier: String
    var nonce: String
    var browserDigest: String
    var back: String?
    /// The session that ends when the new one begins.
    var replaces: Int64?

    private static func digest(_ state: String) -> String { Token.digest(state, purpose: "state") }

    func insert(state: String, expires: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO outside_sign_in (state_digest, verifier, nonce, browser_digest, back, replaces, expires)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .text(Self.digest(state)), .text(verifier), .text(nonce), .text(browserDigest), .optional(back),
                .optional(replaces), .text(expires),
            ])
    }

    /// What was begun with a state; it is gone afterwards.
    static func take(state: String, at: String, _ connection: any WriteConnection) throws -> OutsideSignInRow? {
        try connection.first(
            """
            DELETE FROM outside_sign_in WHERE state_digest = $1 AND expires > $2
            RETURNING verifier, nonce, browser_digest, back, replaces
            """, [.text(digest(state)), .text(at)]
        ) {
            OutsideSignInRow(
                verifier: try $0.text(0), nonce: try $0.text(1), browserDigest: try $0.text(2),
                back: try $0.textOrNil(3), replaces: try $0.intOrNil(4))
        }
    }

    static func removeExpired(at: String, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM outside_sign_in WHERE expires <= $1", [.text(at)])
    }
}

/// Whom the provider's subjects are here.
enum OutsideIdentityRow {
    static func account(_ issuer: String, _ subject: String, _ connection: any ReadConnection) throws -> Account? {
        try connection.first(
            """
            SELECT \(AccountRow.columns("a")) FROM outside_identity o JOIN account a ON a.id = o.account_id
            WHERE o.issuer = $1 AND o.subject = $2
            """, [.text(issuer), .text(subject)]
        ) { try AccountRow.read($0) }
    }

    static func count(_ issuer: String, _ account: AccountID, _ connection: any ReadConnection) throws -> Int {
        try connection.count(
            "SELECT count(*) FROM outside_identity WHERE issuer = $1 AND account_id = $2",
            [.text(issuer), .int(account.value)])
    }

    static func insert(
        _ issuer: String, _ subject: String, _ account: AccountID, at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "INSERT INTO outside_identity (issuer, subject, account_id, since) VALUES ($1, $2, $3, $4)",
            [.text(issuer), .text(subject), .int(account.value), .text(at)])
    }
}
