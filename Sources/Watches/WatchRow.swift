import Domain
import Secrets
import Store

/// Watches in the store.
enum WatchRow {
    static let columns = "id, question, language, pace, account_id, asked, confirmed, told, seen, list"

    static func read(_ row: any Row) throws -> Watch {
        let subject = try row.value(9, WatchSubject.init(rawValue:))
        guard let question = WatchQuestion(subject, stored: try row.text(1)),
            let pace = Watch.Pace(rawValue: try row.text(3))
        else { throw StoreError.corrupt(reason: "watch \(try row.int(0))") }
        return Watch(
            id: try row.int(0), question: question, language: LanguageTag(try row.text(2)), pace: pace,
            account: try row.intOrNil(4).map { AccountID($0) }, asked: try row.text(5),
            confirmed: try row.textOrNil(6), told: try row.textOrNil(7), seen: try row.int(8))
    }

    /// Where letters of a watch go: an address that is sealed, or that of the account.
    struct Address {
        var sealed: [UInt8]?
        var mark: String?
    }

    static func insert(
        _ watch: Watch, _ address: Address, confirm: String?, end: String, due: String,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO watch (id, list, question, language, pace, account_id, address, address_mark, confirm_digest,
                end_digest, asked, confirmed, seen, due)
            VALUES ($1, $14, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            [
                .int(watch.id), .text(watch.question.stored), .text(watch.language.rawValue),
                .text(watch.pace.rawValue),
                .optional(watch.account?.value), address.sealed.map { .bytes($0) } ?? .null, .optional(address.mark),
                .optional(confirm), .text(end), .text(watch.asked), .optional(watch.confirmed), .int(watch.seen),
                .text(due), .text(watch.question.subject.rawValue),
            ])
    }

    static func of(_ account: AccountID, _ connection: any ReadConnection) throws -> [Watch] {
        try connection.all(
            "SELECT \(columns) FROM watch WHERE account_id = $1 ORDER BY id", [.int(account.value)], read)
    }

    static func find(column: String, _ digest: String, _ connection: any ReadConnection) throws -> Watch? {
        try connection.first("SELECT \(columns) FROM watch WHERE \(column) = $1", [.text(digest)], read)
    }

    /// Whether another one may be asked for at this address; `since` is an hour ago.
    static func hasRoom(_ mark: String, since: String, _ connection: any ReadConnection) throws -> Bool {
        let lately = try connection.count(
            "SELECT COUNT(*) FROM watch WHERE confirmed IS NULL AND asked > $1", [.text(since)])
        let asked = try connection.count("SELECT COUNT(*) FROM watch WHERE confirmed IS NULL")
        let here = try connection.count("SELECT COUNT(*) FROM watch WHERE address_mark = $1", [.text(mark)])
        let askedHere = try connection.count(
            "SELECT COUNT(*) FROM watch WHERE address_mark = $1 AND confirmed IS NULL", [.text(mark)])
        let all = try connection.count("SELECT COUNT(*) FROM watch")
        return lately < WatchLimits.askedPerHour && asked < WatchLimits.askedInAll && here < WatchLimits.perAddress
            && askedHere < WatchLimits.askedPerAddress && all < WatchLimits.inAll
    }

    static func due(_ at: String, _ limit: Int, _ connection: any ReadConnection) throws -> [(
        watch: Watch, sealed: [UInt8]?
    )] {
        try connection.all(
            """
            SELECT \(columns), address FROM watch WHERE confirmed IS NOT NULL AND due <= $1 ORDER BY due, id LIMIT $2
            """, [.text(at), .int(limit)]
        ) { (try read($0), try $0.bytesOrNil(10)) }
    }
}
