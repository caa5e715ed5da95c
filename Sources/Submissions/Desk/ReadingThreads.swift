package import Domain
import People
import Secrets
import Store

/// Who reads at a desk: a member, her session, and so her unlocked key.
package struct DeskReader: Sendable {
    package var member: Member
    /// Nil where no session stands behind: then nothing is ever unlocked.
    package var session: Int64?

    package init(_ member: Member, session: Int64?) {
        self.member = member
        self.session = session
    }
}

/// A thread as one of its recipients reads it.
package struct OpenThread: Sendable {
    package struct Message: Sendable {
        package var number: Int
        package var isSubmitter: Bool
        package var institution: String?
        package var day: String
        package var standing: Standing
        package var note: SealedNote?
    }

    package enum Standing: String, Hashable, Sendable {
        case open
        /// Sealed to other keys than the one that is unlocked.
        case sealedToOthers
        case erased
        /// It does not open: changed since it was sealed.
        case broken
    }

    package var id: Int64
    package var made: String
    package var withdrawn: String?
    package var own: ThreadParty
    package var parties: [ThreadParty]
    package var messages: [Message]

    /// What the submitter allows, by her last word. Nothing where none opens, and nothing where she said something since that does not
    /// open with this key, or where a message is missing: it may have taken everything back.
    package var consent: SealedNote.Consent {
        guard withdrawn == nil, messages.map(\.number) == Array(1..<(messages.count + 1)) else { return .nothing }
        let said = messages.filter(\.isSubmitter)
        guard let last = said.lastIndex(where: { $0.note?.consent != nil }),
            said[last...].allSatisfy({ $0.standing == .open })
        else { return .nothing }
        return said[last].note?.consent ?? .nothing
    }
}

extension Submissions {
    /// Unlocks one of one's keys for this session; which one, where she has several.
    package func unlock(
        _ reader: DeskReader, key id: Int64, phrase: String
    ) async throws(SubmissionError) {
        let (workspace, institution) = try await desk(reader.member)
        guard let session = reader.session else { throw .locked }
        let keys = try await read { try RecipientKeyRow.all(workspace, $0) }
        guard
            let key = keys.first(where: {
                $0.id == id && $0.account == reader.member.account && $0.institution == institution
            })
        else { throw .notFound }
        unlocked.keep(try await opened(key, phrase: phrase), id: key.id, session: session, at: now())
    }

    package func lock(_ reader: DeskReader) {
        if let session = reader.session { unlocked.forget(session: session) }
    }

    /// How many seconds this session's key stays unlocked; nil where it is not.
    package func unlockedSeconds(_ reader: DeskReader) -> Int? {
        let now = now()
        guard let session = reader.session, let entry = unlocked.key(session: session, at: now) else { return nil }
        return Int((entry.until - now) / 1_000)
    }

    package func threads(_ member: Member) async throws(SubmissionError) -> [DeskThread] {
        let (workspace, institution) = try await desk(member)
        return try await read { try ThreadRow.desk(institution, workspace, limit: 200, $0) }
    }

    /// Opens a thread with the unlocked key, and takes it from those that wait.
    package func open(_ thread: Int64, _ reader: DeskReader) async throws(SubmissionError) -> OpenThread {
        let (workspace, institution) = try await desk(reader.member)
        let entry = try unlockedKey(reader)
        let (found, parties, rows) = try await read { connection in
            guard let found = try ThreadRow.find(thread, institution, workspace, connection) else {
                throw WorkspaceError.notFound
            }
            return (
                found, try ThreadRow.parties(thread, connection),
                try MessageRow.all(thread, reader: entry.id, connection)
            )
        }
        guard let own = parties.first(where: { $0.institution == institution }) else { throw .notFound }
        if own.isWaiting {
            try await write { try ThreadRow.set(thread, institution, workspace, waiting: false, $0) }
        }
        let names = Dictionary(parties.map { ($0.institution, $0.name) }, uniquingKeysWith: { first, _ in first })
        let messages = rows.map { row in
            let (standing, note) = Self.opened(row, thread, entry)
            return OpenThread.Message(
                number: row.number, isSubmitter: row.isSubmitter, institution: row.institution.flatMap { names[$0] },
                day: row.day, standing: standing, note: note)
        }
        return OpenThread(
            id: thread, made: found.made, withdrawn: found.withdrawn, own: own, parties: parties, messages: messages)
    }

    private static func opened(
        _ row: MessageRow.Found, _ thread: Int64, _ entry: UnlockedKeys.Entry
    ) -> (OpenThread.Standing, SealedNote?) {
        guard let body = row.body else { return (.erased, nil) }
        guard let share = row.share else { return (.sealedToOthers, nil) }
        let note = try? SealedMessage.open(
            body, share: share, thread: thread, number: row.number, reader: entry.id, with: entry.key.hybrid)
        return note.map { (.open, $0) } ?? (.broken, nil)
    }

    /// A cleaned file of a message, with its kind.
    package func file(
        _ thread: Int64, _ number: Int, _ place: Int, _ reader: DeskReader
    ) async throws(SubmissionError) -> CleanFile {
        let (workspace, institution) = try await desk(reader.member)
        let entry = try unlockedKey(reader)
        let opened = try await open(thread, reader)
        guard
            let note = opened.messages.first(where: { $0.number == number })?.note?.files.first(where: {
                $0.place == place
            })
        else { throw .notFound }
        let sealed = try await read { connection in
            guard try ThreadRow.find(thread, institution, workspace, connection) != nil,
                let file = try MessageRow.file(thread, number, place, reader: entry.id, connection)
            else { throw WorkspaceError.notFound }
            return file
        }
        let bytes = try SealedMessage.open(
            file: sealed.body, at: place, share: sealed.share, thread: thread, number: number, reader: entry.id,
            with: entry.key.hybrid)
        return CleanFile(ending: note.ending, bytes: bytes)
    }

    func unlockedKey(_ reader: DeskReader) throws(SubmissionError) -> UnlockedKeys.Entry {
        guard let session = reader.session, let entry = unlocked.key(session: session, at: now()) else { throw .locked }
        return entry
    }
}
