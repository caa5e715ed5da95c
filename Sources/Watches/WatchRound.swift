package import Domain
package import Operations
import People
import Secrets
import Store

extension Watches {
    /// What came to the record since a change and answers a question, the latest first. What was withdrawn or taken back meanwhile is
    /// not in it: every record is read again.
    package func new(
        _ question: WatchQuestion, after seen: Int64, until last: Int64, language: LanguageTag
    ) async throws(WorkspaceError) -> [RecommendationSummary] {
        let found = try await store.read { try NewRecords.read(after: seen, until: last, $0) }
        return try await matching(question, found, language, pagesMax: WatchLimits.pagesMax)
    }

    /// The newest of the record that answer a question, for a feed: with when they came. Of the latest changes alone, and of as many
    /// pages of answers as one question of a stranger may cost.
    package func latest(
        _ question: WatchQuestion, language: LanguageTag, limit: Int
    ) async throws(WorkspaceError) -> [(record: RecommendationSummary, at: String)] {
        let found = try await store.read { connection in
            let last = try ChangeLog.position(connection)
            return try NewRecords.read(after: last - Int64(WatchLimits.feedChangesMax), until: last, connection)
        }
        let records = try await matching(question, found, language, pagesMax: WatchLimits.feedPagesMax)
        return records.prefix(limit).map { ($0, found.at[$0.id.value] ?? "") }
    }

    private func matching(
        _ question: WatchQuestion, _ found: NewRecords, _ language: LanguageTag, pagesMax: Int
    ) async throws(WorkspaceError) -> [RecommendationSummary] {
        guard !found.ids.isEmpty else { return [] }
        var request = question.request(language)
        // The index knows no list of numbers: it is asked within the documents they stand in.
        let documents = Set(found.documents.map { "\($0)" })
        let within = request.filters[.document].map { $0.intersection(documents) } ?? documents
        guard !within.isEmpty else { return [] }
        request.filters[.document] = within
        var records: [RecommendationSummary] = []
        var pages = 0
        do throws(OperationError) {
            repeat {
                pages += 1
                let page = try await library.search(request)
                records += page.items.filter { found.ids.contains($0.id.value) }
                request.after = page.next
            } while request.after != nil && pages < pagesMax && records.count < found.ids.count
        } catch { throw .store("\(error)") }
        return records.sorted { (found.order[$0.id.value] ?? 0) > (found.order[$1.id.value] ?? 0) }
    }

    /// One look at every watch that is due. Returns how many letters are owed. What fails for one does not keep others waiting.
    package func round() async throws(WorkspaceError) -> Int {
        let (at, key) = (store.clock.instant, try key())
        let expired = instant(in: -WatchLimits.askedSeconds)
        try await write { connection in
            try connection.execute("DELETE FROM watch WHERE confirmed IS NULL AND asked <= $1", [.text(expired)])
        }
        let (due, last) = try await store.read { connection in
            (try WatchRow.due(at, 500, connection), try ChangeLog.position(connection))
        }
        var owed = 0
        for (watch, sealed) in due where try await tell(watch, sealed, key, at: at, until: last) { owed += 1 }
        return owed
    }

    private func tell(
        _ watch: Watch, _ sealed: [UInt8]?, _ key: WatchKey, at: String, until last: Int64
    ) async throws(WorkspaceError) -> Bool {
        let news = try await news(watch, until: last)
        let (due, looked) = (instant(in: watch.pace.seconds), news.seen)
        let address = sealed.flatMap { try? key.open($0, of: watch.id) }
        let message = news.lines.isEmpty ? nil : letter(watch, news, key)
        return try await write { connection in
            // Another process may have told it meanwhile.
            let isMine =
                try connection.execute(
                    "UPDATE watch SET seen = $2, due = $3 WHERE id = $1 AND seen = $4",
                    [.int(watch.id), .int(looked), .text(due), .int(watch.seen)]) == 1
            guard isMine, var message else { return false }
            guard let to = try address ?? Self.address(of: watch.account, connection) else { return false }
            message.address = to
            try connection.execute("UPDATE watch SET told = $2 WHERE id = $1", [.int(watch.id), .text(at)])
            try OutboxRow.insert([message], ids: try IDAllocator.take("outbox", 1, connection), at: at, connection)
            return true
        }
    }

    /// What a letter is about, and up to where was looked for it.
    private struct News {
        var lines: [String] = []
        var seen: Int64
    }

    private func news(_ watch: Watch, until last: Int64) async throws(WorkspaceError) -> News {
        guard watch.question.subject == .recommendations else { return try await published(watch) }
        var records: [RecommendationSummary] = []
        var seen = watch.seen
        // After an import of a hundred thousand the latest come first, as in one look.
        var windows = 0
        while seen < last, windows < WatchLimits.windowsMax {
            windows += 1
            let until = min(last, seen + Int64(WatchLimits.changesMax))
            records = try await new(watch.question, after: seen, until: until, language: watch.language) + records
            seen = until
        }
        return News(lines: records.map(Self.line), seen: seen)
    }

    /// What is published carries the moment its change began at; one that is still being written is found by the next look.
    private func published(_ watch: Watch) async throws(WorkspaceError) -> News {
        let until = store.clock.milliseconds() - WatchLimits.settledMilliseconds
        guard until > watch.seen else { return News(seen: watch.seen) }
        let lines = try await published(
            watch.question, after: Clock.instant(watch.seen), until: Clock.instant(until), language: watch.language)
        return News(lines: lines, seen: until)
    }

    private static func line(_ record: RecommendationSummary) -> String {
        let place = [record.symbol?.printed, record.paragraph?.printed].compactMap { $0 }.joined(separator: ", ")
        let text = String(record.excerpt.map(\.text).joined().prefix(200))
        return "- \(place.isEmpty ? "" : place + ": ")\(text)"
    }

    /// Words of others, of a package from elsewhere perhaps, make no line of their own.
    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private func letter(_ watch: Watch, _ news: News, _ key: WatchKey) -> OutboxMessage {
        OutboxMessage(
            kind: "watch-news", address: "", language: watch.language,
            arguments: [
                "question": line(watch.question, watch.language), "count": "\(news.lines.count)",
                "list": news.lines.prefix(WatchLimits.namedMax).map(Self.oneLine).joined(separator: "\n"),
                "path": watch.question.page,
                "settings": "/watch/end?token=\(key.end(watch.id, asked: watch.asked))",
            ])
    }

    /// Nil where the account is disabled or has no address.
    private static func address(of account: AccountID?, _ connection: any ReadConnection) throws -> String? {
        guard let account else { return nil }
        return try connection.first(
            "SELECT email FROM account WHERE id = $1 AND disabled = 0", [.int(account.value)]
        ) { try $0.textOrNil(0) } ?? nil
    }
}

/// Records that came to the record between two changes: those whose first entry in the change log lies there.
private struct NewRecords: Sendable {
    var ids: Set<Int64> = []
    var documents: Set<Int64> = []
    var order: [Int64: Int64] = [:]
    var at: [Int64: String] = [:]

    static func read(after seen: Int64, until last: Int64, _ connection: any ReadConnection) throws -> NewRecords {
        var found = NewRecords()
        let from = max(seen, last - Int64(WatchLimits.changesMax))
        try connection.query(
            """
            SELECT c.entity_id, MIN(c.number), MIN(c.at), r.document_id
            FROM change_log c JOIN recommendation r ON r.id = c.entity_id
            WHERE c.entity = 'recommendation' AND c.number > $1 AND c.number <= $2 AND r.merged_into IS NULL
            AND NOT EXISTS (SELECT 1 FROM change_log o WHERE o.entity = 'recommendation'
                AND o.entity_id = c.entity_id AND o.number <= $1)
            GROUP BY c.entity_id, r.document_id
            """, [.int(from), .int(last)]
        ) { row in
            let id = try row.int(0)
            found.ids.insert(id)
            found.order[id] = try row.int(1)
            found.at[id] = try row.text(2)
            found.documents.insert(try row.int(3))
        }
        return found
    }
}
