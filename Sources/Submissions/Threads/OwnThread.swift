package import Domain
import People
import Secrets
import Store

/// A thread as its submitter sees it. Her own words are not in it: a receipt that falls into other hands shows what was answered, never
/// what was sent.
package struct OwnThread: Sendable {
    package struct Message: Sendable {
        package var number: Int
        package var isOwn: Bool
        /// Of an answer: who gave it.
        package var institution: String?
        package var day: String
        /// Of an answer, while it stands.
        package var note: SealedNote?
    }

    package var made: String
    package var withdrawn: String?
    package var parties: [ThreadParty]
    package var messages: [Message]
}

extension Submissions {
    /// The thread of a receipt. Unknown receipts cost as much work as known ones.
    package func thread(
        _ receipt: Receipt, from source: RequestSource? = nil
    ) async throws(SubmissionError) -> OwnThread {
        let (found, reply) = try await find(receipt, source)
        let (parties, rows) = try await read { connection in
            (
                try ThreadRow.parties(found.id, connection),
                try MessageRow.all(found.id, reader: SealedMessage.receiptReader, connection)
            )
        }
        let names = Dictionary(parties.map { ($0.institution, $0.name) }, uniquingKeysWith: { first, _ in first })
        var messages: [OwnThread.Message] = []
        for row in rows {
            var note: SealedNote?
            if !row.isSubmitter, let body = row.body, let share = row.share {
                note = try? SealedMessage.open(
                    body, share: share, thread: found.id, number: row.number, reader: SealedMessage.receiptReader,
                    with: reply)
            }
            messages.append(
                OwnThread.Message(
                    number: row.number, isOwn: row.isSubmitter, institution: row.institution.flatMap { names[$0] },
                    day: row.day, note: note))
        }
        return OwnThread(made: found.made, withdrawn: found.withdrawn, parties: parties, messages: messages)
    }

    /// Adds words and files, or changes what may be published. It goes to those the thread was sent to, with the keys they have now. What
    /// may be published can be changed at any time: where no key can take it, it stands sealed to nobody, and as recipients who cannot
    /// open the last word may publish nothing, it holds.
    package func add(
        _ text: String, language: LanguageTag, consent: SealedNote.Consent?, files: [[UInt8]], to receipt: Receipt,
        from source: RequestSource? = nil
    ) async throws(SubmissionError) {
        let isConsentAlone = text.isEmpty && files.isEmpty
        guard !isConsentAlone || consent != nil else { throw .unfit(field: "text", key: "submit.nothingSaid") }
        guard text.count <= SubmissionDraft.textLengths.upperBound else {
            throw .unfit(field: "text", key: "submit.textLength")
        }
        if !isConsentAlone {
            try requireOpen()
            guard sendings.take(source, at: now()) else { throw .tooMany }
        }
        let (found, _) = try await find(receipt, source)
        guard found.withdrawn == nil else { throw .unfit(field: "text", key: "submit.isWithdrawn") }
        var cleaned = try await cleaned(files)
        defer { Self.wipe(&cleaned) }
        let note = SealedNote(
            kind: isConsentAlone ? .consent : .addition, text: text, language: language, consent: consent,
            files: Self.notes(cleaned))
        var readers = try await readers(of: found.id)
        if readers.isEmpty, isConsentAlone {
            readers = [SealedMessage.Reader(id: SealedMessage.receiptReader, key: HybridKey().publicKey)]
        }
        guard !readers.isEmpty else { throw .unfit(field: "text", key: "submit.recipientGone") }
        let number = try await read { try MessageRow.next(found.id, $0) }
        guard number <= Self.messagesMax + (isConsentAlone ? Self.consentsMax : 0) else { throw .tooMany }
        let message = try SealedMessage(
            note, files: cleaned.map(\.bytes), thread: found.id, number: number, for: readers)
        let day = day
        try await write { connection in
            try MessageRow.insert(message, thread: found.id, number: number, by: nil, day: day, connection)
            try ThreadRow.hear(found.id, day: day, connection)
        }
    }

    /// Keys that can take something for a thread now.
    private func readers(of thread: Int64) async throws(SubmissionError) -> [SealedMessage.Reader] {
        let parties = try await read { try ThreadRow.parties(thread, $0) }
        let open = Set(parties.filter { $0.status != .erased }.map(\.institution))
        let keys = try await recipients().filter { open.contains($0.id) && $0.standing == .open }.flatMap(\.keys)
        return Self.readers(keys)
    }

    /// Changes of what may be published that a full thread still takes.
    private static let consentsMax = 100

    /// Messages of one thread.
    static let messagesMax = 200

    /// Takes everything back: contents, files and their keys are erased. Recipients see that something was withdrawn, and no more.
    package func withdraw(
        _ receipt: Receipt, from source: RequestSource? = nil
    ) async throws(SubmissionError) {
        let (found, _) = try await find(receipt, source)
        guard found.withdrawn == nil else { return }
        let day = day
        try await write { connection in
            try MessageRow.erase(found.id, connection)
            try ThreadRow.withdraw(found.id, day: day, connection)
            try ThreadRow.hear(found.id, day: day, connection)
        }
    }

    private func find(
        _ receipt: Receipt, _ source: RequestSource?
    ) async throws(SubmissionError) -> (ThreadRow.Found, HybridKey) {
        guard receiptTries.take(source, at: now()) else { throw .tooMany }
        let derived = try await receipt.derived(try await salt(), worker)
        guard let found = try await read({ try ThreadRow.find(lookup: derived.lookup, $0) }) else { throw .notFound }
        return (found, derived.reply)
    }
}
