package import Domain
package import People
import Secrets
import Store

extension Submissions {
    package static let answerCharactersMax = 20_000

    /// Answers: sealed to the receipt and to the keys of one's institution.
    package func answer(
        _ thread: Int64, _ text: String, language: LanguageTag, by reader: DeskReader
    ) async throws(SubmissionError) {
        guard (1...Self.answerCharactersMax).contains(text.count) else {
            throw .unfit(field: "text", key: "submit.answerLength")
        }
        try await say(SealedNote(kind: .answer, text: text, language: language), in: thread, by: reader)
    }

    /// Seals word to the submitter of what is published of her submission, and where. What comes back writes it, in the transaction that
    /// publishes: it throws where she withdrew, or anybody said something, since it was looked whether she allows it.
    package func telling(
        _ thread: Int64, summary: String, address: String, language: LanguageTag, by reader: DeskReader
    ) async throws(SubmissionError) -> @Sendable (inout WorkspaceChange) throws -> Void {
        let (workspace, institution) = try await desk(reader.member)
        let opened = try await open(thread, reader)
        guard opened.consent != .nothing else { throw .unfit(field: "text", key: "submit.publish.noConsent") }
        var note = SealedNote(kind: .published, text: summary, language: language)
        note.address = address
        let message = try await sealed(note, in: thread, by: reader)
        let (seen, day) = (opened.messages.count, day)
        return { change in
            let connection = change.connection
            guard try ThreadRow.hold(thread, institution, workspace, connection),
                try MessageRow.next(thread, connection) == message.number, message.number == seen + 1
            else { throw WorkspaceError.invalid("text", "submit.publish.changed") }
            try MessageRow.insert(
                message.sealed, thread: thread, number: message.number, by: institution, day: day, connection)
        }
    }

    private func say(_ note: SealedNote, in thread: Int64, by reader: DeskReader) async throws(SubmissionError) {
        let (_, institution) = try await desk(reader.member)
        let message = try await sealed(note, in: thread, by: reader)
        let day = day
        try await write {
            try MessageRow.insert(message.sealed, thread: thread, number: message.number, by: institution, day: day, $0)
        }
    }

    /// Sealed to the receipt, to the key that is unlocked, and to those of the institution that can take something now.
    func sealed(
        _ note: SealedNote, in thread: Int64, by reader: DeskReader
    ) async throws(SubmissionError) -> (sealed: SealedMessage, number: Int) {
        let (workspace, institution) = try await desk(reader.member)
        let own = try unlockedKey(reader)
        let (found, number) = try await read { connection in
            guard let found = try ThreadRow.find(thread, institution, workspace, connection) else {
                throw WorkspaceError.notFound
            }
            return (found, try MessageRow.next(thread, connection))
        }
        guard found.withdrawn == nil else { throw .unfit(field: "text", key: "submit.isWithdrawn") }
        guard number <= Self.messagesMax, let reply = HybridPublicKey(found.replyKey) else { throw .tooMany }
        let recipient = try await recipients().first { $0.id == institution }
        guard recipient?.standing != .suspended else { throw .unfit(field: "text", key: "submit.suspended") }
        let keys = recipient?.keys ?? []
        let readers = [
            SealedMessage.Reader(id: SealedMessage.receiptReader, key: reply),
            SealedMessage.Reader(id: own.id, key: own.key.hybrid.publicKey),
        ]
        let message = try SealedMessage(
            note, files: [], thread: thread, number: number,
            for: readers + Self.readers(keys.filter { $0.id != own.id }))
        return (message, number)
    }

    /// Closes a thread for one's institution, or opens it again.
    package func set(
        _ thread: Int64, _ status: ThreadStatus, version: Int, by member: Member
    ) async throws(SubmissionError) {
        let (workspace, institution) = try await desk(member)
        guard status == .erased else {
            let isSet = try await write {
                try ThreadRow.set(thread, institution, workspace, status: status, version: version, $0)
            }
            guard isSet else { throw .notFound }
            return
        }
        try await erase(thread, institution, workspace, actor: member.name) { connection in
            try ThreadRow.set(thread, institution, workspace, status: status, version: version, connection)
        }
    }

    /// Erases a thread for an institution: its people's keys to the contents, and with the last of them the contents. Whether it is still
    /// to be erased is asked in the same transaction; where it is not, nothing changes.
    func erase(
        _ thread: Int64, _ institution: InstitutionID, _ workspace: WorkspaceID, actor: String,
        where isDue: @Sendable @escaping (any WriteConnection) throws -> Bool
    ) async throws(SubmissionError) {
        let at = day + "T00:00:00.000Z"
        do throws(StoreError) {
            try await store.database.change(at: at) { connection, log in
                guard try isDue(connection) else { throw WorkspaceError.notFound }
                try ThreadRow.erase(thread, institution, workspace, connection)
                try MessageRow.eraseShares(thread, institution, workspace, connection)
                if try ThreadRow.parties(thread, connection).allSatisfy({ $0.status == .erased }) {
                    try MessageRow.erase(thread, connection)
                }
                // Which thread it was stands nowhere.
                log.audit(
                    AuditEntry(
                        actor: actor, action: "submission.erase",
                        subject: "workspace/\(workspace)/institution/\(institution)"))
            }
        } catch { throw SubmissionError(WorkspaceError(error)) }
    }

    package func settings(_ member: Member) async throws(SubmissionError) -> DeskSettings? {
        let (workspace, institution) = try await desk(member)
        return try await read { try DeskRow.find(institution, workspace, $0) }
    }

    /// Changes what one's institution says of itself and how long it keeps what it received.
    package func set(_ settings: DeskSettings, by member: Member) async throws(SubmissionError) {
        let (workspace, institution) = try await desk(member)
        guard settings.introduction.count <= 1_000 else {
            throw .unfit(field: "introduction", key: "submit.introductionLength")
        }
        guard (1...120).contains(settings.retentionMonths) else {
            throw .unfit(field: "months", key: "submit.monthsRange")
        }
        let address = settings.fingerprintAddress
        guard address.isEmpty || (address.hasPrefix("https://") && address.count <= 500 && !address.contains(" "))
        else {
            throw .unfit(field: "address", key: "submit.addressForm")
        }
        let subject = Subject(.institution, institution.value)
        try await change(member) { change in
            guard let before = try DeskRow.find(institution, workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard try DeskRow.update(settings, institution, workspace, change.connection) else {
                throw WorkspaceError.stale(subject, version: before.version)
            }
            change.did("submission.settings", subject, detail: "{\"months\":\(settings.retentionMonths)}")
        }
    }
}
