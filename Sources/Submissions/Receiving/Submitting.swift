package import Domain
import People
import Secrets
import Store

extension Submissions {
    /// Takes a submission: cleans its files, seals everything to the recipients that were chosen, and returns the receipt, which is
    /// kept nowhere. Nothing is written before everything is sealed.
    @discardableResult
    package func submit(
        _ draft: SubmissionDraft, from source: RequestSource? = nil
    ) async throws(SubmissionError) -> Receipt {
        try requireOpen()
        if let fault = draft.faults.first { throw .unfit(field: fault.field, key: fault.key) }
        guard sendings.take(source, at: now()) else { throw .tooMany }
        let chosen = Set(draft.recipients)
        let recipients = try await recipients().filter { chosen.contains($0.id) && $0.standing == .open }
        guard recipients.count == chosen.count else { throw .unfit(field: "recipient", key: "submit.recipientGone") }
        var files = try await cleaned(draft.files)
        defer { Self.wipe(&files) }
        var note = SealedNote(
            kind: draft.kind == .assessment ? .assessment : .information, text: draft.text, language: draft.language,
            consent: draft.consent, files: Self.notes(files))
        note.state = draft.state?.rawValue
        note.recommendation = draft.recommendation
        note.issue = draft.issue
        note.about = draft.about.isEmpty ? nil : draft.about
        note.standing = draft.kind == .assessment ? draft.standing : nil
        let receipt = Receipt()
        let derived = try await receipt.derived(try await salt(), worker)
        let thread = Self.drawnID()
        let message = try SealedMessage(
            note, files: files.map(\.bytes), thread: thread, number: 1, for: Self.readers(recipients.flatMap(\.keys)))
        let (day, lookup, reply) = (day, derived.lookup, derived.reply.publicKey.bytes)
        try await write { connection in
            try ThreadRow.insert(thread, lookup: lookup, replyKey: reply, day: day, connection)
            for recipient in recipients {
                try ThreadRow.insert(party: recipient.id, recipient.workspace, of: thread, day: day, connection)
            }
            try MessageRow.insert(message, thread: thread, number: 1, by: nil, day: day, connection)
        }
        return receipt
    }

    /// Files are cleaned one after the other; one that cannot be refuses all, so that nobody believes it was sent.
    func cleaned(_ files: [[UInt8]]) async throws(SubmissionError) -> [CleanFile] {
        guard !files.isEmpty else { return [] }
        if let fault = fileFault { throw .unfit(field: "files", key: fault.key) }
        guard files.count <= FileCleaning.filesMax, files.reduce(0, { $0 + $1.count }) <= FileCleaning.totalBytesMax
        else {
            throw .unfit(field: "files", key: "submit.file.tooMany")
        }
        var cleaned: [CleanFile] = []
        for file in files { cleaned.append(try await FileCleaning(runner: runner).clean(file)) }
        return cleaned
    }

    static func notes(_ files: [CleanFile]) -> [SealedNote.FileNote] {
        files.enumerated().map { SealedNote.FileNote(place: $0 + 1, ending: $1.ending, bytes: $1.bytes.count) }
    }

    static func wipe(_ files: inout [CleanFile]) {
        for index in files.indices { files[index].bytes.wipe() }
    }

    static func readers(_ keys: [RecipientKey]) -> [SealedMessage.Reader] {
        keys.compactMap { key in
            HybridPublicKey(key.publicKey).map { SealedMessage.Reader(id: key.id, key: $0) }
        }
    }

    /// An id whose order says nothing. 53 bits: a program that reads JSON keeps it whole.
    static func drawnID() -> Int64 {
        var generator = SystemRandomNumberGenerator()
        return Int64.random(in: 1..<(1 << 53), using: &generator)
    }

    /// The salt of receipts; drawn once.
    func salt() async throws(SubmissionError) -> [UInt8] {
        if let salt = try await read({ try HouseRow.salt($0) }) { return salt }
        let (drawn, settled) = (Self.random(32), Self.mark(store.clock.instant))
        return try await write { connection in
            try HouseRow.make(salt: drawn, settled: settled, connection)
            guard let salt = try HouseRow.salt(connection) else {
                throw StoreError.corrupt(reason: "submission_house is empty")
            }
            return salt
        }
    }

    /// Rows of threads are written without the log of changes and without its time: what is said of them, `settle` says later.
    @discardableResult
    func write<T: Sendable>(
        _ body: @Sendable @escaping (any WriteConnection) throws -> T
    ) async throws(SubmissionError) -> T {
        do throws(StoreError) { return try await store.database.write(body) } catch {
            throw SubmissionError(WorkspaceError(error))
        }
    }
}
