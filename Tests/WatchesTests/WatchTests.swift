import Domain
import Foundation
import Operations
import People
import Store
import Testing

@testable import Watches

@Suite("Questions that somebody follows")
struct WatchTests {
    typealias Time = WatchFixture.Time

    private func each(_ body: (any Database, OpenRecord, Watches, Time) async throws -> Void) async throws {
        try await WatchFixture.each(body)
    }

    private let question = WatchQuestion([(name: "q", value: "legal aid"), (name: "state", value: "XAA")])

    private func letters(_ database: any Database) async throws -> [WatchFixture.Letter] {
        try await WatchFixture.letters(database)
    }

    private func token(_ arguments: String, _ path: String) throws -> String {
        let plain = arguments.replacing("\\/", with: "/")
        let begin = try #require(plain.range(of: path + "?token=")).upperBound
        return String(plain[begin...].prefix { $0 != "\"" })
    }

    /// Another recommendation comes to the record.
    private func add(_ id: Int64, _ text: String, _ database: any Database, _ record: OpenRecord, _ at: String)
        async throws
    {
        try await database.change(at: at) { connection, log in
            try connection.execute(
                """
                INSERT INTO recommendation (id, document_id, kind, paragraph, paragraph_key, ordinal, version, import_id)
                VALUES ($1, 1, 'recommendation', '9.1', '9.1', $1, 1, 900)
                """, [.int(id)])
            try connection.execute(
                "INSERT INTO recommendation_state (recommendation_id, part_id, role, state) VALUES ($1, 0, 0, 'XAA')",
                [.int(id)])
            try connection.execute(
                """
                INSERT INTO recommendation_text (recommendation_id, part_id, language, source_id, text)
                VALUES ($1, 0, 'en', 900, $2)
                """, [.int(id), .text(text)])
            log.changed(.recommendation, id)
        }
        _ = try await record.feed.catchUp()
    }

    @Test("A letter that asks carries no word of whoever asked, and there are only so many in an hour")
    func asking() async throws {
        try await each { database, _, watches, _ in
            let words = WatchQuestion([
                (name: "q", value: "buy at evil.example"), (name: "body", value: "evil.example"),
            ])
            try await watches.ask(words, address: "ana@example.org", pace: .daily, language: .english)
            let asked = try await letters(database)
            #expect(asked.count == 1)
            #expect(!asked[0].arguments.contains("evil"))
            for number in 0..<70 {
                try await watches.ask(
                    question, address: "person\(number)@example.org", pace: .daily, language: .english)
            }
            #expect(try await letters(database).count == WatchLimits.askedPerHour)
        }
    }

    @Test("A feed looks at the latest changes alone, and a watch goes on where a look ended")
    func bounded() async throws {
        try await each { database, record, watches, time in
            try await database.change(at: time.clock.instant) { _, log in
                for _ in 0..<(WatchLimits.feedChangesMax + 10) { log.changed(.recommendation, 1) }
            }
            _ = try await record.feed.catchUp()
            let old = try await watches.latest(question, language: .english, limit: 10)
            #expect(old.isEmpty)
            try await add(60, "Pay for legal aid in the hills", database, record, time.clock.instant)
            let new = try await watches.latest(question, language: .english, limit: 10)
            #expect(new.map(\.record.id.value) == [60])
        }
    }

    @Test(
        "An address is told of nothing before it said yes, then of what is new and fits, once, and of nothing after it said no"
    )
    func whole() async throws {
        try await each { database, record, watches, time in
            try await watches.ask(question, address: "ana@example.org", pace: .daily, language: .english)
            let asked = try await letters(database)
            #expect(asked.map(\.kind) == ["watch-asked"] && asked[0].address == "ana@example.org")
            time.pass(hours: 1)
            try await add(50, "Pay for legal aid in the villages", database, record, time.clock.instant)
            #expect(try await watches.round() == 0)
            let token = try token(asked[0].arguments, "/watch/confirm")
            #expect(try await watches.confirm(token: token))
            #expect(try await watches.confirm(token: token) == false)
            try await add(51, "Pay for legal aid in the towns", database, record, time.clock.instant)
            try await add(52, "Build schools", database, record, time.clock.instant)
            // A change of an old one is nothing new.
            try await database.change(at: time.clock.instant) { _, log in log.changed(.recommendation, 1) }
            #expect(try await watches.round() == 0)
            time.pass(hours: 25)
            #expect(try await watches.round() == 1)
            let news = try await letters(database)[1]
            #expect(news.kind == "watch-news" && news.address == "ana@example.org")
            #expect(news.arguments.contains("towns") && news.arguments.contains("\"count\":\"1\""))
            #expect(!news.arguments.contains("villages") && !news.arguments.contains("schools"))
            time.pass(hours: 25)
            #expect(try await watches.round() == 0)
            try await watches.end(token: try self.token(news.arguments, "/watch/end"))
            let left = try await database.read { try $0.count("SELECT COUNT(*) FROM watch") }
            #expect(left == 0)
            #expect(try await letters(database).isEmpty)
        }
    }

    @Test("What was taken from the record between two looks is told to nobody")
    func withdrawn() async throws {
        try await each { database, record, watches, time in
            try await database.write {
                try $0.execute(
                    """
                    INSERT INTO account (id, name, role, email, email_key, disabled, created)
                    VALUES (7, 'ana', 'none', 'ana@example.org', 'ana@example.org', 0, '')
                    """)
            }
            try await watches.follow(question, pace: .atOnce, language: .english, by: AccountID(7))
            try await add(50, "Pay for legal aid in the villages", database, record, time.clock.instant)
            try await add(51, "Pay for legal aid in the towns", database, record, time.clock.instant)
            try await database.change(at: time.clock.instant) { connection, log in
                try connection.execute("UPDATE recommendation SET merged_into = 51 WHERE id = 50")
                log.changed(.recommendation, 50)
            }
            time.pass(hours: 1)
            #expect(try await watches.round() == 1)
            let news = try await letters(database)
            #expect(news.count == 1 && !news[0].arguments.contains("villages"))
            #expect(try await watches.own(AccountID(7)).count == 1)
            try await watches.stop(try await watches.own(AccountID(7))[0].id, by: AccountID(7))
            await #expect(throws: WorkspaceError.notFound) { try await watches.stop(1, by: AccountID(8)) }
        }
    }

    @Test("An address is asked three times and no more, and the answer is the same; requests expire")
    func limits() async throws {
        try await each { database, _, watches, time in
            for _ in 0..<5 {
                try await watches.ask(question, address: "ana@example.org", pace: .weekly, language: .french)
            }
            #expect(try await letters(database).count == 3)
            try await watches.ask(question, address: "ben@example.org", pace: .weekly, language: .french)
            #expect(try await letters(database).count == 4)
            let first = try token(try await letters(database)[0].arguments, "/watch/confirm")
            time.pass(hours: 49)
            #expect(try await watches.confirm(token: first) == false)
            _ = try await watches.round()
            let left = try await database.read { try $0.count("SELECT COUNT(*) FROM watch") }
            #expect(left == 0)
            await #expect(throws: WorkspaceError.invalid("email", "watch.allowed.email")) {
                try await watches.ask(question, address: "nowhere", pace: .daily, language: .english)
            }
            await #expect(throws: WorkspaceError.invalid("question", "watch.allowed.question")) {
                try await watches.ask(WatchQuestion([]), address: "a@example.org", pace: .daily, language: .english)
            }
        }
    }

    @Test("Watches of one address, of one account, and requests that wait in all are limited; nobody is told which")
    func limitsInAll() async throws {
        try await each { database, _, watches, time in
            func count(_ condition: String) async throws -> Int {
                try await database.read { try $0.count("SELECT COUNT(*) FROM watch WHERE \(condition)") }
            }
            // Twenty that run, asked for three at a time and said yes to.
            for number in 0..<(WatchLimits.perAddress + 2) {
                try await watches.ask(question, address: "ana@example.org", pace: .daily, language: .english)
                try await database.write {
                    try $0.execute("UPDATE watch SET confirmed = asked, confirm_digest = NULL WHERE confirmed IS NULL")
                }
                #expect(try await count("1 = 1") == min(number + 1, WatchLimits.perAddress))
            }
            try await database.write {
                try $0.execute(
                    """
                    INSERT INTO account (id, name, role, email, email_key, disabled, created)
                    VALUES (7, 'ben', 'none', 'ben@example.org', 'ben@example.org', 0, '')
                    """)
            }
            for _ in 0..<WatchLimits.perAddress {
                try await watches.follow(question, pace: .daily, language: .english, by: AccountID(7))
            }
            await #expect(throws: WorkspaceError.invalid("question", "watch.allowed.count")) {
                try await watches.follow(question, pace: .daily, language: .english, by: AccountID(7))
            }
            // Requests that nobody answers, hours apart, until as many wait as may.
            let (asked, wanted) = (watches.instant(in: -7_200), question)
            try await database.write { connection in
                for id in 0..<Int64(WatchLimits.askedInAll - 1) {
                    let watch = Watch(
                        id: 10_000 + id, question: wanted, language: .english, pace: .daily, asked: asked,
                        confirmed: nil, told: nil, seen: 0)
                    try WatchRow.insert(
                        watch, .init(sealed: [1], mark: "m\(id)"), confirm: "c\(id)", end: "e\(id)", due: asked,
                        connection)
                }
            }
            for number in 0..<3 {
                try await watches.ask(question, address: "p\(number)@example.org", pace: .daily, language: .english)
            }
            #expect(try await count("confirmed IS NULL") == WatchLimits.askedInAll)
            time.pass(hours: 49)
            try await watches.ask(question, address: "late@example.org", pace: .daily, language: .english)
            #expect(try await count("confirmed IS NULL") == 1)
        }
    }

    @Test("A letter names so many and counts the rest")
    func long() async throws {
        try await each { database, record, watches, time in
            try await database.write {
                try $0.execute(
                    """
                    INSERT INTO account (id, name, role, email, email_key, disabled, created)
                    VALUES (7, 'ana', 'none', 'ana@example.org', 'ana@example.org', 0, '')
                    """)
            }
            try await watches.follow(question, pace: .atOnce, language: .english, by: AccountID(7))
            for id in 0..<Int64(WatchLimits.namedMax + 3) {
                try await add(50 + id, "Pay for legal aid in village \(id)", database, record, time.clock.instant)
            }
            time.pass(hours: 1)
            #expect(try await watches.round() == 1)
            let news = try #require(try await letters(database).first)
            #expect(news.arguments.contains("\"count\":\"\(WatchLimits.namedMax + 3)\""))
            #expect(news.arguments.matches(of: /legal aid in village/).count == WatchLimits.namedMax)
        }
    }

    @Test("The address stands nowhere in the clear in the table of watches, and no token does")
    func sealed() async throws {
        try await each { database, _, watches, _ in
            try await watches.ask(question, address: "ana@example.org", pace: .daily, language: .english)
            let confirm = try token(try await letters(database)[0].arguments, "/watch/confirm")
            let row = try await database.read { connection in
                try connection.first("SELECT address, address_mark, confirm_digest, end_digest FROM watch") {
                    String(decoding: try $0.bytes(0), as: UTF8.self) + (try $0.text(1)) + (try $0.text(2))
                        + (try $0.text(3))
                }
            }
            let text = try #require(row)
            #expect(!text.contains("ana") && !text.contains("example") && !text.contains(confirm))
        }
    }

    @Test("The latest for a feed are those that came last and fit")
    func latest() async throws {
        try await each { database, record, watches, time in
            try await add(60, "Pay for legal aid in the villages", database, record, time.clock.instant)
            let found = try await watches.latest(question, language: .english, limit: 2)
            #expect(found.map(\.record.id.value) == [60, 3])
            let version = try await watches.version(of: RecommendationID(60))
            #expect(version?.change == 4)
            #expect(try await watches.version(of: RecommendationID(99)) == nil)
        }
    }
}
