package import Domain
import Locales
import People
import Reference
import Secrets
import Store

extension Watches {
    static let confirmPurpose = "watch-confirm"
    static let endPurpose = "watch-end"

    /// Asks an address whether it wants to follow a question. What is answered, and the work, are the same for every address: nobody
    /// learns from it who follows what. An address that was asked too often is not asked again until it answers or time passes.
    package func ask(
        _ question: WatchQuestion, address written: String, pace: Watch.Pace, language: LanguageTag,
        from source: RequestSource? = nil
    ) async throws(WorkspaceError) {
        guard !question.isEmpty else { throw .invalid("question", "watch.allowed.question") }
        guard let address = EmailAddress(written) else { throw .invalid("email", "watch.allowed.email") }
        guard flood.take(source, at: store.clock.milliseconds()) else { throw .invalid("email", "watch.allowed.busy") }
        let (key, token, at) = (try key(), Token.make(), store.clock.instant)
        let (expired, hour) = (instant(in: -WatchLimits.askedSeconds), instant(in: -3_600))
        let id = try await take()
        let sealed: [UInt8]
        do throws(SealError) { sealed = try key.seal(address, of: id) } catch { throw .store("\(error)") }
        let watch = Watch(
            id: id, question: question, language: language, pace: pace, asked: at, confirmed: nil, told: nil, seen: 0)
        let letter = OutboxMessage(
            kind: "watch-asked", address: address.text, language: language,
            arguments: [
                // Words of whoever asked do not go to an address that did not say yes: they stand on the page alone.
                "hours": "\(WatchLimits.askedSeconds / 3_600)", "path": "/watch/confirm?token=\(token)",
            ])
        let end = Token.digest(key.end(id, asked: at), purpose: Self.endPurpose)
        let mark = key.mark(address)
        try await write { connection in
            try connection.execute("DELETE FROM watch WHERE confirmed IS NULL AND asked <= $1", [.text(expired)])
            guard try WatchRow.hasRoom(mark, since: hour, connection) else { return }
            try WatchRow.insert(
                watch, .init(sealed: sealed, mark: mark),
                confirm: Token.digest(token, purpose: Self.confirmPurpose), end: end, due: at, connection)
            try OutboxRow.insert([letter], ids: try IDAllocator.take("outbox", 1, connection), at: at, connection)
        }
    }

    /// Who is signed in follows a question with the address of her account.
    package func follow(
        _ question: WatchQuestion, pace: Watch.Pace, language: LanguageTag, by account: AccountID
    ) async throws(WorkspaceError) {
        guard !question.isEmpty else { throw .invalid("question", "watch.allowed.question") }
        let (key, at, now) = (try key(), store.clock.instant, store.clock.milliseconds())
        let id = try await take()
        let due = instant(in: pace.seconds)
        let end = Token.digest(key.end(id, asked: at), purpose: Self.endPurpose)
        try await write { connection in
            guard try WatchRow.of(account, connection).count < WatchLimits.perAddress else {
                throw WorkspaceError.invalid("question", "watch.allowed.count")
            }
            let watch = Watch(
                id: id, question: question, language: language, pace: pace, account: account, asked: at, confirmed: at,
                told: nil, seen: try Self.here(question, now, connection))
            try WatchRow.insert(watch, .init(), confirm: nil, end: end, due: due, connection)
        }
    }

    package func own(_ account: AccountID) async throws(WorkspaceError) -> [Watch] {
        try await store.read { try WatchRow.of(account, $0) }
    }

    package func stop(_ id: Int64, by account: AccountID) async throws(WorkspaceError) {
        try await write { connection in
            let gone = try connection.execute(
                "DELETE FROM watch WHERE id = $1 AND account_id = $2", [.int(id), .int(account.value)])
            guard gone == 1 else { throw WorkspaceError.notFound }
        }
    }

    /// What a letter that asks is about; nil for a link that is of no use.
    package func asked(token: String) async throws(WorkspaceError) -> Watch? {
        let digest = Token.digest(token, purpose: Self.confirmPurpose)
        let since = instant(in: -WatchLimits.askedSeconds)
        return try await store.read { connection in
            guard let watch = try WatchRow.find(column: "confirm_digest", digest, connection), watch.asked > since
            else {
                return nil
            }
            return watch
        }
    }

    /// The address said yes: from now on it is told of what is new. Once; false for a link that is of no use.
    package func confirm(token: String) async throws(WorkspaceError) -> Bool {
        guard let watch = try await asked(token: token) else { return false }
        let (at, due, now) = (store.clock.instant, instant(in: watch.pace.seconds), store.clock.milliseconds())
        return try await write { connection in
            try connection.execute(
                """
                UPDATE watch SET confirmed = $2, confirm_digest = NULL, seen = $3, due = $4
                WHERE id = $1 AND confirmed IS NULL
                """, [.int(watch.id), .text(at), .int(try Self.here(watch.question, now, connection)), .text(due)]) == 1
        }
    }

    /// From where on something is new: see `Watch.seen`.
    private static func here(
        _ question: WatchQuestion, _ now: Int64, _ connection: any ReadConnection
    ) throws -> Int64 {
        question.subject == .recommendations ? try ChangeLog.position(connection) : now
    }

    /// What a letter of news is about; nil where it was ended already.
    package func running(token: String) async throws(WorkspaceError) -> Watch? {
        let digest = Token.digest(token, purpose: Self.endPurpose)
        return try await store.read { try WatchRow.find(column: "end_digest", digest, $0) }
    }

    /// Ends a watch with the link of its letters: the row goes, and with it the address, and letters to it that wait.
    package func end(token: String) async throws(WorkspaceError) {
        let digest = Token.digest(token, purpose: Self.endPurpose)
        let key = try key()
        try await write { connection in
            let found = try connection.first(
                "SELECT id, address FROM watch WHERE end_digest = $1", [.text(digest)]
            ) { (id: try $0.int(0), sealed: try $0.bytesOrNil(1)) }
            guard let found else { return }
            try connection.execute("DELETE FROM watch WHERE id = $1", [.int(found.id)])
            guard let sealed = found.sealed, let address = try? key.open(sealed, of: found.id) else { return }
            try connection.execute(
                "DELETE FROM outbox WHERE address = $1 AND kind IN ('watch-asked', 'watch-news')", [.text(address)])
        }
    }

    func line(_ question: WatchQuestion, _ language: LanguageTag) -> String {
        question.line(locales[language.rawValue] ?? locales.english) { reference.shortName(of: $0, in: language) }
    }

    private func take() async throws(WorkspaceError) -> Int64 {
        do throws(StoreError) { return try await store.ids.take("watch").lowerBound } catch {
            throw WorkspaceError(error)
        }
    }

    @discardableResult
    func write<T: Sendable>(
        _ body: @Sendable @escaping (any WriteConnection) throws -> T
    ) async throws(WorkspaceError) -> T {
        do throws(StoreError) { return try await store.database.write(body) } catch { throw WorkspaceError(error) }
    }
}
